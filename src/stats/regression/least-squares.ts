import { factorColumns } from '../linear-algebra/factor.ts';
import { createBlock, forEachBlock, loadBlock } from '../linear-algebra/row-block.ts';
import { invertUpper, solveUpper } from '../linear-algebra/triangular.ts';
import { combineColumns } from '../linear-algebra/whiten.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { isExactFit } from '../rounding.ts';
import { columnMoments, type Design, refuseColumn } from './design.ts';

/** A least-squares fit with what every covariance of it needs; p = number of columns, n = number of rows. */
export interface LeastSquaresFit {
  readonly design: Design;
  /** R of the centred weighted columns, p by p, and its inverse: (X'X)^-1 = T T'. */
  readonly upper: Float64Array;
  readonly inverse: Float64Array;
  /** Coefficients of the columns as they were given, the intercept included. */
  readonly coefficients: Float64Array;
  /** Per row the residual times the root of the weight: the row's score is this times its weighted column values. */
  readonly scores: Float64Array;
  /** Only for cells: per cell the mean of the squared scores of its rows. */
  readonly squares: Float64Array | undefined;
  /** Only for cells: how many rows each stands for. */
  readonly count: Float64Array | undefined;
  /** Weight of each row (of one row of a cell); absent = 1. */
  readonly precision: Float64Array | undefined;
  /** Part of the leverage that fixed effects take, per row. */
  readonly absorbedLeverage: Float64Array | undefined;
  /** Rows (not cells) with a positive weight. */
  readonly n: number;
  /** Whether the fit meets every outcome but for rounding: no error can be estimated. */
  readonly exact: boolean;
  /** n minus everything estimated. */
  readonly residualDf: number;
}

/** What cells add to their means. */
export interface LeastSquaresCells {
  readonly count: Float64Array;
  /** Sum of squared deviations of the outcome around each cell's mean; absent = none. */
  readonly within: Float64Array | undefined;
  /** Weight of one row of each cell; absent = 1. The design's weights are this times the count. */
  readonly precision: Float64Array | undefined;
}

/** What a fit is made of besides its design. */
export interface LeastSquaresInput {
  readonly design: Design;
  readonly outcome: Float64Array;
  /**
   * Columns from which the residuals are made, in the place of the design's own; two-stage least squares fits on the
   * projected columns and judges by the real ones.
   */
  readonly residualColumns?: readonly Float64Array[] | undefined;
  /** The outcome then holds means of cells and the design weighs them by their rows. */
  readonly cells?: LeastSquaresCells | undefined;
  /** Dimensions that fixed effects have taken, and their part of each row's leverage. */
  readonly absorbed?: { readonly rank: number; readonly leverage: Float64Array | undefined } | undefined;
}

/**
 * Weighted least squares. Columns must be independent (`collinearity` names the first that is not) and more rows than
 * coefficients are needed (`too_few`).
 */
export function leastSquares(input: LeastSquaresInput): LeastSquaresFit | NotEstimable {
  const { design, outcome, cells, absorbed } = input;
  const n = cells === undefined ? design.n : rowsWithWeight(cells);
  const residualDf = n - design.columns.length - (absorbed?.rank ?? 0);
  if (residualDf <= 0) return notEstimable('too_few', `n = ${n}`);
  if (outcome.length !== design.columns[0]?.length) return notEstimable('unequal_lengths', 'outcome');
  const moments = columnMoments(outcome, design.weights, design.totalWeight);
  if (!Number.isFinite(moments.norm)) return refuseColumn(outcome, 'outcome');
  const outcomeShift = design.intercept ? moments.mean : 0;
  const factor = factorColumns(
    {
      columns: [...design.columns, outcome],
      shift: Float64Array.of(...design.shift, outcomeShift),
      scale: design.rootWeights,
    },
    design.columns.length,
    design.norms,
  );
  if ('dependent' in factor) return notEstimable('collinearity', design.names[factor.dependent]);
  const centred = solveUpper(factor.upper, factor.projected[0]!);
  const scores = scaledResiduals(input, centred, outcomeShift);
  const squares = cells === undefined ? undefined : cellSquares(scores, cells);
  const residual = Math.sqrt(sumOfScores(scores, squares, cells?.count));
  return {
    design,
    upper: factor.upper,
    inverse: invertUpper(factor.upper, design.columns.length),
    coefficients: uncentre(design, centred, outcomeShift),
    scores,
    squares,
    count: cells?.count,
    precision: cells === undefined ? design.weights : cells.precision,
    absorbedLeverage: absorbed?.leverage,
    n,
    exact: isExactFit(residual, { norm: moments.norm, columns: design.columns.length }),
    residualDf,
  };
}

/** Sum of the squared scores, of cells that of all their rows. */
function sumOfScores(scores: Float64Array, squares: Float64Array | undefined, count: Float64Array | undefined): number {
  let sum = 0;
  if (squares === undefined) for (let i = 0; i < scores.length; i++) sum += scores[i]! * scores[i]!;
  else for (let i = 0; i < squares.length; i++) sum += count![i]! * squares[i]!;
  return sum;
}

/** Coefficients of the centred columns to those of the columns as given: only the intercept changes. */
function uncentre(design: Design, centred: Float64Array, outcomeShift: number): Float64Array {
  const coefficients = Float64Array.from(centred);
  if (!design.intercept) return coefficients;
  let intercept = centred[0]! + outcomeShift;
  for (let j = 1; j < centred.length; j++) intercept -= design.shift[j]! * centred[j]!;
  coefficients[0] = intercept;
  return coefficients;
}

/**
 * The matrix L that takes centred coefficients to those of the columns as given: b = L b_c (constants aside), so that a
 * covariance of the first becomes one of the second as L V L'.
 */
export function uncentring(design: Design): Float64Array {
  const size = design.columns.length;
  const matrix = new Float64Array(size * size);
  for (let j = 0; j < size; j++) matrix[j * size + j] = 1;
  if (design.intercept) for (let j = 1; j < size; j++) matrix[j] = -design.shift[j]!;
  return matrix;
}

function scaledResiduals(input: LeastSquaresInput, centred: Float64Array, outcomeShift: number): Float64Array {
  const { design, outcome } = input;
  const columns = input.residualColumns ?? design.columns;
  const source = { columns, shift: design.shift, scale: design.rootWeights };
  const block = createBlock(columns.length);
  const fitted = new Float64Array(block.values.length / block.width);
  const scores = new Float64Array(outcome.length);
  forEachBlock(outcome.length, (from, to) => {
    loadBlock(block, source, { from, to });
    combineColumns(block, centred, fitted);
    for (let i = from; i < to; i++) {
      const deviation = outcome[i]! - outcomeShift;
      scores[i] =
        (design.rootWeights === undefined ? deviation : deviation * design.rootWeights[i]!) - fitted[i - from]!;
    }
  });
  return scores;
}

function rowsWithWeight({ count, precision }: LeastSquaresCells): number {
  let n = 0;
  for (let i = 0; i < count.length; i++) if ((precision?.[i] ?? 1) > 0) n += count[i]!;
  return n;
}

/** A cell's score is the root of its weight and count times its mean residual. */
function cellSquares(scores: Float64Array, { count, within, precision }: LeastSquaresCells): Float64Array {
  return scores.map((score, i) => {
    const spread = within === undefined ? 0 : within[i]! * (precision?.[i] ?? 1);
    return count[i]! > 0 ? (spread + score * score) / count[i]! : 0;
  });
}
