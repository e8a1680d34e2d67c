import { describe, expect, test } from 'vitest';
import { meanDifference } from './differences/mean-difference.ts';
import { isNotEstimable } from './not-estimable.ts';
import { gComputation } from './regression/g-computation.ts';
import { instrumental } from './regression/instrumental.ts';
import { lin } from './regression/lin.ts';
import { ols, olsByErrors } from './regression/ols.ts';
import { postStratified } from './regression/post-stratified.ts';
import { aipw } from './weighting/aipw.ts';
import { ipw } from './weighting/ipw.ts';
import { responseWeighted } from './weighting/response-weighted.ts';

/** 1,003 rows: enough for 0.1 + 0.1 + ... to miss 100.3 in the last digits. */
const N = 1003;
const column = (value: (i: number) => number) => Float64Array.from({ length: N }, (_, i) => value(i));
const treatment = column((i) => i % 2);
const age = { name: 'age', values: column((i) => 20 + ((i * 7) % 45)) };
const got = { name: 'got', values: column((i) => (i % 3 === 0 ? 1 - (i % 2) : i % 2)) };
const cluster = column((i) => i % 31);
const weights = column((i) => 1 + (i % 7) / 3);
const ones = column(() => 1);
const responded = column((i) => (i % 5 === 0 ? 0 : 1));

const ESTIMATORS: readonly [string, (outcome: Float64Array) => unknown][] = [
  ['Welch', (outcome) => meanDifference({ outcome, treatment })],
  ['HC3', (outcome) => meanDifference({ outcome, treatment }, { se: 'HC3' })],
  ['CR0', (outcome) => meanDifference({ outcome, treatment }, { se: 'CR0', cluster })],
  ['CR2', (outcome) => meanDifference({ outcome, treatment }, { cluster })],
  ['weights', (outcome) => meanDifference({ outcome, treatment }, { weights })],
  ['weights and clusters', (outcome) => meanDifference({ outcome, treatment }, { weights, cluster })],
  ['post-stratified', (outcome) => postStratified({ outcome, treatment, strata: cluster })],
  ['Lin', (outcome) => lin({ outcome, treatment, covariates: [age] })],
  ['OLS', (outcome) => ols({ outcome, terms: [got, age] })],
  ['OLS, HC1 and CR1', (outcome) => olsByErrors({ outcome, terms: [got, age], clusters: cluster }, ['HC1', 'CR1'])],
  ['OLS, fixed effects', (outcome) => ols({ outcome, terms: [got, age], fixedEffects: [cluster] })],
  ['OLS, CR2', (outcome) => ols({ outcome, terms: [got, age], clusters: cluster })],
  ['weighted least squares', (outcome) => ols({ outcome, terms: [got, age], weights, se: 'HC2' })],
  ['g-computation', (outcome) => gComputation({ outcome, treatment, covariates: [age], model: 'linear' })],
  [
    'g-computation, simple',
    (outcome) => gComputation({ outcome, treatment, covariates: [age], model: 'linear', scheme: 'simple' }),
  ],
  [
    'g-computation, blocks',
    (outcome) =>
      gComputation({ outcome, treatment, covariates: [age], model: 'linear', scheme: 'blocks', strata: cluster }),
  ],
  ['IV', (outcome) => instrumental({ outcome, endogenous: got, instruments: [{ name: 'z', values: treatment }] })],
  ['IPW', (outcome) => ipw({ outcome, treatment: got.values, covariates: [age] })],
  ['AIPW', (outcome) => aipw({ outcome, treatment: got.values, covariates: [age] })],
  [
    'response weights',
    (outcome) => responseWeighted({ outcome, treatment, invited: ones, responded, covariates: [age] }),
  ],
];

describe('an outcome that is everywhere the same', () => {
  test.each(ESTIMATORS)('has no error, however 0.1 is rounded: %s', (_, estimate) => {
    for (const value of [0.1, 1 / 3, 1e9 + 0.1, -7.7e-12]) {
      expect(estimate(column(() => value))).toMatchObject({ code: 'constant', detail: 'outcome' });
    }
  });

  test.each(ESTIMATORS)('is another than one that hardly varies: %s', (_, estimate) => {
    // Instants in milliseconds that are some minutes apart.
    const result = estimate(column((i) => 1.5e12 + 1000 * ((i * i) % 97)));
    expect(isNotEstimable(result)).toBe(false);
  });

  test('within each arm leaves no error of their difference', () => {
    const outcome = treatment.map((arm) => (arm === 1 ? 0.3 : 0.1));
    for (const options of [{}, { cluster }, { weights }, { se: 'HC2' as const }]) {
      expect(meanDifference({ outcome, treatment }, options)).toMatchObject({ code: 'constant' });
    }
    expect(ols({ outcome, terms: [{ name: 'arm', values: treatment }] })).toMatchObject({ code: 'constant' });
  });

  test('is so too where cells bring sums', () => {
    const sum = (rows: number, value: number) => Array.from({ length: rows }, () => value).reduce((a, b) => a + b, 0);
    const count = [7, 11, 13, 1001];
    const cells = {
      outcome: Float64Array.from(count, (n) => sum(n, 0.1)),
      treatment: Float64Array.of(1, 1, 0, 0),
      count,
      sumOfSquares: count.map((n) => sum(n, 0.1 * 0.1)),
    };
    expect(meanDifference(cells)).toMatchObject({ code: 'constant' });
    // Whole numbers are exact: a hundred thousand and one apart from it is a spread.
    const whole = { ...cells, outcome: Float64Array.of(700_001, 1_100_000, 1_300_000, 100_100_000) };
    const squares = [70_000_200_001, 11e10, 13e10, 1001e10];
    expect(meanDifference({ ...whole, sumOfSquares: squares })).toMatchObject({ n1: 18 });
  });
});

test('an outcome whose squares are no numbers is refused as such', () => {
  const large = column((i) => (1 + (i % 9)) * 1e300);
  for (const options of [{}, { cluster }, { weights }]) {
    expect(meanDifference({ outcome: large, treatment }, options)).toMatchObject({
      code: 'out_of_range',
      detail: 'outcome',
    });
  }
});

test('one fit by several errors is what each gives alone', () => {
  const outcome = column((i) => (i * i) % 31);
  const input = { outcome, terms: [got, age], fixedEffects: [column((i) => i % 4)] };
  const errors = ['HC2', 'CR1', 'CR2'] as const;
  const together = olsByErrors({ ...input, clusters: cluster }, errors);
  if (isNotEstimable(together)) throw new Error(together.sentence.en);
  errors.forEach((se, k) => {
    const alone = ols({ ...input, se, clusters: se === 'HC2' ? undefined : cluster });
    if (isNotEstimable(alone)) throw new Error(alone.sentence.en);
    alone.coefficients.forEach((row, j) => {
      const other = together[k]?.coefficients[j];
      expect(other?.term).toBe(row.term);
      expect(other?.estimate).toBeCloseTo(row.estimate, 11);
      expect(other?.se).toBeCloseTo(row.se, 11);
      expect(other?.df).toBeCloseTo(row.df as number, 8);
    });
  });
});
