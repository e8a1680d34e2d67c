import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { cloglog, logit } from './binary-regression.ts';

/** People by x, z and outcome, as x, z, ones, all. */
function fitCells(cells: readonly (readonly [x: number, z: number, ones: number, all: number])[]) {
  const column = (place: 0 | 1 | 2 | 3) => Float64Array.from(cells, (cell) => cell[place]);
  const terms = [
    { name: 'x', values: column(0) },
    { name: 'z', values: column(1) },
  ];
  return { outcome: column(2), trials: column(3), terms };
}

test('a maximum that the first step reaches is no separation (values of R 4.2 glm, epsilon 1e-14)', () => {
  const result = logit(
    fitCells([
      [0, 0, 19, 44],
      [0, 1, 13, 30],
      [1, 0, 28, 48],
      [1, 1, 17, 33],
      [2, 0, 27, 58],
      [2, 1, 15, 32],
    ]),
  );
  if (isNotEstimable(result)) throw new Error(result.sentence.en);
  const expected = [
    ['(Intercept)', -0.0844658204036, 0.236998230962],
    ['x', 0.0528511276752, 0.156974165357],
    ['z', -0.0749066634613, 0.262772699245],
  ] as const;
  expected.forEach(([term, estimate, se], j) => {
    expect(result.coefficients[j]?.term).toBe(term);
    expect(result.coefficients[j]?.estimate).toBeCloseTo(estimate, 10);
    expect(result.coefficients[j]?.se).toBeCloseTo(se, 10);
  });
});

test('where every combination has both outcomes there is no separation', () => {
  const cell = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 6, maxLength: 6 }), fc.constantFrom(logit, cloglog), (counts, fit) => {
      const result = fit(
        fitCells(counts.map(([ones, zeros], i) => [Math.floor(i / 2), i % 2, ones, ones + zeros] as const)),
      );
      expect(isNotEstimable(result) && result.code).toBe(false);
    }),
    { numRuns: 400 },
  );
});
