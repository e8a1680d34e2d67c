import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { INTERCEPT, type Term } from './term.ts';

/** A design ready for the kernels: columns, what is subtracted from them and the root of the weights. */
export interface Design {
  /** The constant first when there is an intercept. */
  readonly columns: readonly Float64Array[];
  readonly names: readonly string[];
  readonly intercept: boolean;
  /** Mean of each column when there is an intercept (0 for the constant), else zeros. */
  readonly shift: Float64Array;
  /** Root of the weighted sum of squares of each column, before the shift. */
  readonly norms: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly rootWeights: Float64Array | undefined;
  readonly totalWeight: number;
  /** Rows with a positive weight. */
  readonly n: number;
}

/** What a design is made of; all columns have `rows` values. */
interface DesignInput {
  readonly rows: number;
  readonly terms: readonly Term[];
  readonly intercept: boolean;
  readonly weights?: Float64Array | undefined;
}

/**
 * Prepares a design: checks lengths, values and weights, and centres the columns on their weighted means, which is what
 * keeps the digits of a column such as a calendar year.
 */
export function prepareDesign(input: DesignInput): Design | NotEstimable {
  const { rows, terms, intercept, weights } = input;
  if (rows === 0) return notEstimable('too_few', 'n = 0');
  const weighing = weigh(weights, rows);
  if ('code' in weighing) return weighing;
  const columns: Float64Array[] = intercept ? [new Float64Array(rows).fill(1)] : [];
  const names: string[] = intercept ? [INTERCEPT] : [];
  for (const term of terms) {
    if (term.values.length !== rows) return notEstimable('unequal_lengths', term.name);
    columns.push(term.values);
    names.push(term.name);
  }
  const shift = new Float64Array(columns.length);
  const norms = new Float64Array(columns.length);
  for (let j = 0; j < columns.length; j++) {
    const { mean, norm } = columnMoments(columns[j]!, weights, weighing.total);
    if (!Number.isFinite(norm)) return refuseColumn(columns[j]!, names[j]!);
    norms[j] = norm;
    shift[j] = intercept && j > 0 ? mean : 0;
  }
  return {
    columns,
    names,
    intercept,
    shift,
    norms,
    weights,
    rootWeights: weights?.map(Math.sqrt),
    totalWeight: weighing.total,
    n: weighing.positive,
  };
}

/** Why a column has no finite norm: a value is missing, or is too large to be squared. */
export function refuseColumn(column: Float64Array, name: string): NotEstimable {
  return notEstimable(column.some(Number.isNaN) ? 'missing_value' : 'out_of_range', name);
}

function weigh(weights: Float64Array | undefined, rows: number): { total: number; positive: number } | NotEstimable {
  if (weights === undefined) return { total: rows, positive: rows };
  if (weights.length !== rows) return notEstimable('unequal_lengths', 'weights');
  let total = 0;
  let positive = 0;
  for (const weight of weights) {
    if (!(weight >= 0)) return notEstimable('bad_weight');
    total += weight;
    if (weight > 0) positive++;
  }
  return total > 0 && Number.isFinite(total) ? { total, positive } : notEstimable('bad_weight');
}

/** Weighted mean and root of the weighted sum of squares; not finite when a value is missing or infinite. */
export function columnMoments(
  column: Float64Array,
  weights: Float64Array | undefined,
  totalWeight: number,
): { mean: number; norm: number } {
  let sum = 0;
  let squares = 0;
  if (weights === undefined) {
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!;
      sum += value;
      squares += value * value;
    }
  } else {
    for (let i = 0; i < column.length; i++) {
      const value = column[i]!;
      sum += weights[i]! * value;
      squares += weights[i]! * value * value;
    }
  }
  return { mean: sum / totalWeight, norm: Math.sqrt(squares) };
}
