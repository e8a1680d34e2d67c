import type { Axis } from './axis.ts';
import { isoWeekOf } from './iso-week.ts';

/**
 * Which positions from `from` on are a 53rd ISO week. A year of 53 weeks would push every later year one place along,
 * so week 53 is taken out before a season of 52 is fitted and put back between its neighbours afterwards.
 */
export function leapWeeks(axis: Axis, from: number, count: number): readonly boolean[] {
  return Array.from({ length: count }, (_, k) => {
    const day = axis.unit === 'week' ? axis.dayAt(from + k) : undefined;
    return day !== undefined && isoWeekOf(day).week === 53;
  });
}

/** The values at positions that are no leap week. */
export function withoutLeapWeeks<T>(values: readonly T[], leap: readonly boolean[]): readonly T[] {
  return leap.includes(true) ? values.filter((_, t) => !leap[t]) : values;
}

/** Steps to forecast so that `leap` (the horizon) can be filled: its ordinary weeks, one more when it ends in a leap week. */
export function ordinarySteps(leap: readonly boolean[]): number {
  const ordinary = leap.filter((each) => !each).length;
  return leap.at(-1) === true || ordinary === 0 ? ordinary + 1 : ordinary;
}

/** Puts the leap weeks back: each is the mean of the ordinary steps before and after it. */
export function withLeapWeeks(steps: readonly Float64Array[], leap: readonly boolean[]): readonly Float64Array[] {
  let next = 0;
  return leap.map((each) => {
    if (!each) return steps[next++]!;
    const after = steps[next]!;
    const before = next > 0 ? steps[next - 1]! : after;
    return after.map((value, i) => (value + before[i]!) / 2);
  });
}
