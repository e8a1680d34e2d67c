import { normalTwoSided } from '../distributions/normal.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { type ArmRows, armSizes, refuseArms } from './arms.ts';

export interface RankSum {
  /** Mann-Whitney count: pairs in which arm 1 is above arm 0, ties for a half. */
  readonly w: number;
  /** Chance that a row of arm 1 is above one of arm 0, ties for a half: w / (n1 n0). */
  readonly superiority: number;
  readonly statistic: number;
  /** Two-sided, normal approximation with correction for ties, no continuity correction. */
  readonly p: number;
  readonly n: number;
  readonly n1: number;
  readonly n0: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

const SMALL: Warning = {
  code: 'small_arms',
  sentence: {
    nl: 'Een groep telt minder dan tien rijen: de normale benadering is dan grof.',
    en: 'An arm has fewer than ten rows: the normal approximation is coarse then.',
  },
};

/** Outcomes of one arm in ascending order, and how many rows each is. */
interface SortedArm {
  readonly values: Float64Array;
  readonly counts: Float64Array | undefined;
}

function sortedArm({ outcome, treatment, count }: ArmRows, arm: number): SortedArm {
  const values = Float64Array.from(outcome);
  if (count === undefined) return { values: values.filter((_, i) => treatment[i] === arm).sort(), counts: undefined };
  const order = [...values.keys()]
    .filter((i) => treatment[i] === arm)
    .sort((i, j) => (values[i] as number) - (values[j] as number));
  return {
    values: Float64Array.from(order, (i) => values[i] as number),
    counts: Float64Array.from(order, (i) => count[i] as number),
  };
}

/**
 * Wilcoxon's rank-sum test of two arms.
 *
 * Errors: those of the rows; `constant` when all outcomes are equal.
 * Source: H. B. Mann, D. R. Whitney, Ann. Math. Statist. 18 (1947); correction for ties as in E. L. Lehmann (1975).
 */
export function rankSum(rows: ArmRows): RankSum | NotEstimable {
  const refusal = refuseArms(rows);
  if (refusal) return refusal;
  const { n, n1, n0 } = armSizes(rows);
  const arm1 = sortedArm(rows, 1);
  const arm0 = sortedArm(rows, 0);
  let doubled = 0;
  let ties = 0;
  let below = 0;
  let i1 = 0;
  let i0 = 0;
  while (i1 < arm1.values.length || i0 < arm0.values.length) {
    const value = Math.min(arm1.values[i1] ?? Number.POSITIVE_INFINITY, arm0.values[i0] ?? Number.POSITIVE_INFINITY);
    let same1 = 0;
    let same0 = 0;
    for (; arm1.values[i1] === value; i1 += 1) same1 += arm1.counts?.[i1] ?? 1;
    for (; arm0.values[i0] === value; i0 += 1) same0 += arm0.counts?.[i0] ?? 1;
    const same = same1 + same0;
    doubled += same1 * (2 * below + same0);
    below += same0;
    ties += same * same * same - same;
  }
  const w = doubled / 2;
  const variance = ((n1 * n0) / 12) * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0)) return notEstimable('constant', 'outcome');
  const statistic = (w - (n1 * n0) / 2) / Math.sqrt(variance);
  return {
    w,
    superiority: w / (n1 * n0),
    statistic,
    p: normalTwoSided(statistic),
    n,
    n1,
    n0,
    method: 'Wilcoxon rank-sum, normal approximation, correction for ties, no continuity correction',
    warnings: Math.min(n1, n0) < 10 ? [SMALL] : [],
  };
}
