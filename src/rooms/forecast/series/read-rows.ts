import type { Words } from '../../../platform/contract.ts';
import { type CsvFault, readCsv, type UnclearNumber } from '../../../platform/csv/read-csv.ts';
import { sayFileFault } from '../../../platform/csv/say-fault.ts';

/** A row of a file of series: column name to value; a CSV gives text, JSON its own values. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows as they were read. */
export type Rows = {
  /** The columns where a header names them: a file may have columns and no rows. */
  readonly header?: readonly string[];
  readonly rows: readonly Row[];
  /** The line on which each row begins; of a JSON array no line is known. */
  readonly lines?: readonly number[];
  /** Columns of a CSV from which no number can be read for sure. */
  readonly unclear?: readonly UnclearNumber[];
};

/** A file of JSON that holds no rows: the line (of JSON lines) or the element (of an array) that is none, counted from 1. */
export type JsonFault = { readonly fault: 'json_line' | 'json_element'; readonly at: number };

/**
 * Reads the text of a file: a JSON array of objects, JSON lines, or CSV with a header.
 * @returns the rows, or what is wrong and where.
 */
export function readRows(text: string): Rows | CsvFault | JsonFault {
  const body = text.replace(/^\uFEFF/, '');
  const start = body.trimStart()[0];
  if (start === '[') return readArray(body);
  if (start === '{') return readLines(body);
  const table = readCsv(body);
  if ('fault' in table) return table;
  const { header, columns, lines, unclear } = table;
  const rows = lines.map((_, i) => Object.fromEntries(header.map((name, c) => [name, columns[c]?.[i]])));
  return { header, rows, lines, unclear };
}

const JSON_FAULTS: { readonly [fault in JsonFault['fault']]: (at: number) => Words } = {
  json_line: (at) => ({ nl: `regel ${at} is geen JSON-object`, en: `line ${at} is no JSON object` }),
  json_element: (at) => ({
    nl: `element ${at} van de lijst is geen JSON-object`,
    en: `element ${at} of the list is no JSON object`,
  }),
};

/** What is wrong with the text of a file, in words. */
export function sayRowsFault(fault: CsvFault | JsonFault, language: keyof Words): string {
  return 'at' in fault ? JSON_FAULTS[fault.fault](fault.at)[language] : sayFileFault(fault, language);
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

function readArray(text: string): Rows | JsonFault {
  const parsed = parse(text);
  if (!Array.isArray(parsed)) return { fault: 'json_line', at: 1 };
  const bad = parsed.findIndex((row) => !isRow(row));
  return bad < 0 ? { rows: parsed as Row[] } : { fault: 'json_element', at: bad + 1 };
}

function readLines(text: string): Rows | JsonFault {
  const rows: Row[] = [];
  const lines: number[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const row = parse(line);
    if (!isRow(row)) return { fault: 'json_line', at: i + 1 };
    rows.push(row);
    lines.push(i + 1);
  }
  return { rows, lines };
}
