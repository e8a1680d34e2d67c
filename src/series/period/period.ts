import { civilDate, dayNumber, weekday } from '../../time/day-number.ts';
import { isoWeekOf, mondayOf, weeksInYear } from './iso-week.ts';

/** How the periods of a file are written. `week` = ISO weeks, `date` = a date per day or per week, `number` = 1, 2, 3. */
export type PeriodKind = 'month' | 'quarter' | 'year' | 'week' | 'date' | 'number';

/** A period as a number that counts up by 1 (dates: by 1 per day) within its kind. */
export type Period = { readonly kind: PeriodKind; readonly ordinal: number };

const patterns: readonly { readonly kind: PeriodKind; readonly shape: RegExp }[] = [
  { kind: 'month', shape: /^(\d{4})-(0[1-9]|1[0-2])$/ },
  { kind: 'month', shape: /^(\d{4})M(0[1-9]|1[0-2])$/ },
  { kind: 'quarter', shape: /^(\d{4})-?Q([1-4])$/ },
  { kind: 'week', shape: /^(\d{4})-?W(0[1-9]|[1-4]\d|5[0-3])$/ },
  { kind: 'date', shape: /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T.*)?$/ },
  { kind: 'year', shape: /^(1[6-9]\d\d|20\d\d|21\d\d)$/ },
  { kind: 'number', shape: /^(-?\d{1,9})$/ },
];

/** Reads one period; undefined when it is none, or does not exist (30 February, week 53 of a year of 52). */
export function readPeriod(text: string): Period | undefined {
  const trimmed = text.trim();
  for (const { kind, shape } of patterns) {
    const match = shape.exec(trimmed);
    if (match === null) continue;
    const ordinal = ordinalOf(kind, match.slice(1).map(Number));
    return ordinal === undefined ? undefined : { kind, ordinal };
  }
  return undefined;
}

function ordinalOf(kind: PeriodKind, [first = 0, second = 0, third = 0]: readonly number[]): number | undefined {
  switch (kind) {
    case 'month':
      return first * 12 + second - 1;
    case 'quarter':
      return first * 4 + second - 1;
    case 'week':
      return second > weeksInYear(first) ? undefined : (mondayOf({ year: first, week: second }) + 3) / 7;
    case 'date': {
      const day = dayNumber(first, second, third);
      return civilDate(day).day === third ? day : undefined;
    }
    case 'year':
    case 'number':
      return first;
  }
}

const two = (n: number): string => String(n).padStart(2, '0');
const four = (n: number): string => String(n).padStart(4, '0');

/** Writes a period the way the standard writes it: 2020-03, 2020-Q1, 2020-W11, 2020-03-14, 2020, or the number. */
export function writePeriod({ kind, ordinal }: Period): string {
  switch (kind) {
    case 'month':
      return `${four(Math.floor(ordinal / 12))}-${two((ordinal % 12) + 1)}`;
    case 'quarter':
      return `${four(Math.floor(ordinal / 4))}-Q${(ordinal % 4) + 1}`;
    case 'week': {
      const { year, week } = isoWeekOf(ordinal * 7);
      return `${four(year)}-W${two(week)}`;
    }
    case 'date': {
      const { year, month, day } = civilDate(ordinal);
      return `${four(year)}-${two(month)}-${two(day)}`;
    }
    case 'year':
      return four(ordinal);
    case 'number':
      return String(ordinal);
  }
}

/** Whether two dates fall on the same day of the week, so that a file of dates counts by weeks. */
export function sameWeekday(a: number, b: number): boolean {
  return weekday(a) === weekday(b);
}
