import { type IsoWeek, monthOfWeek } from './iso-week.ts';

/** A month as the sum of the 4 or 5 weeks whose Thursday it holds; `weeks` tells how many of them were given. */
export type MonthSum = {
  readonly year: number;
  readonly month: number;
  readonly weeks: number;
  readonly sums: Float64Array;
};

/**
 * Adds weekly numbers up to months of 4 or 5 weeks. `perWeek[k]` holds any number of values for week k (a mean, or one
 * value per path), all of the same length; months come in the order of the weeks. A month at either end may be partial:
 * compare `weeks` with `weeksInMonth`.
 */
export function sumWeeksToMonths(weeks: readonly IsoWeek[], perWeek: readonly Float64Array[]): readonly MonthSum[] {
  const months: { year: number; month: number; weeks: number; sums: Float64Array }[] = [];
  weeks.forEach((week, k) => {
    const { year, month } = monthOfWeek(week);
    const values = perWeek[k]!;
    const last = months.at(-1);
    if (last !== undefined && last.year === year && last.month === month) {
      last.weeks += 1;
      for (let i = 0; i < values.length; i++) last.sums[i]! += values[i]!;
    } else months.push({ year, month, weeks: 1, sums: Float64Array.from(values) });
  });
  return months;
}
