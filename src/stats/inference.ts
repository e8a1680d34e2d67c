import { tQuantile, tTwoSided } from './distributions/student.ts';
import type { Estimate } from './result.ts';

/** The part of an {@link Estimate} that follows from an estimate, its standard error and its degrees of freedom. */
export type Inference = Pick<Estimate, 'estimate' | 'se' | 'ciLow' | 'ciHigh' | 'statistic' | 'df' | 'p'>;

/**
 * Statistic, two-sided p-value and interval from the t distribution with `df` degrees of freedom, or from the normal when
 * `df` is left out.
 * @param se must be positive; the caller refuses a zero error as `constant`
 * @param level of the two-sided interval, 0.95 unless told
 */
export function infer(
  estimate: number,
  se: number,
  { df, level = 0.95 }: { df?: number; level?: number } = {},
): Inference {
  const degrees = df ?? Number.POSITIVE_INFINITY;
  const reach = tQuantile(0.5 + level / 2, degrees) * se;
  const statistic = estimate / se;
  return {
    estimate,
    se,
    ciLow: estimate - reach,
    ciHigh: estimate + reach,
    statistic,
    ...(df === undefined ? {} : { df }),
    p: tTwoSided(statistic, degrees),
  };
}
