import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readConfig, readLogLevel } from './config.ts';
import { projectRoot } from './root.ts';

const names = [
  'DATABASE_URL',
  'PORT',
  'SLUITEND_API_CONTACT',
  'SLUITEND_BSN_KEY',
  'SLUITEND_BSN_KEY_FILE',
  'SLUITEND_DATA',
  'SLUITEND_DEMO',
  'SLUITEND_LOCAL_SIGN_IN',
  'SLUITEND_LOG',
  'SLUITEND_TODAY',
  'SLUITEND_WRITE_WAIT',
];
beforeEach(() => {
  for (const name of names) vi.stubEnv(name, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['DATABASE_URL', 'localhost/sluitend'],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['PORT', '0x50'],
  ['SLUITEND_API_CONTACT', 'Beheer, geen adres'],
  ['SLUITEND_BSN_KEY', 'c2hvcnQ='],
  ['SLUITEND_BSN_KEY_FILE', resolve(projectRoot, '.data', 'register', 'bsn.key')],
  ['SLUITEND_DEMO', 'yes'],
  ['SLUITEND_LOCAL_SIGN_IN', 'true'],
  ['SLUITEND_TODAY', '15-09-2019'],
  ['SLUITEND_TODAY', '2019-02-31'],
  ['SLUITEND_WRITE_WAIT', '0'],
  ['SLUITEND_WRITE_WAIT', '1.5'],
])('%s=%s is refused by its name', (name, value) => {
  vi.stubEnv(name, value);
  expect(() => readConfig()).toThrow(name);
});

test('a password in the address of a database is not repeated', () => {
  vi.stubEnv('DATABASE_URL', 'mysql://app:secret@db/sluitend');
  expect(() => readConfig()).toThrow(/^(?!.*secret)/);
});

test.each(['', ' '])('a setting that is there and empty (%j) is not given', (empty) => {
  const without = readConfig();
  for (const name of names) vi.stubEnv(name, empty);
  expect(readConfig()).toEqual(without);
  expect(readLogLevel()).toBe('info');
  expect(without).toEqual({
    databaseUrl: null,
    dataFolder: resolve(projectRoot, '.data', 'register'),
    port: 3000,
    practiceDate: null,
    demo: false,
    localSignIn: false,
    bsnKey: null,
    bsnKeyFile: resolve(homedir(), '.config', 'sluitend', 'bsn.key'),
    apiContact: null,
    writeWaitSeconds: 10,
  });
});

test('an empty folder on the command line is refused: it would be the one we stand in', () => {
  expect(() => readConfig({ dataFolder: '' })).toThrow('--data');
});

test('the demo allows sign-in without a password', () => {
  vi.stubEnv('SLUITEND_DEMO', '1');
  expect(readConfig()).toMatchObject({ demo: true, localSignIn: true });
});

test('how much is logged is one of the levels that the README names', () => {
  vi.stubEnv('SLUITEND_LOG', 'debug');
  expect(readLogLevel()).toBe('debug');
  vi.stubEnv('SLUITEND_LOG', 'chatty');
  expect(() => readLogLevel()).toThrow('SLUITEND_LOG');
});
