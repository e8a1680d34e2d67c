/** Values nearer to each other than this part of their size differ by rounding only: 0.1 added and divided is not 0.1. */
const ROUNDING = 8 * Number.EPSILON;

/** The least and the greatest of some values. */
export interface Range {
  low: number;
  high: number;
}

/** A range that holds nothing yet. */
export function emptyRange(): Range {
  return { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
}

/** Takes a value into a range. */
export function widen(range: Range, value: number): void {
  if (value < range.low) range.low = value;
  if (value > range.high) range.high = value;
}

/**
 * Whether all values of a range are one value, but for rounding. Such values have no spread, however small.
 * @param terms how many numbers were added up to make each: every one may add a rounding
 */
export function isOneValue({ low, high }: Range, terms = 1): boolean {
  return high - low <= terms * ROUNDING * Math.max(Math.abs(low), Math.abs(high));
}

/**
 * Whether the residuals of a fit are what rounding leaves of outcomes that it meets exactly.
 * @param residual root of the sum of their squares
 * @param norm root of the sum of squares of the outcomes
 */
export function isExactFit(residual: number, { norm, columns }: { norm: number; columns: number }): boolean {
  return residual <= ROUNDING * (columns + 1) * norm;
}
