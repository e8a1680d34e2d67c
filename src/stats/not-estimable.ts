import type { Sentence } from './sentence.ts';

/**
 * Why an estimator refuses: one register for all of `stats/`. Each refusal has one code and one sentence per language
 * that says what is wrong and what to do. A code is never reused for another reason.
 */
export const NOT_ESTIMABLE = {
  negative_duration: {
    nl: 'Er zijn negatieve duren: een duur telt vanaf nul.',
    en: 'There are negative durations: a duration counts from zero.',
  },
  entry_after_exit: {
    nl: 'Er zijn rijen waarin het begin niet voor het einde ligt: elke rij moet tijd onder risico hebben.',
    en: 'There are rows whose entry is not before their exit: every row must have time at risk.',
  },
  one_arm: {
    nl: 'Er is maar één groep: een verschil vraagt er twee.',
    en: 'There is only one arm: a difference needs two.',
  },
  too_many_groups: {
    nl: 'Er zijn meer dan twee groepen: dit verschil vraagt er precies twee. Voeg groepen samen of laat rijen weg.',
    en: 'There are more than two groups: this difference takes exactly two. Merge groups, or leave rows out.',
  },
  no_contrast: {
    nl: 'Geen enkel stratum heeft beide groepen en beide uitkomsten: er is niets te vergelijken. Neem ruimere strata.',
    en: 'No stratum has both arms and both outcomes: there is nothing to compare. Take wider strata.',
  },
  separation: {
    nl: 'De kenmerken voorspellen de uitkomst volledig: de coëfficiënten hebben geen eindige waarde.',
    en: 'The covariates predict the outcome perfectly: the coefficients have no finite value.',
  },
  collinearity: {
    nl: 'Kenmerken zijn elkaars combinatie: laat er een weg.',
    en: 'Covariates are combinations of each other: leave one out.',
  },
  empty_stratum: {
    nl: 'Een stratum heeft geen rijen in een van de groepen.',
    en: 'A stratum has no rows in one of the arms.',
  },
  constant: {
    nl: 'De waarden zijn overal gelijk: er is geen spreiding om mee te rekenen.',
    en: 'The values are all equal: there is no variation to work with.',
  },
  no_difference: {
    nl: 'De twee waarden zijn gelijk: er is geen verschil om te vinden. Geef het verschil op dat de proef moet aantonen.',
    en: 'The two values are equal: there is no difference to find. Give the difference that the trial must show.',
  },
  missing_value: {
    nl: 'Er ontbreken waarden: laat zulke rijen eerst weg en tel ze.',
    en: 'Values are missing: leave such rows out first and count them.',
  },
  too_few: {
    nl: 'Er zijn te weinig waarnemingen voor deze schatting.',
    en: 'There are too few observations for this estimate.',
  },
  not_binary: {
    nl: 'Een kolom die alleen 0 en 1 mag bevatten heeft andere waarden.',
    en: 'A column that may hold only 0 and 1 has other values.',
  },
  not_converged: {
    nl: 'De berekening kwam niet tot een oplossing: vereenvoudig het model of schaal de kenmerken.',
    en: 'The computation did not settle: simplify the model or scale the covariates.',
  },
  unequal_lengths: {
    nl: 'De kolommen zijn niet even lang.',
    en: 'The columns differ in length.',
  },
  bad_weight: {
    nl: 'Gewichten moeten eindig en niet negatief zijn, en samen meer dan nul.',
    en: 'Weights must be finite and not negative, and add up to more than zero.',
  },
  one_cluster: {
    nl: 'Er zijn te weinig clusters: een clusterfout vraagt er ten minste twee.',
    en: 'There are too few clusters: a cluster-robust error needs at least two.',
  },
  no_cluster: {
    nl: 'Deze fout houdt rekening met clusters en er zijn er geen gegeven: noem hun kolom, of kies een andere fout.',
    en: 'This error reckons with clusters and none are given: name their column, or choose another error.',
  },
  idle_cluster: {
    nl: 'Deze fout houdt geen rekening met de clusters die gegeven zijn: kies CR0, CR1 of CR2, of laat de clusters weg.',
    en: 'This error does not reckon with the clusters that are given: choose CR0, CR1 or CR2, or leave the clusters out.',
  },
  leverage_one: {
    nl: 'Een rij of cluster bepaalt de eigen voorspelling volledig: deze robuuste fout bestaat dan niet.',
    en: 'A row or a cluster fixes its own prediction completely: this robust error does not exist then.',
  },
  no_events: {
    nl: 'Er is geen gebeurtenis waargenomen.',
    en: 'No event was observed.',
  },
  bare_period: {
    nl: 'Een periode heeft geen gebeurtenis, of niets anders: haar niveau heeft geen eindige waarde. Neem perioden samen vanaf een eerdere (pool-from).',
    en: 'A period has no event, or nothing else: its level has no finite value. Pool the periods from an earlier one on (pool-from).',
  },
  no_take_up_difference: {
    nl: 'De deelname verschilt niet tussen de groepen: het effect van deelname is niet te bepalen.',
    en: 'Take-up does not differ between the arms: the effect of taking part cannot be determined.',
  },
  no_overlap: {
    nl: 'Een kans op behandeling is nul of een: er is geen vergelijkbare ander.',
    en: 'A propensity is zero or one: there is nobody comparable.',
  },
  beyond_follow_up: {
    nl: 'Het tijdstip ligt na het einde van de waarneming van een groep.',
    en: 'The time lies beyond the follow-up of a group.',
  },
  out_of_range: {
    nl: 'Een waarde ligt buiten het toegestane bereik.',
    en: 'A value lies outside the range allowed.',
  },
  too_many_levels: {
    nl: 'Er zijn te veel niveaus om uit te rekenen: voeg niveaus samen of laat een kenmerk weg.',
    en: 'There are too many levels to compute with: merge levels or leave a column out.',
  },
  block_too_large: {
    nl: 'De blokken van de loting zijn te groot: neem er hoogstens 10.000 rijen in, en kleinere waar er zeer veel strata zijn.',
    en: 'The blocks of the lot are too large: take at most 10,000 rows in one, and smaller ones where there are very many strata.',
  },
  table_too_large: {
    nl: 'Groepen maal tijdstippen is te veel om uit te rekenen: voeg groepen samen of rond de tijden af.',
    en: 'Groups times moments are too many to compute with: merge groups or round the times.',
  },
  unknown_column: {
    nl: 'Een kolom of term komt in de gegevens niet voor.',
    en: 'A column or term does not occur in the data.',
  },
  not_numeric: {
    nl: 'Een kolom met getallen bevat tekst.',
    en: 'A column of numbers holds text.',
  },
} as const satisfies Record<string, Sentence>;

/** The codes of the register. */
export type NotEstimableCode = keyof typeof NOT_ESTIMABLE;

/** The result of an estimator that refuses: a value, never NaN and never an exception. */
export interface NotEstimable {
  readonly notEstimable: true;
  readonly code: NotEstimableCode;
  readonly sentence: Sentence;
  /** What it is about: a column, a level, a number. */
  readonly detail?: string;
}

/** Makes a refusal; `what` (a column, a level, a number) is appended to both sentences. */
export function notEstimable(code: NotEstimableCode, what?: string): NotEstimable {
  const { nl, en } = NOT_ESTIMABLE[code];
  const tail = what === undefined ? '' : ` (${what})`;
  return {
    notEstimable: true,
    code,
    sentence: { nl: nl + tail, en: en + tail },
    ...(what === undefined ? {} : { detail: what }),
  };
}

/** Tells a refusal from a result. */
export function isNotEstimable(value: unknown): value is NotEstimable {
  return typeof value === 'object' && value !== null && 'notEstimable' in value && value.notEstimable === true;
}
