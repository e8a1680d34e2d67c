import { expect, test } from 'vitest';
import { cellCheck } from './cell-check.ts';
import { instantText, isBsn, isMoreThan, nextDay, parseInstant } from './value.ts';

test('the day after a date, up to the last that a database knows', () => {
  expect(['2019-02-28', '2020-02-28', '2019-12-31', '0099-12-31', '9999-12-31'].map(nextDay)).toEqual([
    '2019-03-01',
    '2020-02-29',
    '2020-01-01',
    '0100-01-01',
    null,
  ]);
});

test('moments need an offset and are compared as instants', () => {
  expect(parseInstant('1970-01-01T01:00:00.5+01:00')).toBe(500_000);
  expect(parseInstant('2016-12-31T23:59:60Z')).toBe(parseInstant('2017-01-01T00:00:00Z'));
  const none = [
    '2019-05-02 10:00',
    '2019-05-02T10:00:00',
    '2019-05-02T24:00:00Z',
    '2019-05-02T10:00:60Z',
    '2019-05-02T10:00:00+2400',
  ];
  expect(none.map(parseInstant)).toEqual(none.map(() => null));
  const far = '2019-05-02T10:00:00.25+18:00';
  expect(instantText(far, parseInstant(far) ?? 0)).toBe('2019-05-01T16:00:00.250000Z');
});

test('a BSN passes the eleven-test', () => {
  expect(['999999990', '111222333'].map(isBsn)).toEqual([true, true]);
  expect(['000000000', '123456789', '12345678', '9999999900', '99999999a'].some(isBsn)).toBe(false);
});

test('decimals are compared exactly, characters are counted as people do', () => {
  const fte = cellCheck({ kind: 'decimal', above: 0, upTo: 1.2 });
  const codes = ['1.2', '1.20000000000000000001', '0.00000000000000000001', '0', '-0.5', '.5', '1e0', '1,2'].map(
    (text) => fte(text).code,
  );
  expect(codes).toEqual([null, 'range', null, 'range', 'range', 'format', 'format', 'format']);
  expect([
    isMoreThan('é'.repeat(4000), 4000),
    isMoreThan('😀'.repeat(4000), 4000),
    isMoreThan('😀'.repeat(4001), 4000),
  ]).toEqual([false, false, true]);
});
