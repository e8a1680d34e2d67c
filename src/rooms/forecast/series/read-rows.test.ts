import { expect, test } from 'vitest';
import { readRows } from './read-rows.ts';

test.each([
  ['comma', 'id,y\na,1\nb,\n'],
  ['semicolon and CRLF', 'id;y\r\na;1\r\nb;\r\n'],
  ['tab', 'id\ty\na\t1\nb\t'],
  ['quotes and byte-order mark', '\uFEFF"id","y"\n"a","1"\n"b",""\n'],
])('CSV with %s', (_name, text) => {
  expect(readRows(text)).toEqual([
    { id: 'a', y: '1' },
    { id: 'b', y: '' },
  ]);
});

test('a quoted cell may hold the delimiter, a quote and a line break', () => {
  expect(readRows('id,y\n"a, ""b""\nc",1\n')).toEqual([{ id: 'a, "b"\nc', y: '1' }]);
});

test('JSON lines and a JSON array give the same rows', () => {
  const rows = [
    { id: 'a', y: 1 },
    { id: 'b', y: null },
  ];
  expect(readRows(rows.map((row) => JSON.stringify(row)).join('\n'))).toEqual(rows);
  expect(readRows(JSON.stringify(rows))).toEqual(rows);
});

test('a line that is no row is named', () => {
  expect(readRows('id,y\na,1\nb\n')).toEqual({ badLine: 3 });
  expect(readRows('y,id\n1,a\n2,"b\n3,c\n')).toEqual({ badLine: 3 });
  expect(readRows('time,y,y\na,1,2\n')).toEqual({ badLine: 1 });
  expect(readRows('{"id": 1}\noops')).toEqual({ badLine: 2 });
  expect(readRows('[1]')).toEqual({ badLine: 1 });
});
