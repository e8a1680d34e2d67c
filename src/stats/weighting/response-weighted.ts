import { countColumn, countedRows, refuseCount, type Summed } from '../cells.ts';
import { armSizes } from '../differences/arms.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { logit } from '../regression/binary-regression.ts';
import { ols } from '../regression/ols.ts';
import { inferenceOf } from '../regression/regression-table.ts';
import type { Term } from '../regression/term.ts';
import type { Estimate } from '../result.ts';
import { extremeWeights } from './propensity.ts';

/** Rows of a trial of which some were invited to a survey and some of those responded. */
export interface ResponseRows extends Summed {
  /** With `sumOfSquares` the sum over each cell's rows. Read only where `responded` is 1; elsewhere it may be missing (NaN). */
  readonly outcome: Float64Array;
  /** 1 or 0 per row. */
  readonly treatment: Float64Array;
  readonly invited: Float64Array;
  readonly responded: Float64Array;
  /** What decides who responds. */
  readonly covariates: readonly Term[];
  readonly level?: number | undefined;
}

/** A difference among respondents weighted back to the invited. */
export interface ResponseWeightedEstimate extends Estimate {
  readonly invited: number;
  readonly responded: number;
}

/**
 * The difference of the arms among respondents, each weighted by one over the chance to respond given treatment and
 * covariates (logit among the invited). HC0 error of the weighted regression, weights taken as known; n counts
 * respondents.
 *
 * @returns `not_binary`, `one_arm` (among respondents), `missing_value` (a respondent without outcome), and the refusals
 *   of `logit` and `ols`.
 */
export function responseWeighted(rows: ResponseRows): ResponseWeightedEstimate | NotEstimable {
  const { outcome, treatment, invited, responded, covariates } = rows;
  const refusal = refuseResponse(rows);
  if (refusal !== undefined) return refusal;
  const counts = countColumn(rows);
  const wasInvited = (_: number, i: number): boolean => invited[i] === 1;
  const didRespond = (_: number, i: number): boolean => responded[i] === 1;
  const terms = [{ name: 'treatment', values: treatment }, ...covariates];
  const response = logit({
    outcome: responded.filter(wasInvited),
    terms: terms.map(({ name, values }) => ({ name, values: values.filter(wasInvited) })),
    count: counts?.filter(wasInvited),
  });
  if (isNotEstimable(response)) return response;
  const respondedOfInvited = responded.filter(wasInvited);
  const chance = response.fitted.filter((_, i) => respondedOfInvited[i] === 1);
  const arm = treatment.filter(didRespond);
  const count = counts?.filter(didRespond);
  const sizes = armSizes({ treatment: arm, count });
  if (sizes.n1 === 0 || sizes.n0 === 0) return notEstimable('one_arm', 'treatment');
  const table = ols({
    outcome: outcome.filter(didRespond),
    terms: [{ name: 'treatment', values: arm }],
    weights: chance.map((value) => 1 / value),
    count,
    sumOfSquares: rows.sumOfSquares && Float64Array.from(rows.sumOfSquares).filter(didRespond),
    se: 'HC0',
    level: rows.level,
  });
  if (isNotEstimable(table)) return table;
  const inference = inferenceOf(table, 'treatment')!;
  return {
    ...inference,
    ...sizes,
    invited: countedRows({ count: counts?.filter(wasInvited) }, respondedOfInvited.length),
    responded: sizes.n,
    method:
      'Respondents weighted by one over their chance to respond (logit), HC0 errors with the weights taken as known, t(n - 2)',
    warnings: extremeWeights(
      chance.reduce((least, value, i) => (count?.[i] === 0 ? least : Math.min(least, value)), 1),
    ),
  };
}

function refuseResponse(rows: ResponseRows): NotEstimable | undefined {
  const { outcome, treatment, invited, responded } = rows;
  const lengths = [outcome, treatment, invited, responded, ...rows.covariates.map(({ values }) => values)];
  if (lengths.some((column) => column.length !== outcome.length)) return notEstimable('unequal_lengths');
  const refusal = refuseCount(rows, outcome.length);
  if (refusal !== undefined) return refusal;
  for (const [name, column] of Object.entries({ treatment, invited, responded })) {
    for (const value of column) {
      if (Number.isNaN(value)) return notEstimable('missing_value', name);
      if (value !== 0 && value !== 1) return notEstimable('not_binary', name);
    }
  }
  const stray = responded.some((value, i) => value === 1 && invited[i] !== 1);
  return stray ? notEstimable('out_of_range', 'responded without being invited') : undefined;
}
