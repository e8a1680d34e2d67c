import type { Summed } from '../cells.ts';
import { armSizes, refuseArms } from '../differences/arms.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { ols } from '../regression/ols.ts';
import { inferenceOf } from '../regression/regression-table.ts';
import type { Term } from '../regression/term.ts';
import type { Estimate } from '../result.ts';
import { armWeights, type Estimand, smallestDivisor, summariseWeights, type WeightSummary } from './arm-weights.ts';
import { extremeWeights, propensity } from './propensity.ts';

/** Rows of a comparison without a lot. */
export interface WeightingInput extends Summed {
  /** With `sumOfSquares` the sum over each cell's rows. */
  readonly outcome: Float64Array;
  /** 1 or 0 per row. */
  readonly treatment: Float64Array;
  /** What decides who is treated and matters for the outcome. */
  readonly covariates: readonly Term[];
  /** Default ate. */
  readonly estimand?: Estimand | undefined;
  /** Weights times the share of the own arm. */
  readonly stabilised?: boolean | undefined;
  readonly level?: number | undefined;
}

/** An effect from weighted rows, with the weights' cost. */
export interface WeightedEstimate extends Estimate, WeightSummary {
  /** Mean outcome of the arms, as if all (ate) or the treated (att) were in them. */
  readonly mean1: number;
  readonly mean0: number;
  readonly psMin: number;
  readonly psMax: number;
}

/**
 * Inverse probability weighting: the difference of the weighted means of the arms (Hajek), the chances from a logistic
 * regression. HC0 error of the weighted regression, which takes the weights as known and so errs on the wide side for
 * the average effect (Hernan & Robins, What If, ch. 12).
 *
 * @returns `no_overlap` when covariates tell the arms apart, and the refusals of arms and of `logit`.
 */
export function ipw(input: WeightingInput): WeightedEstimate | NotEstimable {
  const { outcome, treatment, count, sumOfSquares } = input;
  const estimand = input.estimand ?? 'ate';
  const refusal = refuseArms(input);
  if (refusal !== undefined) return refusal;
  const chance = propensity(input);
  if (isNotEstimable(chance)) return chance;
  const weights = armWeights(input, chance.score, { estimand, stabilised: input.stabilised ?? false });
  const terms = [{ name: 'treatment', values: treatment }];
  const table = ols({ outcome, terms, weights, count, sumOfSquares, se: 'HC0', level: input.level });
  if (isNotEstimable(table)) return table;
  const inference = inferenceOf(table, 'treatment')!;
  const mean0 = table.coefficients[0]!.estimate;
  return {
    ...inference,
    ...armSizes(input),
    mean1: mean0 + inference.estimate,
    mean0,
    ...summariseWeights(weights, input),
    psMin: chance.psMin,
    psMax: chance.psMax,
    method: `Inverse probability weighting (Hajek, ${estimand}), logit propensity, HC0 errors with the weights taken as known, t(n - 2)`,
    warnings: extremeWeights(smallestDivisor(input, chance.score, estimand)),
  };
}
