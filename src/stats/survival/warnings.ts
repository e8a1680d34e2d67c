import type { Warning } from '../result.ts';

/** Nobody had the event: the curve stays where it began, which is no proof that it always will. */
export const NO_EVENTS: Warning = {
  code: 'no_events',
  sentence: {
    nl: 'Er is geen gebeurtenis waargenomen: de curve blijft waar zij begon en zegt niets over later.',
    en: 'No event was observed: the curve stays where it began and says nothing of later.',
  },
};

/** A time was asked for at which nobody of the group was observed any more. */
export function beyondFollowUp(label: string, end: number): Warning {
  return {
    code: 'beyond_follow_up',
    sentence: {
      nl: `Groep ${label} is gevolgd tot ${end}: daarna is er geen schatting.`,
      en: `Group ${label} was followed until ${end}: there is no estimate after that.`,
    },
  };
}

/** More groups than a test can compare: the curves stand, the test is not made. */
export function notCompared(groups: number): Warning {
  return {
    code: 'groups_not_compared',
    sentence: {
      nl: `Met ${groups} groepen is er geen toets van het verschil: voeg groepen samen tot hoogstens 1.000.`,
      en: `With ${groups} groups there is no test of their difference: merge groups until there are 1,000 at most.`,
    },
  };
}

/** Strata that add nothing to a comparison of groups. */
export function emptyStrata(number: number): Warning {
  return {
    code: 'strata_without_comparison',
    sentence: {
      nl: `${number === 1 ? '1 stratum heeft' : `${number} strata hebben`} geen gebeurtenis met twee groepen in beeld; dat draagt niets bij.`,
      en: `${number === 1 ? '1 stratum has' : `${number} strata have`} no event with two groups at risk, which adds nothing.`,
    },
  };
}

/** The exponent of a coefficient is too large or too small for a number. */
export function ratioOutOfReach(terms: readonly string[]): Warning {
  const names = terms.join(', ');
  return {
    code: 'ratio_out_of_reach',
    sentence: {
      nl: `Een eenheid van ${names} is zo groot dat de verhouding niet als getal te schrijven is: schaal het kenmerk.`,
      en: `A unit of ${names} is so large that the ratio cannot be written as a number: scale the covariate.`,
    },
  };
}

/** The cumulative hazard at covariates 0 is too large or too small for a number. */
export const BASELINE_OUT_OF_REACH: Warning = {
  code: 'baseline_out_of_reach',
  sentence: {
    nl: 'De kenmerken liggen zo ver van nul dat het basisrisico daar geen getal is: trek er een waarde uit de gegevens af.',
    en: 'The covariates lie so far from zero that the baseline there is no number: subtract a value found in the data.',
  },
};
