import { classicalSeason } from '../decompose/classical.ts';
import { nelderMead } from '../fit/nelder-mead.ts';

const squash = (x: number, low: number, high: number): number => low + (high - low) / (1 + Math.exp(-x));

/**
 * Holt-Winters with a damped trend and an additive season that changes: level, slope and season are smoothed with
 * alpha, beta < alpha, gamma < 1 - alpha and phi in (0.8, 0.98), by least squares of one-step errors. The first season
 * is the (shrunk) classical one, the first level and slope the straight line through the first two periods.
 * Needs more than two periods and four values. Source: Hyndman, Koehler, Ord and Snyder (2008), ETS(A,Ad,A).
 */
export function holtWintersForecast(y: Float64Array, period: number, horizon: number): Float64Array {
  const n = y.length;
  const start = classicalSeason(y, period);
  const first = Float64Array.from({ length: period }, (_, j) => y[j]! - start.adjusted[j]!);
  const line = lineThrough(start.adjusted.subarray(0, 2 * period));
  const season = new Float64Array(period);
  const run = (x: Float64Array, out?: Float64Array): number => {
    const alpha = squash(x[0]!, 1e-4, 0.9999);
    const beta = alpha * squash(x[1]!, 1e-4, 0.9999);
    const gamma = (1 - alpha) * squash(x[2]!, 1e-4, 0.9999);
    const phi = squash(x[3]!, 0.8, 0.98);
    let level = line.level;
    let slope = line.slope;
    let sse = 0;
    season.set(first);
    for (let t = 0, j = 0; t < n; t++) {
      const carried = level + phi * slope;
      const error = y[t]! - carried - season[j]!;
      sse += error * error;
      level = carried + alpha * error;
      slope = phi * slope + beta * error;
      season[j]! += gamma * error;
      j = j + 1 === period ? 0 : j + 1;
    }
    if (out) {
      let sum = 0;
      let power = 1;
      for (let h = 0; h < out.length; h++) {
        power *= phi;
        sum += power;
        out[h] = level + sum * slope + season[(n + h) % period]!;
      }
    }
    return sse;
  };
  const fit = nelderMead((x) => run(x), [-0.5, -2.5, -2.5, 1.5], {
    step: [1.5, 1.5, 1.5, -1.5],
    maxEvaluations: 300,
    tolerance: 1e-7,
  });
  const out = new Float64Array(horizon);
  run(fit.x, out);
  return out;
}

/** Least-squares line; `level` is its value one step before the first point. */
function lineThrough(y: Float64Array): { level: number; slope: number } {
  const n = y.length;
  const middle = (n - 1) / 2;
  let cross = 0;
  let mean = 0;
  for (let t = 0; t < n; t++) {
    cross += (t - middle) * y[t]!;
    mean += y[t]! / n;
  }
  const slope = (cross * 12) / (n * (n * n - 1));
  return { level: mean - slope * (middle + 1), slope };
}
