import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';

const FOLDER = new URL('../../../../shared/data/effect/', import.meta.url);

/** The reference files are third-party data beside the checkout and never part of it. */
const SKIPPED = existsSync(FOLDER) ? '' : ' (skipped: no folder ../shared beside the checkout)';

export const EXPECTED_FILES = ['expected_shared', 'expected_design', 'expected_uwv_synth', 'expected_robin'] as const;

/** One reference result; `expected` is read by the test that knows its estimator. */
export interface ExpectedEntry {
  readonly id: string;
  readonly dataset: string;
  readonly command: string;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly rel: number; readonly abs: number };
}

/** `describe` that is skipped by name where the reference folder is absent. */
export function describeShared(name: string, body: () => void): void {
  if (SKIPPED) describe.skip(name + SKIPPED, body);
  else describe(name, body);
}

/** All entries of one expected file; none where the folder is absent. */
export function expectedEntries(file: (typeof EXPECTED_FILES)[number]): readonly ExpectedEntry[] {
  if (SKIPPED) return [];
  return JSON.parse(readFileSync(new URL(`${file}.json`, FOLDER), 'utf8')).entries;
}

/** One entry by id; an unknown id is a fault of the test. */
export function expectedEntry(id: string): ExpectedEntry {
  for (const file of EXPECTED_FILES) {
    const found = expectedEntries(file).find((entry) => entry.id === id);
    if (found) return found;
  }
  throw new Error(`no expected entry ${id}`);
}

/** Text of a data file of the reference folder. */
export function sharedText(dataset: string): string {
  return readFileSync(new URL(`${dataset}.csv`, FOLDER), 'utf8');
}

/** Columns of a data file as text, by name; '' = missing. */
export function sharedColumns(dataset: string): Readonly<Record<string, string[]>> {
  const [names = [], ...rows] = parse(sharedText(dataset));
  return Object.fromEntries(names.map((name, j) => [name, rows.map((row) => row[j] as string)]));
}

/** A column of numbers; NaN = missing. */
export function numbersOf(text: readonly string[] | undefined): Float64Array {
  if (!text) throw new Error('no such column');
  return Float64Array.from(text, (value) => (value === '' ? Number.NaN : Number(value)));
}

/** |got - want| <= abs + rel |want|, and a message that names both. */
export function expectWithin(
  got: unknown,
  want: unknown,
  { tolerance, id }: Pick<ExpectedEntry, 'tolerance' | 'id'>,
): void {
  const a = Number(got);
  const b = Number(want);
  expect(Math.abs(a - b) <= tolerance.abs + tolerance.rel * Math.abs(b), `${id}: got ${a}, expected ${b}`).toBe(true);
}
