import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { makeOwnFolder, serverAccount } from './folders.ts';

/** Makes the database where there is none: into a sibling folder, then renamed, so that a killed start leaves nothing half-made. */
export function initialise(native: string, data: string): void {
  if (existsSync(data)) return;
  const half = `${data}.new-${process.pid}`;
  // The folder above may belong to somebody else: the server needs only this one.
  makeOwnFolder(half);
  const args = [
    '-D',
    half,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale-provider=icu',
    '--icu-locale=nl-NL',
    '--locale=C',
    '--no-sync',
  ];
  const made = spawnSync(resolve(native, 'bin', 'initdb'), args, { cwd: '/', encoding: 'utf8', ...serverAccount() });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`the database could not be made: ${made.stderr || made.error?.message}`);
  }
  try {
    renameSync(half, data);
  } catch (fault) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(data)) throw fault;
  }
}
