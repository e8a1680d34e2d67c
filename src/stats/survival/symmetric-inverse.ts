/** The first column that the columns before it explain. */
interface DependentColumn {
  readonly dependent: number;
}

/** A pivot below this part of its diagonal means that the column holds nothing of its own. */
const NOTHING_LEFT = 1e-10;

/**
 * Inverse of a symmetric positive definite matrix by Cholesky, pivots judged against their own diagonal.
 * @param matrix `size` x `size`, row-major, both triangles filled; not changed.
 * @returns the inverse, or which column depends on those before it.
 */
export function symmetricInverse(matrix: Float64Array, size: number): Float64Array | DependentColumn {
  const lower = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const diagonal = matrix[j * size + j] as number;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= (lower[j * size + k] as number) ** 2;
    if (!(pivot > NOTHING_LEFT * diagonal)) return { dependent: j };
    const root = Math.sqrt(pivot);
    lower[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      lower[i * size + j] = sum / root;
    }
  }
  return inverseOfFactor(lower, size);
}

/** Tells a dependent column from an inverse. */
export function isDependent(result: Float64Array | DependentColumn): result is DependentColumn {
  return !(result instanceof Float64Array);
}

/** x' M x for a symmetric matrix M. */
export function quadraticForm(matrix: Float64Array, x: Float64Array): number {
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < x.length; j++)
      total += (x[i] as number) * (matrix[i * x.length + j] as number) * (x[j] as number);
  }
  return total;
}

/** The part of a symmetric matrix with the given rows and columns. */
export function submatrix(matrix: Float64Array, size: number, places: readonly number[]): Float64Array {
  const result = new Float64Array(places.length * places.length);
  places.forEach((row, i) => {
    places.forEach((column, j) => {
      result[i * places.length + j] = matrix[row * size + column] as number;
    });
  });
  return result;
}

/** (L L')^-1 from the lower factor: solves L Y = I, then Y'Y. */
function inverseOfFactor(lower: Float64Array, size: number): Float64Array {
  const solved = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let i = column; i < size; i++) {
      let sum = i === column ? 1 : 0;
      for (let k = column; k < i; k++) sum -= (lower[i * size + k] as number) * (solved[k * size + column] as number);
      solved[i * size + column] = sum / (lower[i * size + i] as number);
    }
  }
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += (solved[k * size + i] as number) * (solved[k * size + j] as number);
      inverse[i * size + j] = sum;
      inverse[j * size + i] = sum;
    }
  }
  return inverse;
}
