import { bracketedRoot } from '../distributions/bracketed-root.ts';
import { noncentralTUpper } from '../distributions/noncentral-t.ts';
import { normalUpper } from '../distributions/normal.ts';
import { tQuantile } from '../distributions/student.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type PowerTarget, powerQuantiles } from './power.ts';

/** Rows needed, not rounded: round each arm up. */
export interface SampleSize {
  /** Rows per arm; the mean of both where the ratio is not one. */
  readonly nPerArm: number;
  readonly n1: number;
  readonly n0: number;
  readonly nTotal: number;
  readonly method: string;
}

function sized(n0: number, ratio: number, method: string): SampleSize {
  const n1 = ratio * n0;
  return { nPerArm: (n1 + n0) / 2, n1, n0, nTotal: n1 + n0, method };
}

function isShare(value: number): boolean {
  return value > 0 && value < 1;
}

/**
 * Rows to find the difference of two proportions: variance pooled under no difference, unpooled under the difference.
 *
 * Errors: `out_of_range` for shares, size, power or ratio that cannot be; `constant` when p1 = p0.
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), without continuity correction; R's
 * power.prop.test at a ratio of one.
 */
export function sampleSizeOfProportions(
  { p1, p0 }: { p1: number; p0: number },
  target: PowerTarget = {},
): SampleSize | NotEstimable {
  const z = powerQuantiles(target);
  const ratio = target.ratio ?? 1;
  if (!z || !isShare(p1) || !isShare(p0) || !(ratio > 0)) return notEstimable('out_of_range');
  if (p1 === p0) return notEstimable('constant', 'p1 = p0');
  const pooled = (ratio * p1 + p0) / (ratio + 1);
  const none = z.size * Math.sqrt((1 + 1 / ratio) * pooled * (1 - pooled));
  const some = z.power * Math.sqrt((p1 * (1 - p1)) / ratio + p0 * (1 - p0));
  const n0 = ((none + some) / (p1 - p0)) ** 2;
  return sized(n0, ratio, 'two proportions, normal approximation, pooled variance under no difference, two-sided');
}

/**
 * Cohen's h and the rows per arm by the arcsine transformation, which makes the variance the same for every share; two-sided.
 *
 * Errors: as {@link sampleSizeOfProportions}.
 * Source: J. Cohen, Statistical Power Analysis (1988), chapter 6.
 */
export function arcsineSampleSize(
  { p1, p0 }: { p1: number; p0: number },
  target: PowerTarget = {},
): { h: number; nPerArm: number } | NotEstimable {
  const z = powerQuantiles(target);
  if (!z || !isShare(p1) || !isShare(p0)) return notEstimable('out_of_range');
  if (p1 === p0) return notEstimable('constant', 'p1 = p0');
  const h = 2 * (Math.asin(Math.sqrt(p1)) - Math.asin(Math.sqrt(p0)));
  // Both tails count: the one on the wrong side is a chance of 1e-6 or so.
  const near = 2 * ((z.size + z.power) / h) ** 2;
  const gap = (n: number) => {
    const shift = Math.abs(h) * Math.sqrt(n / 2);
    return normalUpper(z.size - shift) + normalUpper(z.size + shift) - (target.power ?? 0.8);
  };
  return { h, nPerArm: bracketedRoot(gap, [near / 4, near * 2]) ?? near };
}

/**
 * Rows to find a difference of two means with a common standard deviation by the t-test, through the noncentral t.
 *
 * Errors: `out_of_range` for a standard deviation, size, power or ratio that cannot be; `constant` for no difference;
 * `not_converged` when fewer than four rows would do.
 * Source: the power of the two-sample t-test; R's power.t.test at a ratio of one.
 */
export function sampleSizeOfMeans(
  { difference, sd }: { difference: number; sd: number },
  target: PowerTarget = {},
): SampleSize | NotEstimable {
  const z = powerQuantiles(target);
  const ratio = target.ratio ?? 1;
  if (!z || !(sd > 0) || !Number.isFinite(difference) || !(ratio > 0)) return notEstimable('out_of_range');
  if (difference === 0) return notEstimable('constant', 'difference = 0');
  const effect = Math.abs(difference) / sd;
  const approximate = ((z.size + z.power) / effect) ** 2 * (1 + 1 / ratio);
  const { power = 0.8, alpha = 0.05 } = target;
  const gap = (n0: number) => {
    const df = n0 * (1 + ratio) - 2;
    const shift = effect * Math.sqrt((n0 * ratio) / (1 + ratio));
    return noncentralTUpper(tQuantile(1 - alpha / 2, df), { df, shift }) - power;
  };
  const least = 3 / (1 + ratio);
  const n0 = bracketedRoot(gap, [least, Math.max(least * 2, approximate * 2 + 20)]);
  if (n0 === undefined) return notEstimable('not_converged', 'fewer than four rows');
  return sized(n0, ratio, 'two means, noncentral t, common standard deviation, two-sided');
}
