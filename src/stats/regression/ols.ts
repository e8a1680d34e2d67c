import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { covarianceOf } from './covariance.ts';
import { type LeastSquaresFit, leastSquares } from './least-squares.ts';
import { type Levels, numberLevels } from './levels.ts';
import { linearProblem, type Observations } from './linear-problem.ts';
import { type RegressionTable, regressionTable } from './regression-table.ts';
import { refuseErrors, STANDARD_ERROR_CONVENTION, type StandardError } from './standard-error.ts';

/** Rows and conventions of a linear regression. */
export interface OlsInput extends Observations {
  /** Default: classical, or CR2 when clusters are given. */
  readonly se?: StandardError | undefined;
  /** Code of the cluster of each row. */
  readonly clusters?: ArrayLike<number> | undefined;
  /** Terms (or columns, for all their levels) tested together. */
  readonly joint?: readonly string[] | undefined;
  /** Level of the intervals, default 0.95. */
  readonly level?: number | undefined;
}

/** A linear regression: its table and the variance of what it leaves. */
export interface OlsResult extends RegressionTable {
  /** n minus everything estimated, fixed effects included. */
  readonly residualDf: number;
}

/**
 * Ordinary or weighted least squares: `outcome` on `terms`, with an intercept or with fixed effects taken out.
 *
 * Errors: classical; HC0-HC3 (MacKinnon & White 1985); CR0, CR1 (Stata's correction), CR2 with Satterthwaite degrees of
 * freedom (Bell & McCaffrey 2002), the numbers of R's `estimatr::lm_robust`. Cells give what their rows give.
 *
 * @returns a table, or why not: `collinearity` (names the term), `too_few`, `leverage_one` (HC2, HC3), `one_cluster`,
 *   `no_cluster`, `idle_cluster`,
 *   `missing_value`, `bad_weight`, `unequal_lengths`, `constant` (outcomes that the columns meet exactly), `unknown_column`.
 */
export function ols(input: OlsInput): OlsResult | NotEstimable {
  const se = input.se ?? (input.clusters === undefined ? 'classical' : 'CR2');
  const results = olsByErrors(input, [se]);
  return isNotEstimable(results) ? results : results[0]!;
}

/**
 * One fit, judged by several standard errors: what {@link ols} gives for each, in their order, at the cost of one
 * factorisation.
 *
 * @returns a table per error, or the first reason why one of them is not estimable; as {@link ols}.
 */
export function olsByErrors(
  input: Omit<OlsInput, 'se'>,
  errors: readonly StandardError[],
): readonly OlsResult[] | NotEstimable {
  const misfit = refuseErrors(errors, input.clusters);
  if (misfit !== undefined) return misfit;
  const clusters = input.clusters === undefined ? undefined : numberLevels(input.clusters, input.count);
  const problem = linearProblem(input, { errors, clusters });
  if (isNotEstimable(problem)) return problem;
  const fit = leastSquares(problem);
  if (isNotEstimable(fit)) return fit;
  if (fit.exact) return notEstimable('constant', 'outcome');
  const results: OlsResult[] = [];
  for (const se of errors) {
    const table = tableOf(input, { fit, hidden: problem.nuisance ?? 0, se, clusters });
    if (isNotEstimable(table)) return table;
    results.push({ ...table, residualDf: fit.residualDf });
  }
  return results;
}

/** The table of a fit by one standard error, without the `hidden` leading columns. */
function tableOf(
  input: OlsInput,
  of: { fit: LeastSquaresFit; hidden: number; se: StandardError; clusters: Levels | undefined },
): RegressionTable | NotEstimable {
  const { fit, hidden, se } = of;
  const covariance = covarianceOf(fit, se, of.clusters);
  if (isNotEstimable(covariance)) return covariance;
  return regressionTable({
    names: fit.design.names.slice(hidden),
    coefficients: fit.coefficients.slice(hidden),
    covariance: trailingBlock(covariance.matrix, fit.coefficients.length, hidden),
    df: covariance.df.slice(hidden),
    n: fit.n,
    joint: input.joint,
    level: input.level,
    method: `${describe(input)}, ${STANDARD_ERROR_CONVENTION[se]}`,
  });
}

/** The covariance without its first `hidden` rows and columns. */
function trailingBlock(matrix: Float64Array, size: number, hidden: number): Float64Array {
  if (hidden === 0) return matrix;
  const left = size - hidden;
  const block = new Float64Array(left * left);
  for (let j = 0; j < left; j++) {
    block.set(matrix.subarray((hidden + j) * size + hidden, (hidden + j + 1) * size), j * left);
  }
  return block;
}

function describe(input: OlsInput): string {
  const weighted = input.weights === undefined ? 'OLS' : 'Weighted least squares';
  const effects = input.fixedEffects?.length ?? 0;
  return effects === 0 ? weighted : `${weighted} with ${effects} fixed effect${effects > 1 ? 's' : ''} taken out`;
}
