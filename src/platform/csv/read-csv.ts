import { readNumbers } from './numbers.ts';
import { type Delimiter, nextRecord, readRecord } from './record.ts';

/** A table of text: the header and every row with as many cells. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly columns: readonly (readonly string[])[];
  /** The line of the file on which each row begins. */
  readonly lines: readonly number[];
  /** Columns that hold a number which may be decimal or thousands; who reads numbers from one refuses it. */
  readonly unclear: readonly UnclearNumber[];
}

/** A number that may be a thousand times as much as it seems, the first of its column. */
export interface UnclearNumber {
  readonly fault: 'thousands';
  readonly line: number;
  readonly column: string;
  readonly cell: string;
}

/** A file that is no table: what is wrong, in which line, and with which column. */
export interface CsvFault {
  readonly fault: 'no_header' | 'double_column' | 'cells' | 'open_quote';
  readonly line: number;
  readonly column?: string;
}

/** How many lines end in a stretch of text: a quoted cell may hold some. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Without the blanks around it. */
function bare(cell: string): string {
  return cell.charCodeAt(0) <= 32 || cell.charCodeAt(cell.length - 1) <= 32 ? cell.trim() : cell;
}

/** What parts the cells: of comma, semicolon and tab the one that occurs most in the header. */
function delimiterOf(header: string): Delimiter {
  const times = (each: Delimiter) => header.split(each).length;
  return ([',', ';', '\t'] as const).reduce((most, each) => (times(each) > times(most) ? each : most));
}

/**
 * Reads text parted by commas, semicolons or tabs (the header decides) below a header line; quotes as in RFC 4180, empty
 * lines are skipped, a column of Dutch numbers is given with decimal points.
 * @returns columns as text, or the first fault with its line
 */
export function readCsv(text: string): CsvTable | CsvFault {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const delimiter = delimiterOf(text.slice(at, text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at)));
  const first = readRecord(text, at, delimiter);
  if (first.open) return { fault: 'open_quote', line: 1 };
  const header = first.cells.map((name) => name.trim());
  if (header.every((name) => name === '')) return { fault: 'no_header', line: 1 };
  const double = header.find((name, c) => header.indexOf(name) < c);
  if (double !== undefined) return { fault: 'double_column', line: 1, column: double };
  const columns = header.map((): string[] => []);
  const lines: number[] = [];
  let next = 1 + linesIn(text, at, first.next);
  at = first.next;
  while (at < text.length) {
    const line = next;
    const { cells, open, next: end } = nextRecord(text, at, delimiter);
    if (open) return { fault: 'open_quote', line };
    next += linesIn(text, at, end);
    at = end;
    if (cells.length === 1 && cells[0] === '' && header.length > 1) continue;
    if (cells.length !== header.length) return { fault: 'cells', line };
    lines.push(line);
    for (let c = 0; c < cells.length; c += 1) columns[c]?.push(bare(cells[c] as string));
  }
  const read = columns.map((cells) => readNumbers(cells, delimiter));
  const unclear = read.flatMap(({ cells, unclear: place }, c): UnclearNumber[] =>
    place === undefined
      ? []
      : [{ fault: 'thousands', line: lines[place] ?? 0, column: header[c] ?? '', cell: cells[place] ?? '' }],
  );
  return { header, columns: read.map(({ cells }) => cells), lines, unclear };
}
