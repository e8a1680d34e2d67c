import { refuseArms } from '../differences/arms.ts';
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
  const { outcome, treatment, covariates } = input;
  const estimand = input.estimand ?? 'ate';
  const model = input.model ?? 'linear';
  const refusal = refuseArms(input);
  if (refusal !== undefined) return refusal;
  const chance = propensity(treatment, covariates);
  if (isNotEstimable(chance)) return chance;
  const m0 = predictFromArm(input, 0, model);
  if (isNotEstimable(m0)) return m0;
  const m1 = estimand === 'ate' ? predictFromArm(input, 1, model) : m0;
  if (isNotEstimable(m1)) return m1;
  const means =
    estimand === 'ate' ? averageOfAll(input, chance.score, { m1, m0 }) : averageOfTreated(input, chance.score, m0);
  const n = outcome.length;
  const se = Math.sqrt(means.influence.reduce((sum, value) => sum + value * value, 0)) / n;
  const inference = inferChecked({ estimate: means.mean1 - means.mean0, se, level: input.level, name: 'treatment' });
  if (isNotEstimable(inference)) return inference;
  const n1 = treatment.reduce((sum, value) => sum + value, 0);
  const weights = armWeights(treatment, chance.score, { estimand, stabilised: input.stabilised ?? false });
  return {
    ...inference,
    n,
    n1,
    n0: n - n1,
    mean1: means.mean1,
    mean0: means.mean0,
    ...summariseWeights(weights, treatment),
    psMin: chance.psMin,
    psMax: chance.psMax,
    method: `Augmented inverse probability weighting (${estimand}), logit propensity, ${model} outcome model per arm, influence-function errors, normal interval`,
    warnings: extremeWeights(smallestDivisor(treatment, chance.score, estimand)),
  };
}

interface Means {
  readonly mean1: number;
  readonly mean0: number;
  /** Per row what it adds to n times the error of the estimate. */
  readonly influence: Float64Array;
}

function averageOfAll(input: AipwInput, score: Float64Array, models: { m1: Float64Array; m0: Float64Array }): Means {
  const { outcome, treatment } = input;
  const n = outcome.length;
  let mean1 = 0;
  let mean0 = 0;
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const treated = models.m1[i]! + (treatment[i] === 1 ? (outcome[i]! - models.m1[i]!) / score[i]! : 0);
    const control = models.m0[i]! + (treatment[i] === 0 ? (outcome[i]! - models.m0[i]!) / (1 - score[i]!) : 0);
    mean1 += treated / n;
    mean0 += control / n;
    influence[i] = treated - control;
  }
  const estimate = mean1 - mean0;
  return { mean1, mean0, influence: influence.map((value) => value - estimate) };
}

function averageOfTreated(input: AipwInput, score: Float64Array, m0: Float64Array): Means {
  const { outcome, treatment } = input;
  const n = outcome.length;
  const share = treatment.reduce((sum, value) => sum + value, 0) / n;
  let estimate = 0;
  let mean1 = 0;
  const influence = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const residual = (outcome[i]! - m0[i]!) / share;
    influence[i] = treatment[i] === 1 ? residual : (-score[i]! / (1 - score[i]!)) * residual;
    estimate += influence[i]! / n;
    if (treatment[i] === 1) mean1 += outcome[i]! / (share * n);
  }
  return {
    mean1,
    mean0: mean1 - estimate,
    influence: influence.map((value, i) => value - (treatment[i]! / share) * estimate),
  };
}
