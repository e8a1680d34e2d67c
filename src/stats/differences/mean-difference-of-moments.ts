import { infer } from '../inference.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate } from '../result.ts';
import type { Moments } from './moments.ts';

/** Standard errors of a difference of two means without clusters. */
export type MeanError = 'welch' | 'HC0' | 'HC1' | 'HC2' | 'HC3';

const METHODS: Record<MeanError, string> = {
  welch: 'difference in means, Welch, Satterthwaite degrees of freedom',
  HC0: 'difference in means, HC0, n - 2 degrees of freedom',
  HC1: 'difference in means, HC1 (n / (n - 2)), n - 2 degrees of freedom',
  HC2: 'difference in means, HC2, n - 2 degrees of freedom',
  HC3: 'difference in means, HC3, n - 2 degrees of freedom',
};

function varianceOfMean({ n, squares }: Moments, se: MeanError): number {
  if (se === 'HC0' || se === 'HC1') return squares / (n * n);
  if (se === 'HC3') return squares / ((n - 1) * (n - 1));
  return squares / (n - 1) / n;
}

/**
 * Difference of means, arm 1 minus arm 0, from the moments of both arms: rows and cells give the same result. HC2 equals
 * Welch's error, with n - 2 degrees of freedom instead of Satterthwaite's.
 *
 * Errors: `too_few` below two rows in an arm; `constant` when no arm varies; `out_of_range` where
 * the squares of the outcomes are no numbers.
 * Source: B. L. Welch, Biometrika 34 (1947); J. G. MacKinnon, H. White, J. Econometrics 29 (1985).
 */
export function meanDifferenceOfMoments(
  arm1: Moments,
  arm0: Moments,
  { se = 'welch', level = 0.95 }: { se?: MeanError; level?: number } = {},
): Estimate | NotEstimable {
  if (arm1.n < 2 || arm0.n < 2) return notEstimable('too_few', `n1 = ${arm1.n}, n0 = ${arm0.n}`);
  const n = arm1.n + arm0.n;
  const v1 = varianceOfMean(arm1, se);
  const v0 = varianceOfMean(arm0, se);
  const variance = (v1 + v0) * (se === 'HC1' ? n / (n - 2) : 1);
  if (!Number.isFinite(variance)) return notEstimable('out_of_range', 'outcome');
  if (!(variance > 0)) return notEstimable('constant', 'outcome');
  const df = se === 'welch' ? (v1 + v0) ** 2 / (v1 ** 2 / (arm1.n - 1) + v0 ** 2 / (arm0.n - 1)) : n - 2;
  if (!(df > 0)) return notEstimable('out_of_range', 'outcome');
  return {
    ...infer(arm1.mean - arm0.mean, Math.sqrt(variance), { df, level }),
    n,
    n1: arm1.n,
    n0: arm0.n,
    method: METHODS[se],
    warnings: [],
  };
}
