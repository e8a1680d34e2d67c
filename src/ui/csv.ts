/** One value for a CSV cell. Numbers are written plainly (point, no grouping) so that a sheet or a program can count on them. */
export type CsvValue = string | number | null | undefined;

const DANGEROUS = /^[=+\-@\t\r]/;

/**
 * Rows as CSV (RFC 4180, CRLF). Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP, "CSV injection"); real numbers, also negative ones, are left alone.
 */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = DANGEROUS.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
