import { civilDate, dayNumber } from '../../time/day-number.ts';
import { isRefused, refuseSeries, type SeriesRefused } from '../refusal.ts';
import { type Period, type PeriodKind, readPeriod, sameWeekday, writePeriod } from './period.ts';

/**
 * The time axis of a file: positions 0, 1, 2 ... are consecutive periods, also where no series has a value.
 * A file of dates counts by days, by weeks, or by months, quarters or years (one date in each).
 */
export type Axis = {
  readonly length: number;
  /** Position of a period as written in the file (or of any other period); may lie outside 0..length-1. */
  readonly positionOf: (text: string) => number | undefined;
  /** A position, also beyond the end, as it is written in this file. */
  readonly label: (position: number) => string;
  /** Day number of a day inside the period (the Thursday of a week, the first of a month); undefined for numbers. */
  readonly dayAt: (position: number) => number | undefined;
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'number';
};

/** Some 270 years of days: two periods further apart than this are a slip, and every period between them would be made. */
const MOST_PERIODS = 100_000;

/**
 * Makes the axis from all period texts of a file. `frequency` decides what dates count by: 52 weeks, 12 months, 4
 * quarters, 1 year, else days.
 * @returns refused: `unknown_period`, `mixed_periods`, `axis_too_long`.
 */
export function makeAxis(texts: Iterable<string>, frequency: number): Axis | SeriesRefused {
  let kind: PeriodKind | undefined;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const ordinals: number[] = [];
  for (const text of texts) {
    const period = readPeriod(text);
    if (period === undefined) return refuseSeries('unknown_period', text);
    // A year written 1..9999 in a file of sequence numbers is a sequence number.
    if (kind !== undefined && period.kind !== kind) {
      const numbers = ['year', 'number'];
      if (!numbers.includes(kind) || !numbers.includes(period.kind)) return refuseSeries('mixed_periods', text);
      kind = 'number';
    } else kind = period.kind;
    low = Math.min(low, period.ordinal);
    high = Math.max(high, period.ordinal);
    ordinals.push(period.ordinal);
  }
  if (kind === undefined) return refuseSeries('no_values');
  const axis = kind === 'date' ? dateAxis(ordinals, { low, high, frequency }) : plainAxis(kind, low, high);
  if (isRefused(axis) || axis.length <= MOST_PERIODS) return axis;
  return refuseSeries('axis_too_long', `${axis.label(0)} - ${axis.label(axis.length - 1)}`);
}

function plainAxis(kind: Exclude<PeriodKind, 'date'>, low: number, high: number): Axis {
  const accepts = (period: Period): boolean => period.kind === kind || (kind === 'number' && period.kind === 'year');
  return {
    length: high - low + 1,
    unit: kind,
    label: (position) => writePeriod({ kind, ordinal: low + position }),
    positionOf: (text) => {
      const period = readPeriod(text);
      if (period === undefined) return undefined;
      if (accepts(period)) return period.ordinal - low;
      return convert(period, kind, low);
    },
    dayAt: (position) => firstDay({ kind, ordinal: low + position }),
  };
}

/** A mask may be written in another kind than the file: a date or month on an axis of weeks, a date on one of months. */
function convert(period: Period, kind: PeriodKind, low: number): number | undefined {
  const day = firstDay(period);
  if (day === undefined) return undefined;
  const { year, month } = civilDate(day);
  switch (kind) {
    case 'month':
      return year * 12 + month - 1 - low;
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3) - low;
    case 'week':
      return Math.floor((day + 3) / 7) - low;
    case 'year':
      return year - low;
    case 'date':
    case 'number':
      return undefined;
  }
}

function firstDay({ kind, ordinal }: Period): number | undefined {
  switch (kind) {
    case 'date':
      return ordinal;
    case 'week':
      return ordinal * 7;
    case 'month':
      return dayNumber(Math.floor(ordinal / 12), (ordinal % 12) + 1, 1);
    case 'quarter':
      return dayNumber(Math.floor(ordinal / 4), (ordinal % 4) * 3 + 1, 1);
    case 'year':
      return dayNumber(ordinal, 1, 1);
    case 'number':
      return undefined;
  }
}

function dateAxis(
  ordinals: readonly number[],
  span: { readonly low: number; readonly high: number; readonly frequency: number },
): Axis | SeriesRefused {
  const { low, high, frequency } = span;
  const monthsEach = frequency === 12 ? 1 : frequency === 4 ? 3 : frequency === 1 ? 12 : 0;
  if (monthsEach > 0) return monthlyDates(low, high, monthsEach);
  const weekly = frequency >= 52 && frequency <= 53;
  const days = weekly ? 7 : 1;
  if (weekly && !ordinals.every((ordinal) => sameWeekday(ordinal, low))) return refuseSeries('mixed_periods');
  return {
    length: (high - low) / days + 1,
    unit: weekly ? 'week' : 'day',
    label: (position) => writePeriod({ kind: 'date', ordinal: low + days * position }),
    positionOf: (text) => {
      const period = readPeriod(text);
      const day = period && firstDay(period);
      return day === undefined ? undefined : Math.ceil((day - low) / days);
    },
    dayAt: (position) => low + days * position,
  };
}

/** One date per month, quarter or year: written on the day of the month that the file has (at most the last day). */
function monthlyDates(low: number, high: number, monthsEach: number): Axis {
  const monthOf = (day: number): number => {
    const { year, month } = civilDate(day);
    return year * 12 + month - 1;
  };
  const first = monthOf(low);
  const dayOfMonth = Math.max(civilDate(low).day, civilDate(high).day);
  const labelDay = (position: number): number => {
    const month = first + position * monthsEach;
    const start = dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);
    const next = dayNumber(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1);
    return Math.min(next - 1, start + dayOfMonth - 1);
  };
  return {
    length: Math.floor((monthOf(high) - first) / monthsEach) + 1,
    unit: monthsEach === 1 ? 'month' : monthsEach === 3 ? 'quarter' : 'year',
    label: (position) => writePeriod({ kind: 'date', ordinal: labelDay(position) }),
    positionOf: (text) => {
      const period = readPeriod(text);
      const day = period && firstDay(period);
      return day === undefined ? undefined : Math.floor((monthOf(day) - first) / monthsEach);
    },
    dayAt: labelDay,
  };
}
