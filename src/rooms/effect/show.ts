import type { Words } from '../../platform/contract.ts';
import { textTable } from '../forecast/index.ts';

type Language = 'nl' | 'en';
type Row = Readonly<Record<string, unknown>>;

const LABELS = {
  nl: { warning: 'Let op', missing: 'rijen met een ontbrekende waarde zijn weggelaten', method: 'Methode' },
  en: { warning: 'Note', missing: 'rows with a missing value were left out', method: 'Method' },
} as const;

/** Twelve significant digits are noise to a reader; a p-value keeps its size. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) < 1e-4 ? value.toExponential(3) : String(Number(value.toPrecision(6)));
}

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumbers = (value: unknown): value is Row =>
  isRecord(value) && Object.values(value).every((each) => typeof each === 'number');

/** Records of numbers with the same names, side by side: coefficients, curves of a group. */
function sideBySide(records: Row, corner: string): string {
  const columns = Object.keys(records);
  const rows = [...new Set(columns.flatMap((column) => Object.keys(records[column] as Row)))];
  return textTable(
    [corner, ...columns],
    rows.map((row) => [row, ...columns.map((column) => cell((records[column] as Row)[row]))]),
  );
}

/** Arrays of equal length as columns. */
function arrays(records: Row): string {
  const columns = Object.keys(records);
  const length = (records[columns[0] as string] as readonly unknown[]).length;
  const shown = Math.min(length, 40);
  const rows = Array.from({ length: shown }, (_, i) =>
    columns.map((column) => cell((records[column] as readonly unknown[])[i])),
  );
  const rest = length > shown ? [[`... ${length - shown}`]] : [];
  return textTable(columns, [...rows, ...rest]);
}

/** A table of counts as it would be published, with its totals. */
function crossTable({ rows, columns, cells, rowTotals, columnTotals, total, ...rest }: Row): string[] {
  const labels = rows as readonly string[];
  const body = (cells as readonly (readonly unknown[])[]).map((line, r) => [
    labels[r] ?? '',
    ...line.map(cell),
    cell((rowTotals as readonly unknown[])[r]),
  ]);
  const last = ['total', ...(columnTotals as readonly unknown[]).map(cell), cell(total)];
  return [textTable(['', ...(columns as readonly string[]), 'total'], [...body, last]), ...tables(rest, '')];
}

/** Tables of an object: plain values as a list, then what hangs together side by side, then what is nested. */
function tables(value: Row, title: string): string[] {
  if ('cells' in value && 'rowTotals' in value) return crossTable(value);
  const plain: [string, unknown][] = [];
  const named: Record<string, unknown> = {};
  const lists: Record<string, readonly unknown[]> = {};
  const nested: [string, Row][] = [];
  for (const [key, each] of Object.entries(value)) {
    if (Array.isArray(each) && each.some(Array.isArray)) nested.push([key, Object.fromEntries(each.entries())]);
    else if (Array.isArray(each)) lists[key] = each;
    else if (isNumbers(each)) named[key] = each;
    else if (isRecord(each)) nested.push([key, each]);
    else plain.push([key, each]);
  }
  const parts: string[] = [];
  if (plain.length > 0)
    parts.push(
      textTable(
        [title === '' ? 'result' : title, 'value'],
        plain.map(([key, each]) => [key, cell(each)]),
      ),
    );
  if (Object.keys(named).length > 0) parts.push(sideBySide(named, plain.length > 0 ? '' : title));
  const heading = title === '' || plain.length > 0 ? '' : `${title}\n`;
  for (const length of new Set(Object.values(lists).map((each) => each.length))) {
    const together = Object.entries(lists).filter(([, each]) => each.length === length);
    parts.push(heading + arrays(Object.fromEntries(together)));
  }
  for (const [key, each] of nested) parts.push(...tables(each, title === '' ? key : `${title} / ${key}`));
  return parts;
}

/** A result for a person: tables, then in one sentence what it says, then what to know about it. */
export function showOutcome(output: object, language: Language): string {
  const { method, warnings, missing, sentence, ...figures } = output as Row & {
    method: string;
    warnings: readonly { sentence: Words }[];
    missing?: number;
    sentence: Words;
  };
  const label = LABELS[language];
  const notes = warnings.map((warning) => `${label.warning}: ${warning.sentence[language]}`);
  if (missing !== undefined && missing > 0) notes.push(`${label.warning}: ${missing} ${label.missing}.`);
  return [...tables(figures, ''), sentence[language], [...notes, `${label.method}: ${method}`].join('\n')].join('\n\n');
}

/** The list of commands, each with its question. */
export function showEstimators(
  estimators: readonly { readonly name: string; readonly question: Words; readonly example: string }[],
  language: Language,
): string {
  const rows = estimators.map(({ name, question }) => `${name.padEnd(24)}${question[language]}`);
  const more = {
    nl: 'Hulp en een voorbeeld: sluitend stats <naam> --help',
    en: 'Help and an example: sluitend stats <name> --help',
  };
  return [...rows, '', more[language]].join('\n');
}
