import { expect, test } from 'vitest';
import { formatChanged, formatMoved } from './changed-value.ts';

test('a mean counts by client-years of as many days as its window has, also in a leap year', () => {
  const days = { numerator: 3, denominator: 2 * 366 };
  expect(formatChanged({ ...days, windowDays: 366 }, 'nl')).toBe('1,50');
  expect(formatChanged({ numerator: 3, denominator: 730, windowDays: 365 }, 'en')).toBe('1.50');
});

test('a share is a percentage; of nobody it is not made', () => {
  expect(formatChanged({ numerator: 92, denominator: 100, windowDays: null }, 'nl')).toBe('92,0%');
  expect(formatChanged({ numerator: 0, denominator: 0, windowDays: 366 }, 'nl')).toBe('–');
});

test('a share of fewer than 100 is written in its counts, and so is its change', () => {
  expect(formatChanged({ numerator: 37, denominator: 39, windowDays: null }, 'nl')).toBe('37\u00a0van\u00a039');
  const moved = formatMoved(
    { numerator: 37, denominator: 39 },
    { numerator: 39, denominator: 110 },
    { windowDays: null, locale: 'nl' },
  );
  expect(moved).toEqual({ unit: 'counts', numerator: '+2', denominator: '+71' });
});

test('a share moves in percentage points, a mean in contacts; what is as it was has no sign', () => {
  const at = { windowDays: null, locale: 'nl' } as const;
  const before = { numerator: 1064, denominator: 1182 };
  expect(formatMoved(before, { numerator: 1066, denominator: 1179 }, at)).toEqual({ unit: 'points', by: '+0,4' });
  expect(formatMoved(before, before, at)).toEqual({ unit: 'points', by: '0,0' });
  expect(formatMoved(before, { numerator: 0, denominator: 0 }, at)).toBeNull();
  const days = { numerator: 100, denominator: 36_500 };
  expect(formatMoved(days, { ...days, numerator: 98 }, { windowDays: 365, locale: 'nl' })).toEqual({
    unit: 'mean',
    by: '−0,02',
  });
});
