/** Eigenvalues and eigenvectors of a symmetric matrix: A = V diag(values) V'. */
interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row-major; column `k` belongs to value `k`. */
  readonly vectors: Float64Array;
}

const MAX_SWEEPS = 60;

/**
 * Cyclic Jacobi: slow for large matrices, but accurate to the last digits and short; used on matrices as wide as the
 * design (Golub & Van Loan, Matrix Computations, 8.5).
 *
 * @param matrix symmetric, row-major, `size` by `size`; not changed.
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    if (!(offDiagonal(a, size) > 0)) break;
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, { p, q, size });
  }
  const values = new Float64Array(size);
  for (let i = 0; i < size; i++) values[i] = a[i * size + i]!;
  return { values, vectors };
}

/** Sum of the off-diagonal magnitudes that still matter beside the diagonal. */
function offDiagonal(a: Float64Array, size: number): number {
  let trace = 0;
  let off = 0;
  for (let i = 0; i < size; i++) {
    trace += Math.abs(a[i * size + i]!);
    for (let j = i + 1; j < size; j++) off += Math.abs(a[i * size + j]!);
  }
  return off > 1e-300 && off > trace * 1e-15 ? off : 0;
}

function rotate(a: Float64Array, vectors: Float64Array, at: { p: number; q: number; size: number }): void {
  const { p, q, size } = at;
  const apq = a[p * size + q]!;
  if (apq === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const akp = a[k * size + p]!;
    const akq = a[k * size + q]!;
    a[k * size + p] = c * akp - s * akq;
    a[k * size + q] = s * akp + c * akq;
  }
  for (let k = 0; k < size; k++) {
    const apk = a[p * size + k]!;
    const aqk = a[q * size + k]!;
    a[p * size + k] = c * apk - s * aqk;
    a[q * size + k] = s * apk + c * aqk;
    const vkp = vectors[k * size + p]!;
    const vkq = vectors[k * size + q]!;
    vectors[k * size + p] = c * vkp - s * vkq;
    vectors[k * size + q] = s * vkp + c * vkq;
  }
}

/**
 * V f(values) V' for a function of the eigenvalues, for instance an inverse root.
 *
 * @returns row-major, symmetric.
 */
export function functionOfSymmetric(eigen: SymmetricEigen, f: (value: number) => number): Float64Array {
  const { values, vectors } = eigen;
  const size = values.length;
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const factor = f(values[k]!);
    if (factor === 0) continue;
    for (let i = 0; i < size; i++) {
      const scaled = factor * vectors[i * size + k]!;
      for (let j = 0; j < size; j++) result[i * size + j]! += scaled * vectors[j * size + k]!;
    }
  }
  return result;
}
