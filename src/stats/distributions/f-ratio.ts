import { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from './chi-square.ts';
import { binomialDensity } from './density.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { solveFallingTail } from './monotone-root.ts';

/** Degrees of freedom of a ratio of variances: numerator and denominator (the latter may be Infinity). */
interface Degrees {
  readonly df1: number;
  readonly df2: number;
}

function tails(f: number, { df1, df2 }: Degrees): { lower: number; upper: number } {
  if (df2 === Number.POSITIVE_INFINITY)
    return { lower: chiSquareCdf(f * df1, df1), upper: chiSquareUpper(f * df1, df1) };
  const ratio = (df1 / df2) * Math.max(f, 0);
  if (ratio === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  return incompleteBeta(df1 / 2, df2 / 2, { x: ratio / (1 + ratio), y: 1 / (1 + ratio) });
}

/** Chance that an F with the given degrees of freedom lies below f. */
export function fCdf(f: number, df1: number, df2: number): number {
  return tails(f, { df1, df2 }).lower;
}

/** Chance that it lies above f: the p-value of an F-test. */
export function fUpper(f: number, df1: number, df2: number): number {
  return tails(f, { df1, df2 }).upper;
}

function density(f: number, { df1, df2 }: Degrees): number {
  const ratio = (df1 / df2) * f;
  const a = df1 / 2;
  const b = df2 / 2;
  return (binomialDensity(a, b, { p: ratio / (1 + ratio), q: 1 / (1 + ratio) }) * a * b) / (a + b) / f;
}

/** f with fCdf(f, df1, df2) = p; 0 at p = 0, infinite at 1, NaN outside. */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p >= 0 && p <= 1 && df1 > 0 && df2 > 0)) return Number.NaN;
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareQuantile(p, df1) / df1;
  const degrees = { df1, df2 };
  if (p > 0.5) {
    return solveFallingTail(1 - p, (x) => fUpper(x, df1, df2), { density: (x) => density(x, degrees), guess: 1 });
  }
  // 1/F has the degrees of freedom exchanged, and its upper tail is this lower tail.
  const swapped = { df1: df2, df2: df1 };
  return 1 / solveFallingTail(p, (x) => fUpper(x, df2, df1), { density: (x) => density(x, swapped), guess: 1 });
}
