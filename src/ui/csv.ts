import { csvCell } from '../platform/csv/cell.ts';

/** One value for a CSV cell. Numbers are written plainly (point, no grouping) so that a sheet or a program can count on them. */
export type CsvValue = string | number | null | undefined;

/**
 * Rows as CSV (RFC 4180, CRLF). Text is made safe for a spreadsheet; real numbers, also negative
 * ones, are left alone.
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  return csvCell(value);
}
