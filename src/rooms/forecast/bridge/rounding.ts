import type { PublishedPair } from '../cohort/solve-pair.ts';

/** Lowest and highest value, both possible. */
export type Range = readonly [low: number, high: number];

/** Half a unit of the last printed decimal: a figure printed as 5.3 lies between 5.25 and 5.35. */
export function halfUnit(decimals: number): number {
  return 0.5 * 10 ** -decimals;
}

/** What a figure may have been before it was rounded. */
export function printedRange(value: number, half: number): Range {
  return [value - half, value + half];
}

/** What rounding leaves open of `value(h0, h1)`, a function that is monotone in both figures: its extremes at the corners. */
export function rangeFromRounding(pair: PublishedPair, half: number, value: (h0: number, h1: number) => number): Range {
  const corners = [-half, half].flatMap((d0) =>
    [-half, half].map((d1) => value(pair.from.hours + d0, pair.to.hours + d1)),
  );
  return [Math.min(...corners), Math.max(...corners)];
}

/** Whether two ranges share a value. */
export function overlaps(one: Range, other: Range): boolean {
  return one[0] <= other[1] && other[0] <= one[1];
}
