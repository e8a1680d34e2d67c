import { expect, test } from 'vitest';
import { computeWindowDays, computeWindows } from './windows.ts';

test('a mean is made per client-year of as many days as its window has', () => {
  expect(computeWindowDays('mean_year', computeWindows('2019-03-01'))).toBe(365);
  expect(computeWindowDays('mean_year', computeWindows('2020-01-15'))).toBe(366);
  expect(computeWindowDays('mean_12m', computeWindows('2020-01-15'))).toBe(365);
  expect(computeWindowDays('mean_12m', computeWindows('2021-02-28'))).toBe(366);
  expect(computeWindowDays('share_year', computeWindows('2020-01-15'))).toBeNull();
});
