import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { InflowMonth } from './calendar-year.ts';
import { monthIndex, yearOf } from './entry-month.ts';

/** Inflow in order of month, with the months that are not in the input but lie inside its span or in the year itself. */
export interface Inflow {
  readonly months: readonly InflowMonth[];
  /** Counted as zero; said, never silent. */
  readonly absent: readonly number[];
  /** Months after the year that is valued: they give nothing. */
  readonly unused: readonly number[];
}

/** A client of longer ago is not in service; an earlier month is a slip that every answer would be stretched to. */
const MOST_YEARS = 100;

/**
 * Reads `{"2019-01": n, ...}` for `year`. Refuses months that are none or more than a hundred years before it, numbers
 * below zero, a year without inflow.
 */
export function readInflow(given: Readonly<Record<string, number>>, year: number): Inflow | NotEstimable {
  const months: InflowMonth[] = [];
  for (const [name, clients] of Object.entries(given)) {
    const month = monthIndex(name);
    if (month === null) return notEstimable('bad_inflow_month', name);
    if (!Number.isFinite(clients) || clients < 0) return notEstimable('bad_inflow', `${name}: ${clients}`);
    if (year - yearOf(month) > MOST_YEARS) return notEstimable('inflow_too_early', name);
    months.push({ month, clients });
  }
  months.sort((one, other) => one.month - other.month);
  const inYear = months.filter(({ month }) => yearOf(month) === year);
  if (!inYear.some(({ clients }) => clients > 0)) return notEstimable('no_inflow_in_year', String(year));
  const present = new Set(months.map(({ month }) => month));
  const first = Math.min(months[0]?.month ?? year * 12, year * 12);
  const absent: number[] = [];
  for (let month = first; month < year * 12 + 12; month++) if (!present.has(month)) absent.push(month);
  const unused = months.filter(({ month }) => yearOf(month) > year).map(({ month }) => month);
  return { months: months.filter(({ month }) => yearOf(month) <= year), absent, unused };
}
