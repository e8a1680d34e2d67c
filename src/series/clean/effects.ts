import { stl } from '../decompose/stl.ts';
import { fitsStl } from '../decompose/stl-season.ts';
import { leastSquares } from '../fit/least-squares.ts';
import { type CheckedSeries, completeSeries } from './prepare.ts';

/**
 * Something known for the past and the periods to come that moves the series on its working scale: a count of holidays
 * (`remainder`: compared after trend and season are taken out of both), or the season of a larger series (`season`:
 * compared after the trend is taken out of the series; its factor stays within 0 and 2).
 * `values` has one number per position of the input and per step of the horizon.
 */
export type Effect = { readonly values: Float64Array; readonly against: 'remainder' | 'season' };

/** The checked series without its effects, and what to add to each step of the forecast. */
export type WithoutEffects = { readonly checked: CheckedSeries; readonly ahead: Float64Array };

/** An effect on the remainder counts only from this t value on: noise must not be carried forward. */
const leastT = 2;

/**
 * Estimates the effects once by least squares over the known periods and takes them out. A series without an STL season
 * (two periods or less) or on the plain scale keeps its values. `ahead` covers the missing end and the horizon.
 */
export function withoutEffects(
  checked: CheckedSeries,
  effects: readonly Effect[],
  options: { readonly start: number; readonly steps: number },
): WithoutEffects {
  const { period } = checked;
  const n = checked.y.length;
  const ahead = new Float64Array(options.steps);
  if (checked.scale !== 'log' || checked.constant || !fitsStl(n, period)) return { checked, ahead };
  const complete = completeSeries(checked);
  if (complete.y.length !== n) return { checked, ahead };
  const y = Float64Array.from(checked.y);
  const weights = Float64Array.from(checked.known);
  for (const effect of effects) {
    const past = effect.values.slice(options.start, options.start + n);
    const factor =
      effect.against === 'season'
        ? seasonFactor(complete.y, past, { weights, period })
        : remainderFactor(complete.y, past, { weights, period });
    if (factor === 0) continue;
    for (let t = 0; t < n; t++) if (checked.known[t]) y[t]! -= factor * past[t]!;
    for (let h = 0; h < ahead.length; h++) ahead[h]! += factor * (effect.values[options.start + n + h] ?? 0);
  }
  return { checked: { ...checked, y }, ahead };
}

type Over = { readonly weights: Float64Array; readonly period: number };

function seasonFactor(y: Float64Array, past: Float64Array, { weights, period }: Over): number {
  const { trend } = stl(y, { period, seasonalWindow: 11 });
  const fit = leastSquares(
    [past],
    y.map((value, t) => value - trend[t]!),
    weights,
  );
  return Math.min(2, Math.max(0, fit.coefficients[0]!));
}

function remainderFactor(y: Float64Array, past: Float64Array, { weights, period }: Over): number {
  const own = stl(y, { period, seasonalWindow: 11 }).remainder;
  const other = stl(past, { period, seasonalWindow: 11 }).remainder;
  const size = other.reduce((sum, value, t) => sum + weights[t]! * value * value, 0);
  const rows = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(size > 1e-9) || rows < 3) return 0;
  const { coefficients, sse } = leastSquares([other], own, weights);
  const error = Math.sqrt(sse / (rows - 2) / size);
  return Math.abs(coefficients[0]!) >= leastT * error ? coefficients[0]! : 0;
}
