import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/platform/root.ts';

const copy = mkdtempSync(resolve(tmpdir(), 'sluitend-room-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const whole = [
  '.oxlintrc.json',
  'architecture.d.mts',
  'architecture.mjs',
  'bench',
  'bin',
  'biome.json',
  'db',
  'knip.json',
  'package.json',
  'scripts',
  'src',
  'tests',
  'tsconfig.base.json',
  'tsconfig.json',
  'tsconfig.pure.json',
  'tsconfig.web.json',
  'vite.config.mjs',
  'vitest.config.ts',
  'vitest.journeys.config.ts',
];

// Every check again, on a copy: minutes on a machine that is busy.
test('the recipe in CONTRIBUTING is true: a new room passes every check', () => {
  for (const name of whole) cpSync(resolve(projectRoot, name), resolve(copy, name), { recursive: true });
  symlinkSync(resolve(projectRoot, 'node_modules'), resolve(copy, 'node_modules'));
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  const made = run(
    'node_modules/tsx/dist/cli.mjs',
    'scripts/new-room.ts',
    'newcomer',
    "what a newcomer's desk adds",
    copy,
  );
  expect(made.stderr + made.stdout).toBe('');
  const checked = run('scripts/check.mjs', '--no-tests');
  expect(checked.stdout).not.toContain('FAILED');
  expect(checked.status).toBe(0);
  writeFileSync(
    resolve(copy, 'room.config.mjs'),
    `export default { test: { include: ['src/rooms/newcomer/*.test.ts'] } };`,
  );
  const tested = run('node_modules/vitest/vitest.mjs', 'run', '--config', 'room.config.mjs');
  expect(tested.stdout).toContain('2 passed');
  expect(tested.status).toBe(0);
}, 600_000);
