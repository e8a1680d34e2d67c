import { infer } from '../inference.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate } from '../result.ts';
import { emptyRange, isOneValue, type Range, widen } from '../rounding.ts';
import type { ArmRows } from './arms.ts';
import type { MeanError } from './mean-difference-of-moments.ts';

export interface WeightedRows extends ArmRows {
  /** Finite, not negative; rows of weight zero are not used. */
  readonly weights: ArrayLike<number>;
  /** Of cells, whose outcomes are means: sum of squared deviations within each. */
  readonly within?: ArrayLike<number> | undefined;
}

interface WeightedArm {
  readonly n: number;
  readonly weight: number;
  readonly mean: number;
  readonly range: Range;
}

function weightedArm({ outcome, treatment, weights, count }: WeightedRows, arm: number): WeightedArm {
  let n = 0;
  let weight = 0;
  let sum = 0;
  const range = emptyRange();
  for (let i = 0; i < outcome.length; i += 1) {
    const w = weights[i] as number;
    if (treatment[i] !== arm || w === 0) continue;
    const times = count?.[i] ?? 1;
    n += times;
    weight += times * w;
    sum += times * w * (outcome[i] as number);
    if (times > 0) widen(range, outcome[i] as number);
  }
  return { n, weight, mean: sum / weight, range };
}

/** Powers of 1 - leverage in the sandwich. */
const LEVERAGE_POWER = { HC0: 0, HC1: 0, HC2: 1, HC3: 2 } as const;

/**
 * Difference of weighted means (weighted least squares on the arm), weights known, with heteroskedasticity-robust errors
 * and n - 2 degrees of freedom: the leverage of a row is its share in the weight of its arm.
 *
 * Errors: `bad_weight`; `one_arm` when an arm has no weight; `leverage_one` (HC2, HC3) when a row is all of its arm;
 * `constant`; `too_few`.
 * Source: J. G. MacKinnon, H. White, J. Econometrics 29 (1985), for weighted least squares.
 */
export function weightedDifference(
  rows: WeightedRows,
  se: Exclude<MeanError, 'welch'>,
  level = 0.95,
): Estimate | NotEstimable {
  const { outcome, treatment, weights, count, within } = rows;
  if (weights.length !== outcome.length) return notEstimable('unequal_lengths');
  for (let i = 0; i < weights.length; i += 1) {
    const w = weights[i] as number;
    if (!(w >= 0 && w < Number.POSITIVE_INFINITY)) return notEstimable('bad_weight');
  }
  const arm1 = weightedArm(rows, 1);
  const arm0 = weightedArm(rows, 0);
  if (!(arm1.weight > 0 && arm0.weight > 0)) return notEstimable('one_arm', 'treatment');
  const n = arm1.n + arm0.n;
  if (n < 3) return notEstimable('too_few', `n = ${n}`);
  const power = LEVERAGE_POWER[se];
  if (power > 0 && (arm1.n === 1 || arm0.n === 1)) return notEstimable('leverage_one');
  let variance = 0;
  let inside = 0;
  for (let i = 0; i < outcome.length; i += 1) {
    const arm = treatment[i] === 1 ? arm1 : arm0;
    const share = (weights[i] as number) / arm.weight;
    const deviation = (outcome[i] as number) - arm.mean;
    inside += within?.[i] ?? 0;
    const squares = (count?.[i] ?? 1) * deviation * deviation + (within?.[i] ?? 0);
    if (share * squares !== 0) variance += (share * share * squares) / (1 - share) ** power;
  }
  if (se === 'HC1') variance *= n / (n - 2);
  if (!Number.isFinite(variance)) return notEstimable('out_of_range', 'outcome');
  const flat = inside === 0 && isOneValue(arm1.range) && isOneValue(arm0.range);
  if (flat || !(variance > 0)) return notEstimable('constant', 'outcome');
  return {
    ...infer(arm1.mean - arm0.mean, Math.sqrt(variance), { df: n - 2, level }),
    n,
    n1: arm1.n,
    n0: arm0.n,
    method: `difference in weighted means, ${se}, n - 2 degrees of freedom`,
    warnings: [],
  };
}
