import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../time/day-number.ts';
import { dutchHolidays, easterSunday, holidaysBetween } from '../../time/dutch-holidays.ts';
import { isRefused } from '../refusal.ts';
import { type Axis, makeAxis } from './axis.ts';
import { isoWeekOf, mondayOf, monthOfWeek, weeksInMonth, weeksInYear } from './iso-week.ts';
import { leapWeeks, ordinarySteps, withLeapWeeks, withoutLeapWeeks } from './leap-week.ts';
import { type Mask, readMask } from './mask.ts';
import { readPeriod, writePeriod } from './period.ts';
import { sumWeeksToMonths } from './week-sums.ts';

function axisOf(texts: readonly string[], frequency: number): Axis {
  const axis = makeAxis(texts, frequency);
  if (isRefused(axis)) throw new Error(axis.code);
  return axis;
}
const dateText = (day: number): string => writePeriod({ kind: 'date', ordinal: day });

test('periods that lie too far apart are refused before any is made', () => {
  expect(makeAxis(['1', '2', '3', '400000000'], 1)).toMatchObject({ code: 'axis_too_long', detail: '1 - 400000000' });
  expect(makeAxis(['0019-01-01', '2019-01-02'], 7)).toMatchObject({ code: 'axis_too_long' });
  expect(axisOf(['1', '100000'], 1).length).toBe(100_000);
});

