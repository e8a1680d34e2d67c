import { cellMeans } from '../cells.ts';
import { armSizes, refuseArms } from '../differences/arms.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate } from '../result.ts';
import { numberLevels } from './levels.ts';
import type { OutcomeModel } from './outcome-fit.ts';
import { deltaVariance, type OutcomeModelRows, type PotentialMeans, potentialMeans } from './potential-means.ts';
import { blockedVariance, simpleVariance, type TrialRows } from './randomisation-variance.ts';
import { inferChecked } from './regression-table.ts';

/** How the rows came into their arms, which decides the error. */
export type RandomisationScheme = 'fixed' | 'simple' | 'blocks';

/** Rows and conventions of g-computation. */
export interface GComputationInput extends OutcomeModelRows {
  /** Default logit. */
  readonly model?: OutcomeModel | undefined;
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
  const model = input.model ?? 'logit';
  const scheme = input.scheme ?? 'fixed';
  const refusal = refuseArms(input);
  if (refusal !== undefined) return refusal;
  const cells = cellMeans(input);
  if (isNotEstimable(cells)) return cells;
  const means = potentialMeans(input, model);
  if (isNotEstimable(means)) return means;
  const rows = { ...cells, treatment: input.treatment };
  const variance = varianceOf(rows, means, { scheme, strata: input.strata });
  if (isNotEstimable(variance)) return variance;
  const sizes = armSizes(rows);
  const effects = means.treated.map((value, i) => (cells.count?.[i] ?? 1) * (value - means.control[i]!));
  const estimate = effects.reduce((sum, value) => sum + value, 0) / sizes.n;
  const inference = inferChecked({ estimate, se: Math.sqrt(variance), level: input.level, name: 'treatment' });
  if (isNotEstimable(inference)) return inference;
  const method = `g-computation, ${model} model, ${SCHEME_METHOD[scheme]}, normal interval`;
  return { ...inference, ...sizes, method, warnings: [] };
}

function varianceOf(
  rows: TrialRows,
  means: PotentialMeans,
  by: { scheme: RandomisationScheme; strata: ArrayLike<number> | undefined },
): number | NotEstimable {
  switch (by.scheme) {
    case 'fixed':
      return deltaVariance(means);
    case 'simple':
      return simpleVariance(rows, means);
    case 'blocks': {
      if (by.strata === undefined) return notEstimable('unknown_column', 'strata');
      if (by.strata.length !== rows.outcome.length) return notEstimable('unequal_lengths', 'strata');
      return blockedVariance(rows, means, numberLevels(by.strata, rows.count));
    }
  }
}
