import { type CellMeans, cellMeans } from '../cells.ts';
import { armSizes, refuseArms } from '../differences/arms.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { inferChecked } from '../regression/regression-table.ts';
import { armWeights, smallestDivisor, summariseWeights } from './arm-weights.ts';
import type { WeightedEstimate, WeightingInput } from './ipw.ts';
import { predictFromArm } from './outcome-model.ts';
import { extremeWeights, propensity } from './propensity.ts';

/** Rows and models of the doubly robust estimate. */
export interface AipwInput extends WeightingInput {
  /** Of the outcome in each arm; default linear. */
  readonly model?: 'linear' | 'logit' | undefined;
}

/**
 * Augmented inverse probability weighting: outcome models per arm, corrected by the weighted residuals, right when either
 * the chances or the models are (Robins, Rotnitzky & Zhao 1994). Error from the influence function, normal interval; no
 * cross-fitting.
 *
 * @returns the refusals of `ipw` and of the outcome models.
 */
export function aipw(input: AipwInput): WeightedEstimate | NotEstimable {
  const estimand = input.estimand ?? 'ate';
  const model = input.model ?? 'linear';
  const refusal = refuseArms(input);
  if (refusal !== undefined) return refusal;
  const cells = cellMeans(input);
  if (isNotEstimable(cells)) return cells;
  const chance = propensity(input);
  if (isNotEstimable(chance)) return chance;
  const m0 = predictFromArm(input, 0, model);
  if (isNotEstimable(m0)) return m0;
  const m1 = estimand === 'ate' ? predictFromArm(input, 1, model) : m0;
  if (isNotEstimable(m1)) return m1;
  const rows = { ...cells, treatment: input.treatment, ...armSizes(input) };
  const means =
    estimand === 'ate' ? averageOfAll(rows, chance.score, { m1, m0 }) : averageOfTreated(rows, chance.score, m0);
  const se = Math.sqrt(sumOfInfluence(rows, means)) / rows.n;
  const inference = inferChecked({ estimate: means.mean1 - means.mean0, se, level: input.level, name: 'treatment' });
  if (isNotEstimable(inference)) return inference;
  const weights = armWeights(input, chance.score, { estimand, stabilised: input.stabilised ?? false });
  return {
    ...inference,
    n: rows.n,
    n1: rows.n1,
    n0: rows.n0,
    mean1: means.mean1,
    mean0: means.mean0,
    ...summariseWeights(weights, input),
    psMin: chance.psMin,
    psMax: chance.psMax,
    method: `Augmented inverse probability weighting (${estimand}), logit propensity, ${model} outcome model per arm, influence-function errors, normal interval`,
    warnings: extremeWeights(smallestDivisor(input, chance.score, estimand)),
  };
}

/** Rows or cells, and how many rows they are. */
interface AugmentedRows extends CellMeans<Float64Array>, ReturnType<typeof armSizes> {
  readonly treatment: Float64Array;
}

interface Means {
  readonly mean1: number;
  readonly mean0: number;
  /** Per row (or cell, on average) what it adds to n times the error of the estimate. */
  readonly influence: Float64Array;
  /** By how much that changes with the row's own outcome. */
  readonly slope: Float64Array;
}

/** Sum of the squared influences of all rows; the rows of a cell differ by their outcomes only. */
function sumOfInfluence({ count, within }: AugmentedRows, { influence, slope }: Means): number {
  let sum = 0;
  for (let i = 0; i < influence.length; i++) {
    sum += (count?.[i] ?? 1) * influence[i]! ** 2 + (within?.[i] ?? 0) * slope[i]! ** 2;
  }
  return sum;
}

function averageOfAll(rows: AugmentedRows, score: Float64Array, models: { m1: Float64Array; m0: Float64Array }): Means {
  const { outcome, treatment, count, n } = rows;
  let mean1 = 0;
  let mean0 = 0;
  const influence = new Float64Array(outcome.length);
  const slope = treatment.map((arm, i) => (arm === 1 ? 1 / score[i]! : 1 / (1 - score[i]!)));
  for (let i = 0; i < outcome.length; i++) {
    const times = count?.[i] ?? 1;
    const treated = models.m1[i]! + (treatment[i] === 1 ? (outcome[i]! - models.m1[i]!) * slope[i]! : 0);
    const control = models.m0[i]! + (treatment[i] === 0 ? (outcome[i]! - models.m0[i]!) * slope[i]! : 0);
    mean1 += (times * treated) / n;
    mean0 += (times * control) / n;
    influence[i] = treated - control;
  }
  const estimate = mean1 - mean0;
  return { mean1, mean0, influence: influence.map((value) => value - estimate), slope };
}

function averageOfTreated(rows: AugmentedRows, score: Float64Array, m0: Float64Array): Means {
  const { outcome, treatment, count, n, n1 } = rows;
  const share = n1 / n;
  let estimate = 0;
  let mean1 = 0;
  const influence = new Float64Array(outcome.length);
  const slope = treatment.map((arm, i) => (arm === 1 ? 1 : -score[i]! / (1 - score[i]!)) / share);
  for (let i = 0; i < outcome.length; i++) {
    const times = count?.[i] ?? 1;
    influence[i] = (outcome[i]! - m0[i]!) * slope[i]!;
    estimate += (times * influence[i]!) / n;
    if (treatment[i] === 1) mean1 += (times * outcome[i]!) / n1;
  }
  return {
    mean1,
    mean0: mean1 - estimate,
    influence: influence.map((value, i) => value - (treatment[i]! / share) * estimate),
    slope,
  };
}
