/**
 * Scale of the mean absolute scaled error: mean |y(t) - y(t - lag)| over pairs that are both known.
 * Undefined when there is no pair or no change. Source: Hyndman and Koehler (2006), Int. J. of Forecasting 22.
 */
export function scaleOfErrors(values: readonly (number | null)[], lag: number): number | undefined {
  let sum = 0;
  let count = 0;
  for (let t = lag; t < values.length; t++) {
    const now = values[t];
    const then = values[t - lag];
    if (now === null || now === undefined || then === null || then === undefined) continue;
    sum += Math.abs(now - then);
    count += 1;
  }
  return count > 0 && sum > 0 ? sum / count : undefined;
}

/** Symmetric absolute percentage error of one value, 0 to 200: 200 |y - f| / (|y| + |f|); 0 when both are zero. */
export function symmetricError(actual: number, forecast: number): number {
  const size = Math.abs(actual) + Math.abs(forecast);
  return size === 0 ? 0 : (200 * Math.abs(actual - forecast)) / size;
}
