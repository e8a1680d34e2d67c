import { civilDate, dayNumber, weekday } from '../../time/day-number.ts';

/** An ISO 8601 week: weeks start on Monday, week 1 holds the first Thursday of the year; a year has 52 or 53. */
export type IsoWeek = { readonly year: number; readonly week: number };

/** Day number of the Monday of a week. */
export function mondayOf({ year, week }: IsoWeek): number {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekday(fourth) + 7 * (week - 1);
}

/** The ISO week that a day lies in. */
export function isoWeekOf(day: number): IsoWeek {
  const thursday = day - weekday(day) + 3;
  const { year } = civilDate(thursday);
  return { year, week: Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1 };
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return isoWeekOf(dayNumber(year, 12, 28)).week;
}

/** The month that a week counts to: that of its Thursday. Months then have 4 or 5 weeks. */
export function monthOfWeek(week: IsoWeek): { readonly year: number; readonly month: number } {
  const { year, month } = civilDate(mondayOf(week) + 3);
  return { year, month };
}

/** How many weeks count to a month: 4 or 5, the number of its Thursdays. */
export function weeksInMonth(year: number, month: number): number {
  const first = dayNumber(year, month, 1);
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const thursday = first + ((10 - weekday(first)) % 7);
  return Math.ceil((next - thursday) / 7);
}
