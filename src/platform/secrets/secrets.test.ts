import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isInside, loadMasterKey } from './key.ts';
import { makeSeal } from './seal.ts';

const folder = mkdtempSync(resolve(tmpdir(), 'sluitend-key-'));
afterAll(() => rmSync(folder, { recursive: true }));
const config = { bsnKey: null, bsnKeyFile: resolve(folder, 'deep', 'bsn.key'), dataFolder: resolve(folder, 'data') };

test('the key file is made once, readable by its owner only', () => {
  const first = loadMasterKey(config);
  expect(loadMasterKey(config).equals(first)).toBe(true);
  expect(statSync(config.bsnKeyFile).mode & 0o777).toBe(0o600);
});

test('a key file inside the data folder and a key of another length are faults', () => {
  expect(() => loadMasterKey({ ...config, bsnKeyFile: resolve(folder, 'data', 'bsn.key') })).toThrow('outside');
  expect(() => loadMasterKey({ ...config, bsnKey: 'c2hvcnQ=' })).toThrow('32 bytes');
});

test('a key file that holds no key is a fault that names the variable', () => {
  const bsnKeyFile = resolve(folder, 'empty.key');
  writeFileSync(bsnKeyFile, '');
  expect(() => loadMasterKey({ ...config, bsnKeyFile })).toThrow('SLUITEND_BSN_KEY_FILE');
});

test('what lies inside is told by real paths, and across drives', () => {
  mkdirSync(config.dataFolder, { recursive: true });
  symlinkSync(config.dataFolder, resolve(folder, 'link'));
  expect(() => loadMasterKey({ ...config, bsnKeyFile: resolve(folder, 'link', 'bsn.key') })).toThrow('outside');
  expect(isInside('C:\\data', 'D:\\keys\\bsn.key', win32)).toBe(false);
  expect(isInside('C:\\data', 'C:\\data\\bsn.key', win32)).toBe(true);
  expect(isInside('/srv/data', '/srv/data/..keys', posix)).toBe(true);
  expect(isInside('/srv/data', '/srv/bsn.key', posix)).toBe(false);
});

test('what is sealed opens with the same key only, and equal texts have equal hashes under one key', () => {
  const seal = makeSeal(loadMasterKey(config));
  const other = makeSeal(loadMasterKey({ ...config, bsnKey: Buffer.alloc(32, 7).toString('base64') }));
  const sealed = seal.seal('999999990');
  expect(seal.open(sealed)).toBe('999999990');
  expect(seal.seal('999999990').equals(sealed)).toBe(false);
  expect(() => other.open(sealed)).toThrow();
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
  expect(() => seal.open(sealed)).toThrow();
  expect(seal.hash('1').equals(seal.hash('1'))).toBe(true);
  expect(seal.hash('1').equals(other.hash('1'))).toBe(false);
});
