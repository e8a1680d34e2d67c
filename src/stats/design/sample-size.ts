import { bracketedRoot } from '../distributions/bracketed-root.ts';
import { noncentralTUpper } from '../distributions/noncentral-t.ts';
import { normalUpper } from '../distributions/normal.ts';
import { tQuantile } from '../distributions/student.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type PowerTarget, powerQuantiles, refusePower } from './power.ts';

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

function refuseShares(shares: { p1: number; p0: number }): NotEstimable | undefined {
  for (const [name, share] of Object.entries(shares)) {
    if (!(share > 0 && share < 1)) return notEstimable('out_of_range', `${name} = ${share}`);
  }
  return shares.p1 === shares.p0 ? notEstimable('no_difference', `p1 = p0 = ${shares.p0}`) : undefined;
}

function refuseRatio(ratio: number): NotEstimable | undefined {
  return ratio > 0 ? undefined : notEstimable('out_of_range', `ratio = ${ratio}`);
}

/**
 * Rows to find the difference of two proportions: variance pooled under no difference, unpooled under the difference.
 *
 * Errors: `out_of_range` for shares, size, power or ratio that cannot be; `no_difference` when p1 = p0.
 * Source: J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), without continuity correction; R's
 * power.prop.test at a ratio of one.
 */
export function sampleSizeOfProportions(
  { p1, p0 }: { p1: number; p0: number },
  target: PowerTarget = {},
): SampleSize | NotEstimable {
  const z = powerQuantiles(target);
  const ratio = target.ratio ?? 1;
  if (!z) return refusePower(target);
  const refusal = refuseShares({ p1, p0 }) ?? refuseRatio(ratio);
  if (refusal) return refusal;
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
  if (!z) return refusePower(target);
  const refusal = refuseShares({ p1, p0 });
  if (refusal) return refusal;
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
 * Errors: `out_of_range` for a standard deviation, size, power or ratio that cannot be; `no_difference` for a difference of zero;
 * `not_converged` when fewer than four rows would do.
 * Source: the power of the two-sample t-test; R's power.t.test at a ratio of one.
 */
export function sampleSizeOfMeans(
  { difference, sd }: { difference: number; sd: number },
  target: PowerTarget = {},
): SampleSize | NotEstimable {
  const z = powerQuantiles(target);
  const ratio = target.ratio ?? 1;
  if (!z) return refusePower(target);
  if (!(sd > 0)) return notEstimable('out_of_range', `sd = ${sd}`);
  if (!Number.isFinite(difference)) return notEstimable('out_of_range', `difference = ${difference}`);
  const refusal = refuseRatio(ratio);
  if (refusal) return refusal;
  if (difference === 0) return notEstimable('no_difference', 'difference = 0');
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
