import { poissonDensity } from './density.ts';
import { incompleteGamma } from './incomplete-gamma.ts';
import { solveFallingTail } from './monotone-root.ts';
import { normalQuantile } from './normal.ts';

/** Chance that a chi-square with `df` > 0 degrees of freedom lies below x. */
export function chiSquareCdf(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower;
}

/** Chance that it lies above x: the p-value of a chi-square test. */
export function chiSquareUpper(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper;
}

/** x > 0 at which the chi-square density is asked. */
function density(x: number, df: number): number {
  // poissonDensity(df/2, x/2) is (x/2)^(df/2) e^(-x/2) / Gamma(df/2 + 1).
  return (poissonDensity(df / 2, x / 2) * (df / 2)) / x;
}

/** x with chiSquareCdf(x, df) = p; 0 at p = 0, infinite at 1, NaN outside. */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  // Wilson and Hilferty's cube as a start.
  const spread = 2 / (9 * df);
  const guess = df * Math.max(1 - spread + normalQuantile(p) * Math.sqrt(spread), 0.05) ** 3;
  if (p > 0.5) {
    return solveFallingTail(1 - p, (x) => chiSquareUpper(x, df), { density: (x) => density(x, df), guess });
  }
  // The lower tail falls in 1/x.
  const inverse = solveFallingTail(p, (u) => chiSquareCdf(1 / u, df), {
    density: (u) => density(1 / u, df) / (u * u),
    guess: 1 / guess,
  });
  return 1 / inverse;
}
