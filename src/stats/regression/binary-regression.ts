import { type Counted, countColumn, refuseCount } from '../cells.ts';
import { congruence, multiply, transpose } from '../linear-algebra/matrix.ts';
import { invertUpper } from '../linear-algebra/triangular.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type BinaryProblem, squaredScores } from './binary-likelihood.ts';
import { type BinaryLink, CLOGLOG, LOGIT } from './binary-link.ts';
import { prepareDesign } from './design.ts';
import { uncentring } from './least-squares.ts';
import { type Maximum, maximise } from './newton.ts';
import { type RegressionTable, regressionTable } from './regression-table.ts';
import { startingPoint } from './starting-point.ts';
import type { Term } from './term.ts';

/** Rows of a model for a chance; cells by `count` (equal rows) or by `trials` (ones out of so many), not by both. */
export interface BinaryInput extends Counted {
  /** 0 or 1 per row; with `trials` the number of ones. */
  readonly outcome: Float64Array;
  readonly terms: readonly Term[];
  /** Rows per cell; absent = each row is one. */
  readonly trials?: Float64Array | undefined;
  /** Default true. */
  readonly intercept?: boolean | undefined;
  /** `model` (default): inverse of the expected information; `HC0`: sandwich. */
  readonly se?: 'model' | 'HC0' | undefined;
  readonly joint?: readonly string[] | undefined;
  readonly level?: number | undefined;
}

/** A fitted model for a chance; statistics are normal. */
export interface BinaryResult extends RegressionTable {
  /** Minus twice the log-likelihood of the single trials. */
  readonly deviance: number;
  readonly logLik: number;
  /** Chance per row (or cell). */
  readonly fitted: Float64Array;
  /** The linear predictor per row (or cell). */
  readonly predictor: Float64Array;
}

/** Logistic regression by maximum likelihood, the numbers of R's `glm(family = binomial)`. @see binaryRegression */
export function logit(input: BinaryInput): BinaryResult | NotEstimable {
  return binaryRegression(input, LOGIT);
}

/** Complementary log-log regression, `binomial("cloglog")` of R. @see binaryRegression */
export function cloglog(input: BinaryInput): BinaryResult | NotEstimable {
  return binaryRegression(input, CLOGLOG);
}

/**
 * Maximum likelihood by Fisher scoring. Errors from the expected information, or the HC0 sandwich of R's `sandwich`.
 *
 * @returns a table, or why not: `separation` (names the term), `collinearity`, `not_binary`, `constant`, `too_few`,
 *   `missing_value`, `unequal_lengths`, `not_converged`.
 */
function binaryRegression(input: BinaryInput, link: BinaryLink): BinaryResult | NotEstimable {
  const problem = binaryProblem(input, link);
  if (isNotEstimable(problem)) return problem;
  const maximum = maximise(problem, startingPoint(problem));
  if (isNotEstimable(maximum)) return maximum;
  const { design } = problem;
  const table = regressionTable({
    names: design.names,
    coefficients: multiply(uncentring(design), maximum.coefficients, {
      rows: design.names.length,
      inner: design.names.length,
    }),
    covariance: binaryCovariance(problem, maximum, input.se ?? 'model'),
    n: Math.round(problem.trials === undefined ? design.n : design.totalWeight),
    joint: input.joint,
    level: input.level,
    method: `${link.name}, maximum likelihood, ${input.se === 'HC0' ? 'HC0 sandwich errors' : 'errors from the expected information'}`,
  });
  if (isNotEstimable(table)) return table;
  const fitted = maximum.eta.map(link.probability);
  return { ...table, deviance: maximum.deviance, logLik: -maximum.deviance / 2, fitted, predictor: maximum.eta };
}

/** Equal rows as trials that all came out alike. */
function trialsOf(input: BinaryInput): Pick<BinaryInput, 'outcome' | 'trials'> | NotEstimable {
  const { outcome } = input;
  const refusal = refuseCount(input, outcome.length);
  if (refusal !== undefined) return refusal;
  const count = countColumn(input);
  if (count === undefined) return input;
  if (input.trials !== undefined) return notEstimable('bad_weight', 'count and trials');
  if (outcome.some((value) => value !== 0 && value !== 1 && !Number.isNaN(value)))
    return notEstimable('not_binary', 'outcome');
  return { outcome: outcome.map((value, i) => value * count[i]!), trials: count };
}

function binaryProblem(input: BinaryInput, link: BinaryLink): BinaryProblem | NotEstimable {
  const cells = trialsOf(input);
  if (isNotEstimable(cells)) return cells;
  const { outcome, trials } = cells;
  const { terms } = input;
  const rows = outcome.length;
  if (trials !== undefined && trials.length !== rows) return notEstimable('unequal_lengths', 'trials');
  const design = prepareDesign({ rows, terms, intercept: input.intercept ?? true, weights: trials });
  if (isNotEstimable(design)) return design;
  const total = trials?.reduce((sum, count) => sum + count, 0) ?? rows;
  let ones = 0;
  for (let i = 0; i < rows; i++) {
    const most = trials?.[i] ?? 1;
    const value = outcome[i]!;
    if (Number.isNaN(value)) return notEstimable('missing_value', 'outcome');
    if (!(Number.isInteger(value) && value >= 0 && value <= most)) return notEstimable('not_binary', 'outcome');
    ones += value;
  }
  if (ones === 0 || ones === total) return notEstimable('constant', 'outcome');
  if (total <= design.columns.length) return notEstimable('too_few', `n = ${total}`);
  return { design, successes: outcome, trials, link };
}

function binaryCovariance(problem: BinaryProblem, maximum: Maximum, se: 'model' | 'HC0'): Float64Array {
  const { design } = problem;
  const size = design.columns.length;
  const shape = { rows: size, inner: size };
  const inverse = invertUpper(maximum.upper, size);
  const bread = multiply(inverse, transpose(inverse, size), shape);
  const centred = se === 'model' ? bread : congruence(bread, squaredScores(problem, maximum.eta), size);
  return congruence(uncentring(design), centred, size);
}
