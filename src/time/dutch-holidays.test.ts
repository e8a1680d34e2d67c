import { expect, test } from 'vitest';
import { nextWorkingDay } from './dutch-holidays.ts';

test('the next working day skips weekends and holidays, also when they follow each other', () => {
  expect(nextWorkingDay('2019-09-19')).toBe('2019-09-20');
  expect(nextWorkingDay('2019-09-20')).toBe('2019-09-23');
  expect(nextWorkingDay('2019-09-22')).toBe('2019-09-23');
  // Good Friday to Easter Monday
  expect(nextWorkingDay('2019-04-18')).toBe('2019-04-23');
  expect(nextWorkingDay('2019-12-24')).toBe('2019-12-27');
  expect(nextWorkingDay('2019-12-31')).toBe('2020-01-02');
  // Liberation Day is a day off in years divisible by five
  expect(nextWorkingDay('2020-05-04')).toBe('2020-05-06');
  expect(nextWorkingDay('2021-05-04')).toBe('2021-05-05');
});
