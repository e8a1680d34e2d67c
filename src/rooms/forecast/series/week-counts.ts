import type { RollingErrors } from '../../../series/index.ts';

/** Mean and quantiles per step. */
type Drawn = { readonly mean: Float64Array; readonly quantiles: readonly Float64Array[] };

/**
 * Share of the first of two forecasts in their mean: weights by the inverse of the mean squared past error.
 * Source: Bates and Granger (1969), Operational Research Quarterly 20. A half where neither has errors.
 */
export function shareOfFirst(first: RollingErrors, second: RollingErrors): number {
  const [one, other] = [meanSquare(first), meanSquare(second)];
  return one + other > 0 ? other / (one + other) : 0.5;
}

function meanSquare(rows: RollingErrors): number {
  let sum = 0;
  let count = 0;
  for (const { errors } of rows) {
    for (const error of errors) {
      if (Number.isNaN(error)) continue;
      sum += error * error;
      count += 1;
    }
  }
  return count > 0 ? sum / count : 0;
}

/** Two forecasts of the same periods as one: means and quantiles averaged, `share` for the first. */
export function weighed(first: Drawn, second: Drawn, share: number): Drawn {
  const mix = (a: Float64Array, b: Float64Array): Float64Array =>
    a.map((each, i) => share * each + (1 - share) * b[i]!);
  return {
    mean: mix(first.mean, second.mean),
    quantiles: first.quantiles.map((row, h) => mix(row, second.quantiles[h]!)),
  };
}
