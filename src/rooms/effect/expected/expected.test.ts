import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runCommandLine } from '../../../platform/cli/program.ts';
import { readConfig } from '../../../platform/config.ts';
import {
  describeShared,
  EXPECTED_FILES,
  type ExpectedEntry,
  expectedEntries,
  sharedColumns,
} from '../../../stats/testing/expected.files.ts';
import { effectActions } from '../effect.actions.ts';
import type { Case, Columns, Json, Stats } from './case.ts';
import { cohortCases } from './cohort.cases.ts';
import { designCase } from './design.cases.ts';
import { LATER } from './later.ts';
import { survivalCases } from './survival.cases.ts';
import { nswCases, otherTrialCases, pennCases } from './trials.cases.ts';

const cases: Record<string, Case> = { ...nswCases, ...pennCases, ...otherTrialCases, ...survivalCases, ...cohortCases };

const folder = mkdtempSync(join(tmpdir(), 'effect-'));
afterAll(() => rmSync(folder, { recursive: true }));

const read = new Map<string, Columns>();
const files = new WeakMap<Columns, Map<string, string>>();
let written = 0;

/** A file with the columns that a command names. */
function fileOf(columns: Columns, command: string): string {
  const words = new Set(command.split(/[\s,:*^]+/));
  const names = Object.keys(columns).filter((name) => words.has(name));
  const known = files.get(columns) ?? new Map<string, string>();
  files.set(columns, known);
  const before = known.get(names.join());
  if (before !== undefined) return before;
  const rows = (columns[names[0] as string] as readonly string[]).map((_, i) =>
    names.map((name) => columns[name]?.[i]).join(','),
  );
  written += 1;
  const path = join(folder, `${written}.csv`);
  writeFileSync(path, [names.join(','), ...rows, ''].join('\n'));
  known.set(names.join(), path);
  return path;
}

/** The command line as the product has it, printing into a string; it has no database. */
async function run(command: string, columns?: Columns): Promise<Json> {
  let out = '';
  let err = '';
  const data = columns === undefined ? [] : ['--data', fileOf(columns, command)];
  const exit = await runCommandLine(
    {
      actions: effectActions,
      surroundings: () => ({
        config: readConfig(),
        clock: { now: () => '2019-08-31T10:00:00Z' },
        database: () => Promise.reject(new Error('no database')),
      }),
      print: (text) => {
        out += text;
      },
      complain: (text) => {
        err += text;
      },
    },
    ['stats', ...command.split(' '), ...data, '--json'],
  );
  expect(exit, `${command}: ${err}`).toBe(0);
  return JSON.parse(out);
}

function statsOf(entry: ExpectedEntry): Stats {
  const data = (dataset: string) => {
    const known = read.get(dataset) ?? sharedColumns(dataset);
    read.set(dataset, known);
    return known;
  };
  return { run, data, expected: entry.expected as unknown as Json };
}

/** Every number that the reference gives, within its tolerance; a printed Wald test at its printed digits. */
function compare(got: unknown, want: unknown, at: { entry: ExpectedEntry; path: string }): number {
  const where = `${at.entry.id}${at.path}`;
  if (typeof want === 'number') {
    const { rel, abs } = at.entry.tolerance;
    // Printed with two decimals, zeros at the end dropped.
    const allowed = at.path === '.wald_test' ? 0.005 + 1e-9 : abs + rel * Math.abs(want);
    expect(typeof got, where).toBe('number');
    expect(Math.abs(Number(got) - want), `${where}: ${Number(got)}, expected ${want}`).toBeLessThanOrEqual(allowed);
    return 1;
  }
  if (typeof want === 'string') {
    expect(got).toBe(want);
    return 0;
  }
  let compared = 0;
  for (const [key, value] of Object.entries(want as object)) {
    const found = (got as Record<string, unknown> | undefined)?.[key];
    compared += compare(found, value, { entry: at.entry, path: `${at.path}.${key}` });
  }
  return compared;
}

describeShared('every entry of the expected files, by the command line', () => {
  const entries = EXPECTED_FILES.flatMap(expectedEntries);
  const caseOf = (id: string) => cases[id] ?? designCase(id);

  test('each entry is tested here or stands in the list of later ones, never both', () => {
    expect(entries.length).toBe(177);
    expect(
      entries
        .filter(({ id }) => caseOf(id) === undefined)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...LATER].sort());
    const known = new Set(entries.map(({ id }) => id));
    expect(Object.keys(cases).filter((id) => !known.has(id))).toEqual([]);
  });

  test('the list of later entries only shrinks', () => {
    expect(LATER.length).toBeLessThanOrEqual(26);
  });

  for (const entry of entries) {
    const own = caseOf(entry.id);
    if (own === undefined) continue;
    test(entry.id, async () => {
      expect(compare(await own(statsOf(entry)), entry.expected, { entry, path: '' })).toBeGreaterThan(0);
    });
  }
});
