import { countColumn, type Summed } from '../cells.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { logit } from './binary-regression.ts';
import { ols } from './ols.ts';
import type { RegressionTable } from './regression-table.ts';
import type { Term } from './term.ts';

/** A model that an estimator predicts outcomes by. */
export type OutcomeModel = 'linear' | 'logit';

/** Fits the outcome of rows or cells on terms, with classical or model errors. */
export function fitOutcome(
  rows: Summed & { readonly outcome: Float64Array; readonly terms: readonly Term[] },
  model: OutcomeModel,
): RegressionTable | NotEstimable {
  const { outcome, terms, count, sumOfSquares } = rows;
  if (model === 'linear') return ols({ outcome, terms, count, sumOfSquares, se: 'classical' });
  if (sumOfSquares === undefined) return logit({ outcome, terms, count });
  // Of zeros and ones the sum of squares is the sum.
  if (outcome.some((ones, i) => ones !== sumOfSquares[i])) return notEstimable('not_binary', 'outcome');
  return logit({ outcome, terms, trials: countColumn(rows) });
}
