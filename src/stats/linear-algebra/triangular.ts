/** Solves R x = b for an upper triangular R (row-major); `b` is not changed. */
export function solveUpper(upper: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const x = Float64Array.from(b);
  for (let j = size - 1; j >= 0; j--) {
    let sum = x[j]!;
    for (let k = j + 1; k < size; k++) sum -= upper[j * size + k]! * x[k]!;
    x[j] = sum / upper[j * size + j]!;
  }
  return x;
}

/** Solves R'x = b for an upper triangular R (row-major); `b` is not changed. */
export function solveUpperTransposed(upper: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const x = Float64Array.from(b);
  for (let j = 0; j < size; j++) {
    let sum = x[j]!;
    for (let k = 0; k < j; k++) sum -= upper[k * size + j]! * x[k]!;
    x[j] = sum / upper[j * size + j]!;
  }
  return x;
}

/** The inverse of an upper triangular matrix (row-major), itself upper triangular. */
export function invertUpper(upper: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    inverse[column * size + column] = 1 / upper[column * size + column]!;
    for (let j = column - 1; j >= 0; j--) {
      let sum = 0;
      for (let k = j + 1; k <= column; k++) sum += upper[j * size + k]! * inverse[k * size + column]!;
      inverse[j * size + column] = -sum / upper[j * size + j]!;
    }
  }
  return inverse;
}
