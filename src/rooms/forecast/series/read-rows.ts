/** A row of a file of series: column name to value; a CSV gives text, JSON its own values. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Reads the text of a file: a JSON array of objects, JSON lines, or CSV with a header (comma, semicolon or tab;
 * quotes as in RFC 4180; a decimal comma where the delimiter is no comma stays text for the reader of numbers).
 * @returns the rows, or the number of the line that is no row.
 */
export function readRows(text: string): readonly Row[] | { readonly badLine: number } {
  const body = text.replace(/^\uFEFF/, '');
  const start = body.trimStart()[0];
  if (start === '[') return readArray(body);
  if (start === '{') return readLines(body);
  return readCsv(body);
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readArray(text: string): readonly Row[] | { badLine: number } {
  const parsed = parse(text);
  if (!Array.isArray(parsed)) return { badLine: 1 };
  const bad = parsed.findIndex((row) => !isRow(row));
  return bad < 0 ? (parsed as Row[]) : { badLine: bad + 1 };
}

function readLines(text: string): readonly Row[] | { badLine: number } {
  const rows: Row[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = parse(line);
    if (!isRow(row)) return { badLine: i + 1 };
    rows.push(row);
  }
  return rows;
}

function readCsv(text: string): readonly Row[] | { badLine: number } {
  const headerLine = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    headerLine.split(each).length > headerLine.split(best).length ? each : best,
  );
  const records = splitCsv(text, delimiter);
  if ('badLine' in records) return records;
  const [header, ...rest] = records;
  if (header === undefined) return [];
  const names = header.map((name) => name.trim());
  // Of two columns with one name either could be meant.
  if (new Set(names).size < names.length) return { badLine: 1 };
  const rows: Row[] = [];
  for (const [i, cells] of rest.entries()) {
    if (cells.length === 1 && cells[0] === '') continue;
    if (cells.length !== header.length) return { badLine: i + 2 };
    rows.push(Object.fromEntries(names.map((name, c) => [name, cells[c]])));
  }
  return rows;
}

/** Cells per record; a quote that is never closed would swallow the lines after it. */
function splitCsv(text: string, delimiter: string): string[][] | { badLine: number } {
  const records: string[][] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
      if (end >= text.length) return { badLine: text.slice(0, at).split('\n').length };
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end += 1;
      cell = text.slice(at, end).replace(/\r$/, '');
      at = end;
    }
    cells.push(cell);
    if (text[at] === '\r') at += 1;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) cells.push('');
    } else {
      records.push(cells);
      cells = [];
      at += 1;
    }
  }
  if (cells.length > 0) records.push(cells);
  return records;
}
