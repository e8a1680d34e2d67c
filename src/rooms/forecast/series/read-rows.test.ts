import { expect, test } from 'vitest';
import { readRows, sayRowsFault } from './read-rows.ts';

test.each([
  ['comma', 'id,y\na,1\nb,\n'],
  ['tab', 'id\ty\na\t1\nb\t'],
])('CSV with %s gives a row per line', (_name, text) => {
  expect(readRows(text)).toEqual({
    header: ['id', 'y'],
    rows: [
      { id: 'a', y: '1' },
      { id: 'b', y: '' },
    ],
    lines: [2, 3],
    unclear: [],
  });
});

test('JSON lines and a JSON array give the same rows', () => {
  const rows = [
    { id: 'a', y: 1 },
    { id: 'b', y: null },
  ];
  const text = rows.map((row) => JSON.stringify(row));
  expect(readRows(text.join('\n\n'))).toEqual({ rows, lines: [1, 3] });
  expect(readRows(JSON.stringify(rows))).toEqual({ rows });
});

test.each([
  ['id,y\na,1\nb\n', 'line 3 has another number of cells than the header'],
  ['time,y,y\na,1,2\n', 'line 1 names a column twice (y)'],
  ['{"id": 1}\noops', 'line 2 is no JSON object'],
  ['[{"id": 1}, 1]', 'element 2 of the list is no JSON object'],
  ['[1', 'line 1 is no JSON object'],
])('what is no row is named: %j', (text, said) => {
  const read = readRows(text);
  if (!('fault' in read)) throw new Error('no fault');
  expect(sayRowsFault(read, 'en')).toBe(said);
});
