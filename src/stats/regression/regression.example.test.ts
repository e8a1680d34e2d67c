import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { gComputation } from './g-computation.ts';
import { lin } from './lin.ts';
import { ols } from './ols.ts';

/** The example of this folder's README. */
const rows = {
  outcome: Float64Array.of(12, 9, 15, 7, 11, 14, 6, 10, 16, 8, 13, 9), // hours worked a week, a year later
  treatment: Float64Array.of(1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0),
  covariates: [{ name: 'score', values: Float64Array.of(50, 42, 71, 30, 65, 58, 28, 35, 77, 40, 49, 52) }],
};

test('the example of the README says what the README says it says', () => {
  const effect = lin(rows);
  if (isNotEstimable(effect)) throw new Error(effect.sentence.en);
  expect(`${effect.estimate.toFixed(2)} (${effect.ciLow.toFixed(2)} to ${effect.ciHigh.toFixed(2)})`).toBe(
    '3.22 (2.46 to 3.98)',
  );

  const table = ols({
    outcome: rows.outcome,
    terms: [{ name: 'treatment', values: rows.treatment }, ...rows.covariates],
    clusters: [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6],
    se: 'CR2',
  });
  if (isNotEstimable(table)) throw new Error(table.sentence.en);
  const treatment = table.coefficients[1];
  expect([treatment?.term, treatment?.se.toFixed(3), treatment?.df?.toFixed(2)]).toEqual([
    'treatment',
    '0.461',
    '3.44',
  ]);

  const share = gComputation({ ...rows, outcome: rows.outcome.map((hours) => (hours >= 10 ? 1 : 0)) });
  expect(isNotEstimable(share) && share.code).toBe('separation');
});
