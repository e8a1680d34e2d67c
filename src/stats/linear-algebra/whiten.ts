import { BLOCK_ROWS, type RowBlock } from './row-block.ts';

/**
 * Replaces the rows x of a block by q = R'^-1 x, rows of an orthonormal basis: q'q is then the leverage of the row.
 *
 * @param upper R of the columns, `size` by `size`, row-major.
 */
export function whitenBlock(block: RowBlock, upper: Float64Array, size: number): void {
  const { values } = block;
  for (let j = 0; j < size; j++) {
    const target = j * BLOCK_ROWS;
    let k = 0;
    // Two columns at a time halve the traffic on the target column.
    for (; k + 1 < j; k += 2) {
      const first = upper[k * size + j]!;
      const second = upper[(k + 1) * size + j]!;
      const a = k * BLOCK_ROWS;
      const b = a + BLOCK_ROWS;
      for (let i = 0; i < BLOCK_ROWS; i++) {
        values[target + i]! -= first * values[a + i]! + second * values[b + i]!;
      }
    }
    if (k < j) {
      const last = upper[k * size + j]!;
      const a = k * BLOCK_ROWS;
      for (let i = 0; i < BLOCK_ROWS; i++) values[target + i]! -= last * values[a + i]!;
    }
    const pivot = 1 / upper[j * size + j]!;
    for (let i = 0; i < BLOCK_ROWS; i++) values[target + i]! *= pivot;
  }
}

/** Sum of squares of each row of a block: the leverages, once whitened. */
export function rowLengths(block: RowBlock, size: number, into: Float64Array): void {
  const { values } = block;
  into.fill(0);
  for (let j = 0; j < size; j++) {
    const start = j * BLOCK_ROWS;
    for (let i = 0; i < BLOCK_ROWS; i++) into[i]! += values[start + i]! * values[start + i]!;
  }
}

/** Multiplies each row of a block by its factor. */
export function scaleRows(block: RowBlock, size: number, factor: Float64Array): void {
  const { values } = block;
  for (let j = 0; j < size; j++) {
    const start = j * BLOCK_ROWS;
    for (let i = 0; i < BLOCK_ROWS; i++) values[start + i]! *= factor[i]!;
  }
}

/** The combination sum of b[j] times column j of a block, per row. */
export function combineColumns(block: RowBlock, b: Float64Array, into: Float64Array): void {
  const { values } = block;
  into.fill(0);
  for (let j = 0; j < b.length; j++) {
    const start = j * BLOCK_ROWS;
    const factor = b[j]!;
    for (let i = 0; i < BLOCK_ROWS; i++) into[i]! += factor * values[start + i]!;
  }
}
