import { addMonths, daysBetween, daysInYear } from '../../time/calendar-date.ts';

/** The dates that figures at `at` are made from; all inclusive days unless said otherwise. */
export interface Windows {
  /** Reference date, the end of that day. */
  readonly at: string;
  readonly yearStart: string;
  readonly yearEnd: string;
  readonly daysInYear: number;
  /** The day 12 months before `at`, itself outside the window. */
  readonly twelveMonthsBefore: string;
  readonly daysInTwelveMonths: number;
  readonly year: number;
}

export function computeWindows(at: string): Windows {
  const year = Number(at.slice(0, 4));
  const twelveMonthsBefore = addMonths(at, -12);
  return {
    at,
    yearStart: `${at.slice(0, 4)}-01-01`,
    yearEnd: `${at.slice(0, 4)}-12-31`,
    daysInYear: daysInYear(year),
    twelveMonthsBefore,
    daysInTwelveMonths: daysBetween(twelveMonthsBefore, at),
    year,
  };
}

/** Days of the window of a mean, by which client-years are made from days; null for what is no mean. */
export function computeWindowDays(measure: string, windows: Windows): number | null {
  if (measure === 'mean_year') return windows.daysInYear;
  return measure === 'mean_12m' ? windows.daysInTwelveMonths : null;
}
