import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/**
 * Which covariance of the coefficients.
 *
 * - `classical`: one variance for all rows.
 * - `HC0`-`HC3`: heteroskedasticity-consistent (White; n/(n-k); 1/(1-h); 1/(1-h)²).
 * - `CR0`: cluster-robust without correction; `CR1`: times G/(G-1) x (n-1)/(n-k), Stata's correction and `estimatr`'s
 *   `stata` (k counts fixed effects too); `CR2`: bias-reduced (Bell & McCaffrey 2002) under an identity working model.
 */
export type StandardError = 'classical' | 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'CR0' | 'CR1' | 'CR2';

/** The convention behind each standard error, as a method states it. */
export const STANDARD_ERROR_CONVENTION = {
  classical: 'classical errors, t(n - k)',
  HC0: 'HC0 errors, t(n - k)',
  HC1: 'HC1 errors (n/(n - k)), t(n - k)',
  HC2: 'HC2 errors, t(n - k)',
  HC3: 'HC3 errors (jackknife-like, 1/(1 - h)²), t(n - k)',
  CR0: 'CR0 cluster-robust errors without correction, t(G - 1)',
  CR1: 'CR1 cluster-robust errors (G/(G - 1) × (n - 1)/(n - k)), t(G - 1)',
  CR2: 'CR2 cluster-robust errors (identity working model), Satterthwaite degrees of freedom',
} as const satisfies Record<StandardError, string>;

/** Whether a standard error needs clusters. */
export function isClustered(se: string): boolean {
  return se === 'CR0' || se === 'CR1' || se === 'CR2';
}

/** Refuses errors that do not fit what is given: clusters that are missing (`no_cluster`) or not used (`idle_cluster`). */
export function refuseErrors(errors: readonly string[], clusters: unknown): NotEstimable | undefined {
  const clustered = errors.find(isClustered);
  if (clustered !== undefined && clusters === undefined) return notEstimable('no_cluster', clustered);
  if (clustered === undefined && clusters !== undefined) return notEstimable('idle_cluster', errors.join(', '));
  return undefined;
}
