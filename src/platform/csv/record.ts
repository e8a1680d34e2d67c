export type Delimiter = ',' | ';' | '\t';

/** Cells of one line of a table (of several where a quoted cell holds line ends), and where the next begins. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly next: number;
  /** A quote is opened that never closes. */
  readonly open: boolean;
}

/** Cells of one record from `from` on; quotes as in RFC 4180. */
export function readRecord(text: string, from: number, delimiter: Delimiter): CsvRecord {
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
export function nextRecord(text: string, from: number, delimiter: Delimiter): CsvRecord {
  const found = text.indexOf('\n', from);
  const end = found === -1 ? text.length : found;
  const line = text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
  if (line.includes('"')) return readRecord(text, from, delimiter);
  return { cells: line.split(delimiter), next: end + 1, open: false };
}
