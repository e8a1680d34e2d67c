import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { aipw } from './aipw.ts';
import { ipw } from './ipw.ts';

/** The example of this folder's README: a workshop that people with a higher score chose more often. */
const rows = {
  outcome: Float64Array.of(12, 9, 15, 7, 11, 14, 6, 10, 16, 8, 13, 9),
  treatment: Float64Array.of(1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1),
  covariates: [{ name: 'score', values: Float64Array.of(50, 42, 71, 30, 65, 58, 28, 35, 77, 40, 60, 36) }],
};

test('the example of the README says what the README says it says', () => {
  const weighted = ipw(rows);
  if (isNotEstimable(weighted)) throw new Error(weighted.sentence.en);
  expect([weighted.estimate.toFixed(2), weighted.ess1.toFixed(1), weighted.ess0.toFixed(1)]).toEqual([
    '2.23',
    '5.5',
    '5.5',
  ]);
  const robust = aipw(rows);
  if (isNotEstimable(robust)) throw new Error(robust.sentence.en);
  expect(robust.estimate.toFixed(2)).toBe('2.04');
});
