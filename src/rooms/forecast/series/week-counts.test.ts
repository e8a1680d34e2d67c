import { expect, test } from 'vitest';
import { shareOfFirst, weighed } from './week-counts.ts';

const errors = (...list: number[]) => [{ back: 1, errors: Float64Array.from(list) }];

test('the share is the other mean squared error over both; unknown errors do not count', () => {
  expect(shareOfFirst(errors(1, -1, Number.NaN), errors(2, 2))).toBe(4 / 5);
  expect(shareOfFirst(errors(0), errors(3))).toBe(1);
  expect(shareOfFirst([], [])).toBe(0.5);
});

test('means and quantiles are mixed step by step', () => {
  const first = { mean: Float64Array.of(10, 20), quantiles: [Float64Array.of(8, 12), Float64Array.of(16, 24)] };
  const second = { mean: Float64Array.of(20, 40), quantiles: [Float64Array.of(16, 24), Float64Array.of(36, 44)] };
  expect(weighed(first, second, 0.75)).toEqual({
    mean: Float64Array.of(12.5, 25),
    quantiles: [Float64Array.of(10, 15), Float64Array.of(21, 29)],
  });
});
