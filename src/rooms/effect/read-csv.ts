/** A table of text: the header and every row with as many cells. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly columns: readonly (readonly string[])[];
  /** The line of the file on which each row begins. */
  readonly lines: readonly number[];
}

/** A file that is no table: what is wrong, and in which line. */
export interface CsvFault {
  readonly line: number;
  readonly fault: 'no_header' | 'double_column' | 'cells' | 'open_quote';
}

/** Cells of one record from `from` on; quotes as in RFC 4180. */
function readRecord(text: string, from: number, delimiter: string): { cells: string[]; next: number; open: boolean } {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const end = text.indexOf('"', at);
        if (end === -1) return { cells, next: text.length, open: true };
        cell += text.slice(at, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    let end = at;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    cells.push(cell + text.slice(at, end));
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    return { cells, next: at, open: false };
  }
}

/** The next record; a line without quotes is split at once. */
function nextRecord(text: string, from: number, delimiter: string): { cells: string[]; next: number; open: boolean } {
  const found = text.indexOf('\n', from);
  const end = found === -1 ? text.length : found;
  const line = text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
  if (line.includes('"')) return readRecord(text, from, delimiter);
  return { cells: line.split(delimiter), next: end + 1, open: false };
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

/**
 * Reads comma or semicolon separated text (the header decides) with a header line; empty lines are skipped.
 * @returns columns as text, or the first fault with its line
 */
export function readCsv(text: string): CsvTable | CsvFault {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const firstLine = text.slice(at, text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at));
  const delimiter = firstLine.includes(';') && !firstLine.includes(',') ? ';' : ',';
  const first = readRecord(text, at, delimiter);
  const header = first.cells.map((name) => name.trim());
  if (header.every((name) => name === '')) return { line: 1, fault: 'no_header' };
  if (new Set(header).size !== header.length) return { line: 1, fault: 'double_column' };
  const columns = header.map((): string[] => []);
  const lines: number[] = [];
  let next = 1 + linesIn(text, at, first.next);
  at = first.next;
  while (at < text.length) {
    const line = next;
    const record = nextRecord(text, at, delimiter);
    if (record.open) return { line, fault: 'open_quote' };
    const { cells } = record;
    next += linesIn(text, at, record.next);
    at = record.next;
    if (cells.length === 1 && cells[0] === '' && header.length > 1) continue;
    if (cells.length !== header.length) return { line, fault: 'cells' };
    lines.push(line);
    for (let c = 0; c < cells.length; c += 1) columns[c]?.push(bare(cells[c] as string));
  }
  return { header, columns, lines };
}
