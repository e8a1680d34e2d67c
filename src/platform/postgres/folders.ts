import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, resolve } from 'node:path';
import { isRoot, nobody, reachableByAll } from './native.ts';

export const systemState = '/var/lib/sluitend';
const socketPathLimit = 107;

/** The account that the server runs under, for `spawn`: PostgreSQL refuses root. */
export const serverAccount = () => (isRoot() ? { uid: nobody, gid: nobody } : {});

/** The path without symbolic links, also of a folder that is still to be made. */
export function realPlace(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : resolve(realPlace(above), basename(path));
}

/** As root the server runs as nobody, who cannot pass a 0700 home: then a folder under the system's state. */
export function placeFor(wanted: string): string {
  if (!isRoot() || reachableByAll(wanted)) return wanted;
  return resolve(systemState, digestOf(wanted));
}

/** Below the data folder, or where that makes a path too long for a socket in the system's temporary folder. */
export function socketFolderFor(folder: string): string {
  const near = resolve(folder, 'socket');
  if (near.length + '/.s.PGSQL.5432'.length < socketPathLimit) return near;
  return resolve(tmpdir(), `sluitend-${digestOf(folder)}`);
}

/** Makes a folder of the server's account; one that somebody else made, or may write, is refused. */
export function makeOwnFolder(folder: string): void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  try {
    mkdirSync(folder, { mode: 0o755 });
    if (isRoot()) chownSync(folder, nobody, nobody);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    refuseForeign(folder);
  }
}

function refuseForeign(folder: string): void {
  // Not `stat`: a link may lead anywhere.
  const found = lstatSync(folder);
  const owner = isRoot() ? nobody : process.getuid?.();
  const isOwn = owner === undefined || found.uid === owner;
  const isShared = process.platform !== 'win32' && (found.mode & 0o022) !== 0;
  if (found.isDirectory() && isOwn && !isShared) return;
  throw new Error(`${folder} belongs to somebody else: remove it, or choose another data folder with --data`);
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
