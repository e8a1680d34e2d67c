import { expect, test } from 'vitest';
import { type Columns, readSeries, type SeriesFile } from './read-series.ts';

const plain: Columns = { id: 'id', time: 'month', value: 'y', hierarchy: [] };

function read(rows: readonly Record<string, unknown>[], columns: Columns = plain, frequency = 12): SeriesFile {
  const file = readSeries(rows, columns, frequency);
  if (!('axis' in file)) throw new Error(JSON.stringify(file));
  return file;
}

test('rows in any order become series on one axis, holes are null, each to its own end', () => {
  const { axis, series } = read([
    { id: 'a', month: '2020-03', y: '3' },
    { id: 'b', month: '2020-02', y: '7,5' },
    { id: 'a', month: '2020-01', y: '1' },
  ]);
  expect(axis.label(0)).toBe('2020-01');
  expect(series).toEqual([
    { id: 'a', keys: [], start: 0, values: [1, null, 3] },
    { id: 'b', keys: [], start: 1, values: [7.5] },
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
    { id: 'north', keys: ['north'], start: 0, values: [3, null] },
    { id: 'south', keys: ['south'], start: 0, values: [null, 5] },
  ]);
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
  expect(readSeries(rows, plain, 12)).toMatchObject(fault);
});
