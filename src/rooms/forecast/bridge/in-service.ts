import { valueCalendarYear } from '../cohort/calendar-year.ts';
import { monthsInService } from '../cohort/survival.ts';

const THREE_YEARS = 36;

/** Inflow of a year and of the two years before, spread over months. */
export interface YearInflow {
  readonly inflow: number;
  readonly previousInflow: number;
  readonly monthWeights: readonly number[];
}

/**
 * Average number of clients in service over a calendar year, from its own inflow and that of the two years before, with a
 * constant `hazard` of leaving per month. Equals client-years in service in the year.
 */
export function averageInService(hazard: number, { inflow, previousInflow, monthWeights }: YearInflow): number {
  const months = Array.from({ length: THREE_YEARS }, (_, month) => ({
    month,
    clients: (month < 24 ? previousInflow : inflow) * (monthWeights[month % 12] ?? 0),
  }));
  return valueCalendarYear(months, monthsInService(hazard, THREE_YEARS), 2).total / 12;
}
