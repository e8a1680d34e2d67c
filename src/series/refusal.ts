/** A sentence in both languages of the product. */
export type Sentence = { readonly nl: string; readonly en: string };

/** Input that cannot be forecast: one code and one sentence that says what to do. A code is never reused. */
export const SERIES_REFUSALS = {
  no_values: {
    nl: 'De reeks heeft geen enkele bruikbare waarde: alles ontbreekt of is uitgezonderd.',
    en: 'The series has no usable value: everything is missing or masked.',
  },
  not_finite: {
    nl: 'De reeks bevat een waarde die geen eindig getal is: laat die leeg als zij onbekend is.',
    en: 'The series holds a value that is no finite number: leave it empty when it is unknown.',
  },
  bad_frequency: {
    nl: 'De frequentie moet een geheel getal van 1 tot en met 400 zijn (12 maanden, 52 weken).',
    en: 'The frequency must be a whole number from 1 to 400 (12 for months, 52 for weeks).',
  },
  bad_horizon: {
    nl: 'De horizon moet een geheel getal van 1 tot en met 1000 zijn.',
    en: 'The horizon must be a whole number from 1 to 1000.',
  },
  unknown_period: {
    nl: 'Een periode is niet te lezen: gebruik 2020-03, 2020-W11, 2020-03-14, 2020-Q1, 2020 of een volgnummer.',
    en: 'A period cannot be read: use 2020-03, 2020-W11, 2020-03-14, 2020-Q1, 2020 or a sequence number.',
  },
  mixed_periods: {
    nl: 'De perioden van het bestand zijn van verschillende soort of vallen niet op gelijke afstand.',
    en: 'The periods of the file are of different kinds or not equally spaced.',
  },
  mask_reversed: {
    nl: 'Een uitgezonderde periode eindigt voor zij begint: schrijf eerst de vroegste, dan de laatste.',
    en: 'A masked period ends before it begins: write the earliest first, then the latest.',
  },
  duplicate_period: {
    nl: 'Een reeks heeft twee waarden voor dezelfde periode.',
    en: 'A series has two values for the same period.',
  },
  unequal_series: {
    nl: 'Reeksen of uitzonderingen die bij elkaar horen zijn niet even lang.',
    en: 'Series or masks that belong together differ in length.',
  },
  no_hierarchy: {
    nl: 'De hiërarchie heeft geen onderste reeksen.',
    en: 'The hierarchy has no bottom series.',
  },
  axis_too_long: {
    nl: 'De perioden van het bestand liggen te ver uiteen: hoogstens 100.000 van de eerste tot en met de laatste, en 20 miljoen waarden in alle reeksen samen. Kijk of er een verkeerde periode in staat.',
    en: 'The periods of the file lie too far apart: at most 100,000 from the first to the last, and 20 million values in all series together. See whether a period is wrong.',
  },
  ambiguous_names: {
    nl: 'Twee combinaties van namen geven in de hiërarchie hetzelfde pad: vervang de schuine streep (of *) in een naam door iets anders.',
    en: 'Two combinations of names make the same path in the hierarchy: replace the slash (or *) in a name by something else.',
  },
  hierarchy_too_large: {
    nl: 'De hiërarchie heeft te veel sommen: hoogstens 5.000. Laat een kolom met zeer veel namen weg, of --crossed.',
    en: 'The hierarchy has too many sums: at most 5,000. Leave out a column with very many names, or --crossed.',
  },
  too_short_for_backtest: {
    nl: 'Geen reeks is lang genoeg om zo ver terug te toetsen: kies minder oorsprongen of een kortere horizon.',
    en: 'No series is long enough to test that far back: choose fewer origins or a shorter horizon.',
  },
} as const satisfies Record<string, Sentence>;

export type SeriesRefusalCode = keyof typeof SERIES_REFUSALS;

/** Thrown-free refusal: the code, its sentences, and where it happened when that is known. */
export type SeriesRefused = {
  readonly refused: true;
  readonly code: SeriesRefusalCode;
  readonly sentence: Sentence;
  readonly detail?: string;
};

/** Makes a refusal; `detail` names the series, period or value. */
export function refuseSeries(code: SeriesRefusalCode, detail?: string): SeriesRefused {
  const refused = { refused: true, code, sentence: SERIES_REFUSALS[code] } as const;
  return detail === undefined ? refused : { ...refused, detail };
}

/** Tells a refusal from a result. */
export function isRefused(value: object): value is SeriesRefused {
  return 'refused' in value;
}
