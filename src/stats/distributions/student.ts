import { binomialDensity } from './density.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { solveFallingTail } from './monotone-root.ts';
import { normalQuantile, normalTwoSided, normalUpper } from './normal.ts';

/** Two-sided p-value of a t statistic with `df` > 0 degrees of freedom (Infinity = normal), without cancellation. */
export function tTwoSided(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalTwoSided(t);
  // Written by t / sqrt(df), so that a huge t does not overflow when squared.
  const scaled = Math.abs(t) / Math.sqrt(df);
  if (scaled > 1e150) return incompleteBeta(df / 2, 0.5, { x: 1 / scaled / scaled, y: 1 }).lower;
  const square = scaled * scaled;
  return incompleteBeta(df / 2, 0.5, { x: 1 / (1 + square), y: square / (1 + square) }).lower;
}

/** Chance that a t with `df` degrees of freedom lies above t. */
export function tUpper(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalUpper(t);
  const half = tTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/** Chance that it lies below t. */
export function tCdf(t: number, df: number): number {
  return tUpper(-t, df);
}

function density(t: number, df: number): number {
  const square = (t * t) / df;
  // x^(df/2) y^(1/2) / B(df/2, 1/2) / t is the density at t > 0; the front is that of incompleteBeta.
  const x = 1 / (1 + square);
  const y = square / (1 + square);
  const front = (binomialDensity(df / 2, 0.5, { p: x, q: y }) * (df / 2) * 0.5) / (df / 2 + 0.5);
  return front / t;
}

/** t with tCdf(t, df) = p; infinite at 0 and 1, NaN outside. `df` > 0 may be fractional or Infinity. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return Number.NaN;
  if (p === 0.5) return 0;
  if (p === 0 || p === 1 || df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  const tail = Math.min(p, 1 - p);
  const z = -normalQuantile(tail);
  // Cornish and Fisher's first term as a start.
  const guess = z + (z * z * z + z) / (4 * df);
  const t = solveFallingTail(tail, (x) => tUpper(x, df), { density: (x) => density(x, df), guess });
  return p < 0.5 ? -t : t;
}
