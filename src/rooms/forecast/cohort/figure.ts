import type { Words } from '../../../platform/contract.ts';
import { number } from '../sentence.ts';

/** The three definitions of hours per client; they live side by side and are never mixed. */
export type Definition =
  /** hours delivered in the year to all cohorts / clients who enter in the year: the published 5.3 and 5.1 */
  | 'inflow_client_in_calendar_year'
  /** hours delivered in the year to all cohorts / client-years in service in the year */
  | 'client_year_in_service'
  /** hours that one client of a cohort gets over the whole life in service */
  | 'lifetime_of_cohort_client';

/** What is assumed about adviser hours behind a figure. */
export type CapacityAssumption =
  /** every hour that clients need is there */
  | 'follows_demand'
  /** a share of the extra hours is there */
  | 'follows_share'
  /** the plannable hours are a ceiling: delivered = the smaller of demanded and plannable */
  | 'fixed';

export const DEFINITION_WORDS: Readonly<Record<Definition, Words>> = {
  inflow_client_in_calendar_year: {
    nl: 'uur per instromende klant in het kalenderjaar',
    en: 'hours per inflow client in the calendar year',
  },
  client_year_in_service: { nl: 'uur per klantjaar in dienstverlening', en: 'hours per client-year in service' },
  lifetime_of_cohort_client: {
    nl: 'uur per klant over de hele dienstverlening',
    en: 'lifetime hours of a cohort client',
  },
};

export const CAPACITY_WORDS: Readonly<Record<CapacityAssumption, Words>> = {
  follows_demand: { nl: 'capaciteit volgt de vraag volledig', en: 'capacity follows demand fully' },
  follows_share: {
    nl: 'capaciteit volgt de verandering van de instroom deels',
    en: 'capacity follows part of the change in inflow',
  },
  fixed: { nl: 'planbare uren zijn een plafond', en: 'plannable hours are a ceiling' },
};

/** A figure never travels without its definition, its capacity assumption and the two numbers it is made of. */
export interface HoursFigure {
  readonly definition: Definition;
  readonly capacityAssumption: CapacityAssumption;
  /** numerator / denominator, in hours per client (or client-year). */
  readonly value: number;
  /** Hours. */
  readonly numerator: number;
  /** Clients, or client-years. */
  readonly denominator: number;
  readonly sentence: Words;
}

/** Makes a figure; null when there is nothing to divide by. */
export function hoursFigure(parts: {
  readonly definition: Definition;
  readonly capacityAssumption: CapacityAssumption;
  readonly numerator: number;
  readonly denominator: number;
}): HoursFigure | null {
  const { definition, capacityAssumption, numerator, denominator } = parts;
  if (!(denominator > 0)) return null;
  const value = numerator / denominator;
  const what = DEFINITION_WORDS[definition];
  const assumed = CAPACITY_WORDS[capacityAssumption];
  const sum = definition === 'lifetime_of_cohort_client' ? NO_SUM : division(numerator, denominator);
  return {
    ...parts,
    value,
    sentence: {
      nl: `${number(value, 2).nl} ${what.nl}${sum.nl}; aanname: ${assumed.nl}.`,
      en: `${number(value, 2).en} ${what.en}${sum.en}; assumption: ${assumed.en}.`,
    },
  };
}

/** Lifetime hours are added up, not divided. */
const NO_SUM: Words = { nl: '', en: '' };

function division(numerator: number, denominator: number): Words {
  const [top, bottom] = [number(numerator, 0), number(denominator, 0)];
  return { nl: ` (${top.nl} / ${bottom.nl})`, en: ` (${top.en} / ${bottom.en})` };
}
