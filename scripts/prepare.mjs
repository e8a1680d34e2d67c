/**
 * Start hook of `npm start` and `npm test`, with Node built-ins only: installs what the lockfile names when that is
 * newer than the installation. A first `npm start` leaves the development tools out, `npm test` brings them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Sluitend needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

const wantsTools = process.argv[2] === 'test';
const installed = resolve(root, 'node_modules', '.package-lock.json');
const isCurrent =
  existsSync(installed) && statSync(installed).mtimeMs >= statSync(resolve(root, 'package-lock.json')).mtimeMs;
const hasTools = existsSync(resolve(root, 'node_modules', 'vitest'));

if (!isCurrent || (wantsTools && !hasTools)) {
  process.stdout.write('Installing packages (once) ...\n');
  const omit = wantsTools || hasTools ? [] : ['--omit=dev'];
  const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...omit], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
