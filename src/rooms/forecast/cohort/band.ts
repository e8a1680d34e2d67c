import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** What the draws say of one quantity. */
export interface Band {
  readonly mean: number;
  /** Between draws; 0 for one draw. */
  readonly sd: number;
  /** Quantile -> value (linear between order statistics). */
  readonly quantiles: Readonly<Record<string, number>>;
}

export const QUANTILES: readonly number[] = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

/**
 * The band of a sum of months `from` .. `to` - 1 over drawn paths [draw][month]. Whole paths are summed, so months that move
 * together are counted as such. Refuses months outside the paths.
 */
export function bandOf(
  paths: Float64Array,
  months: number,
  [from, to]: readonly [number, number],
): Band | NotEstimable {
  const draws = paths.length / months;
  if (!(Number.isInteger(draws) && draws > 0 && from >= 0 && to > from && to <= months)) {
    return notEstimable('unequal_shape', `${from}, ${to}, ${months}`);
  }
  const sums = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    let sum = 0;
    for (let month = from; month < to; month++) sum += paths[draw * months + month] as number;
    sums[draw] = sum;
  }
  const mean = sums.reduce((all, value) => all + value, 0) / draws;
  const squares = sums.reduce((all, value) => all + (value - mean) ** 2, 0);
  const sorted = sums.sort();
  const quantiles = Object.fromEntries(QUANTILES.map((level) => [String(level), quantile(sorted, level)]));
  return { mean, sd: draws > 1 ? Math.sqrt(squares / (draws - 1)) : 0, quantiles };
}

function quantile(sorted: Float64Array, level: number): number {
  const place = (sorted.length - 1) * level;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  return low + (place - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low);
}
