import type { Words } from '../../platform/contract.ts';
import { textTable } from '../../platform/text-table.ts';
import { TOO_SMALL } from '../../stats/index.ts';
import { methodInDutch } from './method-words.ts';

type Language = 'nl' | 'en';
type Row = Readonly<Record<string, unknown>>;

const LABELS = {
  nl: {
    warning: 'Let op',
    missing: (n: number) =>
      `${n} ${n === 1 ? 'rij met een ontbrekende waarde is' : 'rijen met een ontbrekende waarde zijn'} weggelaten`,
    method: 'Methode',
    result: 'uitkomst',
    value: 'waarde',
    total: 'totaal',
    tooSmall: 'te klein',
    row: 'rij',
    more: 'meer; alle met --json',
    joint: 'samen getoetst',
  },
  en: {
    warning: 'Note',
    missing: (n: number) =>
      `${n} ${n === 1 ? 'row with a missing value was' : 'rows with a missing value were'} left out`,
    method: 'Method',
    result: 'result',
    value: 'value',
    total: 'total',
    tooSmall: 'too small',
    row: 'row',
    more: 'more; all with --json',
    joint: 'tested together',
  },
} as const;

/** Twelve significant digits are noise to a reader; a p-value keeps its size. */
function cell(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '-';
  if (value === TOO_SMALL) return LABELS[language].tooSmall;
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  if (Number.isInteger(value)) return String(value);
  const digits = Math.abs(value) < 1e-4 ? value.toExponential(3) : String(Number(value.toPrecision(6)));
  return language === 'nl' ? digits.replace('.', ',') : digits;
}

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumbers = (value: unknown): value is Row =>
  isRecord(value) && Object.values(value).every((each) => typeof each === 'number');

/** Records of numbers with the same names, side by side: coefficients, curves of a group. */
function sideBySide(records: Row, corner: string, language: Language): string {
  const columns = Object.keys(records);
  const rows = [...new Set(columns.flatMap((column) => Object.keys(records[column] as Row)))];
  return textTable(
    [corner, ...columns],
    rows.map((row) => [row, ...columns.map((column) => cell((records[column] as Row)[row], language))]),
  );
}

/** Records that speak of the same things: one that names others (a joint test among coefficients) is a table by itself. */
function together(records: Row): Row[] {
  const groups: { names: Set<string>; records: Record<string, unknown> }[] = [];
  for (const [key, record] of Object.entries(records)) {
    const names = Object.keys(record as Row);
    const fits = groups.find(
      (group) => names.every((name) => group.names.has(name)) || [...group.names].every((name) => names.includes(name)),
    );
    const group = fits ?? { names: new Set<string>(), records: {} };
    if (fits === undefined) groups.push(group);
    group.records[key] = record;
    for (const name of names) group.names.add(name);
  }
  return groups.map((group) => group.records);
}

/** A record that stands alone: its names below each other. */
function alone(title: string, record: Row, language: Language): string {
  return textTable(
    [title, LABELS[language].value],
    Object.entries(record).map(([name, value]) => [name, cell(value, language)]),
  );
}

/** Longer lists are for a machine. */
const SHOWN = 40;

/** Arrays of equal length as columns, with the number of each row where not all are shown. */
function arrays(records: Row, language: Language): string {
  const columns = Object.keys(records);
  const length = (records[columns[0] as string] as readonly unknown[]).length;
  const rows = Array.from({ length: Math.min(length, SHOWN) }, (_, i) => [
    String(i + 1),
    ...columns.map((column) => cell((records[column] as readonly unknown[])[i], language)),
  ]);
  if (length <= SHOWN)
    return textTable(
      columns,
      rows.map((row) => row.slice(1)),
    );
  return `${textTable([LABELS[language].row, ...columns], rows)}\n... ${length - SHOWN} ${LABELS[language].more}`;
}

/** A table of counts as it would be published, with its totals. */
function crossTable(
  { rows, columns, cells, rowTotals, columnTotals, total, ...rest }: Row,
  language: Language,
): string[] {
  const label = LABELS[language].total;
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
  return [textTable(heads, [...body, last]), ...tables(rest, '', language)];
}

/** Tables of an object: plain values as a list, then what hangs together side by side, then what is nested. */
function tables(value: Row, title: string, language: Language): string[] {
  if ('cells' in value && 'columnTotals' in value) return crossTable(value, language);
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
    parts.push(alone(title === '' ? LABELS[language].result : title, Object.fromEntries(plain), language));
  const groups = together(named);
  groups.forEach((records, place) => {
    const [key = '', ...others] = Object.keys(records);
    // The first group is what the result is about; a lone record after it needs its name.
    if (place > 0 && others.length === 0)
      parts.push(alone(key === 'joint' ? LABELS[language].joint : key, records[key] as Row, language));
    else parts.push(sideBySide(records, plain.length > 0 ? '' : title, language));
  });
  for (const [key, each] of nested) parts.push(...tables(each, title === '' ? key : `${title} / ${key}`, language));
  const heading = title === '' || plain.length > 0 ? '' : `${title}\n`;
  for (const length of new Set(Object.values(lists).map((each) => each.length))) {
    const equal = Object.entries(lists).filter(([, each]) => each.length === length);
    parts.push(heading + arrays(Object.fromEntries(equal), language));
  }
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
  if (missing !== undefined && missing > 0) notes.push(`${label.warning}: ${label.missing(missing)}.`);
  const how = language === 'nl' ? methodInDutch(method) : method;
  return [...tables(figures, '', language), sentence[language], [...notes, `${label.method}: ${how}`].join('\n')].join(
    '\n\n',
  );
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
