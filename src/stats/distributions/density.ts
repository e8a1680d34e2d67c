import { stirlingError } from './log-gamma.ts';

const TWO_PI = 6.28318530717958647692528676656;

/** x log(x / mean) + mean - x without cancellation when x is near the mean (Loader's deviance term); x, mean > 0. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  const square = ratio * ratio;
  let sum = difference * ratio;
  let term = 2 * x * ratio;
  for (let j = 3; ; j += 2) {
    term *= square;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

/** mean^x exp(-mean) / Gamma(x + 1) for real x >= 0, mean > 0. Source: Loader (2000). */
export function poissonDensity(x: number, mean: number): number {
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(TWO_PI * x);
}

/** Chances of success and failure; both are given, so that a chance near one loses no digits. */
interface Chances {
  readonly p: number;
  readonly q: number;
}

/** log of {@link binomialDensity}. */
export function logBinomialDensity(successes: number, failures: number, { p, q }: Chances): number {
  const n = successes + failures;
  if (successes === 0) return p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q);
  if (failures === 0) return q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p);
  const exponent =
    stirlingError(n) -
    stirlingError(successes) -
    stirlingError(failures) -
    deviance(successes, n * p) -
    deviance(failures, n * q);
  return exponent - 0.5 * Math.log(TWO_PI * successes * (failures / n));
}

/**
 * Gamma(n + 1) / (Gamma(successes + 1) Gamma(failures + 1)) p^successes q^failures for real counts >= 0 that add up to n,
 * and p + q = 1. Source: Loader (2000).
 */
export function binomialDensity(successes: number, failures: number, chances: Chances): number {
  return Math.exp(logBinomialDensity(successes, failures, chances));
}

/** Chance of x marked items in a draw of `draws` without replacement from `marked` + `others`, on the log scale. */
export function logHypergeometricDensity(
  x: number,
  { marked, others, draws }: { marked: number; others: number; draws: number },
): number {
  const total = marked + others;
  if (x < Math.max(0, draws - others) || x > Math.min(draws, marked)) return Number.NEGATIVE_INFINITY;
  if (draws === 0 || draws === total) return 0;
  const chances = { p: draws / total, q: (total - draws) / total };
  return (
    logBinomialDensity(x, marked - x, chances) +
    logBinomialDensity(draws - x, others - draws + x, chances) -
    logBinomialDensity(draws, total - draws, chances)
  );
}
