import { countColumn, type Summed } from '../cells.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate, Warning } from '../result.ts';
import { covarianceOf } from './covariance.ts';
import { type Design, prepareDesign } from './design.ts';
import { type LeastSquaresCells, type LeastSquaresFit, leastSquares } from './least-squares.ts';
import { type Levels, numberLevels } from './levels.ts';
import { weightedRows } from './linear-problem.ts';
import { inferenceOf, type RegressionTable, regressionTable } from './regression-table.ts';
import { refuseErrors, STANDARD_ERROR_CONVENTION, type StandardError } from './standard-error.ts';
import type { Term } from './term.ts';
import { waldTest } from './wald-test.ts';

/** Rows of an encouragement: what was assigned moves what was taken up, and only that way the outcome. */
export interface InstrumentalRows extends Summed {
  /** With `sumOfSquares` the sum over each cell's rows. */
  readonly outcome: Float64Array;
  /** What was taken up. */
  readonly endogenous: Term;
  /** What was assigned; several instruments make the model overidentified. */
  readonly instruments: readonly Term[];
  readonly covariates?: readonly Term[] | undefined;
  readonly weights?: Float64Array | undefined;
  readonly clusters?: ArrayLike<number> | undefined;
  readonly level?: number | undefined;
}

/** The effect of taking part on those whom the assignment moves (LATE). */
export interface InstrumentalEstimate extends Estimate {
  /** Coefficient of the (first) instrument in the regression of take-up. */
  readonly firstStage: number;
  /** F that the instruments move take-up, by the error asked for; absent where take-up follows them without exception. */
  readonly firstStageF?: number;
  /** Effect of the assignment on the outcome over its effect on take-up; only for a single instrument. */
  readonly wald?: number;
  /** Mean take-up where a 0/1 instrument is 1 and 0. */
  readonly takeUp1?: number;
  readonly takeUp0?: number;
  /** All coefficients of the second stage. */
  readonly table: RegressionTable;
}

interface ErrorKind {
  readonly kind: StandardError;
  readonly clusters: Levels | undefined;
}

interface FirstStage {
  readonly fit: LeastSquaresFit;
  readonly fitted: Float64Array;
  readonly f: number | undefined;
}

/** Below this F the normal approximation of two-stage least squares is not to be trusted (Staiger & Stock 1997). */
const WEAK = 10;

/**
 * Two-stage least squares. Errors judge residuals of the real take-up with the leverages of the projected one, as R's
 * `estimatr::iv_robust` does; CR2 uses the projected columns as its working design.
 *
 * @param se default HC2, or CR2 with clusters.
 * @returns `no_take_up_difference` when the instruments do not move take-up, and the refusals of `ols`.
 */
export function instrumental(rows: InstrumentalRows, se?: StandardError): InstrumentalEstimate | NotEstimable {
  const { endogenous, instruments } = rows;
  const covariates = rows.covariates ?? [];
  const observed = weightedRows(rows);
  if (isNotEstimable(observed)) return observed;
  const { outcome, cells } = observed;
  const shape = { rows: outcome.length, intercept: true, weights: observed.weights };
  const outer = prepareDesign({ ...shape, terms: [...covariates, ...instruments] });
  if (isNotEstimable(outer)) return outer;
  const kind = se ?? (rows.clusters === undefined ? 'HC2' : 'CR2');
  const misfit = refuseErrors([kind], rows.clusters);
  if (misfit !== undefined) return misfit;
  const by = { kind, clusters: rows.clusters === undefined ? undefined : numberLevels(rows.clusters, rows.count) };
  const first = firstStage(outer, { endogenous, instruments: instruments.length, cells }, by);
  if (isNotEstimable(first)) return first;
  const projected = { name: endogenous.name, values: first.fitted };
  const design = prepareDesign({ ...shape, terms: [projected, ...covariates] });
  if (isNotEstimable(design)) return design;
  const real = [design.columns[0]!, endogenous.values, ...covariates.map((term) => term.values)];
  const fit = leastSquares({ design, outcome, cells, residualColumns: real });
  if (isNotEstimable(fit)) return fit.code === 'collinearity' ? notEstimable('no_take_up_difference') : fit;
  const table = secondStage(fit, by, rows.level);
  if (isNotEstimable(table)) return table;
  const reduced = leastSquares({ design: outer, outcome, cells });
  if (isNotEstimable(reduced)) return reduced;
  const inference = inferenceOf(table, endogenous.name)!;
  const place = outer.columns.length - instruments.length;
  return {
    ...inference,
    n: table.n,
    ...armsOf(rows),
    method: table.method,
    warnings: firstStageWarnings(first),
    firstStage: first.fit.coefficients[place]!,
    ...(first.f === undefined ? {} : { firstStageF: first.f }),
    ...(instruments.length === 1 ? { wald: reduced.coefficients[place]! / first.fit.coefficients[place]! } : {}),
    table,
  };
}

