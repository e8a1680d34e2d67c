import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDayNumber, dayNumberOf, lastDayBefore } from '../time/calendar-date.ts';
import { formatDateInput, formatTimeInput } from './format.ts';
import { parseDateInput, parseNumberInput, parseTimeInput } from './parse-input.ts';

describe('day numbers', () => {
  it('agree with the epoch and with leap years', () => {
    expect(dayNumberOf('1970-01-01')).toBe(0);
    expect(dayNumberOf('2000-03-01')).toBe(11017);
    expect(dateOfDayNumber(11016)).toBe('2000-02-29');
    expect(lastDayBefore('2019-03-31')).toBe('2019-03-30');
    expect(lastDayBefore('2020-03-01')).toBe('2020-02-29');
  });

  it('go there and back, agreeing with the platform calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 200_000 }), (day) => {
        const date = dateOfDayNumber(day);
        expect(dayNumberOf(date)).toBe(day);
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(date);
      }),
    );
  });
});

describe('what people type', () => {
  it('reads dates day first, and refuses days that do not exist', () => {
    expect(parseDateInput('13-9-2019')).toBe('2019-09-13');
    expect(parseDateInput(' 13/09/2019 ')).toBe('2019-09-13');
    expect(parseDateInput('2019-09-13')).toBe('2019-09-13');
    expect(parseDateInput('29-2-2019')).toBeUndefined();
    expect(parseDateInput('13-13-2019')).toBeUndefined();
    expect(parseDateInput('13-9-19')).toBeUndefined();
    expect(parseDateInput('')).toBeUndefined();
  });

  it('reads times with point, colon or nothing', () => {
    expect(parseTimeInput('10.30')).toBe('10:30');
    expect(parseTimeInput('9:05')).toBe('09:05');
    expect(parseTimeInput('1030')).toBe('10:30');
    expect(parseTimeInput('9')).toBe('09:00');
    expect(parseTimeInput('10.30 uur')).toBe('10:30');
    expect(parseTimeInput('24.00')).toBeUndefined();
    expect(parseTimeInput('10.7')).toBeUndefined();
  });

  it('reads numbers with comma or point', () => {
    expect(parseNumberInput('5,3')).toBe('5.3');
    expect(parseNumberInput('30')).toBe('30');
    expect(parseNumberInput('dertig')).toBeUndefined();
    expect(parseNumberInput('')).toBeUndefined();
  });

  it('does not guess whether a mark before three digits groups them', () => {
    for (const typed of ['1.000', '1,000', '-12.500', '999,125']) expect(parseNumberInput(typed)).toBeUndefined();
    expect(parseNumberInput('0,125')).toBe('0.125');
    expect(parseNumberInput('1000')).toBe('1000');
    expect(parseNumberInput('1000,125')).toBe('1000.125');
    expect(parseNumberInput('5,25')).toBe('5.25');
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
        const date = dateOfDayNumber(day);
        expect(parseDateInput(formatDateInput(date))).toBe(date);
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(parseTimeInput(formatTimeInput(time, 'nl'))).toBe(time);
        expect(parseTimeInput(formatTimeInput(time, 'en'))).toBe(time);
      }),
    );
  });
});
