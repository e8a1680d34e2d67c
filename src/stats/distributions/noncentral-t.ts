import { logGamma } from './log-gamma.ts';
import { normalUpper } from './normal.ts';

/**
 * Chance that (Z + shift) / sqrt(chi-square(df) / df) lies above t. The mean of normal tails over log(chi / sqrt(df)) by the
 * trapezium rule, which converges faster than any power on a smooth integrand that dies out: absolute accuracy 1e-12.
 * @param df > 0
 */
export function noncentralTUpper(t: number, { df, shift }: { df: number; shift: number }): number {
  const constant = Math.log(2) + (df / 2) * Math.log(df / 2) - logGamma(df / 2);
  // log density of u = log(chi / sqrt(df)); its peak is at 0 with spread 1 / sqrt(2 df), its left tail falls as e^(df u).
  const spread = 1 / Math.sqrt(2 * df);
  const from = -Math.max(9 * spread, 40 / df);
  const to = 11 * spread;
  const steps = Math.ceil((to - from) / (spread / 12));
  const width = (to - from) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i += 1) {
    const u = from + i * width;
    const density = Math.exp(constant + df * u - (df / 2) * Math.exp(2 * u));
    sum += density * normalUpper(t * Math.exp(u) - shift);
  }
  return sum * width;
}
