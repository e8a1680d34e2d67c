import { yearOf } from './entry-month.ts';

/** Clients who entered in one calendar month (`month` counts from January of year 0). */
export interface InflowMonth {
  readonly month: number;
  readonly clients: number;
}

/** Everything delivered in one calendar year, in the unit of the course (hours or conversations). */
export interface CalendarYear {
  /** January to December. */
  readonly byMonth: Float64Array;
  /** Spill-over: entry year -> what its clients get in this year. */
  readonly fromEarlierYears: ReadonlyMap<number, number>;
  readonly fromCurrentYear: number;
  readonly total: number;
  /** Clients who enter in the year. */
  readonly inflowTotal: number;
}

/**
 * Values inflow cohorts in calendar `year`: each entry month gives its clients times the course at that many months since
 * entry. Entries after the year give nothing; a course that is too short gives zero beyond its end.
 */
export function valueCalendarYear(inflow: readonly InflowMonth[], perMonth: Float64Array, year: number): CalendarYear {
  const january = year * 12;
  const byMonth = new Float64Array(12);
  const fromEarlierYears = new Map<number, number>();
  let fromCurrentYear = 0;
  let inflowTotal = 0;
  for (const { month, clients } of inflow) {
    let sum = 0;
    for (let j = Math.max(0, month - january); j < 12; j++) {
      const value = clients * (perMonth[january + j - month] ?? 0);
      byMonth[j] = (byMonth[j] ?? 0) + value;
      sum += value;
    }
    const entered = yearOf(month);
    if (entered < year) fromEarlierYears.set(entered, (fromEarlierYears.get(entered) ?? 0) + sum);
    if (entered === year) {
      fromCurrentYear += sum;
      inflowTotal += clients;
    }
  }
  const total = byMonth.reduce((sum, value) => sum + value, 0);
  return { byMonth, fromEarlierYears, fromCurrentYear, total, inflowTotal };
}

/** What a client who enters in January, ..., December still gets before the year ends: C_11, ..., C_0. */
export function inYearByEntryMonth(cumulative: Float64Array): number[] {
  return Array.from({ length: 12 }, (_, m) => cumulative[Math.min(11 - m, cumulative.length - 1)] ?? 0);
}
