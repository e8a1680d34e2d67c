import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** A table as it was read: columns of text, where '' = missing. */
export interface Frame {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/**
 * Makes a frame of columns with their names, in the order given. Pairs, as an object would put columns that are called by
 * a number (years) first. Errors: `unequal_lengths` (names the column).
 */
export function frameOf(columns: Iterable<readonly [string, readonly string[]]>): Frame | NotEstimable {
  const entries = [...columns];
  const rows = entries[0]?.[1].length ?? 0;
  const odd = entries.find(([, values]) => values.length !== rows);
  return odd ? notEstimable('unequal_lengths', odd[0]) : { rows, columns: new Map(entries) };
}

/** Rows without a missing value in any column used, and how many were left out. */
export interface CompleteRows {
  readonly frame: Frame;
  /** Rows left out for a missing value. */
  readonly missing: number;
  /** Places in the original frame of the rows kept. */
  readonly kept: Int32Array;
}

/** Leaves out rows with a missing value in a column used. Errors: `unknown_column`. */
export function completeRows(frame: Frame, used: Iterable<string>): CompleteRows | NotEstimable {
  const names = [...new Set(used)];
  const columns: (readonly string[])[] = [];
  for (const name of names) {
    const column = frame.columns.get(name);
    if (!column) return notEstimable('unknown_column', name);
    columns.push(column);
  }
  const kept = new Int32Array(frame.rows);
  let count = 0;
  for (let i = 0; i < frame.rows; i += 1) {
    if (columns.every((column) => column[i] !== '')) {
      kept[count] = i;
      count += 1;
    }
  }
  const places = kept.slice(0, count);
  const whole = count === frame.rows;
  const pick = (column: readonly string[]) => (whole ? column : Array.from(places, (i) => column[i] as string));
  return {
    frame: { rows: count, columns: new Map(names.map((name, j) => [name, pick(columns[j] as readonly string[])])) },
    missing: frame.rows - count,
    kept: places,
  };
}

/** A column of text. Errors: `unknown_column`. */
export function textColumn(frame: Frame, name: string): readonly string[] | NotEstimable {
  return frame.columns.get(name) ?? notEstimable('unknown_column', name);
}

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;

/** Whether every value of a column is a number. */
export function isNumeric(column: readonly string[]): boolean {
  return column.every((value) => value === '' || NUMBER.test(value));
}

/** A column of numbers without missing values. Errors: `unknown_column`, `missing_value`, `not_numeric`, `out_of_range`. */
export function numberColumn(frame: Frame, name: string): Float64Array | NotEstimable {
  const column = frame.columns.get(name);
  if (!column) return notEstimable('unknown_column', name);
  const values = new Float64Array(column.length);
  for (let i = 0; i < column.length; i += 1) {
    const text = column[i] as string;
    if (text === '') return notEstimable('missing_value', name);
    if (!NUMBER.test(text)) return notEstimable('not_numeric', name);
    const value = Number(text);
    // 1e999 is written as a number and is none that can be computed with.
    if (!Number.isFinite(value)) return notEstimable('out_of_range', name);
    values[i] = value;
  }
  return values;
}

/** A column that holds only 0 and 1. Errors: those of {@link numberColumn}, `not_binary`. */
export function binaryColumn(frame: Frame, name: string): Float64Array | NotEstimable {
  const values = numberColumn(frame, name);
  if (!(values instanceof Float64Array)) return values;
  return values.some((value) => value !== 0 && value !== 1) ? notEstimable('not_binary', name) : values;
}
