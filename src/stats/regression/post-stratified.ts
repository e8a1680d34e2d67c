import { cellMeans, countedRows, type Summed } from '../cells.ts';
import { refuseArms } from '../differences/arms.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate } from '../result.ts';
import { numberLevels } from './levels.ts';
import { inferChecked } from './regression-table.ts';

/** Counts, sums and sums of squares of the outcome of one arm in one stratum. */
export interface StratumMoments {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** A stratum with both its arms. */
export interface Stratum {
  readonly treated: StratumMoments;
  readonly control: StratumMoments;
}

/**
 * The average effect as the differences within strata, weighted by the strata's sizes, with Neyman's variance
 * (Miratrix, Sekhon & Yu 2013): sum of w_k² (s1²/n1 + s0²/n0). t with n - 2K degrees of freedom, as the regression with
 * strata let free in each arm (`lin` on their dummies, HC2) has.
 *
 * @param strata code of the stratum per row.
 * @returns `empty_stratum` when an arm is missing from a stratum, `too_few` when it has one row there, and the refusals
 *   of arms.
 */
export function postStratified(
  rows: Summed & { outcome: Float64Array; treatment: Float64Array; strata: ArrayLike<number> },
  level?: number,
): Estimate | NotEstimable {
  const { treatment, strata } = rows;
  const refusal = refuseArms(rows);
  if (refusal !== undefined) return refusal;
  if (strata.length !== treatment.length) return notEstimable('unequal_lengths', 'strata');
  const cells = cellMeans(rows);
  if (isNotEstimable(cells)) return cells;
  const { outcome, count, within } = cells;
  const levels = numberLevels(strata, count);
  // Sums around the overall mean keep the digits of outcomes far from zero.
  const total = outcome.reduce((sum, value, i) => sum + (count?.[i] ?? 1) * value, 0);
  const shift = total / countedRows(rows, outcome.length);
  const moments = Array.from({ length: 2 * levels.count }, () => ({ n: 0, sum: 0, sumOfSquares: 0 }));
  for (let i = 0; i < outcome.length; i++) {
    const cell = moments[2 * levels.codes[i]! + treatment[i]!]!;
    const times = count?.[i] ?? 1;
    const value = outcome[i]! - shift;
    cell.n += times;
    cell.sum += times * value;
    cell.sumOfSquares += times * value * value + (within?.[i] ?? 0);
  }
  return postStratifiedOfMoments(
    Array.from({ length: levels.count }, (_, k) => ({ control: moments[2 * k]!, treated: moments[2 * k + 1]! })),
    level,
  );
}

/** The same from the counts and sums of each arm in each stratum. @see postStratified */
export function postStratifiedOfMoments(strata: readonly Stratum[], level?: number): Estimate | NotEstimable {
  let estimate = 0;
  let variance = 0;
  let n1 = 0;
  let n0 = 0;
  const n = strata.reduce((sum, { treated, control }) => sum + treated.n + control.n, 0);
  for (const [k, { treated, control }] of strata.entries()) {
    if (treated.n === 0 || control.n === 0) return notEstimable('empty_stratum', String(k + 1));
    if (treated.n === 1 || control.n === 1) return notEstimable('too_few', String(k + 1));
    const weight = (treated.n + control.n) / n;
    estimate += weight * (treated.sum / treated.n - control.sum / control.n);
    variance += weight ** 2 * (varianceOfMean(treated) + varianceOfMean(control));
    n1 += treated.n;
    n0 += control.n;
  }
  const inference = inferChecked({
    estimate,
    se: Math.sqrt(variance),
    df: n - 2 * strata.length,
    level,
    name: 'outcome',
  });
  if (isNotEstimable(inference)) return inference;
  const method = 'Differences within strata weighted by their sizes, Neyman variance, t(n - 2K)';
  return { ...inference, n, n1, n0, method, warnings: [] };
}

function varianceOfMean({ n, sum, sumOfSquares }: StratumMoments): number {
  return Math.max(0, sumOfSquares - (sum * sum) / n) / (n - 1) / n;
}
