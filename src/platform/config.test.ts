import { afterEach, expect, test, vi } from 'vitest';
import { readConfig, readLogLevel } from './config.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['SLUITEND_TODAY', '15-09-2019'],
  ['SLUITEND_WRITE_WAIT', '0'],
  ['SLUITEND_API_CONTACT', 'Beheer, geen adres'],
])('%s=%s is refused by its name', (name, value) => {
  vi.stubEnv(name, value);
  expect(() => readConfig()).toThrow(name);
});

test('sign-in without a password listens on this machine alone, whatever host is asked', () => {
  vi.stubEnv('HOST', '0.0.0.0');
  vi.stubEnv('SLUITEND_DEMO', '');
  vi.stubEnv('SLUITEND_LOCAL_SIGN_IN', '1');
  expect(readConfig()).toMatchObject({ localSignIn: true, host: '127.0.0.1' });
  vi.stubEnv('SLUITEND_LOCAL_SIGN_IN', '');
  expect(readConfig()).toMatchObject({ localSignIn: false, host: '0.0.0.0' });
});

test('how much is logged is one of the levels that the README names', () => {
  vi.stubEnv('SLUITEND_LOG', '');
  expect(readLogLevel()).toBe('info');
  vi.stubEnv('SLUITEND_LOG', 'debug');
  expect(readLogLevel()).toBe('debug');
  vi.stubEnv('SLUITEND_LOG', 'chatty');
  expect(() => readLogLevel()).toThrow('SLUITEND_LOG');
});
