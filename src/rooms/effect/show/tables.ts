import { crossTable, isCrossTable } from './cross-table.ts';
import { alone, arrays, isNumbers, isRecord, type Naming, type Row, sideBySide, together } from './records.ts';
import { keyWord, type Language, TABLE_WORDS } from './table-words.ts';

/** Where in a result tables are made: below which key of it, under which heading. */
interface Place {
  readonly key: string;
  readonly title: string;
}
export const TOP: Place = { key: '', title: '' };

/** Records at the top are keys and hold the reader's terms and arms, save these; below them it is the other way round. */
const HOLD_KEYS: readonly string[] = ['joint', 'arcsine'];
const HOLD_LEVELS: readonly string[] = ['perArm'];

function namingOf({ key }: Place, record: string): Naming {
  if (key === '') return { records: 'key', values: HOLD_KEYS.includes(record) ? 'key' : 'own' };
  return { records: 'own', values: HOLD_LEVELS.includes(key) ? 'own' : 'key' };
}

function below({ key, title }: Place, name: string, language: Language): Place {
  if (key === '') return { key: name, title: keyWord(name, language) };
  return { key, title: `${title} / ${name === 'eventFree' ? keyWord(name, language) : name}` };
}

/** Tables of an object: plain values as a list, then what hangs together side by side, then what is nested. */
export function tables(value: Row, place: Place, language: Language): string[] {
  if (isCrossTable(value)) {
    const { rows, columns, cells, rowTotals, columnTotals, total, ...rest } = value;
    return [
      crossTable({ rows, columns, cells, rowTotals, columnTotals, total }, language),
      ...tables(rest, place, language),
    ];
  }
  const { title } = place;
  const plain: [string, unknown][] = [];
  const records: Record<string, unknown> = Object.create(null);
  const lists: Record<string, readonly unknown[]> = Object.create(null);
  const nested: [string, Row][] = [];
  for (const [key, each] of Object.entries(value)) {
    if (Array.isArray(each) && each.some(Array.isArray)) nested.push([key, Object.fromEntries(each.entries())]);
    else if (Array.isArray(each)) lists[key] = each;
    else if (isNumbers(each)) records[key] = each;
    else if (isRecord(each)) nested.push([key, each]);
    else plain.push([key, each]);
  }
  const parts: string[] = [];
  if (plain.length > 0)
    parts.push(alone(title === '' ? TABLE_WORDS[language].result : title, Object.fromEntries(plain), language));
  together(records).forEach((group, order) => {
    const [key = '', ...others] = Object.keys(group);
    const naming = namingOf(place, key);
    // The first group is what the result is about; a lone record after it needs its name.
    if (order > 0 && others.length === 0) parts.push(alone(keyWord(key, language), group[key] as Row, language));
    else parts.push(sideBySide(group, { corner: plain.length > 0 ? '' : title, naming }, language));
  });
  for (const [key, each] of nested) parts.push(...tables(each, below(place, key, language), language));
  const heading = title === '' || plain.length > 0 ? '' : `${title}\n`;
  for (const length of new Set(Object.values(lists).map((each) => each.length))) {
    const equal = Object.entries(lists).filter(([, each]) => each.length === length);
    parts.push(heading + arrays(Object.fromEntries(equal), language));
  }
  return parts;
}
