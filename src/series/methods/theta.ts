import { extrapolate, fitSimpleSmoothing } from './smoothing.ts';

/**
 * Theta method: simple smoothing plus half of the straight line's slope as drift.
 * Source: Assimakopoulos and Nikolopoulos (2000); in the form of Hyndman and Billah (2003), Int. J. of Forecasting 19.
 */
export function thetaForecast(y: Float64Array, horizon: number): Float64Array {
  const n = y.length;
  const fit = fitSimpleSmoothing(y);
  const out = extrapolate(fit, horizon);
  if (n < 3) return out;
  const middle = (n - 1) / 2;
  let cross = 0;
  for (let t = 0; t < n; t++) cross += (t - middle) * y[t]!;
  const drift = (cross * 12) / (n * (n * n - 1)) / 2;
  const start = (1 - (1 - fit.alpha) ** n) / fit.alpha;
  for (let h = 0; h < horizon; h++) out[h]! += drift * (h + start);
  return out;
}
