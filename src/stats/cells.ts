import { type NotEstimable, notEstimable } from './not-estimable.ts';

/**
 * Rows may be cells: a row then stands for several that are equal in all that is used, as a database counts them (arm x
 * stratum x day x cause). Every estimator gives for cells what it gives for the rows behind them: a national study is a
 * few thousand numbers and no rows leave a database.
 */
export interface Counted {
  /** How many rows each stands for: whole numbers >= 0. Absent = 1 each. */
  readonly count?: ArrayLike<number> | undefined;
}

/** Cells whose rows may differ in the outcome. */
export interface Summed extends Counted {
  /**
   * Per cell the sum of the squared outcomes of its rows; `outcome` then holds their sums. Absent = the outcome is that of
   * each row of the cell.
   */
  readonly sumOfSquares?: ArrayLike<number> | undefined;
}

/** Outcomes with what is lost by looking at the mean of a cell only. */
export interface CellMeans<Column> {
  /** The outcome of a row, the mean outcome of a cell. */
  readonly outcome: Column | Float64Array;
  readonly count: Float64Array | undefined;
  /** Sum of squared deviations of a cell's outcomes from their mean; absent where they do not vary. */
  readonly within: Float64Array | undefined;
}

/** A sum of squares this far below what its sum allows is no rounding. */
const IMPOSSIBLE = 1e-9;

/**
 * What rounding alone may leave of a cell whose rows are equal: sums of whole numbers are exact, those of others carry a
 * rounding per row.
 */
function noiseOfSums(n: number, sum: number, squares: number): number {
  const exact = Number.isSafeInteger(sum) && Number.isSafeInteger(squares);
  return (exact ? 4 : 4 + n) * Number.EPSILON * squares;
}

/** What is wrong with counts: `unequal_lengths`, or `bad_weight` for parts of rows, negative ones or none at all. */
export function refuseCount({ count }: Counted, rows: number): NotEstimable | undefined {
  if (count === undefined) return undefined;
  if (count.length !== rows) return notEstimable('unequal_lengths', 'count');
  let total = 0;
  for (let i = 0; i < rows; i += 1) {
    const value = count[i] as number;
    if (!(Number.isSafeInteger(value) && value >= 0)) return notEstimable('bad_weight', 'count');
    total += value;
  }
  return total > 0 ? undefined : notEstimable('bad_weight', 'count');
}

/** Number of rows that cells stand for. */
export function countedRows({ count }: Counted, rows: number): number {
  if (count === undefined) return rows;
  let total = 0;
  for (let i = 0; i < rows; i += 1) total += count[i] as number;
  return total;
}

/** A column of counts as the kernels read it. */
export function countColumn({ count }: Counted): Float64Array | undefined {
  return count === undefined || count instanceof Float64Array ? count : Float64Array.from(count);
}

/**
 * Means and spread of cells; rows pass as they are.
 *
 * Errors: those of {@link refuseCount}; `out_of_range` for sums of squares without counts or too small for their sums,
 * and for a cell of no rows with a sum.
 */
export function cellMeans<Column extends ArrayLike<number>>(
  rows: Summed & { readonly outcome: Column },
): CellMeans<Column> | NotEstimable {
  const { outcome, sumOfSquares } = rows;
  const refusal = refuseCount(rows, outcome.length);
  if (refusal !== undefined) return refusal;
  const count = countColumn(rows);
  if (sumOfSquares === undefined) return { outcome, count, within: undefined };
  if (count === undefined) return notEstimable('out_of_range', 'sum of squares without count');
  if (sumOfSquares.length !== outcome.length) return notEstimable('unequal_lengths', 'sum of squares');
  const means = new Float64Array(outcome.length);
  const within = new Float64Array(outcome.length);
  for (let i = 0; i < means.length; i += 1) {
    const n = count[i] as number;
    const sum = outcome[i] as number;
    const squares = sumOfSquares[i] as number;
    if (!Number.isFinite(sum) || !Number.isFinite(squares)) return notEstimable('missing_value', 'sum of squares');
    const mean = n > 0 ? sum / n : 0;
    const left = squares - mean * sum;
    if (left < -IMPOSSIBLE * squares || (n === 0 && (sum !== 0 || squares !== 0)))
      return notEstimable('out_of_range', 'sum of squares');
    means[i] = mean;
    within[i] = n > 1 && left > noiseOfSums(n, sum, squares) ? left : 0;
  }
  return { outcome: means, count, within };
}
