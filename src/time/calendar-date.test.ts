import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayNumberOf,
  dayOfYear,
  daysBetween,
  daysInYear,
  isDate,
  lastDayOfMonth,
} from './calendar-date.ts';
import { weekday } from './day-number.ts';
import { dateOf, endOfDay } from './zone.ts';

const dates = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }));

test('dates as strings agree with Temporal', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, by) => {
      const text = date.toString();
      expect(dayNumberOf(text)).toBe(Temporal.PlainDate.from('1970-01-01').until(date).days);
      expect(addDays(text, by)).toBe(date.add({ days: by }).toString());
      expect(addMonths(text, by)).toBe(date.add({ months: by }).toString());
      expect(daysBetween(text, addDays(text, by))).toBe(by);
      expect(weekday(dayNumberOf(text)) + 1).toBe(date.dayOfWeek);
      expect(daysInYear(date.year)).toBe(date.daysInYear);
      expect(dayOfYear(text)).toBe(date.dayOfYear);
      expect(lastDayOfMonth(text.slice(0, 7))).toBe(date.with({ day: date.daysInMonth }).toString());
    }),
  );
});

test('a date exists or it is none', () => {
  expect(['2020-02-29', '2000-02-29', '9999-12-31', '0001-01-01'].every(isDate)).toBe(true);
  const none = [
    '2019-02-29',
    '1900-02-29',
    '0000-01-01',
    '2019-13-01',
    '2019-00-10',
    '2019-04-31',
    '2019-1-1',
    ' 2019-01-01',
  ];
  expect(none.some(isDate)).toBe(false);
  fc.assert(fc.property(dates, (date) => isDate(date.toString())));
});

test('a day ends in Amsterdam, in winter and in summer, and on the days on which the clock moves', () => {
  expect(endOfDay('2019-01-15')).toBe('2019-01-15T23:00:00Z');
  expect(endOfDay('2019-07-15')).toBe('2019-07-15T22:00:00Z');
  expect(endOfDay('2019-03-31')).toBe('2019-03-31T22:00:00Z');
  expect(endOfDay('2019-10-27')).toBe('2019-10-27T23:00:00Z');
  expect(dateOf('2019-07-15T22:00:00Z')).toBe('2019-07-16');
  expect(dateOf('2019-01-15T22:59:59Z')).toBe('2019-01-15');
});
