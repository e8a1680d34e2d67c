/** A season taken out of a series: what is left, and the seasonal figure of the periods to come (step 0 = the next). */
export type Season = {
  readonly adjusted: Float64Array;
  readonly ahead: (step: number) => number;
};

/** No season: the series as it is. */
export function noSeason(y: Float64Array): Season {
  return { adjusted: y, ahead: () => 0 };
}

/**
 * Whether the autocorrelation at one period stands out (two-sided 10 %, Bartlett's variance): the seasonality test of
 * the Theta method in the M3 competition. False when there are not more than two periods.
 */
export function isSeasonal(y: Float64Array, period: number): boolean {
  const n = y.length;
  if (period < 2 || n <= 2 * period) return false;
  let mean = 0;
  for (const value of y) mean += value / n;
  const deviation = y.map((value) => value - mean);
  const product = (lag: number): number => {
    let sum = 0;
    for (let t = lag; t < n; t++) sum += deviation[t]! * deviation[t - lag]!;
    return sum;
  };
  const variance = product(0);
  if (!(variance > 0)) return false;
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += (product(lag) / variance) ** 2;
  return Math.abs(product(period) / variance) > 1.645 * Math.sqrt((1 + 2 * squares) / n);
}
