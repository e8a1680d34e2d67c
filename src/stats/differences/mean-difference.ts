import { cellMeans, type Summed } from '../cells.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { ols } from '../regression/ols.ts';
import type { Coefficient } from '../regression/regression-table.ts';
import { refuseErrors } from '../regression/standard-error.ts';
import type { Estimate } from '../result.ts';
import { type ArmRows, refuseArms } from './arms.ts';
import { type ClusterError, clusteredDifference } from './clustered-difference.ts';
import { type MeanError, meanDifferenceOfMoments } from './mean-difference-of-moments.ts';
import { momentsOfArm } from './moments.ts';
import { weightedDifference } from './weighted-difference.ts';

export interface MeanDifferenceOptions {
  /** `welch` unless told; `HC2` with weights, `CR2` with clusters. */
  readonly se?: MeanError | ClusterError;
  /** Cluster of each row, as codes 0, 1, 2, ...; only for CR0, CR1 and CR2. */
  readonly cluster?: ArrayLike<number>;
  /** Weight of each row, taken as known. */
  readonly weights?: ArrayLike<number>;
  /** Of the two-sided interval; 0.95 unless told. */
  readonly level?: number;
}

/**
 * Difference of the mean outcome, treatment 1 minus treatment 0: the intention-to-treat effect of a randomised trial.
 *
 * Errors: those of the rows (`missing_value`, `not_binary`, `one_arm`, ...), of the error asked (`too_few`, `constant`,
 * `one_cluster`, `leverage_one`, `bad_weight`), and those of an error that does not fit what is given (`no_cluster`,
 * `idle_cluster`; `out_of_range` for Welch with weights). Cells are as in `Summed`.
 */
export function meanDifference(
  rows: ArmRows & Summed,
  { se, cluster, weights, level = 0.95 }: MeanDifferenceOptions = {},
): Estimate | NotEstimable {
  const refusal = refuseArms(rows);
  if (refusal) return refusal;
  const error = se ?? (cluster ? 'CR2' : weights ? 'HC2' : 'welch');
  const misfit = refuseErrors([error], cluster);
  if (misfit !== undefined) return misfit;
  const cells = cellMeans(rows);
  if (isNotEstimable(cells)) return cells;
  const arms = { ...cells, treatment: rows.treatment };
  if (cluster) {
    if (weights) return weightedAndClustered(rows, { se: error as ClusterError, cluster, weights, level });
    if (cluster.length !== rows.outcome.length) return notEstimable('unequal_lengths');
    return clusteredDifference({ ...arms, cluster }, error as ClusterError, level);
  }
  if (weights) {
    if (error === 'welch') return notEstimable('out_of_range', 'se = welch with weights');
    return weightedDifference({ ...arms, weights }, error as Exclude<MeanError, 'welch'>, level);
  }
  const arm1 = momentsOfArm(arms, 1);
  const arm0 = momentsOfArm(arms, 0);
  return meanDifferenceOfMoments(arm1, arm0, { se: error as MeanError, level });
}

/** Weights and clusters together are the weighted regression on the arm. */
function weightedAndClustered(
  { outcome, treatment, count, sumOfSquares }: ArmRows & Summed,
  {
    se,
    cluster,
    weights,
    level,
  }: { se: ClusterError; level: number } & Record<'cluster' | 'weights', ArrayLike<number>>,
): Estimate | NotEstimable {
  const values = Float64Array.from(treatment);
  const table = ols({
    outcome: Float64Array.from(outcome),
    terms: [{ name: 'treatment', values }],
    weights: Float64Array.from(weights),
    count,
    sumOfSquares,
    clusters: cluster,
    se,
    level,
  });
  if (isNotEstimable(table)) return table;
  const { term: _term, ...inference } = table.coefficients[1] as Coefficient;
  let n1 = 0;
  for (let i = 0; i < values.length; i += 1) if (values[i] === 1 && (weights[i] as number) > 0) n1 += count?.[i] ?? 1;
  return {
    ...inference,
    n: table.n,
    n1,
    n0: table.n - n1,
    method: `difference in weighted means: ${table.method}`,
    warnings: table.warnings,
  };
}
