import { expect, test } from 'vitest';
import { computeTrendDates } from './trend-dates.ts';

test('12 month ends and the date itself, also in leap years and on the last day of a month', () => {
  const dates = computeTrendDates('2019-09-15');
  expect(dates).toHaveLength(13);
  expect([dates[0], dates[5], dates[11], dates[12]]).toEqual(['2018-09-30', '2019-02-28', '2019-08-31', '2019-09-15']);
  expect(computeTrendDates('2020-03-31').slice(-3)).toEqual(['2020-01-31', '2020-02-29', '2020-03-31']);
});
