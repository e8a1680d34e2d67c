import { textTable } from '../../../platform/text-table.ts';
import type { Row } from './records.ts';
import { cell, type Language, TABLE_WORDS } from './table-words.ts';

/** Whether a result is a table of counts. */
export const isCrossTable = (value: Row): boolean => 'cells' in value && 'columnTotals' in value;

/** A table of counts as it would be published, with its totals. */
export function crossTable({ rows, columns, cells, rowTotals, columnTotals, total }: Row, language: Language): string {
  const label = TABLE_WORDS[language].total;
  const labels = rows as readonly string[];
  const show = (value: unknown) => cell(value, language);
  // A list of one column has no totals of its rows: they are the cells.
  const list = rowTotals === undefined;
  const body = (cells as readonly (readonly unknown[])[]).map((line, r) => [
    labels[r] ?? '',
    ...line.map(show),
    ...(list ? [] : [show((rowTotals as readonly unknown[])[r])]),
  ]);
  const last = [label, ...(columnTotals as readonly unknown[]).map(show), ...(list ? [] : [show(total)])];
  const heads = ['', ...(columns as readonly string[]), ...(list ? [] : [label])];
  return textTable(heads, [...body, last]);
}
