/** The same period of the last year; the last value when the series is shorter than one period. */
export function seasonalNaiveForecast(y: Float64Array, period: number, horizon: number): Float64Array {
  const n = y.length;
  const lag = n >= period ? period : 1;
  return Float64Array.from({ length: horizon }, (_, h) => y[n - lag + (h % lag)]!);
}
