import { bracketedRoot } from '../distributions/bracketed-root.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type PowerTarget, powerQuantiles, refusePower } from './power.ts';

/**
 * Smallest rise of a proportion above p0 that arms of n1 and n0 rows find with the power asked, by the same formula as
 * the sample size of two proportions.
 *
 * Errors: `out_of_range` for counts or chances that cannot be; `too_few` when even a rise to one is not found.
 */
export function detectableDifference(
  { n1, n0, p0 }: { n1: number; n0: number; p0: number },
  target: Omit<PowerTarget, 'ratio'> = {},
): { detectable: number; method: string } | NotEstimable {
  const z = powerQuantiles(target);
  if (!z) return refusePower(target);
  if (!(n1 > 0)) return notEstimable('out_of_range', `n1 = ${n1}`);
  if (!(n0 > 0)) return notEstimable('out_of_range', `n0 = ${n0}`);
  if (!(p0 > 0 && p0 < 1)) return notEstimable('out_of_range', `p0 = ${p0}`);
  const gap = (difference: number) => {
    const p1 = p0 + difference;
    const pooled = (n1 * p1 + n0 * p0) / (n1 + n0);
    const none = z.size * Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0));
    const some = z.power * Math.sqrt(Math.max(0, p1 * (1 - p1)) / n1 + (p0 * (1 - p0)) / n0);
    return difference - none - some;
  };
  const detectable = bracketedRoot(gap, [0, 1 - p0]);
  if (detectable === undefined) return notEstimable('too_few');
  return {
    detectable,
    method: 'two proportions, normal approximation, pooled variance under no difference, two-sided',
  };
}