function secondStage(fit: LeastSquaresFit, by: ErrorKind, level: number | undefined): RegressionTable | NotEstimable {
  if (fit.exact) return notEstimable('constant', 'outcome');
  const covariance = covarianceOf(fit, by.kind, by.clusters);
  if (isNotEstimable(covariance)) return covariance;
  return regressionTable({
    names: fit.design.names,
    coefficients: fit.coefficients,
    covariance: covariance.matrix,
    df: covariance.df,
    n: fit.n,
    level,
    method: `Two-stage least squares, ${STANDARD_ERROR_CONVENTION[by.kind]}`,
  });
}

/** Regression of take-up on instruments and covariates: fitted values and the F of the instruments. */
function firstStage(
  design: Design,
  of: { endogenous: Term; instruments: number; cells: LeastSquaresCells | undefined },
  by: ErrorKind,
): FirstStage | NotEstimable {
  const { endogenous, instruments } = of;
  // Take-up is one value per cell: only the outcome varies within.
  const cells = of.cells && { ...of.cells, within: undefined };
  const fit = leastSquares({ design, outcome: endogenous.values, cells });
  if (isNotEstimable(fit)) return fit.code === 'missing_value' ? notEstimable(fit.code, endogenous.name) : fit;
  const fitted = endogenous.values.map((value, i) => {
    const root = design.rootWeights?.[i] ?? 1;
    return root > 0 ? value - fit.scores[i]! / root : value;
  });
  const size = design.columns.length;
  const places = Array.from({ length: instruments }, (_, k) => size - instruments + k);
  const covariance = covarianceOf(fit, by.kind, by.clusters);
  if (isNotEstimable(covariance)) return covariance;
  const wald = waldTest(fit.coefficients, covariance.matrix, places);
  // Where take-up follows the assignment to the row there is no residual but rounding, hence no F.
  const f = fit.exact || isNotEstimable(wald) || !Number.isFinite(wald.chisq) ? undefined : wald.chisq / instruments;
  return { fit, fitted, f };
}

function armsOf(rows: InstrumentalRows): { n1?: number; n0?: number; takeUp1?: number; takeUp0?: number } {
  const assigned = rows.instruments[0]!.values;
  if (rows.instruments.length > 1 || !assigned.every((value) => value === 0 || value === 1)) return {};
  const count = countColumn(rows);
  const sums = [0, 0];
  const weightsOf = [0, 0];
  const counts = [0, 0];
  for (let i = 0; i < assigned.length; i++) {
    const arm = assigned[i]!;
    const times = count?.[i] ?? 1;
    const weight = times * (rows.weights?.[i] ?? 1);
    counts[arm]! += times;
    weightsOf[arm]! += weight;
    sums[arm]! += weight * rows.endogenous.values[i]!;
  }
  return { n1: counts[1]!, n0: counts[0]!, takeUp1: sums[1]! / weightsOf[1]!, takeUp0: sums[0]! / weightsOf[0]! };
}

/** Everybody took up what was assigned, and nobody else: nothing is left to test. */
const FULL_TAKE_UP: Warning = {
  code: 'full_take_up',
  sentence: {
    nl: 'De deelname volgt de toewijzing zonder uitzondering: er is geen F van de eerste stap, en dit effect is dat van de toewijzing.',
    en: 'Take-up follows the assignment without exception: there is no first-stage F, and this effect is that of the assignment.',
  },
};

function firstStageWarnings({ fit, f }: FirstStage): Warning[] {
  if (fit.exact) return [FULL_TAKE_UP];
  return f !== undefined && f < WEAK ? [weakInstrument(f)] : [];
}

function weakInstrument(f: number): Warning {
  return {
    code: 'weak_instrument',
    sentence: {
      nl: `De toewijzing verschuift de deelname weinig (F = ${f.toFixed(1)}): het interval is dan niet betrouwbaar.`,
      en: `The assignment moves take-up little (F = ${f.toFixed(1)}): the interval is then not reliable.`,
    },
  };
}
