import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** Adjusted p-values by method, each in the order given. */
export interface AdjustedP {
  /** Control the chance of any false rejection. */
  readonly bonferroni: readonly number[];
  readonly holm: readonly number[];
  readonly hochberg: readonly number[];
  readonly hommel: readonly number[];
  /** Control the expected share of false rejections: Benjamini-Hochberg, and Benjamini-Yekutieli under any dependence. */
  readonly bh: readonly number[];
  readonly by: readonly number[];
}

/** Applies `factor(i)` to the ascending p-values (i from 0), keeps them monotone, and puts them back in place. */
function stepwise(p: readonly number[], factor: (i: number) => number, direction: 'down' | 'up'): number[] {
  const order = p.map((_, i) => i).sort((a, b) => (p[a] as number) - (p[b] as number) || a - b);
  const adjusted = p.map(() => 1);
  let bound = direction === 'down' ? 0 : 1;
  for (let step = 0; step < p.length; step += 1) {
    const rank = direction === 'down' ? step : p.length - 1 - step;
    const at = order[rank] as number;
    const value = Math.min(1, factor(rank) * (p[at] as number));
    bound = direction === 'down' ? Math.max(bound, value) : Math.min(bound, value);
    adjusted[at] = bound;
  }
  return adjusted;
}

/** Hommel's procedure by the algorithm of S. P. Wright, Biometrics 48 (1992). */
function hommel(p: readonly number[]): number[] {
  const m = p.length;
  const order = p.map((_, i) => i).sort((a, b) => (p[a] as number) - (p[b] as number) || a - b);
  const sorted = order.map((i) => p[i] as number);
  const whole = Math.min(...sorted.map((value, i) => (m * value) / (i + 1)));
  const adjusted = p.map(() => whole);
  for (let size = m - 1; size >= 2; size -= 1) {
    const split = m - size + 1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 2; i <= size; i += 1) least = Math.min(least, (size * (sorted[split + i - 2] as number)) / i);
    for (let i = 0; i < m; i += 1) {
      const level = i < split ? Math.min(size * (sorted[i] as number), least) : (adjusted[split - 1] as number);
      adjusted[i] = Math.max(adjusted[i] as number, level);
    }
  }
  const placed = p.map(() => 1);
  order.forEach((at, i) => {
    placed[at] = Math.max(adjusted[i] as number, sorted[i] as number);
  });
  return placed;
}

/**
 * Adjusts p-values of several outcomes, arms or subgroups for their number, by every method at once.
 *
 * Errors: `too_few` without p-values; `out_of_range` for a value outside 0-1; `missing_value`.
 * Source: S. Holm (1979); Y. Hochberg (1988); G. Hommel (1988); Y. Benjamini, Y. Hochberg (1995); Y. Benjamini,
 * D. Yekutieli (2001); the same numbers as R's p.adjust.
 */
export function adjustP(p: readonly number[]): AdjustedP | NotEstimable {
  const m = p.length;
  if (m === 0) return notEstimable('too_few');
  if (p.some((value) => Number.isNaN(value))) return notEstimable('missing_value');
  const outside = p.find((value) => value < 0 || value > 1);
  if (outside !== undefined) return notEstimable('out_of_range', `p = ${outside}`);
  let harmonic = 0;
  for (let i = 1; i <= m; i += 1) harmonic += 1 / i;
  return {
    bonferroni: p.map((value) => Math.min(1, m * value)),
    holm: stepwise(p, (i) => m - i, 'down'),
    hochberg: stepwise(p, (i) => m - i, 'up'),
    hommel: hommel(p),
    bh: stepwise(p, (i) => m / (i + 1), 'up'),
    by: stepwise(p, (i) => (harmonic * m) / (i + 1), 'up'),
  };
}
