import { leastSquares } from '../fit/least-squares.ts';

/**
 * Autoregression of the first differences, no constant, order (0 to 6; to 12 beyond 200 values) by corrected AIC on the
 * same rows; order 0 is the last value carried on. Needs three values.
 */
export function autoregressionForecast(y: Float64Array, horizon: number): Float64Array {
  const n = y.length - 1;
  const difference = Float64Array.from({ length: n }, (_, t) => y[t + 1]! - y[t]!);
  const most = Math.min(y.length > 200 ? 12 : 6, Math.floor(n / 6));
  const target = difference.subarray(most);
  const rows = target.length;
  let best = Number.POSITIVE_INFINITY;
  let chosen: Float64Array = new Float64Array(0);
  for (let order = 0; order <= most; order++) {
    const lags = Array.from({ length: order }, (_, k) => difference.subarray(most - k - 1, n - k - 1));
    const fit = leastSquares(lags, target);
    const q = order + 1;
    if (rows - q - 1 <= 0) break;
    const criterion = rows * Math.log(fit.sse / rows + 1e-300) + 2 * q + (2 * q * (q + 1)) / (rows - q - 1);
    if (criterion < best) {
      best = criterion;
      chosen = fit.coefficients;
    }
  }
  const recent = Array.from(difference.subarray(Math.max(0, n - chosen.length)));
  const out = new Float64Array(horizon);
  let level = y[n]!;
  for (let h = 0; h < horizon; h++) {
    let step = 0;
    for (let k = 0; k < chosen.length; k++) step += chosen[k]! * recent[recent.length - 1 - k]!;
    recent.push(step);
    level += step;
    out[h] = level;
  }
  return out;
}
