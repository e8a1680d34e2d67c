/** Small dense matrices, row-major. */

/** A B: `rows` by `inner` times `inner` by `columns`. */
export function multiply(a: Float64Array, b: Float64Array, shape: { rows: number; inner: number }): Float64Array {
  const { rows, inner } = shape;
  const columns = inner === 0 ? 0 : b.length / inner;
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const value = a[i * inner + k]!;
      if (value === 0) continue;
      for (let j = 0; j < columns; j++) product[i * columns + j]! += value * b[k * columns + j]!;
    }
  }
  return product;
}

/** The transpose of a `rows` by `columns` matrix. */
export function transpose(a: Float64Array, rows: number): Float64Array {
  const columns = rows === 0 ? 0 : a.length / rows;
  const result = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) result[j * rows + i] = a[i * columns + j]!;
  return result;
}

/** A M A' for square matrices of the given size. */
export function congruence(a: Float64Array, m: Float64Array, size: number): Float64Array {
  const shape = { rows: size, inner: size };
  return multiply(multiply(a, m, shape), transpose(a, size), shape);
}

/** A x for a square matrix. */
export function multiplyVector(a: Float64Array, x: Float64Array): Float64Array {
  return multiply(a, x, { rows: x.length, inner: x.length });
}

/** a'b. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
