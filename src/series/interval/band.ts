import type { RollingErrors } from './rolling-errors.ts';

/** Width of the band around a forecast on the working scale: a standard size per step, times a quantile of all sizes. */
export type Band = {
  /** Root mean square error per step. */
  readonly scale: Float64Array;
  /** Sorted absolute errors over their step's scale. */
  readonly sizes: Float64Array;
  /** Widening for the few independent errors there are. */
  readonly widening: number;
  /** Number of independent stretches of the past that the band rests on. */
  readonly independent: number;
};

/** Weight, in errors, of the smooth curve over steps beside the errors of one step itself. */
const curveWeight = 8;
const wideningConstant = 0.5;

/**
 * Conformal band per step. Errors of one step share a scale: their root mean square, pulled to a power curve over the
 * steps (exponent 0 to 1) where there are few. Errors over their scale are pooled over steps, and their absolute size
 * gives the quantiles. Undefined without errors.
 * Source: split conformal prediction (Vovk et al. 2005) with rolling origins, normalised by step.
 */
export function bandFrom(rows: RollingErrors, horizon: number): Band | undefined {
  const sum = new Float64Array(horizon);
  const count = new Float64Array(horizon);
  for (const { errors } of rows) {
    for (let h = 0; h < errors.length; h++) {
      const error = errors[h]!;
      if (Number.isNaN(error)) continue;
      sum[h]! += error * error;
      count[h]! += 1;
    }
  }
  const curve = powerCurve(sum, count);
  if (curve === undefined) return undefined;
  const scale = Float64Array.from({ length: horizon }, (_, h) => {
    const smooth = curve(h + 1) ** 2;
    return Math.sqrt((sum[h]! + curveWeight * smooth) / (count[h]! + curveWeight));
  });
  const sizes: number[] = [];
  for (const { errors } of rows) {
    for (let h = 0; h < errors.length; h++) {
      const error = errors[h]!;
      if (!Number.isNaN(error) && scale[h]! > 0) sizes.push(Math.abs(error) / scale[h]!);
    }
  }
  const span = rows.reduce((most, row) => Math.max(most, row.back), 0);
  const independent = Math.max(1, span / horizon);
  return { scale, sizes: Float64Array.from(sizes).sort(), widening: 1 + wideningConstant / independent, independent };
}

/** Root mean square error as a * step^b through the steps that have errors, weighted by how many. */
function powerCurve(sum: Float64Array, count: Float64Array): ((step: number) => number) | undefined {
  let w = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let xy = 0;
  for (let h = 0; h < sum.length; h++) {
    if (!(count[h]! > 0) || !(sum[h]! > 0)) continue;
    const lx = Math.log(h + 1);
    const ly = 0.5 * Math.log(sum[h]! / count[h]!);
    w += count[h]!;
    x += count[h]! * lx;
    y += count[h]! * ly;
    xx += count[h]! * lx * lx;
    xy += count[h]! * lx * ly;
  }
  if (w === 0) return undefined;
  const spread = xx - (x * x) / w;
  const exponent = spread > 1e-9 ? Math.min(1, Math.max(0, (xy - (x * y) / w) / spread)) : 0.5;
  const level = (y - exponent * x) / w;
  return (step) => Math.exp(level + exponent * Math.log(step));
}

/**
 * Half-width, in scales, of the central band that holds the share `inside` (0 to below 1): the conformal quantile,
 * linear between the sorted sizes; beyond the largest size it grows as a normal tail would.
 */
export function halfWidth(band: Band, inside: number): number {
  const n = band.sizes.length;
  if (n === 0 || inside <= 0) return 0;
  const position = inside * (n + 1) - 1;
  if (position <= 0) return band.widening * band.sizes[0]! * Math.max(0, position + 1);
  const below = Math.min(n - 1, Math.floor(position));
  const above = Math.min(n - 1, below + 1);
  const share = Math.min(1, position - below);
  return band.widening * (band.sizes[below]! + share * (band.sizes[above]! - band.sizes[below]!));
}
