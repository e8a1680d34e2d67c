import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { leastSquares } from './least-squares.ts';
import { minimiseOnInterval } from './line-search.ts';
import { nelderMead } from './nelder-mead.ts';

test("Nelder-Mead finds the bottom of Rosenbrock's valley", () => {
  const fit = nelderMead((x) => 100 * (x[1]! - x[0]! ** 2) ** 2 + (1 - x[0]!) ** 2, [-1.2, 1], {
    step: [0.5, 0.5],
    maxEvaluations: 2000,
    tolerance: 1e-14,
  });
  expect(fit.x[0]).toBeCloseTo(1, 4);
  expect(fit.x[1]).toBeCloseTo(1, 4);
});

test('the line search finds the deeper of two valleys', () => {
  const valley = (x: number): number => (x - 0.2) ** 2 * (x - 0.8) ** 2 - 0.01 * x;
  const fit = minimiseOnInterval(valley, { low: 0, high: 1, cells: 12, tolerance: 1e-6 });
  expect(fit.x).toBeGreaterThan(0.75);
});

test('Cholesky solves what it factors and reports a collinear matrix', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 9, maxLength: 9 }),
      fc.array(number, { minLength: 3, maxLength: 3 }),
      (m, x) => {
        const matrix = Float64Array.from({ length: 9 }, (_, k) => {
          const [i, j] = [Math.floor(k / 3), k % 3];
          return [0, 1, 2].reduce((sum, r) => sum + m[i * 3 + r]! * m[j * 3 + r]!, i === j ? 1 : 0);
        });
        const right = Float64Array.from([0, 1, 2], (i) =>
          [0, 1, 2].reduce((sum, j) => sum + matrix[i * 3 + j]! * x[j]!, 0),
        );
        choleskySolve(choleskyFactor(matrix, 3)!, right).forEach((value, i) => {
          expect(value).toBeCloseTo(x[i]!, 6);
        });
      },
    ),
  );
  expect(choleskyFactor(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
});

test('least squares leaves out rows of weight zero and bears a collinear column', () => {
  const x = Float64Array.of(1, 2, 3, 4, 5);
  const y = Float64Array.of(2, 4, 6, 8, 999);
  const fit = leastSquares([x], y, Float64Array.of(1, 1, 1, 1, 0));
  expect(fit.coefficients[0]).toBeCloseTo(2, 10);
  expect(fit.sse).toBeCloseTo(0, 10);
  const twice = leastSquares([x, x], y, Float64Array.of(1, 1, 1, 1, 0));
  expect(twice.coefficients[0]! + twice.coefficients[1]!).toBeCloseTo(2, 5);
});
