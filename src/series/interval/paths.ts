import { toUnits } from '../clean/prepare.ts';
import type { WorkingForecast } from '../forecast.ts';
import { halfWidth } from './band.ts';
import { normals, normalWithin } from './random.ts';

export type PathOptions = { readonly horizon: number; readonly draws: number; readonly seed: number };

/**
 * Whole paths for series that end at the same period: `paths[series][draw * horizon + step]` in units. Adding them per
 * draw over steps or series gives draws of the sum.
 *
 * Each draw weighs the past origins with standard normal numbers that all series share, so errors keep the dependence
 * they had over steps and between series (their empirical covariance); each step is then mapped onto its own
 * conformal band, so that every margin is that of the band. A series without past errors gets independent draws.
 */
export function drawPaths(series: readonly WorkingForecast[], options: PathOptions): readonly Float64Array[] {
  const backs = [...new Set(series.flatMap(({ errors }) => errors.map(({ back }) => back)))].sort((a, b) => a - b);
  const columnOf = new Map(backs.map((back, column) => [back, column]));
  const next = normals(options.seed);
  const weights = Float64Array.from({ length: options.draws * backs.length }, () => next());
  return series.map((one, index) => {
    const out = new Float64Array(options.draws * options.horizon);
    const shapes = shapesOf(one, options.horizon);
    const own = normals(options.seed + 7919 * (index + 1));
    for (let draw = 0; draw < options.draws; draw++) {
      const z = new Float64Array(options.horizon);
      if (shapes === undefined) {
        const shared = own();
        z.fill(shared);
      } else {
        for (const { back, shape } of shapes) {
          const weight = weights[draw * backs.length + columnOf.get(back)!]!;
          for (let h = 0; h < z.length; h++) z[h]! += weight * shape[h]!;
        }
      }
      for (let h = 0; h < z.length; h++) out[draw * z.length + h] = placed(one, h, z[h]!);
    }
    return out;
  });
}

/** The value at a standard normal score `z` of a step. */
function placed(one: WorkingForecast, h: number, z: number): number {
  const step = one.checked.missingAtEnd + h;
  const centre = one.centre[step]!;
  if (one.band === undefined) return toUnits(one.checked, centre);
  const width = halfWidth(one.band, Math.min(0.9999, normalWithin(Math.abs(z)))) * one.band.scale[step]!;
  return toUnits(one.checked, centre + Math.sign(z) * width);
}

/**
 * The errors of each origin over their scale, with sum of squares 1 at every step; beyond the steps that an origin
 * reached, and where an actual was unknown, its nearest earlier (else later) size is carried.
 */
function shapesOf(one: WorkingForecast, horizon: number): { back: number; shape: Float64Array }[] | undefined {
  if (one.band === undefined) return undefined;
  const { band } = one;
  const skip = one.checked.missingAtEnd;
  const shapes = one.errors.flatMap(({ back, errors }) => {
    const sizes = Array.from(errors, (error, h) => error / band.scale[h]!);
    let carried = sizes.find((size) => Number.isFinite(size));
    if (carried === undefined) return [];
    const shape = new Float64Array(skip + horizon);
    for (let h = 0; h < shape.length; h++) {
      const size = sizes[h];
      if (size !== undefined && Number.isFinite(size)) carried = size;
      shape[h] = carried;
    }
    return [{ back, shape: shape.slice(skip) }];
  });
  if (shapes.length === 0) return undefined;
  for (let h = 0; h < horizon; h++) {
    const norm = Math.sqrt(shapes.reduce((sum, { shape }) => sum + shape[h]! ** 2, 0)) || 1;
    for (const { shape } of shapes) shape[h]! /= norm;
  }
  return shapes;
}
