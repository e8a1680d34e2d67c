import type { Words } from '../../../platform/contract.ts';
import { MISSING } from '../../../platform/csv/numbers.ts';
import { sayFileFault } from '../../../platform/csv/say-fault.ts';
import { isRefused, makeAxis, refuseSeries, type SeriesRefused } from '../../../series/index.ts';
import { assembleSeries, type Cell, keyOf, type SeriesFile } from './assemble-series.ts';
import type { Row, Rows } from './read-rows.ts';

/** Which columns of a file mean what. */
export type Columns = {
  readonly id?: string | undefined;
  readonly time?: string | undefined;
  readonly value: string;
  readonly hierarchy: readonly string[];
};

/** A fault of the file itself: a column that is not there, a value that is no number, two values for one period. */
export type FileFault = {
  readonly fault: 'series_column_missing' | 'series_value_not_a_number' | 'duplicate_period';
  readonly detail: Words;
};

/**
 * Turns rows into series on one time axis. A row is one value, or (the value a list) a whole series whose first period
 * stands in the time column (`1990-01` or `[1990, 1]`), counted from 1 without one. Empty, NA and null are missing.
 * Rows of a hierarchy with the same keys and period are added up (`assembleSeries`); without one they are refused.
 */
export function readSeries(
  { header, rows, lines, unclear }: Rows,
  columns: Columns,
  frequency: number,
): SeriesFile | SeriesRefused | FileFault {
  const first = rows[0];
  const names = header ?? (first === undefined ? undefined : Object.keys(first));
  for (const name of [columns.value, columns.id, columns.time, ...columns.hierarchy]) {
    if (name !== undefined && names?.includes(name) === false)
      return { fault: 'series_column_missing', detail: { nl: name, en: name } };
  }
  if (first === undefined) return refuseSeries('no_values');
  const doubtful = unclear?.find(({ column }) => column === columns.value);
  if (doubtful !== undefined) {
    const detail = { nl: sayFileFault(doubtful, 'nl'), en: sayFileFault(doubtful, 'en') };
    return { fault: 'series_value_not_a_number', detail };
  }
  const cells: Cell[] = [];
  const counted = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const keys = columns.hierarchy.map((name) => textOf(cellOf(row, name)));
    const id =
      keys.length > 0 ? keys.join('/') : columns.id === undefined ? columns.value : textOf(cellOf(row, columns.id));
    const key = keyOf({ id, keys });
    const place = (counted.get(key) ?? 0) + 1;
    counted.set(key, place);
    const value = cellOf(row, columns.value);
    const added = Array.isArray(value)
      ? wholeSeries(value, {
          id,
          keys,
          start: columns.time === undefined ? undefined : cellOf(row, columns.time),
          frequency,
        })
      : oneValue(value, {
          id,
          keys,
          period: columns.time === undefined ? String(place) : textOf(cellOf(row, columns.time)),
        });
    if (added === undefined)
      return { fault: 'series_value_not_a_number', detail: sayPlace(lines?.[i], i + 1, columns.value) };
    cells.push(...added);
  }
  return assembleSeries(cells, columns.hierarchy.length > 0, frequency);
}

/** Where a value stands: its line in the file, or its row where lines are not known, and its column. */
function sayPlace(line: number | undefined, row: number, column: string): Words {
  return line === undefined
    ? { nl: `rij ${row}, ${column}`, en: `row ${row}, ${column}` }
    : { nl: `regel ${line}, ${column}`, en: `line ${line}, ${column}` };
}

/** A cell of a row; a column may be called as something that every object has (`constructor`). */
function cellOf(row: Row, name: string): unknown {
  return Object.hasOwn(row, name) ? row[name] : undefined;
}

/** A cell as text: strings and numbers as they are, anything else as JSON; missing = empty. */
function textOf(cell: unknown): string {
  if (cell === undefined || cell === null) return '';
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}

function readNumber(value: unknown): number | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const text = textOf(value).trim();
  if (MISSING.has(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

function oneValue(value: unknown, where: Omit<Cell, 'value'>): readonly Cell[] | undefined {
  const number = readNumber(value);
  return number === undefined ? undefined : [{ ...where, value: number }];
}

function wholeSeries(
  values: readonly unknown[],
  where: { id: string; keys: readonly string[]; start: unknown; frequency: number },
): readonly Cell[] | undefined {
  const label = firstPeriod(where.start, where.frequency);
  const axis = makeAxis([label], where.frequency);
  if (isRefused(axis)) return undefined;
  const cells: Cell[] = [];
  for (const [t, value] of values.entries()) {
    const number = readNumber(value);
    if (number === undefined) return undefined;
    cells.push({ id: where.id, keys: where.keys, period: axis.label(t), value: number });
  }
  return cells;
}

function firstPeriod(start: unknown, frequency: number): string {
  if (Array.isArray(start)) {
    const [year, part] = start.map(Number);
    const four = String(year).padStart(4, '0');
    if (frequency === 12) return `${four}-${String(part ?? 1).padStart(2, '0')}`;
    if (frequency === 4) return `${four}-Q${part ?? 1}`;
    if (frequency === 52) return `${four}-W${String(part ?? 1).padStart(2, '0')}`;
    return frequency === 1 ? four : '1';
  }
  return start === undefined || start === null ? '1' : textOf(start);
}
