import type { Delimiter } from './record.ts';

/** How files write that a value is not there; a column of numbers may hold them. */
export const MISSING: ReadonlySet<string> = new Set(['', 'NA', 'NaN', 'null', 'NULL', '.']);

const WITH_COMMA = /^[+-]?(\d+|\d*,\d+)([eE][+-]?\d+)?$/;

/** May as well be thousands: 1,234. */
const GROUPED = /,\d{3}$/;

/**
 * A column of numbers with decimal commas, as they are written in Dutch, with points; any other column as it is. Where
 * commas part the cells too and every number has three digits after it, the comma may as well part thousands: then the
 * cells stay text, and no number is guessed.
 */
export function withDecimalPoints(cells: readonly string[], delimiter: Delimiter): readonly string[] {
  if (!cells.some((cell) => cell.includes(','))) return cells;
  let commas = 0;
  let grouped = 0;
  for (const cell of cells) {
    if (MISSING.has(cell)) continue;
    if (!WITH_COMMA.test(cell)) return cells;
    if (!cell.includes(',')) continue;
    commas += 1;
    if (GROUPED.test(cell)) grouped += 1;
  }
  if (delimiter === ',' && grouped === commas) return cells;
  return cells.map((cell) => cell.replace(',', '.'));
}
