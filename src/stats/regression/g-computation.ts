import { refuseArms } from '../differences/arms.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate } from '../result.ts';
import { numberLevels } from './levels.ts';
import { deltaVariance, type OutcomeModelRows, type PotentialMeans, potentialMeans } from './potential-means.ts';
import { blockedVariance, simpleVariance } from './randomisation-variance.ts';
import { inferChecked } from './regression-table.ts';

/** How the rows came into their arms, which decides the error. */
export type RandomisationScheme = 'fixed' | 'simple' | 'blocks';

/** Rows and conventions of g-computation. */
export interface GComputationInput extends OutcomeModelRows {
  /** Default logit. */
  readonly model?: 'logit' | 'linear' | undefined;
  /** Default `fixed`: delta method, covariates fixed, model errors; `simple`: independent lots; `blocks`: within strata. */
  readonly scheme?: RandomisationScheme | undefined;
  /** Code of the stratum per row, for `blocks`. */
  readonly strata?: ArrayLike<number> | undefined;
  readonly level?: number | undefined;
}

const SCHEME_METHOD: Record<RandomisationScheme, string> = {
  fixed: 'delta method with covariates fixed and model errors',
  simple: 'variance of simple randomisation, robust to the model',
  blocks: 'variance of blocked randomisation within strata, robust to the model',
};

/**
 * The average effect by g-computation (standardisation): a model of the outcome on treatment and covariates predicts each
 * row in both arms, and the mean difference is the effect; with a logit a risk difference that covariates sharpen.
 *
 * @returns `empty_stratum` for blocks when an arm is missing from a stratum, `unknown_column` for blocks without strata,
 *   and the refusals of arms and of the model.
 */
export function gComputation(input: GComputationInput): Estimate | NotEstimable {
  const { outcome, treatment } = input;
  const model = input.model ?? 'logit';
  const scheme = input.scheme ?? 'fixed';
  const refusal = refuseArms(input);
  if (refusal !== undefined) return refusal;
  const means = potentialMeans(input, model);
  if (isNotEstimable(means)) return means;
  const variance = varianceOf(input, means, scheme);
  if (isNotEstimable(variance)) return variance;
  let estimate = 0;
  for (let i = 0; i < outcome.length; i++) estimate += means.treated[i]! - means.control[i]!;
  estimate /= outcome.length;
  const inference = inferChecked({ estimate, se: Math.sqrt(variance), level: input.level, name: 'treatment' });
  if (isNotEstimable(inference)) return inference;
  const n1 = treatment.reduce((sum, value) => sum + value, 0);
  const method = `g-computation, ${model} model, ${SCHEME_METHOD[scheme]}, normal interval`;
  return { ...inference, n: outcome.length, n1, n0: outcome.length - n1, method, warnings: [] };
}

function varianceOf(
  input: GComputationInput,
  means: PotentialMeans,
  scheme: RandomisationScheme,
): number | NotEstimable {
  switch (scheme) {
    case 'fixed':
      return deltaVariance(means);
    case 'simple':
      return simpleVariance(input, means);
    case 'blocks': {
      if (input.strata === undefined) return notEstimable('unknown_column', 'strata');
      if (input.strata.length !== input.outcome.length) return notEstimable('unequal_lengths', 'strata');
      return blockedVariance(input, means, numberLevels(input.strata)) ?? notEstimable('empty_stratum');
    }
  }
}
