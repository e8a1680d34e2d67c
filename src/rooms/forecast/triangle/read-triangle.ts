import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** A cell that is not yet observed. */
export type Unobserved = null | 'NA';

/** Cumulative amounts, one row per cohort (oldest first), each as long as it has been observed. */
export type Triangle = readonly (readonly number[])[];

/** Columns that the standard error of the last development step needs. */
const SMALLEST = 4;

/**
 * Reads rows that are filled from the left; what is not observed is absent, null or "NA". Refuses gaps, values that are not
 * above zero, rows longer than an older one, and fewer than four rows or columns (no error of the last step exists then).
 */
export function readTriangle(rows: readonly (readonly (number | Unobserved)[])[]): Triangle | NotEstimable {
  const triangle: number[][] = [];
  for (const [i, row] of rows.entries()) {
    const observed = row.findIndex((cell) => typeof cell !== 'number');
    const filled = observed < 0 ? row : row.slice(0, observed);
    if (row.slice(filled.length).some((cell) => typeof cell === 'number'))
      return notEstimable('triangle_shape', `${i + 1}`);
    const values = filled.filter((cell) => typeof cell === 'number');
    const wrong = values.findIndex((value) => !Number.isFinite(value) || value <= 0);
    if (wrong >= 0) return notEstimable('triangle_value', `${i + 1}, ${wrong + 1}`);
    if (values.length === 0 || values.length > (triangle[i - 1]?.length ?? values.length)) {
      return notEstimable('triangle_shape', `${i + 1}`);
    }
    triangle.push(values);
  }
  if (triangle.length < SMALLEST || (triangle[0]?.length ?? 0) < SMALLEST) {
    return notEstimable('triangle_too_small', `${triangle.length} x ${triangle[0]?.length ?? 0}`);
  }
  return triangle;
}
