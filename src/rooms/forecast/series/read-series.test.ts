import { describe, expect, test } from 'vitest';
import type { SeriesFile } from './assemble-series.ts';
import { readRows } from './read-rows.ts';
import { type Columns, readSeries } from './read-series.ts';

const plain: Columns = { id: 'id', time: 'month', value: 'y', hierarchy: [] };

function read(rows: readonly Record<string, unknown>[], columns: Columns = plain, frequency = 12): SeriesFile {
  const file = readSeries({ rows }, columns, frequency);
  if (!('axis' in file)) throw new Error(JSON.stringify(file));
  return file;
}

test('rows in any order become series on one axis, holes are null, each to its own end', () => {
  const { axis, series } = read([
    { id: 'a', month: '2020-03', y: '3' },
    { id: 'b', month: '2020-02', y: '7.5' },
    { id: 'a', month: '2020-01', y: '1' },
  ]);
  expect(axis.label(0)).toBe('2020-01');
  expect(series).toEqual([
    { id: 'a', keys: [], start: 0, values: [1, null, 3], notes: [] },
    { id: 'b', keys: [], start: 1, values: [7.5], notes: [] },
  ]);
});

test('empty, NA and null are missing', () => {
  const rows = ['1', '', 'NA', null, 5].map((y, m) => ({ id: 'a', month: `2020-0${m + 1}`, y }));
  expect(read(rows).series[0]!.values).toEqual([1, null, null, null, 5]);
});

test('without a time column the rows of a series count 1, 2, 3', () => {
  const rows = [
    { id: 'a', y: 1 },
    { id: 'b', y: 9 },
    { id: 'a', y: 2 },
  ];
  const { series } = read(rows, { id: 'id', value: 'y', hierarchy: [] });
  expect(series.map(({ values }) => values)).toEqual([[1, 2], [9]]);
});

test('a list is a whole series from its first period', () => {
  const { axis, series } = read([{ id: 'N1', month: [1990, 11], y: [4, 5, null] }]);
  expect([axis.label(0), axis.label(3)]).toEqual(['1990-11', '1991-02']);
  expect(series[0]!.values).toEqual([4, 5, null]);
});

test('rows of a hierarchy are keyed by its columns, added up, and all as long as the axis', () => {
  const rows = [
    { month: '2020-01', region: 'north', y: 1 },
    { month: '2020-01', region: 'north', y: 2 },
    { month: '2020-02', region: 'south', y: 5 },
  ];
  expect(read(rows, { time: 'month', value: 'y', hierarchy: ['region'] }).series).toEqual([
    { id: 'north', keys: ['north'], start: 0, values: [3, null], notes: [] },
    { id: 'south', keys: ['south'], start: 0, values: [null, 5], notes: [] },
  ]);
});

describe('a sum of which a row is missing is unknown and says so', () => {
  const months = Array.from(
    { length: 14 },
    (_, m) => `${2019 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}`,
  );
  const rows = months.flatMap((month) => [
    { month, region: 'north', y: '1' },
    { month, region: 'north', y: '2' },
  ]);
  const north = (given: readonly Record<string, unknown>[]) =>
    read(given, { time: 'month', value: 'y', hierarchy: ['region'] }).series[0]!;

  test('a row without a value', () => {
    const { values, notes } = north(rows.map((row, i) => (i === 6 ? { ...row, y: '' } : row)));
    expect(values.slice(2, 5)).toEqual([3, null, 3]);
    expect(notes).toEqual([{ code: 'sum_incomplete', about: ['2019-04: 1 / 2'] }]);
  });

  test('a row that is absent from the last period', () => {
    const { values, notes } = north(rows.slice(0, -1));
    expect(values.slice(-2)).toEqual([3, null]);
    expect(notes).toEqual([{ code: 'sum_incomplete', about: ['2020-02: 1 / 2'] }]);
  });

  test('a row that is absent for longer than a season', () => {
    const { values, notes } = north(rows.filter(({ month, y }) => y === '1' || month < '2019-05'));
    expect(values).toEqual([3, 3, 3, 3, ...Array(10).fill(null)]);
    expect(notes[0]!.code).toBe('sum_incomplete');
    const longer = north(
      [...rows, ...['2020-03', '2020-04'].map((month) => ({ month, region: 'north', y: '1' }))].filter(
        ({ month, y }) => y === '1' || month < '2019-05',
      ),
    );
    expect(longer.values.slice(-2)).toEqual([1, 1]);
    expect(longer.notes).toEqual([{ code: 'rows_ended', about: ['2019-05'] }]);
  });
});

