import { expect, test } from 'vitest';
import { formatChanged } from './changed-value.ts';

test('a mean counts by client-years of as many days as its window has, also in a leap year', () => {
  const days = { numerator: 3, denominator: 2 * 366 };
  expect(formatChanged({ ...days, windowDays: 366 }, 'nl')).toBe('1,50');
  expect(formatChanged({ numerator: 3, denominator: 730, windowDays: 365 }, 'en')).toBe('1.50');
});

test('a share is a percentage; of nobody it is not made', () => {
  expect(formatChanged({ numerator: 92, denominator: 100, windowDays: null }, 'nl')).toBe('92,0%');
  expect(formatChanged({ numerator: 0, denominator: 0, windowDays: 366 }, 'nl')).toBe('–');
});
