import { expect, test } from 'vitest';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { binomialDensity, logHypergeometricDensity } from './density.ts';
import reference from './distributions.reference.json' with { type: 'json' };
import { fCdf, fQuantile, fUpper } from './f-ratio.ts';
import { logGamma } from './log-gamma.ts';
import { normalCdf, normalDensity, normalQuantile, normalUpper } from './normal.ts';
import { tCdf, tQuantile, tTwoSided, tUpper } from './student.ts';

type Row = [name: string, args: number[], value: number];

const functions: Record<string, (...args: number[]) => number> = {
  logGamma: (x) => logGamma(x),
  normalCdf: (z) => normalCdf(z),
  normalUpper: (z) => normalUpper(z),
  normalDensity: (z) => normalDensity(z),
  normalQuantile: (p) => normalQuantile(p),
  tUpper: (t, df) => tUpper(t, df),
  tCdf: (t, df) => tCdf(t, df),
  tTwoSided: (t, df) => tTwoSided(t, df),
  tQuantile: (p, df) => tQuantile(p, df),
  chiSquareCdf: (x, df) => chiSquareCdf(x, df),
  chiSquareUpper: (x, df) => chiSquareUpper(x, df),
  chiSquareQuantile: (p, df) => chiSquareQuantile(p, df),
  fCdf: (f, a, b) => fCdf(f, a, b),
  fUpper: (f, a, b) => fUpper(f, a, b),
  fQuantile: (p, a, b) => fQuantile(p, a, b),
  logHypergeometricDensity: (...args) => {
    const [x, marked, others, draws] = args as [number, number, number, number];
    return logHypergeometricDensity(x, { marked, others, draws });
  },
  binomialDensity: (x, n, p) => binomialDensity(x, n - x, { p: p, q: 1 - p }),
};

const names = [...new Set((reference as Row[]).map(([name]) => name))];

test('every function published here has reference values', () => {
  expect(names.sort()).toEqual(Object.keys(functions).sort());
});

test.each(names)('%s agrees with R to a relative 1e-12', (name) => {
  for (const [, args, value] of (reference as Row[]).filter((row) => row[0] === name)) {
    const got = (functions[name] as (...args: number[]) => number)(...args);
    const error = got === value ? 0 : Math.abs(got - value) / Math.abs(value);
    expect(error, `${name}(${args.join(', ')}) = ${got}, R ${value}`).toBeLessThan(1e-12);
  }
});

test('quantiles undo the distribution functions, also far out', () => {
  for (const p of [1e-12, 1e-6, 0.03, 0.4, 0.7, 0.999]) {
    for (const df of [1, 2.5, 40, 5000]) {
      expect(tCdf(tQuantile(p, df), df) / p).toBeCloseTo(1, 12);
      expect(chiSquareCdf(chiSquareQuantile(p, df), df) / p).toBeCloseTo(1, 12);
      expect(fCdf(fQuantile(p, df, 7), df, 7) / p).toBeCloseTo(1, 12);
    }
  }
  expect(fQuantile(1e-6, 1, 1) / Math.tan((Math.PI / 2) * 1e-6) ** 2).toBeCloseTo(1, 12);
});

test('infinite degrees of freedom are the normal and the chi-square', () => {
  expect(tTwoSided(1.96, Number.POSITIVE_INFINITY)).toBe(2 * normalUpper(1.96));
  expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  expect(fUpper(2, 3, Number.POSITIVE_INFINITY)).toBe(chiSquareUpper(6, 3));
});

test('arguments outside the domain give NaN, ends give ends', () => {
  expect(logGamma(0)).toBeNaN();
  expect(normalQuantile(-0.1)).toBeNaN();
  expect(tQuantile(1.2, 3)).toBeNaN();
  expect(chiSquareQuantile(0.5, 0)).toBeNaN();
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(tTwoSided(1e200, 4)).toBe(0);
  expect(normalCdf(-50)).toBe(0);
  expect(chiSquareUpper(0, 3)).toBe(1);
});