describe('days and weeks', () => {
  test('agree with the JavaScript calendar from 1900 to 2200', () => {
    for (let day = dayNumber(1900, 1, 1); day < dayNumber(2200, 1, 1); day += 13) {
      const date = new Date(day * 86_400_000);
      expect(civilDate(day)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
    }
  });

  test('years of 53 weeks are those that ISO 8601 gives', () => {
    const long = Array.from({ length: 41 }, (_, i) => 2000 + i).filter((year) => weeksInYear(year) === 53);
    expect(long).toEqual([2004, 2009, 2015, 2020, 2026, 2032, 2037]);
  });

  test('1 January 2021 lies in week 53 of 2020, 31 December 2018 in week 1 of 2019', () => {
    expect(isoWeekOf(dayNumber(2021, 1, 1))).toEqual({ year: 2020, week: 53 });
    expect(isoWeekOf(dayNumber(2018, 12, 31))).toEqual({ year: 2019, week: 1 });
  });

  test('every month has 4 or 5 weeks and a year 52 or 53', () => {
    for (let year = 2000; year < 2060; year++) {
      const weeks = Array.from({ length: 12 }, (_, m) => weeksInMonth(year, m + 1));
      expect(weeks.every((count) => count === 4 || count === 5)).toBe(true);
      expect(weeks.reduce((a, b) => a + b)).toBe(weeksInYear(year));
    }
  });

  test('weeks add up to months of 4 and 5 weeks and keep the total', () => {
    const weeks = Array.from({ length: 53 }, (_, k) => isoWeekOf(mondayOf({ year: 2020, week: 1 }) + 7 * k));
    const months = sumWeeksToMonths(
      weeks,
      weeks.map((_, k) => Float64Array.of(1, k)),
    );
    expect(months.map(({ weeks: count }) => count)).toEqual([5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 5]);
    expect(months.reduce((sum, { sums }) => sum + sums[1]!, 0)).toBe((52 * 53) / 2);
    expect(monthOfWeek({ year: 2020, week: 1 })).toEqual({ year: 2020, month: 1 });
  });
});

describe('holidays', () => {
  test('Easter of published years', () => {
    expect([1818, 1943, 2000, 2019, 2025, 2038].map((year) => dateText(easterSunday(year)))).toEqual([
      '1818-03-22',
      '1943-04-25',
      '2000-04-23',
      '2019-04-21',
      '2025-04-20',
      '2038-04-25',
    ]);
  });

  test("King's Day moves to Saturday in 2025; Liberation Day counts every fifth year", () => {
    expect(dutchHolidays(2025).map(dateText)).toContain('2025-04-26');
    expect(dutchHolidays(2025).map(dateText)).toContain('2025-05-05');
    expect(dutchHolidays(2024).map(dateText)).not.toContain('2024-05-05');
  });

  test('working days lost are counted half-open', () => {
    const christmas = dayNumber(2019, 12, 25);
    expect(holidaysBetween(christmas, christmas + 2)).toBe(2);
    expect(holidaysBetween(christmas, christmas)).toBe(0);
  });
});

describe('periods', () => {
  test.each([
    ['2020-03', 'month'],
    ['2020-Q1', 'quarter'],
    ['2020-W53', 'week'],
    ['2020-02-29', 'date'],
    ['2020', 'year'],
    ['17', 'number'],
  ])('%s is read and written back', (text, kind) => {
    const period = readPeriod(text)!;
    expect(period.kind).toBe(kind);
    expect(writePeriod(period)).toBe(text);
  });

  test.each(['2020-13', '2019-W53', '2019-02-29', 'maart', ''])('%j is no period', (text) => {
    expect(readPeriod(text)).toBeUndefined();
  });

  test('an axis counts on over the turn of a long year', () => {
    const weeks = axisOf(['2020-W51', '2021-W02'], 52);
    expect([0, 1, 2, 3, 4].map(weeks.label)).toEqual(['2020-W51', '2020-W52', '2020-W53', '2021-W01', '2021-W02']);
    const dates = axisOf(['2020-12-26', '2021-01-09'], 52);
    expect(dates.label(3)).toBe('2021-01-16');
    const monthEnds = axisOf(['2020-01-31', '2020-03-31'], 12);
    expect([0, 1, 2, 3].map(monthEnds.label)).toEqual(['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30']);
  });

  test('mixed kinds and uneven weeks are refused', () => {
    expect(makeAxis(['2020-01', '2020-Q1'], 12)).toMatchObject({ code: 'mixed_periods' });
    expect(makeAxis(['2020-01-01', '2020-01-09'], 52)).toMatchObject({ code: 'mixed_periods' });
    expect(makeAxis(['2020-01', 'maart'], 12)).toMatchObject({ code: 'unknown_period', detail: 'maart' });
  });

  test("a mask includes both ends, in the file's own kind or a coarser one", () => {
    const months = axisOf(['2020-01', '2020-06'], 12);
    expect(readMask('2020-02:2020-03,2020-06', months)).toEqual({
      masked: [false, true, true, false, false, true],
      outside: [],
    });
    const weeks = axisOf(['2020-01-04', '2020-03-28'], 52);
    const { masked } = readMask('2020-02', weeks) as Mask;
    expect(masked.flatMap((each, t) => (each ? [weeks.label(t)] : []))).toEqual([
      '2020-02-01',
      '2020-02-08',
      '2020-02-15',
      '2020-02-22',
      '2020-02-29',
    ]);
    expect((readMask('2020-01-04:2020-01-12', weeks) as Mask).masked.filter(Boolean)).toHaveLength(2);
    expect(readMask('maart', weeks)).toMatchObject({ code: 'unknown_period' });
  });

  test('a mask with its ends turned round is refused, one that touches nothing is named', () => {
    const months = axisOf(['2020-01', '2020-06'], 12);
    expect(readMask('2020-05:2020-03', months)).toMatchObject({ code: 'mask_reversed', detail: '2020-05:2020-03' });
    expect(readMask('2015-09:2015-12, 2020-06:2021-01,2021-02', months)).toEqual({
      masked: [false, false, false, false, false, true],
      outside: ['2015-09:2015-12', '2021-02'],
    });
    const weeks = axisOf(['2020-01-04', '2020-03-28'], 52);
    expect(readMask('2020-01-05:2020-01-10', weeks)).toMatchObject({ outside: ['2020-01-05:2020-01-10'] });
  });
});

test('taking week 53 out and putting it back keeps every other week', () => {
  const axis = axisOf(['2020-W50', '2021-W03'], 52);
  const leap = leapWeeks(axis, 0, 7);
  expect(leap).toEqual([false, false, false, true, false, false, false]);
  expect(withoutLeapWeeks([1, 2, 3, 9, 4, 5, 6], leap)).toEqual([1, 2, 3, 4, 5, 6]);
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }), (places) => {
      const steps = Array.from({ length: ordinarySteps(places) }, (_, h) => Float64Array.of(h));
      const back = withLeapWeeks(steps, places);
      const kept = back.filter((_, t) => !places[t]).map((row) => row[0]);
      expect(back).toHaveLength(places.length);
      expect(kept).toEqual(kept.map((_, h) => h));
    }),
  );
});
