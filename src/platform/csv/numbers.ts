import type { Delimiter } from './record.ts';

/** How files write that a value is not there; a column of numbers may hold them. */
export const MISSING: ReadonlySet<string> = new Set(['', 'NA', 'NaN', 'null', 'NULL', '.']);

/** 1234,5 or 1.234,5: as numbers are written in Dutch. */
const DUTCH = /^[+-]?(\d{1,3}(\.\d{3})+|\d*)(,\d+)?([eE][+-]?\d+)?$/;

/** May be decimals or thousands: 1.234 in a Dutch file, 1,234 in an English one. */
const GROUPED = { '.': /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/, ',': /^[+-]?[1-9]\d{0,2}(,\d{3})+$/ } as const;

/** The cells of a column, or the place of one that may be a thousand times as much as it seems. */
type NumbersRead = { readonly cells: readonly string[]; readonly unclear?: number };

/**
 * A column of Dutch numbers (decimal commas) with points and without marks of thousands; any other column as it is. Where
 * a mark may part thousands as well as decimals no number is guessed: the first such cell is told.
 */
export function readNumbers(cells: readonly string[], delimiter: Delimiter): NumbersRead {
  if (!cells.some((cell) => cell.includes(','))) return delimiter === ',' ? { cells } : judge(cells, '.');
  // Beside cells that commas part, a comma of thousands is as likely as one of decimals.
  if (delimiter === ',') {
    const judged = judge(cells, ',');
    if (judged.unclear !== undefined) return judged;
  }
  for (const cell of cells) if (!MISSING.has(cell) && !(DUTCH.test(cell) && /\d/.test(cell))) return { cells };
  return { cells: cells.map((cell) => (MISSING.has(cell) ? cell : cell.replaceAll('.', '').replace(',', '.'))) };
}

/** Unclear is a column of whole numbers in which the mark stands, each time, before three digits. */
function judge(cells: readonly string[], mark: '.' | ','): NumbersRead {
  let unclear: number | undefined;
  for (const [i, cell] of cells.entries()) {
    if (MISSING.has(cell) || /^[+-]?\d{1,3}$/.test(cell)) continue;
    if (!GROUPED[mark].test(cell)) return { cells };
    unclear ??= i;
  }
  return unclear === undefined ? { cells } : { cells, unclear };
}
