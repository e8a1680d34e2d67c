/** `npm test`: the checks, then every test: units, rooms on a real PostgreSQL, architecture, journeys in a browser. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBundle, ensureWeb } from './build.mjs';
import { countTests } from './count-tests.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const results = resolve(root, '.data', 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let failed = 0;
let passed = 0;

/** Runs a command; `kept` collects what it says instead of printing it at once. Gives whether it ended well. */
function run(command, args, kept = null) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', ...(kept === null ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => kept.push(part));
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

async function runTests(name, args, kept) {
  const file = resolve(results, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const endedWell = await run('npx', ['--no-install', 'vitest', 'run', ...args, ...reporters], kept);
  const counts = countTests(readReport(file), endedWell);
  passed += counts.passed;
  failed += counts.failed;
}

// Built once, before two runs would do it side by side; a build that fails is told by the checks or the tests.
await Promise.allSettled([ensureBundle(), ensureWeb()]);

// The journeys wait for pages most of the time: they run beside the rest, and are told when that is done.
const told = [];
const journeys = runTests('journeys', ['--config', 'vitest.journeys.config.ts'], told);

process.stdout.write('\n== checks\n');
if (await run(process.execPath, ['scripts/check.mjs', '--no-tests'])) passed += 1;
else failed += 1;

process.stdout.write('\n== tests\n');
await runTests('tests', [], null);

await journeys;
process.stdout.write('\n== journeys\n');
for (const part of told) process.stdout.write(part);

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
