import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../bench/arguments.ts';
import { faultOf, planFor } from '../../bench/install-r.ts';
import { proveHonesty } from '../../bench/stats/honesty.ts';
import { projectRoot } from '../../src/platform/root.ts';

const bench = join(projectRoot, 'bench');
const files = readdirSync(bench, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('a bench beside R', () => {
  const machine = { missing: ['survival'], hasApt: true, isRoot: true, declined: false };

  test('installs it where it may, and says why where it may not', () => {
    expect(planFor({ ...machine, missing: [] })).toBe('ready');
    expect(planFor(machine)).toEqual({ install: ['r-base-core', 'r-cran-survival'] });
    expect(planFor({ ...machine, isRoot: false })).toMatchObject({ why: expect.stringContaining('only root may') });
    expect(planFor({ ...machine, hasApt: false })).toMatchObject({ why: expect.stringContaining('no apt-get') });
    expect(planFor({ ...machine, declined: true })).toMatchObject({ why: expect.stringContaining('as asked') });
  });

  test('tells what R said, or that it is not there', () => {
    expect(faultOf({ stderr: 'Error: object x not found\n' })).toBe('Error: object x not found');
    expect(faultOf({ stderr: null, error: new Error('spawnSync Rscript ENOENT') })).toContain('ENOENT');
    expect(faultOf({ stderr: '' })).toBe('it stopped without a word');
  });

  test('looks for it in one way', () => {
    const beside = files.filter(
      (name) => name !== 'install-r.ts' && readFileSync(join(bench, name), 'utf8').includes("'Rscript'"),
    );
    expect(beside.length).toBeGreaterThan(2);
    for (const name of beside) expect(readFileSync(join(bench, name), 'utf8'), name).toContain('ensureR([');
  });
});

describe('what stands behind the name of a bench', () => {
  const known = { numbers: ['rounds', 'people'], flags: ['--quick'] };

  test('is read as numbers in order and flags that it knows', () => {
    expect(readArguments([], known)).toEqual([undefined, undefined]);
    expect(readArguments(['--quick', '400'], known)).toEqual([400, undefined]);
    expect(readArguments(['400', '1000', '--quick'], known)).toEqual([400, 1000]);
  });

  test.each([[['--no-install']], [['-5']], [['0']], [['many']], [['1.5']], [['1', '2', '3']]])(
    'is refused where it is not known, never taken for a number: %j',
    (given) => {
      const fault = `${given.at(-1)} is not known here; known: [rounds] [people] [--quick]`;
      expect(readArguments(given, known)).toEqual({ fault });
    },
  );

  test('is read in one way by every bench', () => {
    for (const name of files) {
      const text = readFileSync(join(bench, name), 'utf8');
      if (/^if \(process\.argv|\bprocess\.exitCode = |^await main/m.test(text))
        expect(text, name).toContain('benchArguments(');
    }
  });
});

test('every bench stands in the list with what it measures', () => {
  const list = readFileSync(join(bench, 'README.md'), 'utf8');
  const runs = files.filter((name) =>
    /^if \(process\.argv|\bprocess\.exitCode = /m.test(readFileSync(join(bench, name), 'utf8')),
  );
  expect(runs.length).toBeGreaterThan(4);
  for (const name of runs) expect(list).toContain(`bench/${name}`);
});

test('the proof of honesty covers each estimator that promises an interval, and runs', () => {
  const lines = proveHonesty(40);
  const named = lines.map(({ what }) => what).join('\n');
  for (const part of ['(Welch)', 'Lin (HC2)', 'linear, fixed', 'logit, fixed', 'logit, simple', 'logit, blocks'])
    expect(named).toContain(part);
  for (const { what, share } of lines) {
    // Forty rounds tell a broken interval from a good one, no more.
    if (what.includes('interval covers')) expect(share, what).toBeGreaterThan(0.8);
    if (what.includes('type I')) expect(share, what).toBeLessThan(0.2);
  }
});

test('what the engine promises to be faster is judged', () => {
  for (const name of [
    'stats/regression.ts',
    'stats/survival.ts',
    'stats/honesty.ts',
    'series/speed.ts',
    'series/accuracy.ts',
  ])
    expect(readFileSync(join(bench, name), 'utf8'), name).toContain('process.exitCode');
});
