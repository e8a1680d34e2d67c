import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeClock } from './clock.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function nowAt(real: string, practiceDate: string | null): string {
  vi.setSystemTime(real);
  return makeClock(practiceDate).now();
}

test('the time of day runs on, and a practice date stays the day it is, also past midnight', () => {
  vi.setSystemTime('2026-01-15T22:59:59Z');
  const clock = makeClock('2019-09-15');
  // A second to midnight is that in winter and in summer.
  expect(clock.now()).toMatch(/^2019-09-15T21:59:59/);
  vi.setSystemTime('2026-01-15T23:00:30Z');
  expect(clock.now()).toMatch(/^2019-09-14T22:00:30/);
});

test('a time that the practice date does not have is the next one that it has', () => {
  expect(nowAt('2026-01-15T01:30:00Z', '2019-03-31')).toMatch(/^2019-03-31T01:30:00/);
});

test('without a practice date it is what it is', () => {
  expect(nowAt('2026-01-15T23:30:00Z', null)).toMatch(/^2026-01-15T23:30:00/);
});
