/** `npm run check`: everything that must hold before a change lands. Each check says what it found; all are run. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { violations } from './dependencies.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const withTests = !process.argv.includes('--no-tests');

function run(name, ...args) {
  return new Promise((done) => {
    const child = spawn('npx', ['--no-install', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part) => {
        said += part;
      });
    child.on('close', (code) => done({ name, failed: code !== 0, said }));
  });
}

function checkImports() {
  const found = violations(root);
  return { name: 'imports', failed: found.length > 0, said: found.join('\n') };
}

/** Files of one screen: 400 lines of code, 800 of tests. */
function checkSizes() {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = resolve(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/\.(tsx?|mjs|css)$/.test(entry.name)) {
        const lines = readFileSync(path, 'utf8').split('\n').length;
        const limit = /\.(test|reference)\.tsx?$/.test(entry.name) ? 800 : 400;
        if (lines > limit) found.push(`${relative(root, path)}: ${lines} lines, at most ${limit}`);
      }
    }
  };
  for (const folder of ['src', 'scripts', 'bench', 'tests'].filter((each) => readdirSync(root).includes(each)))
    walk(resolve(root, folder));
  return { name: 'file size', failed: found.length > 0, said: found.join('\n') };
}

const results = [checkSizes(), checkImports()];
results.push(await run('types: pure', 'tsc', '-p', 'tsconfig.pure.json'));
results.push(
  ...(await Promise.all([
    run('types: server', 'tsc', '-p', 'tsconfig.json'),
    run('types: web', 'tsc', '-p', 'tsconfig.web.json'),
  ])),
);
results.push(await run('format', 'biome', 'check', '.'));
results.push(await run('lint', 'oxlint', '--type-aware', 'src', 'tests', 'bench', 'scripts'));
results.push(await run('unused code', 'knip'));
if (withTests) results.push(await run('architecture', 'vitest', 'run', 'tests/architecture'));

for (const { name, failed, said } of results) {
  process.stdout.write(`${failed ? 'FAILED' : 'ok    '}  ${name}\n`);
  if (failed) process.stdout.write(`${said.trim()}\n\n`);
}
process.exit(results.some((result) => result.failed) ? 1 : 0);
