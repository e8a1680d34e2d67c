import type { Counted } from '../cells.ts';
import { armSizes } from '../differences/arms.ts';

/** Whose average effect: of all (`ate`) or of the treated (`att`). */
export type Estimand = 'ate' | 'att';

/** Who was treated, 1 or 0. */
interface WeightedArms extends Counted {
  readonly treatment: Float64Array;
}

/**
 * Weights that make each arm look like everybody (ate) or like the treated (att); of a cell the weight of each of
 * its rows.
 *
 * ate: 1/e for the treated and 1/(1 - e) for the others; att: 1 and e/(1 - e). Stabilised: times the share of the own
 * arm, so that they average about 1; the weighted means of the arms stay what they are.
 */
export function armWeights(
  rows: WeightedArms,
  score: Float64Array,
  how: { estimand: Estimand; stabilised: boolean },
): Float64Array {
  const { n, n1 } = armSizes(rows);
  const share = n1 / n;
  return rows.treatment.map((arm, i) => {
    const chance = score[i]!;
    const ownChance = arm === 1 ? chance : 1 - chance;
    const target = how.estimand === 'ate' ? 1 : chance;
    const ownShare = how.stabilised ? (arm === 1 ? share : 1 - share) : 1;
    return (target / ownChance) * ownShare;
  });
}

/** What the weights leave of the rows. */
export interface WeightSummary {
  /** Kish's effective sample size of each arm: (sum w)² / sum w². */
  readonly ess1: number;
  readonly ess0: number;
  /** Mean weight over all rows. */
  readonly weightMean: number;
}

/** Summarises weights per arm. */
export function summariseWeights(weights: Float64Array, { treatment, count }: WeightedArms): WeightSummary {
  const sum = [0, 0];
  const squares = [0, 0];
  let n = 0;
  for (let i = 0; i < weights.length; i++) {
    const arm = treatment[i]!;
    const times = count?.[i] ?? 1;
    n += times;
    sum[arm]! += times * weights[i]!;
    squares[arm]! += times * weights[i]! ** 2;
  }
  return {
    ess1: sum[1]! ** 2 / squares[1]!,
    ess0: sum[0]! ** 2 / squares[0]!,
    weightMean: (sum[0]! + sum[1]!) / n,
  };
}

/** The smallest chance by which any row's weight is divided. */
export function smallestDivisor({ treatment, count }: WeightedArms, score: Float64Array, estimand: Estimand): number {
  let smallest = 1;
  for (let i = 0; i < score.length; i++) {
    if (count?.[i] === 0) continue;
    const divisor = treatment[i] === 1 ? (estimand === 'ate' ? score[i]! : 1) : 1 - score[i]!;
    smallest = Math.min(smallest, divisor);
  }
  return smallest;
}
