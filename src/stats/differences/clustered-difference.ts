import { infer } from '../inference.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate, Warning } from '../result.ts';
import { emptyRange, isOneValue, type Range, widen } from '../rounding.ts';
import type { ArmRows } from './arms.ts';

/** Cluster-robust errors of a difference of two means. */
export type ClusterError = 'CR0' | 'CR1' | 'CR2';

const METHODS: Record<ClusterError, string> = {
  CR0: 'difference in means, CR0, clusters - 1 degrees of freedom',
  CR1: 'difference in means, CR1 (G / (G - 1) x (n - 1) / (n - 2)), clusters - 1 degrees of freedom',
  CR2: 'difference in means, CR2 (identity working model), Satterthwaite degrees of freedom',
};

const FEW_CLUSTERS: Warning = {
  code: 'few_clusters',
  sentence: {
    nl: 'Er zijn minder dan 30 clusters: gebruik CR2.',
    en: 'There are fewer than 30 clusters: use CR2.',
  },
};

/** Rows with their cluster (codes 0, 1, 2, ...). */
export interface ClusteredRows extends ArmRows {
  readonly cluster: ArrayLike<number>;
}

/** Sizes and sums of residuals of one arm, by cluster. */
interface ArmClusters {
  readonly n: number;
  readonly mean: number;
  readonly size: Float64Array;
  readonly residual: Float64Array;
  readonly range: Range;
}

function armClusters({ outcome, treatment, cluster, count: counts }: ClusteredRows, arm: number): ArmClusters {
  let count = 0;
  for (let i = 0; i < cluster.length; i += 1) count = Math.max(count, (cluster[i] as number) + 1);
  const size = new Float64Array(count);
  const sum = new Float64Array(count);
  let n = 0;
  let total = 0;
  const range = emptyRange();
  for (let i = 0; i < outcome.length; i += 1) {
    if (treatment[i] !== arm) continue;
    const g = cluster[i] as number;
    const times = counts?.[i] ?? 1;
    const part = times * (outcome[i] as number);
    size[g] = (size[g] as number) + times;
    sum[g] = (sum[g] as number) + part;
    n += times;
    total += part;
    if (times > 0) widen(range, outcome[i] as number);
  }
  const mean = total / n;
  return { n, mean, size, range, residual: sum.map((value, g) => value - (size[g] as number) * mean) };
}

/** (1 - n_ag / n_a)^(-1/2): what CR2 multiplies the summed residuals of a cluster in an arm by. */
function cr2Factor(arm: ArmClusters, g: number): number {
  const left = 1 - (arm.size[g] as number) / arm.n;
  return left > 1e-12 ? 1 / Math.sqrt(left) : 0;
}

/**
 * Bell and McCaffrey's degrees of freedom: (tr M)^2 / tr(M M) for the covariance M of the clusters' contributions when
 * errors are independent. M is diagonal minus one outer product per arm, so its trace of squares takes O(clusters).
 */
function satterthwaite(arms: readonly ArmClusters[]): number {
  const groups = arms[0]?.size.length ?? 0;
  const diagonal = new Float64Array(groups);
  const outer = arms.map((arm) => {
    const v = new Float64Array(groups);
    for (let g = 0; g < groups; g += 1) {
      const b = cr2Factor(arm, g);
      const size = arm.size[g] as number;
      diagonal[g] = (diagonal[g] as number) + (b * b * size) / (arm.n * arm.n);
      v[g] = (b * size) / arm.n ** 1.5;
    }
    return v;
  });
  let trace = 0;
  let square = 0;
  for (let g = 0; g < groups; g += 1) {
    const d = diagonal[g] as number;
    trace += d;
    square += d * d;
    for (const v of outer) {
      trace -= (v[g] as number) ** 2;
      square -= 2 * d * (v[g] as number) ** 2;
    }
  }
  for (const v of outer) {
    for (const w of outer) {
      let product = 0;
      for (let g = 0; g < groups; g += 1) product += (v[g] as number) * (w[g] as number);
      square += product * product;
    }
  }
  return (trace * trace) / square;
}

/**
 * Difference of means with errors that hold when rows of a cluster hang together; a cluster may lie in both arms. Closed
 * form of the regression on the arm: the hat matrix of a cluster has one eigenvalue per arm.
 *
 * Errors: `one_cluster`; `leverage_one` for CR2 when one cluster is a whole arm; `constant`.
 * Source: K.-Y. Liang, S. L. Zeger, Biometrika 73 (1986); R. M. Bell, D. F. McCaffrey, Survey Methodology 28 (2002).
 */
export function clusteredDifference(rows: ClusteredRows, se: ClusterError, level = 0.95): Estimate | NotEstimable {
  const arm1 = armClusters(rows, 1);
  const arm0 = armClusters(rows, 0);
  const n = arm1.n + arm0.n;
  const used = [...arm1.size.keys()].filter((g) => (arm1.size[g] as number) + (arm0.size[g] as number) > 0);
  const clusters = used.length;
  if (clusters < 2) return notEstimable('one_cluster');
  if (n < 3) return notEstimable('too_few', `n = ${n}`);
  let variance = 0;
  for (const g of used) {
    if (se === 'CR2' && (arm1.size[g] === arm1.n || arm0.size[g] === arm0.n)) return notEstimable('leverage_one');
    const b1 = se === 'CR2' ? cr2Factor(arm1, g) : 1;
    const b0 = se === 'CR2' ? cr2Factor(arm0, g) : 1;
    const part = (b1 * (arm1.residual[g] as number)) / arm1.n - (b0 * (arm0.residual[g] as number)) / arm0.n;
    variance += part * part;
  }
  if (se === 'CR1') variance *= (clusters / (clusters - 1)) * ((n - 1) / (n - 2));
  if (!Number.isFinite(variance)) return notEstimable('out_of_range', 'outcome');
  if (!(variance > 0) || (isOneValue(arm1.range) && isOneValue(arm0.range))) return notEstimable('constant', 'outcome');
  const df = se === 'CR2' ? satterthwaite([arm1, arm0]) : clusters - 1;
  return {
    ...infer(arm1.mean - arm0.mean, Math.sqrt(variance), { df, level }),
    n,
    n1: arm1.n,
    n0: arm0.n,
    method: METHODS[se],
    warnings: clusters < 30 && se !== 'CR2' ? [FEW_CLUSTERS] : [],
  };
}
