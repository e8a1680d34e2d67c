import { addMonths, lastDayOfMonth } from '../../time/calendar-date.ts';

/** The month of a date when that is its last day, else the month before; in January January itself. */
export function lastWholeMonth(at: string): string {
  const month = at.slice(0, 7);
  if (lastDayOfMonth(month) === at || at.slice(5, 7) === '01') return month;
  return addMonths(`${month}-01`, -1).slice(0, 7);
}
