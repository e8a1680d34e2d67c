import { choleskyFactor, choleskySolve } from '../fit/cholesky.ts';
import type { Season } from './season.ts';

const mostHarmonics = 12;

/**
 * Season as sines and cosines of the period, fitted to the series minus its `trend`; the number of pairs (0 to 12) by
 * corrected AIC. One factorisation serves all candidates: the first k columns share the leading block.
 * Source: dynamic harmonic regression as in Young, Pedregal and Tych (1999), with fixed coefficients.
 */
export function harmonicSeason(y: Float64Array, trend: Float64Array, period: number): Season {
  const n = y.length;
  const column = (j: number): ((t: number) => number) => {
    const frequency = (2 * Math.PI * (Math.floor(j / 2) + 1)) / period;
    return j % 2 === 0 ? (t) => Math.sin(frequency * t) : (t) => Math.cos(frequency * t);
  };
  const pairs = Math.min(mostHarmonics, Math.floor((period - 1) / 2));
  const count = 2 * pairs;
  const columns = Array.from({ length: count }, (_, j) => Float64Array.from(y, (_value, t) => column(j)(t)));
  const cross = new Float64Array(count * count);
  const right = new Float64Array(count);
  let sse = 0;
  for (let t = 0; t < n; t++) {
    const value = y[t]! - trend[t]!;
    sse += value * value;
    for (let a = 0; a < count; a++) right[a]! += columns[a]![t]! * value;
  }
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let t = 0; t < n; t++) sum += columns[a]![t]! * columns[b]![t]!;
      cross[a * count + b] = sum;
      cross[b * count + a] = sum;
    }
  }
  const factor = choleskyFactor(cross, count);
  const used = factor === undefined ? 0 : chooseCount({ factor, right, sse, n, trendCost: n / period });
  const leading = new Float64Array(used * used);
  for (let a = 0; a < used; a++) for (let b = 0; b <= a; b++) leading[a * used + b] = factor![a * count + b]!;
  const coefficients = choleskySolve(leading, right.slice(0, used));
  const figureAt = (t: number): number => {
    let sum = 0;
    for (let j = 0; j < used; j++) sum += coefficients[j]! * column(j)(t);
    return sum;
  };
  const fitted = new Float64Array(n);
  for (let j = 0; j < used; j++) for (let t = 0; t < n; t++) fitted[t]! += coefficients[j]! * columns[j]![t]!;
  return { adjusted: y.map((value, t) => value - fitted[t]!), ahead: (step) => figureAt(n + step) };
}

/** Even number of columns with the lowest corrected AIC; `trendCost` = parameters that the trend has used up. */
function chooseCount(p: {
  readonly factor: Float64Array;
  readonly right: Float64Array;
  readonly sse: number;
  readonly n: number;
  readonly trendCost: number;
}): number {
  const count = p.right.length;
  const half = new Float64Array(count);
  let left = p.sse;
  let best = Number.POSITIVE_INFINITY;
  let chosen = 0;
  for (let k = 0; k <= count; k += 2) {
    const q = k + 1 + p.trendCost;
    if (p.n - q - 1 <= 0) break;
    const criterion = p.n * Math.log(left / p.n + 1e-300) + 2 * q + (2 * q * (q + 1)) / (p.n - q - 1);
    if (criterion < best) {
      best = criterion;
      chosen = k;
    }
    for (let i = k; i < Math.min(k + 2, count); i++) {
      let sum = p.right[i]!;
      for (let j = 0; j < i; j++) sum -= p.factor[i * count + j]! * half[j]!;
      half[i] = sum / p.factor[i * count + i]!;
      left = Math.max(0, left - half[i]! ** 2);
    }
  }
  return chosen;
}