test('series of a hierarchy whose names write alike are not added up', () => {
  const rows = [
    { month: '2020-01', region: 'A/B', band: 'C', y: 100 },
    { month: '2020-01', region: 'A', band: 'B/C', y: 1000 },
  ];
  const { series } = read(rows, { time: 'month', value: 'y', hierarchy: ['region', 'band'] });
  expect(series.map(({ keys, values }) => [keys, values])).toEqual([
    [['A/B', 'C'], [100]],
    [['A', 'B/C'], [1000]],
  ]);
});

test('few rows that ask for more values than memory holds are refused', () => {
  const rows = Array.from({ length: 300 }, (_, i) => [
    { id: `${i}`, month: '1', y: 1 },
    { id: `${i}`, month: '100000', y: 1 },
  ]).flat();
  expect(readSeries({ rows }, plain, 1)).toMatchObject({ code: 'axis_too_long', detail: '300 x 100000' });
});

test('a column may be called as something that every object has', () => {
  const columns: Columns = { id: 'constructor', time: 'toString', value: 'valueOf', hierarchy: [] };
  const rows = [
    JSON.parse('{"constructor":"a","toString":"2020-01","valueOf":4}'),
    JSON.parse('{"constructor":"a","toString":"2020-02"}'),
  ];
  expect(read(rows, columns).series.map(({ id, values }) => [id, values])).toEqual([['a', [4, null]]]);
});

test('a file without rows has no values', () => {
  expect(readSeries({ rows: [] }, plain, 12)).toMatchObject({ code: 'no_values' });
});

test('a value that may be thousands or a decimal is not guessed', () => {
  const rows = readRows('month;y\n2020-01;987\n2020-02;1.234\n');
  if ('fault' in rows) throw new Error(rows.fault);
  const columns = { time: 'month', value: 'y', hierarchy: [] };
  expect(readSeries(rows, columns, 12)).toMatchObject({
    fault: 'series_value_not_a_number',
    detail: { en: expect.stringMatching(/^line 3: 1\.234 \(y\) may be thousands or a decimal; write 1234/) },
  });
});

test('a header alone has columns and no values', () => {
  const file = { header: ['id', 'month', 'y'], rows: [], lines: [] };
  expect(readSeries(file, plain, 12)).toMatchObject({ code: 'no_values' });
  expect(readSeries(file, { ...plain, value: 'z' }, 12)).toEqual({
    fault: 'series_column_missing',
    detail: { nl: 'z', en: 'z' },
  });
});

test('a value that is no number is named by its line, or its row where lines are not known', () => {
  const rows = [
    { id: 'a', month: '2020-01', y: '1' },
    { id: 'a', month: '2020-02', y: '1,234' },
  ];
  const detailOf = (lines?: readonly number[]) => readSeries(lines ? { rows, lines } : { rows }, plain, 12);
  expect(detailOf([2, 5])).toMatchObject({ detail: { nl: 'regel 5, y', en: 'line 5, y' } });
  expect(detailOf()).toMatchObject({ detail: { nl: 'rij 2, y', en: 'row 2, y' } });
});

test.each([
  [{ fault: 'series_column_missing' }, [{ id: 'a', y: 1 }]],
  [{ fault: 'series_value_not_a_number' }, [{ id: 'a', month: '2020-01', y: 'much' }]],
  [
    { fault: 'duplicate_period' },
    [
      { id: 'a', month: '2020-01', y: 1 },
      { id: 'a', month: '2020-01', y: 2 },
    ],
  ],
  [{ code: 'unknown_period' }, [{ id: 'a', month: 'maart', y: 1 }]],
  [
    { code: 'mixed_periods' },
    [
      { id: 'a', month: '2020-01', y: 1 },
      { id: 'a', month: '2020-W09', y: 1 },
    ],
  ],
])('%j', (fault, rows) => {
  expect(readSeries({ rows }, plain, 12)).toMatchObject(fault);
});
