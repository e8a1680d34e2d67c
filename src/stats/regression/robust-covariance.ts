import { addGram, symmetricFromPadded } from '../linear-algebra/gram.ts';
import { congruence } from '../linear-algebra/matrix.ts';
import { BLOCK_ROWS, createBlock, forEachBlock, loadBlock } from '../linear-algebra/row-block.ts';
import { rowLengths, scaleRows, whitenBlock } from '../linear-algebra/whiten.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { LeastSquaresFit } from './least-squares.ts';

/** The covariances that look at rows one by one. */
type RowRobust = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/** A leverage this near to one leaves no residual to judge the row by. */
const LEVERAGE_ONE = 1e-10;

/**
 * Heteroskedasticity-consistent covariance of the centred coefficients, T (sum of f q q') T' over rows, with q the row in
 * the orthonormal basis and f its squared residual, divided by 1-h (HC2) or (1-h)² (HC3) (MacKinnon & White 1985).
 *
 * @returns p by p, row-major; `leverage_one` when HC2 or HC3 meets a row that fixes its own prediction.
 */
export function robustCovariance(fit: LeastSquaresFit, kind: RowRobust): Float64Array | NotEstimable {
  const { design, upper, scores } = fit;
  const size = design.columns.length;
  const source = { columns: design.columns, shift: design.shift, scale: design.rootWeights };
  const block = createBlock(size);
  const meat = new Float64Array(block.width * block.width);
  const leverage = new Float64Array(BLOCK_ROWS);
  const factor = new Float64Array(BLOCK_ROWS);
  const power = kind === 'HC2' ? 0.5 : kind === 'HC3' ? 1 : 0;
  let fixesItself = false;
  forEachBlock(scores.length, (from, to) => {
    loadBlock(block, source, { from, to });
    whitenBlock(block, upper, size);
    if (power > 0) rowLengths(block, size, leverage);
    for (let i = from; i < to; i++) {
      const root = fit.squares === undefined ? scores[i]! : Math.sqrt(fit.squares[i]!);
      if (power === 0) {
        factor[i - from] = root;
        continue;
      }
      const left = 1 - (leverage[i - from]! + (fit.absorbedLeverage?.[i] ?? 0)) / perRow(fit, i);
      if (left < LEVERAGE_ONE) fixesItself = true;
      factor[i - from] = root / (power === 1 ? left : Math.sqrt(left));
    }
    scaleRows(block, size, factor);
    addGram(block, meat);
  });
  if (fixesItself) return notEstimable('leverage_one');
  const covariance = congruence(fit.inverse, symmetricFromPadded(meat, block.width, size), size);
  return kind === 'HC1' ? covariance.map((value) => (value * fit.n) / fit.residualDf) : covariance;
}

/** The leverage of a cell is shared by the rows it stands for. */
function perRow(fit: LeastSquaresFit, i: number): number {
  const count = fit.count?.[i] ?? 1;
  return count > 0 ? count : 1;
}

/**
 * Classical covariance of the centred coefficients: T T' times the weighted residual sum of squares over n - k.
 *
 * @returns p by p, row-major.
 */
export function classicalCovariance(fit: LeastSquaresFit): Float64Array {
  const size = fit.design.columns.length;
  const variance = residualSumOfSquares(fit) / fit.residualDf;
  const identity = new Float64Array(size * size);
  for (let j = 0; j < size; j++) identity[j * size + j] = variance;
  return congruence(fit.inverse, identity, size);
}

/** Weighted residual sum of squares. */
function residualSumOfSquares(fit: LeastSquaresFit): number {
  let sum = 0;
  for (let i = 0; i < fit.scores.length; i++) {
    sum += fit.squares === undefined ? fit.scores[i]! ** 2 : fit.squares[i]! * fit.count![i]!;
  }
  return sum;
}
