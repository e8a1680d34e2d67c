/**
 * Why the cohort engine, the bridge and the triangle refuse: one register of the room. A contract declares the
 * codes that its action can give; a code is never reused for another reason.
 */
export const FORECAST_REFUSALS = {
  bad_inflow_month: {
    http: 422,
    exit: 3,
    nl: 'Een instroommaand is geen maand. Schrijf maanden als 2019-01.',
    en: 'An inflow month is not a month. Write months as 2019-01.',
  },
  bad_inflow: {
    http: 422,
    exit: 3,
    nl: 'Instroom moet een eindig getal vanaf nul zijn. Verbeter het genoemde getal.',
    en: 'Inflow must be a finite number from zero. Correct the number that is named.',
  },
  inflow_too_early: {
    http: 422,
    exit: 3,
    nl: 'Een instroommaand ligt meer dan honderd jaar voor het jaar. Verbeter de genoemde maand.',
    en: 'An inflow month lies more than a hundred years before the year. Correct the month that is named.',
  },
  no_inflow_in_year: {
    http: 422,
    exit: 3,
    nl: 'Er is geen instroom in het jaar: uren per instromende klant bestaan dan niet. Geef de instroom van het jaar.',
    en: 'There is no inflow in the year: hours per inflow client do not exist then. Give the inflow of the year.',
  },
  bad_hours: {
    http: 422,
    exit: 3,
    nl: 'Uren per klant moeten eindige getallen vanaf nul zijn en samen meer dan nul.',
    en: 'Hours per client must be finite numbers from zero, and add up to more than zero.',
  },
  bad_run_off: {
    http: 422,
    exit: 3,
    nl: 'De afloop per maand moet groter dan nul zijn.',
    en: 'The run-off per month must be greater than zero.',
  },
  bad_survival: {
    http: 422,
    exit: 3,
    nl: 'Een aandeel dat in de uitkering blijft ligt tussen nul en een en stijgt niet.',
    en: 'A share that stays in benefit lies between zero and one and does not rise.',
  },
  more_exits_than_clients: {
    http: 422,
    exit: 3,
    nl: 'Er stromen meer klanten uit dan er zijn. Controleer instroom en uitstroom van het genoemde cohort.',
    en: 'More clients leave than there are. Check inflow and exits of the cohort that is named.',
  },
  bad_month_weights: {
    http: 422,
    exit: 3,
    nl: 'Maandgewichten zijn twaalf getallen vanaf nul die samen een zijn.',
    en: 'Month weights are twelve numbers from zero that add up to one.',
  },
  no_difference_in_inflow: {
    http: 422,
    exit: 3,
    nl: 'Beide cijfers horen bij dezelfde instroom: er is geen extra klant om uren per extra klant over te berekenen.',
    en: 'Both figures belong to the same inflow: there is no extra client to compute hours per extra client over.',
  },
  pair_outside_cohort_reading: {
    http: 422,
    exit: 3,
    nl: 'Geen afloop van uren past bij dit paar: de uren per extra klant zijn niet te bereiken.',
    en: 'No course of hours fits this pair: its hours per extra client cannot be reached.',
  },
  triangle_too_small: {
    http: 422,
    exit: 3,
    nl: 'Een driehoek heeft ten minste vier rijen en vier kolommen nodig: anders is er geen fout van de laatste stap.',
    en: 'A triangle needs at least four rows and four columns: without them the last step has no error.',
  },
  triangle_shape: {
    http: 422,
    exit: 3,
    nl: 'De rijen vormen geen driehoek: elke rij is vanaf de eerste kolom gevuld, en elke latere rij is niet langer.',
    en: 'The rows are no triangle: each row is filled from the first column, and no later row is longer.',
  },
  triangle_value: {
    http: 422,
    exit: 3,
    nl: 'Een waarde in de driehoek is geen eindig getal groter dan nul.',
    en: 'A value in the triangle is not a finite number greater than zero.',
  },
  bad_draws: {
    http: 422,
    exit: 3,
    nl: 'Trekkingen vragen een positief geheel aantal, en spreidingen vanaf nul.',
    en: 'Draws need a positive whole number, and spreads from zero.',
  },
  unequal_shape: {
    http: 422,
    exit: 3,
    nl: 'De reeksen hebben niet de afgesproken lengte.',
    en: 'The arrays do not have the agreed length.',
  },
} as const;

export type ForecastRefusal = keyof typeof FORECAST_REFUSALS;

/** A computation that refuses: a value, never NaN and never an exception. */
export interface NotEstimable<Code extends string = ForecastRefusal> {
  readonly notEstimable: true;
  readonly code: Code;
  readonly sentence: { readonly nl: string; readonly en: string };
  /** What the refusal is about: a month, a row, a number. */
  readonly detail: string | null;
}

/** Makes a refusal of this room; `detail` names the month, row or number. */
export function notEstimable(code: ForecastRefusal, detail: string | null = null): NotEstimable {
  const { nl, en } = FORECAST_REFUSALS[code];
  return { notEstimable: true, code, sentence: { nl, en }, detail };
}

/** Tells a refusal from a result. */
export function isNotEstimable<T extends object>(value: T | NotEstimable<string>): value is NotEstimable<string> {
  return 'notEstimable' in value && value.notEstimable === true;
}
