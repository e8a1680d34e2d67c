import { choleskyFactor, choleskySolve } from './cholesky.ts';

/**
 * Least squares by normal equations on columns scaled to length one. `columns[j]` has one value per row; rows with
 * weight 0 are left out. Columns that are zero or collinear get an added ridge of 1e-8, so the fit always exists.
 * @returns coefficients and the residual sum of squares over the weighted rows.
 */
export function leastSquares(
  columns: readonly Float64Array[],
  y: Float64Array,
  weights?: Float64Array,
): { readonly coefficients: Float64Array; readonly sse: number } {
  const k = columns.length;
  const n = y.length;
  const scale = new Float64Array(k);
  const cross = new Float64Array(k * k);
  const right = new Float64Array(k);
  for (let a = 0; a < k; a++) {
    const columnA = columns[a]!;
    for (let b = 0; b <= a; b++) {
      const columnB = columns[b]!;
      let sum = 0;
      for (let t = 0; t < n; t++) sum += (weights ? weights[t]! : 1) * columnA[t]! * columnB[t]!;
      cross[a * k + b] = sum;
      cross[b * k + a] = sum;
    }
    let sum = 0;
    for (let t = 0; t < n; t++) {
      const weight = weights ? weights[t]! : 1;
      if (weight > 0) sum += weight * columnA[t]! * y[t]!;
    }
    right[a] = sum;
    scale[a] = Math.sqrt(cross[a * k + a]!) || 1;
  }
  for (let a = 0; a < k; a++) {
    right[a]! /= scale[a]!;
    for (let b = 0; b < k; b++) cross[a * k + b]! /= scale[a]! * scale[b]!;
  }
  let factor = choleskyFactor(cross, k);
  for (let ridge = 1e-8; factor === undefined; ridge *= 100) {
    for (let a = 0; a < k; a++) cross[a * k + a]! += ridge;
    factor = choleskyFactor(cross, k);
  }
  const coefficients = choleskySolve(factor, right);
  for (let a = 0; a < k; a++) coefficients[a]! /= scale[a]!;
  let sse = 0;
  for (let t = 0; t < n; t++) {
    const weight = weights ? weights[t]! : 1;
    if (weight === 0) continue;
    let residual = y[t]!;
    for (let a = 0; a < k; a++) residual -= coefficients[a]! * columns[a]![t]!;
    sse += weight * residual * residual;
  }
  return { coefficients, sse };
}
