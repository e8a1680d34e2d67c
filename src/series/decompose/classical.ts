import { noSeason, type Season } from './season.ts';

/**
 * Classical decomposition: mean deviation from a centred moving average per position, shrunk to zero by James-Stein
 * (the noisier the figures, the flatter). Needs two whole periods, else no season.
 * Source: Miller and Williams (2003), Int. J. of Forecasting 19, 669-684, in additive form.
 */
export function classicalSeason(y: Float64Array, period: number): Season {
  const n = y.length;
  if (period < 2 || n < 2 * period) return noSeason(y);
  const deviations: number[][] = Array.from({ length: period }, () => []);
  const half = Math.floor(period / 2);
  const even = period % 2 === 0;
  for (let t = half; t < n - half; t++) {
    let sum = even ? 0.5 * (y[t - half]! + y[t + half]!) : y[t - half]! + y[t + half]!;
    for (let k = 1 - half; k < half; k++) sum += y[t + k]!;
    deviations[t % period]!.push(y[t]! - sum / period);
  }
  if (deviations.some((list) => list.length === 0)) return noSeason(y);
  const means = deviations.map((list) => list.reduce((a, b) => a + b, 0) / list.length);
  const level = means.reduce((a, b) => a + b, 0) / period;
  const figures = means.map((mean) => mean - level);
  const keep = 1 - shrinkage(figures, deviations);
  const figureAt = (t: number): number => keep * figures[t % period]!;
  return { adjusted: y.map((value, t) => value - figureAt(t)), ahead: (step) => figureAt(n + step) };
}

/** Share by which the figures are pulled to zero, 0 to 1: (period - 3) times their variance over their sum of squares. */
function shrinkage(figures: readonly number[], deviations: readonly (readonly number[])[]): number {
  let within = 0;
  let degrees = 0;
  for (const list of deviations) {
    if (list.length < 2) continue;
    const mean = list.reduce((a, b) => a + b, 0) / list.length;
    for (const value of list) within += (value - mean) ** 2;
    degrees += list.length - 1;
  }
  if (degrees === 0) return 0;
  let variance = 0;
  for (const list of deviations) variance += within / degrees / list.length / deviations.length;
  const size = figures.reduce((sum, figure) => sum + figure * figure, 0);
  return size > 0 ? Math.min(1, (Math.max(0, figures.length - 3) * variance) / size) : 1;
}
