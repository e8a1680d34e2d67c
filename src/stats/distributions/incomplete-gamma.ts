import { poissonDensity } from './density.ts';

/** Series for the lower tail, all terms positive; best for x below a. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * poissonDensity(a, x);
}

/** Legendre's continued fraction for the upper tail by the modified Lentz method; for x above a. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / Number.MIN_VALUE;
  let d = 1 / b;
  let h = d;
  for (let i = 1; ; i += 1) {
    const numerator = -i * (i - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 2e-16) return h * a * poissonDensity(a, x);
  }
}

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P for a > 0, x >= 0: the smaller is computed itself,
 * so a small tail keeps its relative accuracy (1e-13).
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < Math.max(a, 1)) {
    const lower = lowerSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = upperFraction(a, x);
  return { lower: 1 - upper, upper };
}
