import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { PlatformPath } from 'node:path';
import nodePath, { dirname } from 'node:path';
import { realPlace } from '../postgres/folders.ts';

const keyBytes = 32;

/** Where the key is and where the data are. */
export interface KeyPlace {
  /** The key itself in base64; null = that of the file. */
  readonly bsnKey: string | null;
  readonly bsnKeyFile: string;
  readonly dataFolder: string;
}

/**
 * The master key of what is sealed: from the environment, else from the key file, which is made on first need (only
 * its owner may read it).
 */
export function loadMasterKey(place: KeyPlace): Buffer {
  if (place.bsnKey !== null) return decodeKey(place.bsnKey, 'SLUITEND_BSN_KEY');
  refuseKeyAmongData(place);
  const kept = readKeyFile(place.bsnKeyFile);
  return decodeKey(kept ?? makeKeyFile(place.bsnKeyFile), `SLUITEND_BSN_KEY_FILE (${place.bsnKeyFile})`);
}

/** Whoever takes the data would have the key. */
export function refuseKeyAmongData({ bsnKeyFile, dataFolder }: Omit<KeyPlace, 'bsnKey'>): void {
  if (isInside(realPlace(dataFolder), realPlace(bsnKeyFile)))
    throw new Error(`SLUITEND_BSN_KEY_FILE must lie outside the data folder: ${bsnKeyFile}`);
}

/** Whether a path lies in a folder or is it; `path` of another system only in tests. */
export function isInside(folder: string, file: string, path: PlatformPath = nodePath): boolean {
  const way = path.relative(folder, file);
  // Between two drives of Windows there is no relative way.
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function readKeyFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

/** Written whole beside its place and linked there: of two processes one wins, and nobody reads half a key. */
function makeKeyFile(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}

/** `from`: the variable that gave it. */
export function decodeKey(text: string, from: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw new Error(`${from}: a key of ${keyBytes} bytes in base64 is expected`);
  return key;
}
