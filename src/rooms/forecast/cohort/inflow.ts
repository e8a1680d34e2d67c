import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { InflowMonth } from './calendar-year.ts';
import { monthIndex, monthName, yearOf } from './entry-month.ts';

/** Inflow in order of month, with the months that are not in the input but lie inside its span or in the year itself. */
export interface Inflow {
  readonly months: readonly InflowMonth[];
  /** Counted as zero; said, never silent. */
  readonly absent: readonly string[];
  /** Months after the year that is valued: they give nothing. */
  readonly unused: readonly string[];
}

/** Reads `{"2019-01": n, ...}` for `year`. Refuses months that are none, numbers below zero, a year without inflow. */
export function readInflow(given: Readonly<Record<string, number>>, year: number): Inflow | NotEstimable {
  const months: InflowMonth[] = [];
  for (const [name, clients] of Object.entries(given)) {
    const month = monthIndex(name);
    if (month === null) return notEstimable('bad_inflow_month', name);
    if (!Number.isFinite(clients) || clients < 0) return notEstimable('bad_inflow', `${name}: ${clients}`);
    months.push({ month, clients });
  }
  months.sort((one, other) => one.month - other.month);
  const inYear = months.filter(({ month }) => yearOf(month) === year);
  if (!inYear.some(({ clients }) => clients > 0)) return notEstimable('no_inflow_in_year', String(year));
  const present = new Set(months.map(({ month }) => month));
  const first = Math.min(months[0]?.month ?? year * 12, year * 12);
  const absent: string[] = [];
  for (let month = first; month < year * 12 + 12; month++) if (!present.has(month)) absent.push(monthName(month));
  const unused = months.filter(({ month }) => yearOf(month) > year).map(({ month }) => monthName(month));
  return { months: months.filter(({ month }) => yearOf(month) <= year), absent, unused };
}
