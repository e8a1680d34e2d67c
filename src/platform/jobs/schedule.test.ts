import { expect, test } from 'vitest';
import { latestDue } from './schedule.ts';

const daily = { dailyAt: '03:10' };

test.each([
  ['the moment itself counts', '2026-01-15T02:10:00Z', '2026-01-15T02:10:00Z'],
  ['a moment before it, yesterday counts', '2026-01-15T02:09:59.999999Z', '2026-01-14T02:10:00Z'],
  ['the day is that of Amsterdam', '2026-06-30T22:30:00Z', '2026-06-30T01:10:00Z'],
  ['in summer the same time of day is an hour earlier in UTC', '2026-06-30T12:00:00Z', '2026-06-30T01:10:00Z'],
  ['over the new year', '2026-01-01T00:00:00Z', '2025-12-31T02:10:00Z'],
])('%s', (_case, now, due) => {
  expect(latestDue(daily, now)).toBe(due);
});

test('a time of day that the clock skips or repeats is due once on that day', () => {
  const inTheNight = { dailyAt: '02:30' };
  const dues = (from: string, hours: number) =>
    new Set(
      Array.from({ length: hours * 4 }, (_, quarter) =>
        latestDue(inTheNight, new Date(Date.parse(from) + quarter * 900_000).toISOString()),
      ),
    );
  expect([...dues('2026-03-28T12:00:00Z', 24)]).toEqual(['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z']);
  expect([...dues('2026-10-24T12:00:00Z', 24)]).toEqual(['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z']);
});
