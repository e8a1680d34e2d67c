import { BLOCK_ROWS, type BlockSource, createBlock, forEachBlock, loadBlock, type RowBlock } from './row-block.ts';

/**
 * The triangular factor R of A = QR by Householder reflections, block of rows by block of rows: each block is reduced
 * together with the R of all before it (Golub & Van Loan, Matrix Computations, 5.2 and 6.5). The squares of the columns
 * are never formed, so nearly dependent columns keep their digits; twice the arithmetic of a Gram matrix.
 *
 * @returns upper triangular, row-major, p by p; the sign of a row is arbitrary.
 */
export function sequentialQr(source: BlockSource): Float64Array {
  const size = source.columns.length;
  const block = createBlock(size);
  const upper = new Float64Array(size * size);
  forEachBlock(source.columns[0]?.length ?? 0, (from, to) => {
    loadBlock(block, source, { from, to });
    for (let j = 0; j < size; j++) reduceColumn(block, upper, { j, size });
  });
  return upper;
}

/** Reflects column `j` of the block into R and applies the reflection to the columns after it. */
function reduceColumn(block: RowBlock, upper: Float64Array, at: { j: number; size: number }): void {
  const { values } = block;
  const { j, size } = at;
  const start = j * BLOCK_ROWS;
  let below = 0;
  for (let i = 0; i < BLOCK_ROWS; i++) below += values[start + i]! * values[start + i]!;
  if (below === 0) return;
  const alpha = upper[j * size + j]!;
  const norm = Math.sqrt(alpha * alpha + below);
  const beta = alpha > 0 ? -norm : norm;
  const head = alpha - beta;
  const twoOverLength = 2 / (head * head + below);
  upper[j * size + j] = beta;
  for (let k = j + 1; k < size; k++) {
    const other = k * BLOCK_ROWS;
    let sum = head * upper[j * size + k]!;
    for (let i = 0; i < BLOCK_ROWS; i++) sum += values[start + i]! * values[other + i]!;
    const factor = sum * twoOverLength;
    upper[j * size + k]! -= factor * head;
    for (let i = 0; i < BLOCK_ROWS; i++) values[other + i]! -= factor * values[start + i]!;
  }
}
