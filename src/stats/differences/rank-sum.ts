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

/** Rows of one value in arm 0 and in arm 1. */
type Tally = [number, number];

function tallyValues({ outcome, treatment, count }: ArmRows): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (let i = 0; i < outcome.length; i += 1) {
    const value = outcome[i] as number;
    const times = count?.[i] ?? 1;
    let tally = tallies.get(value);
    if (tally === undefined) {
      tally = [0, 0];
      tallies.set(value, tally);
    }
    tally[treatment[i] === 1 ? 1 : 0] += times;
  }
  return tallies;
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
  const tallies = tallyValues(rows);
  let doubled = 0;
  let ties = 0;
  let below = 0;
  for (const value of Float64Array.from(tallies.keys()).sort()) {
    const [same0, same1] = tallies.get(value) as Tally;
    const same = same0 + same1;
    doubled += same1 * (2 * below + same0);
    below += same0;
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
