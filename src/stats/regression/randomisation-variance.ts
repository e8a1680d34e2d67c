import type { CellMeans } from '../cells.ts';
import { armSizes } from '../differences/arms.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Levels } from './levels.ts';
import type { PotentialMeans } from './potential-means.ts';

/** Rows or cells of a trial; treatment 0 or 1. */
export interface TrialRows extends CellMeans<Float64Array> {
  readonly treatment: Float64Array;
}

/**
 * Variance of a mean difference by g-computation that follows from the lot, whatever the model is worth (Ye, Shao, Yi &
 * Zhao 2023; Bannick, Shao, Liu, Du, Yi & Ye 2025; `RobinCar2`): over n, of
 * diag(Var_a(Y - m_a) / pi_a) + Q + Q' - S, with Q_ab the covariance within arm a of Y and m_b, and S that of the
 * predictions over all. Var_a(Y - m_a) is put together as Var_a(Y) - 2 Q_aa + S_aa.
 */
export function simpleVariance(rows: TrialRows, means: PotentialMeans): number {
  const { outcome, treatment, count, within } = rows;
  const predictions = [means.control, means.treated] as const;
  const { n, n1 } = armSizes(rows);
  const all = { chosen: (): boolean => true, count };
  const s01 = covariance(predictions[0], predictions[1], all);
  let variance = 2 * s01;
  for (const arm of [0, 1] as const) {
    const inArm = { chosen: (i: number): boolean => treatment[i] === arm, count };
    const own = covariance(outcome, predictions[arm], inArm);
    const other = covariance(outcome, predictions[arm === 1 ? 0 : 1], inArm);
    const spread = covariance(predictions[arm], predictions[arm], all);
    const residual = covariance(outcome, outcome, { ...inArm, within }) - 2 * own + spread;
    variance += (residual * n) / (arm === 1 ? n1 : n - n1) + 2 * own - spread - 2 * other;
  }
  return variance / n;
}

/**
 * What balanced blocks within strata take off that variance: over n, of the sum over strata of their share times
 * pi1 pi0 (mean residual of the treated / pi1 + mean residual of the controls / pi0)².
 *
 * @returns `empty_stratum` with the number of the stratum that an arm is missing from.
 */
export function blockedVariance(rows: TrialRows, means: PotentialMeans, strata: Levels): number | NotEstimable {
  const { outcome, treatment, count } = rows;
  const { n, n1: treated, n0: controls } = armSizes(rows);
  const sums = new Float64Array(2 * strata.count);
  const counts = new Float64Array(2 * strata.count);
  for (let i = 0; i < outcome.length; i++) {
    const cell = 2 * strata.codes[i]! + treatment[i]!;
    const times = count?.[i] ?? 1;
    sums[cell]! += times * (outcome[i]! - (treatment[i] === 1 ? means.treated[i]! : means.control[i]!));
    counts[cell]! += times;
  }
  const pi1 = treated / n;
  const pi0 = controls / n;
  let saved = 0;
  for (let k = 0; k < strata.count; k++) {
    const n0 = counts[2 * k]!;
    const n1 = counts[2 * k + 1]!;
    if (n0 === 0 || n1 === 0) return notEstimable('empty_stratum', String(k + 1));
    const imbalance = sums[2 * k + 1]! / n1 / pi1 + sums[2 * k]! / n0 / pi0;
    saved += ((n1 + n0) / n) * pi1 * pi0 * imbalance ** 2;
  }
  return simpleVariance(rows, means) - saved / n;
}

/** Rows to take a covariance over. */
interface Chosen {
  readonly chosen: (i: number) => boolean;
  readonly count: Float64Array | undefined;
  /** What the means of cells leave out of the sum of products. */
  readonly within?: Float64Array | undefined;
}

/** Sample covariance (over n - 1) of two columns over the rows chosen. */
function covariance(a: Float64Array, b: Float64Array, { chosen, count, within }: Chosen): number {
  let n = 0;
  let sumA = 0;
  let sumB = 0;
  for (let i = 0; i < a.length; i++) {
    if (!chosen(i)) continue;
    const times = count?.[i] ?? 1;
    n += times;
    sumA += times * a[i]!;
    sumB += times * b[i]!;
  }
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    if (!chosen(i)) continue;
    sum += (count?.[i] ?? 1) * (a[i]! - sumA / n) * (b[i]! - sumB / n) + (within?.[i] ?? 0);
  }
  return sum / (n - 1);
}
