import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Config } from '../config.ts';

const keyBytes = 32;

/**
 * The master key of what is sealed: from the environment, else from the key file, which is made on first need (only
 * its owner may read it). A key file inside the data folder is a fault: whoever takes the data would have the key.
 */
export function loadMasterKey(config: Pick<Config, 'bsnKey' | 'bsnKeyFile' | 'dataFolder'>): Buffer {
  if (config.bsnKey !== null) return decodeKey(config.bsnKey, 'SLUITEND_BSN_KEY');
  const inside = relative(resolve(config.dataFolder), config.bsnKeyFile);
  if (!inside.startsWith('..')) throw new Error('the key file of the BSN must lie outside the data folder');
  const kept = readKeyFile(config.bsnKeyFile);
  return decodeKey(kept ?? makeKeyFile(config.bsnKeyFile), config.bsnKeyFile);
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

function decodeKey(text: string, from: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== keyBytes) throw new Error(`${from}: a key of ${keyBytes} bytes in base64 is expected`);
  return key;
}
