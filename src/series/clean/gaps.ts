import { stl } from '../decompose/stl.ts';
import { leastSquares } from '../fit/least-squares.ts';

/** Straight lines between the known values; before the first and after the last known value, that value. */
function interpolateLinearly(y: Float64Array, known: Uint8Array): Float64Array {
  const out = Float64Array.from(y);
  let last = -1;
  for (let t = 0; t < y.length; t++) {
    if (!known[t]) continue;
    const from = last < 0 ? y[t]! : y[last]!;
    for (let k = last + 1; k < t; k++) out[k] = from + ((y[t]! - from) * (k - last)) / (t - last);
    last = t;
  }
  for (let k = last + 1; k < y.length; k++) out[k] = y[last]!;
  return out;
}

/** First guess of the seasonal figure: three harmonics beside a line through the known values. */
function harmonicStart(y: Float64Array, known: Uint8Array, period: number): Float64Array {
  const n = y.length;
  const filled = interpolateLinearly(y, known);
  const columns: Float64Array[] = [new Float64Array(n).fill(1), Float64Array.from(y, (_, t) => t / n)];
  for (let k = 1; k <= Math.min(3, Math.floor(period / 2)); k++) {
    columns.push(Float64Array.from(y, (_, t) => Math.sin((2 * Math.PI * k * t) / period)));
    if (2 * k < period) columns.push(Float64Array.from(y, (_, t) => Math.cos((2 * Math.PI * k * t) / period)));
  }
  const weights = Float64Array.from(known);
  const { coefficients } = leastSquares(columns, filled, weights);
  const seasonal = new Float64Array(n);
  for (let j = 2; j < columns.length; j++) {
    for (let t = 0; t < n; t++) seasonal[t]! += coefficients[j]! * columns[j]![t]!;
  }
  return seasonal;
}

/**
 * Fills missing values (`known[t] = 0`): straight lines between the seasonally adjusted known values, with the season
 * put back. The season comes from harmonics first, then twice from a robust periodic STL of the filled series, so that
 * filled values carry no season of their own. Series of less than two periods are filled by straight lines only.
 * After the idea of `na.interp` in R's forecast.
 */
export function fillGaps(y: Float64Array, known: Uint8Array, period: number): Float64Array {
  const n = y.length;
  const count = known.reduce((sum, k) => sum + k, 0);
  if (count === n) return y;
  if (period < 2 || n <= 2 * period || count <= period) return interpolateLinearly(y, known);
  const fillAround = (seasonal: Float64Array): Float64Array => {
    const adjusted = interpolateLinearly(
      y.map((value, t) => value - seasonal[t]!),
      known,
    );
    return y.map((value, t) => (known[t] ? value : adjusted[t]! + seasonal[t]!));
  };
  let filled = fillAround(harmonicStart(y, known, period));
  for (let round = 0; round < 2; round++) {
    filled = fillAround(stl(filled, { period, seasonalWindow: 'periodic', robust: true }).seasonal);
  }
  return filled;
}
