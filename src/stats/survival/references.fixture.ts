import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Grouping } from './spells.ts';

/** Third-party data and R's results stand beside the checkout and are never part of it. */
const FOLDER = new URL('../../../../shared/data/effect/', import.meta.url);

/** Why the tests on shared references are skipped; null when the data are there. */
const WHY_SKIPPED = existsSync(FOLDER) ? null : `no shared reference data at ${FOLDER.pathname}`;

export interface ReferenceEntry {
  readonly id: string;
  readonly expected: Record<string, unknown>;
  readonly tolerance: { readonly rel: number; readonly abs: number };
}

export interface Table {
  readonly rows: number;
  /** A column of numbers; empty = NaN. */
  number(name: string): Float64Array;
  text(name: string): string[];
}

const entries = new Map<string, ReferenceEntry>();

function entryOf(id: string): ReferenceEntry {
  if (entries.size === 0) {
    for (const file of ['expected_shared.json', 'expected_uwv_synth.json']) {
      const { entries: list } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
      for (const entry of list) entries.set(entry.id, entry);
    }
  }
  const entry = entries.get(id);
  if (entry === undefined) throw new Error(`no reference ${id}`);
  return entry;
}

/** A test against one entry of the shared references, by its id; skipped by name when the data are absent. */
export function reference(id: string, check: (entry: ReferenceEntry) => void): void {
  const name = WHY_SKIPPED === null ? id : `${id} (${WHY_SKIPPED})`;
  test.skipIf(WHY_SKIPPED !== null)(name, () => check(entryOf(id)));
}

/** Every number within abs + rel x |expected|; shapes must agree. */
export function expectClose(actual: unknown, expected: unknown, { tolerance, id }: ReferenceEntry): void {
  compare(actual, expected, id);

  function compare(got: unknown, want: unknown, where: string): void {
    if (typeof want === 'number') {
      expect(typeof got, where).toBe('number');
      const gap = Math.abs((got as number) - want);
      const allowed = tolerance.abs + tolerance.rel * Math.abs(want);
      expect(gap, `${where}: ${String(got)} is not ${want}`).toBeLessThanOrEqual(allowed);
    } else if (Array.isArray(want)) {
      const list = Array.from(got as ArrayLike<unknown>);
      expect(list.length, where).toBe(want.length);
      want.forEach((value, i) => {
        compare(list[i], value, `${where}[${i}]`);
      });
    } else {
      for (const [key, value] of Object.entries(want as object)) {
        compare((got as Record<string, unknown>)[key], value, `${where}.${key}`);
      }
    }
  }
}

const tables = new Map<string, Table>();

export function data(name: string): Table {
  let table = tables.get(name);
  if (table === undefined) {
    const [head = '', ...lines] = readFileSync(new URL(`${name}.csv`, FOLDER), 'utf8')
      .trimEnd()
      .split('\n');
    const names = head.trim().split(',');
    table = columnsOf(
      names,
      lines.map((line) => line.trimEnd().split(',')),
    );
    tables.set(name, table);
  }
  return table;
}

/** The rows of a table for which `keep` holds. */
export function selected(table: Table, keep: (row: number) => boolean): Table {
  const rows = Array.from({ length: table.rows }, (_, i) => i).filter(keep);
  return {
    rows: rows.length,
    number: (name) => {
      const column = table.number(name);
      return Float64Array.from(rows, (i) => column[i] as number);
    },
    text: (name) => {
      const column = table.text(name);
      return rows.map((i) => column[i] as string);
    },
  };
}

function columnsOf(names: readonly string[], cells: readonly string[][]): Table {
  const text = (name: string): string[] => {
    const place = names.indexOf(name);
    if (place < 0) throw new Error(`no column ${name}`);
    return cells.map((row) => row[place] as string);
  };
  return {
    rows: cells.length,
    text,
    number: (name) => Float64Array.from(text(name), (value) => (value === '' ? Number.NaN : Number(value))),
  };
}

/** Levels in byte order. */
export function groupingOf(values: ArrayLike<string | number>): Grouping {
  const all = Array.from(values, String);
  const labels = [...new Set(all)].sort((a, b) => (a < b ? -1 : 1));
  return { codes: Int32Array.from(all, (value) => labels.indexOf(value)), labels };
}

export function indicator<Value>(values: ArrayLike<Value>, isOne: (value: Value) => boolean): Uint8Array {
  return Uint8Array.from({ length: values.length }, (_, i) => (isOne(values[i] as Value) ? 1 : 0));
}

/** A result that must not be a refusal. */
export function estimated<T>(result: T): Exclude<T, { readonly notEstimable: true }> {
  expect(result).not.toHaveProperty('notEstimable');
  return result as Exclude<T, { readonly notEstimable: true }>;
}
