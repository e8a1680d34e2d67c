import { cholesky } from './cholesky.ts';
import { gram } from './gram.ts';
import type { BlockSource } from './row-block.ts';
import { sequentialQr } from './sequential-qr.ts';
import { solveUpperTransposed } from './triangular.ts';

/** The triangular factor of a design and its right-hand sides in the same orthonormal basis. */
export interface Factor {
  /** R, upper triangular, p by p, row-major: X'X = R'R. */
  readonly upper: Float64Array;
  /** Q'y for each further column y: the coefficients solve R b = Q'y. */
  readonly projected: readonly Float64Array[];
}

/** The first column that the columns before it explain. */
interface Dependent {
  readonly dependent: number;
}

/** Below this 1 - R² the squares of the columns have lost too many digits and the reflections take over. */
const WORST_PIVOT_OF_SQUARES = 1e-4;
/** The same for a column that hardly moves around its mean. */
const SMALLEST_SHARE_AROUND_MEAN = 1e-10;
/** R's rule for `lm`: a column of which less than this part is left is a combination of those before it. */
const DEPENDENT_BELOW = 1e-7;

/**
 * Factors the first `size` columns of a source; the columns after those are right-hand sides.
 *
 * By the Gram matrix and Cholesky when the columns are clearly independent, else by Householder reflections, which also
 * decide whether a column is dependent.
 *
 * @param norms root of the (weighted) sum of squares of each column before its shift: what is left of a column is
 *   judged against this.
 */
export function factorColumns(source: BlockSource, size: number, norms: Float64Array): Factor | Dependent {
  return factorOfSquares(source, size, norms) ?? factorByReflection(source, size, norms);
}

function factorOfSquares(source: BlockSource, size: number, norms: Float64Array): Factor | undefined {
  const total = source.columns.length;
  const squares = gram(source);
  const own = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    if (!(squares[j * total + j]! > SMALLEST_SHARE_AROUND_MEAN * norms[j]! * norms[j]!)) return undefined;
    for (let k = 0; k < size; k++) own[j * size + k] = squares[j * total + k]!;
  }
  const factor = cholesky(own, size);
  if (factor === undefined || factor.smallestPivot < WORST_PIVOT_OF_SQUARES) return undefined;
  const projected: Float64Array[] = [];
  for (let k = size; k < total; k++) {
    projected.push(solveUpperTransposed(factor.upper, squares.slice(k * total, k * total + size)));
  }
  return { upper: factor.upper, projected };
}

function factorByReflection(source: BlockSource, size: number, norms: Float64Array): Factor | Dependent {
  const total = source.columns.length;
  const all = sequentialQr(source);
  const upper = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    if (!(Math.abs(all[j * total + j]!) > DEPENDENT_BELOW * norms[j]!)) return { dependent: j };
    for (let k = j; k < size; k++) upper[j * size + k] = all[j * total + k]!;
  }
  const projected: Float64Array[] = [];
  for (let k = size; k < total; k++) {
    const column = new Float64Array(size);
    for (let j = 0; j < size; j++) column[j] = all[j * total + k]!;
    projected.push(column);
  }
  return { upper, projected };
}
