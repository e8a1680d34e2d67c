/** Rows handled together: a block of some 24 columns then fits the first-level cache. */
export const BLOCK_ROWS = 256;

/** Columns in a block are padded to whole tiles of the Gram kernel. */
export const TILE = 3;

/** A block of rows, column-major: column `j` starts at `j * BLOCK_ROWS`; unused rows and padding columns are zero. */
export interface RowBlock {
  readonly values: Float64Array;
  /** Columns including padding. */
  readonly width: number;
}

/** What is read into a block: `scale[i] * (columns[j][i] - shift[j])`. */
export interface BlockSource {
  readonly columns: readonly Float64Array[];
  /** Subtracted per column; absent = 0. */
  readonly shift?: Float64Array | undefined;
  /** Multiplies every value of a row, usually the root of its weight; absent = 1. */
  readonly scale?: Float64Array | undefined;
}

/** An empty block for `columnCount` columns. */
export function createBlock(columnCount: number): RowBlock {
  const width = Math.ceil(columnCount / TILE) * TILE;
  return { values: new Float64Array(width * BLOCK_ROWS), width };
}

/** Reads rows `from` up to `to` (at most BLOCK_ROWS, `to` exclusive) into the block and clears what is left of it. */
export function loadBlock(block: RowBlock, source: BlockSource, range: { from: number; to: number }): void {
  const { values } = block;
  const { columns, shift, scale } = source;
  const { from, to } = range;
  const rows = to - from;
  for (let j = 0; j < columns.length; j++) {
    const column = columns[j]!;
    const offset = shift === undefined ? 0 : shift[j]!;
    const start = j * BLOCK_ROWS;
    if (scale === undefined) {
      for (let i = 0; i < rows; i++) values[start + i] = column[from + i]! - offset;
    } else {
      for (let i = 0; i < rows; i++) values[start + i] = (column[from + i]! - offset) * scale[from + i]!;
    }
    if (rows < BLOCK_ROWS) values.fill(0, start + rows, start + BLOCK_ROWS);
  }
}

/** Calls `visit` for each block of rows in order; sums made per block and then added lose far fewer digits. */
export function forEachBlock(rowCount: number, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < rowCount; from += BLOCK_ROWS) visit(from, Math.min(from + BLOCK_ROWS, rowCount));
}
