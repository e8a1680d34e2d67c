import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateInput,
  formatDayMonth,
  formatDays,
  formatMoment,
  formatMonth,
  formatNumber,
  formatOutOf,
  formatPercent,
  formatQuantity,
  formatRange,
  formatShare,
  formatShortMonth,
  formatTime,
  formatTimeInput,
} from './format.ts';

/** Hard spaces shown as ~, so that an ordinary space is a failure. */
const seen = (text: string) => text.replaceAll('\u00a0', '~');

describe('numbers', () => {
  it('groups and rounds in both languages', () => {
    expect(formatNumber(9876, 'nl')).toBe('9.876');
    expect(formatNumber(9876, 'en')).toBe('9,876');
    expect(formatNumber(1234567.25, 'nl', { decimals: 1 })).toBe('1.234.567,3');
    expect(formatNumber(1.76, 'nl', { decimals: 2 })).toBe('1,76');
    expect(formatNumber(0, 'nl')).toBe('0');
  });

  it('writes differences with a sign and a true minus', () => {
    expect(formatNumber(-0.56, 'nl', { decimals: 2, signed: true })).toBe('\u22120,56');
    expect(formatNumber(0.36, 'nl', { decimals: 2, signed: true })).toBe('+0,36');
    expect(formatNumber(0, 'nl', { signed: true })).toBe('0');
    expect(formatNumber(-0.001, 'nl', { decimals: 2 })).toBe('0,00');
  });

  it('writes percentages without a space', () => {
    expect(formatPercent(0.9, 'nl')).toBe('90%');
    expect(formatPercent(1344 / 1486, 'nl', { decimals: 1 })).toBe('90,4%');
    expect(formatPercent(1344 / 1486, 'en', { decimals: 1 })).toBe('90.4%');
  });

  it('gives counts instead of a percentage below 100', () => {
    expect(seen(formatShare(37, 39, 'nl'))).toBe('37~van~39');
    expect(seen(formatShare(99, 99, 'en'))).toBe('99~of~99');
    expect(formatShare(92, 100, 'nl')).toBe('92,0%');
    expect(seen(formatShare(0, 0, 'nl'))).toBe('0~van~0');
    expect(seen(formatOutOf(1344, 1486, 'nl'))).toBe('1.344~van~1.486');
  });

  it('keeps number and unit together', () => {
    expect(seen(formatQuantity(5.3, 'hour', { locale: 'nl', decimals: 1 }))).toBe('5,3~uur');
    expect(seen(formatQuantity(1, 'minute', { locale: 'nl' }))).toBe('1~minuut');
    expect(seen(formatQuantity(30, 'minute', { locale: 'en' }))).toBe('30~minutes');
    expect(seen(formatQuantity(4.4, 'fte', { locale: 'nl', decimals: 1, signed: true }))).toBe('+4,4~fte');
    expect(seen(formatQuantity(1, 'hour', { locale: 'en', decimals: 1 }))).toBe('1.0~hours');
    expect(formatRange(5, 5.5, { locale: 'nl', decimals: 1 })).toBe('5,0–5,5');
  });

  it('counts lateness in days, then in whole weeks', () => {
    expect(seen(formatDays(4, 'nl'))).toBe('4~dagen');
    expect(seen(formatDays(1, 'nl'))).toBe('1~dag');
    expect(seen(formatDays(13, 'nl'))).toBe('13~dagen');
    expect(seen(formatDays(19, 'nl'))).toBe('2~weken');
    expect(seen(formatDays(185, 'en'))).toBe('26~weeks');
  });
});

describe('dates and times', () => {
  it('writes a calendar date with hard spaces', () => {
    expect(seen(formatDate('2019-03-14', 'nl'))).toBe('14~maart~2019');
    expect(seen(formatDate('2019-03-14', 'en'))).toBe('14~March~2019');
    expect(seen(formatDayMonth('2019-01-01', 'nl'))).toBe('1~januari');
    expect(seen(formatMonth('2018-09', 'nl'))).toBe('september~2018');
    expect(seen(formatShortMonth('2017-07-01', 'nl'))).toBe('jul~2017');
    expect(formatShortMonth('2017-03-01', 'nl', false)).toBe('mrt');
  });

  it('takes the date of an instant as written, in no time zone', () => {
    expect(seen(formatDate('2019-12-31T23:59:59Z', 'nl'))).toBe('31~december~2019');
  });

  it('refuses what is no date', () => {
    expect(() => formatDate('14 maart', 'nl')).toThrow(RangeError);
  });

  it('writes times', () => {
    expect(seen(formatTime('10:30', 'nl'))).toBe('10.30~uur');
    expect(formatTime('09:05:00', 'en')).toBe('9:05');
    expect(formatTimeInput('14:00', 'nl')).toBe('14.00');
    expect(formatDateInput('2019-09-03')).toBe('3-9-2019');
  });

  it('writes an instant as the day and time in Amsterdam, in summer and winter', () => {
    expect(seen(formatMoment('2019-09-02T04:00:00Z', 'nl'))).toBe('2~september~2019, 6.00~uur');
    expect(seen(formatMoment('2019-12-31T23:30:00Z', 'nl'))).toBe('1~januari~2020, 0.30~uur');
    expect(seen(formatMoment('2019-12-31T23:30:00Z', 'en'))).toBe('1~January~2020, 0:30');
  });
});
