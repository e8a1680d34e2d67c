import { normalTwoSided } from '../distributions/normal.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { type ArmRows, refuseArms } from './arms.ts';

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

/**
 * Wilcoxon's rank-sum test of two arms.
 *
 * Errors: those of the rows; `constant` when all outcomes are equal.
 * Source: H. B. Mann, D. R. Whitney, Ann. Math. Statist. 18 (1947); correction for ties as in E. L. Lehmann (1975).
 */
export function rankSum(rows: ArmRows): RankSum | NotEstimable {
  const refusal = refuseArms(rows);
  if (refusal) return refusal;
  const n = rows.outcome.length;
  const values = Float64Array.from(rows.outcome);
  const sorted1 = values.filter((_, i) => rows.treatment[i] === 1).sort();
  const sorted0 = values.filter((_, i) => rows.treatment[i] === 0).sort();
  const n1 = sorted1.length;
  const n0 = sorted0.length;
  let doubled = 0;
  let ties = 0;
  let i1 = 0;
  let i0 = 0;
  while (i1 < n1 || i0 < n0) {
    const value = Math.min(sorted1[i1] ?? Number.POSITIVE_INFINITY, sorted0[i0] ?? Number.POSITIVE_INFINITY);
    const before = i0;
    let same1 = 0;
    while (sorted1[i1] === value) {
      i1 += 1;
      same1 += 1;
    }
    while (sorted0[i0] === value) i0 += 1;
    const same = same1 + i0 - before;
    doubled += same1 * (before + i0);
    ties += same * same * same - same;
  }
  const w = doubled / 2;
  const variance = ((n1 * n0) / 12) * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0)) return notEstimable('constant');
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
