import { textTable } from '../../../platform/text-table.ts';
import { cell, keyWord, type Language, TABLE_WORDS } from './table-words.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Whose names the records of a table and the values in them have: keys of the result, or the reader's own. */
export interface Naming {
  readonly records: 'key' | 'own';
  readonly values: 'key' | 'own';
}
const named = (name: string, naming: 'key' | 'own', language: Language) =>
  naming === 'key' ? keyWord(name, language) : name;

export const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isNumbers = (value: unknown): value is Row =>
  isRecord(value) && Object.values(value).every((each) => typeof each === 'number');

/** What a record has of a name; the reader's names may be those that every object has. */
const own = (record: Row, name: string) => (Object.hasOwn(record, name) ? record[name] : undefined);

/** Records of numbers with the same names, side by side: coefficients, curves of a group. */
export function sideBySide(
  records: Row,
  { corner, naming }: { corner: string; naming: Naming },
  language: Language,
): string {
  const columns = Object.keys(records);
  const rows = [...new Set(columns.flatMap((column) => Object.keys(records[column] as Row)))];
  return textTable(
    [corner, ...columns.map((column) => named(column, naming.records, language))],
    rows.map((row) => [
      named(row, naming.values, language),
      ...columns.map((column) => cell(own(records[column] as Row, row), language)),
    ]),
  );
}

/** Records that speak of the same things: one that names others (a joint test among coefficients) is a table by itself. */
export function together(records: Row): Row[] {
  const groups: { names: Set<string>; records: Record<string, unknown> }[] = [];
  for (const [key, record] of Object.entries(records)) {
    const names = Object.keys(record as Row);
    const fits = groups.find(
      (group) => names.every((name) => group.names.has(name)) || [...group.names].every((name) => names.includes(name)),
    );
    const group = fits ?? { names: new Set<string>(), records: Object.create(null) };
    if (fits === undefined) groups.push(group);
    group.records[key] = record;
    for (const name of names) group.names.add(name);
  }
  return groups.map((group) => group.records);
}

/** A record that stands alone, of keys: its names below each other. */
export function alone(title: string, record: Row, language: Language): string {
  return textTable(
    [title, TABLE_WORDS[language].value],
    Object.entries(record).map(([name, value]) => [keyWord(name, language), cell(value, language)]),
  );
}

/** Longer lists are for a machine. */
const SHOWN = 40;

/** Arrays of equal length as columns, with the number of each row where not all are shown. */
export function arrays(records: Row, language: Language): string {
  const columns = Object.keys(records);
  const heads = columns.map((column) => keyWord(column, language));
  const length = (records[columns[0] as string] as readonly unknown[]).length;
  const rows = Array.from({ length: Math.min(length, SHOWN) }, (_, i) => [
    String(i + 1),
    ...columns.map((column) => cell((records[column] as readonly unknown[])[i], language)),
  ]);
  if (length <= SHOWN)
    return textTable(
      heads,
      rows.map((row) => row.slice(1)),
    );
  return `${textTable([TABLE_WORDS[language].row, ...heads], rows)}\n... ${length - SHOWN} ${TABLE_WORDS[language].more}`;
}
