/** A Cholesky factor with the measure of how independent the columns are. */
interface CholeskyFactor {
  /** Upper triangular R, row-major, A = R'R. */
  readonly upper: Float64Array;
  /** Smallest pivot relative to its diagonal: 1 - R² of the worst column on those before it. */
  readonly smallestPivot: number;
}

/**
 * Cholesky factor of a symmetric positive definite matrix; pivots are judged relative to the diagonal, so the scale of
 * the columns plays no part.
 *
 * @param matrix `size` by `size`, symmetric, row-major; not changed.
 * @returns undefined when a pivot is not positive.
 */
export function cholesky(matrix: Float64Array, size: number): CholeskyFactor | undefined {
  const upper = new Float64Array(size * size);
  let smallestPivot = 1;
  for (let j = 0; j < size; j++) {
    for (let k = j; k < size; k++) {
      let sum = matrix[j * size + k]!;
      for (let i = 0; i < j; i++) sum -= upper[i * size + j]! * upper[i * size + k]!;
      if (k > j) {
        upper[j * size + k] = sum / upper[j * size + j]!;
        continue;
      }
      if (!(sum > 0)) return undefined;
      smallestPivot = Math.min(smallestPivot, sum / matrix[j * size + j]!);
      upper[j * size + j] = Math.sqrt(sum);
    }
  }
  return { upper, smallestPivot };
}
