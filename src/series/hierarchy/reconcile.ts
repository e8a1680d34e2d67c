import { choleskyFactor, choleskySolve } from '../fit/cholesky.ts';
import { type ErrorCovariance, timesCovariance } from './covariance.ts';
import type { Hierarchy } from './structure.ts';

/** Makes base forecasts add up: values per node (uppers first, then bottoms) in, coherent values out. */
export type Reconciler = (values: Float64Array) => Float64Array;

/**
 * Generalised-least-squares reconciliation y - W C' (C W C')^-1 C y, with C y = what each upper node differs from the
 * sum of its bottoms. The smallest change, weighed by the errors' covariance, after which all sums hold.
 * With `nonNegative`, bottoms below zero become zero. The uppers are then added up from the bottoms, so that sums hold
 * to the last digits.
 */
export function makeReconciler(hierarchy: Hierarchy, w: ErrorCovariance, nonNegative: boolean): Reconciler {
  const uppers = hierarchy.uppers.length;
  const bottoms = hierarchy.bottoms.length;
  const factor = choleskyFactor(constraintCovariance(hierarchy, w), uppers);
  const difference = (values: Float64Array): Float64Array =>
    Float64Array.from(hierarchy.uppers, ({ bottoms: below }, i) => values[i]! - sumOver(values, below, uppers));
  return (values) => {
    const out = Float64Array.from(values);
    if (factor !== undefined) {
      const multipliers = choleskySolve(factor, difference(values));
      const change = timesCovariance(w, timesConstraintTransposed(hierarchy, multipliers));
      for (let i = 0; i < out.length; i++) out[i]! -= change[i]!;
    }
    if (nonNegative) for (let b = uppers; b < uppers + bottoms; b++) out[b] = Math.max(0, out[b]!);
    hierarchy.uppers.forEach(({ bottoms: below }, i) => {
      out[i] = sumOver(out, below, uppers);
    });
    return out;
  };
}

function sumOver(values: Float64Array, below: Int32Array, offset: number): number {
  let sum = 0;
  for (const b of below) sum += values[offset + b]!;
  return sum;
}

/** C' m: the multiplier at its upper node, minus the multipliers above each bottom. */
function timesConstraintTransposed(hierarchy: Hierarchy, multipliers: Float64Array): Float64Array {
  const uppers = hierarchy.uppers.length;
  const out = new Float64Array(uppers + hierarchy.bottoms.length);
  hierarchy.uppers.forEach(({ bottoms }, i) => {
    out[i] = multipliers[i]!;
    for (const b of bottoms) out[uppers + b]! -= multipliers[i]!;
  });
  return out;
}

/** C W C' (uppers x uppers): the diagonal part through shared bottoms, the low-rank part as one product. */
function constraintCovariance(hierarchy: Hierarchy, w: ErrorCovariance): Float64Array {
  const count = hierarchy.uppers.length;
  const out = new Float64Array(count * count);
  const above: number[][] = Array.from(hierarchy.bottoms, () => []);
  hierarchy.uppers.forEach(({ bottoms }, i) => {
    out[i * count + i]! += w.shrink * w.deviations[i]! ** 2;
    for (const b of bottoms) above[b]!.push(i);
  });
  above.forEach((list, b) => {
    const variance = w.shrink * w.deviations[count + b]! ** 2;
    for (const i of list) for (const j of list) out[i * count + j]! += variance;
  });
  for (const row of w.standardised) {
    const scaled = row.map((value, i) => value * w.deviations[i]!);
    const gap = Float64Array.from(hierarchy.uppers, ({ bottoms }, i) => scaled[i]! - sumOver(scaled, bottoms, count));
    const share = (1 - w.shrink) / w.standardised.length;
    for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) out[i * count + j]! += share * gap[i]! * gap[j]!;
  }
  return out;
}
