/** `npm test`: the checks, then every test: units, rooms on a real PostgreSQL, architecture, journeys in a browser. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = resolve(root, '.data', 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let failed = 0;
let passed = 0;

function step(name, command, args) {
  process.stdout.write(`\n== ${name}\n`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

/** Tests in a report of vitest; a report that is missing counts as one failure. */
function count(report) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0);
  } catch {
    failed += 1;
  }
}

if (step('checks', process.execPath, ['scripts/check.mjs', '--no-tests'])) passed += 1;
else failed += 1;

for (const [name, ...args] of [['tests'], ['journeys', '--config', 'vitest.journeys.config.ts']]) {
  const report = resolve(results, `${name}.json`);
  step(name, 'npx', [
    '--no-install',
    'vitest',
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  count(report);
}

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
