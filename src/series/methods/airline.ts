import { nelderMead } from '../fit/nelder-mead.ts';

const squash = (x: number, low: number, high: number): number => low + (high - low) / (1 + Math.exp(-x));

/**
 * The airline model ARIMA(0,1,1)(0,1,1): change against last period's change, with two moving-average terms fitted by
 * conditional least squares. Needs several whole periods. Source: Box and Jenkins (1970), Time Series Analysis.
 */
export function airlineForecast(y: Float64Array, period: number, horizon: number): Float64Array {
  const n = y.length;
  const start = period + 1;
  const change = new Float64Array(n);
  for (let t = start; t < n; t++) change[t] = y[t]! - y[t - 1]! - y[t - period]! + y[t - start]!;
  const error = new Float64Array(n);
  const terms = (x: Float64Array): [number, number] => [squash(x[0]!, -0.99, 0.99), squash(x[1]!, -0.5, 0.95)];
  const run = (x: Float64Array): number => {
    const [a, b] = terms(x);
    let sse = 0;
    for (let t = start; t < n; t++) {
      const value = change[t]! + a * error[t - 1]! + b * error[t - period]! - a * b * error[t - start]!;
      error[t] = value;
      sse += value * value;
    }
    return sse;
  };
  const fit = nelderMead(run, [0.8, 0.8], { step: [-1, -1], maxEvaluations: 120, tolerance: 1e-6 });
  run(fit.x);
  const [a, b] = terms(fit.x);
  const path = new Float64Array(n + horizon);
  path.set(y);
  const past = (t: number): number => (t < n ? error[t]! : 0);
  for (let t = n; t < n + horizon; t++) {
    const moving = -a * past(t - 1) - b * past(t - period) + a * b * past(t - start);
    path[t] = path[t - 1]! + path[t - period]! - path[t - start]! + moving;
  }
  return path.slice(n);
}
