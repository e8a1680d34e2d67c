import { expect, test } from 'vitest';
import { csvCell, csvLine } from './cell.ts';

test.each([
  ['=cmd|calc', "'=cmd|calc"],
  ['+31 6', "'+31 6"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ['Jan; "de" Boer', '"Jan; ""de"" Boer"'],
  ['=a;b', '"\'=a;b"'],
  ['Noor Šimon', 'Noor Šimon'],
])('%j is written as %j', (value, written) => {
  expect(csvCell(value)).toBe(written);
});

test('a record for another program holds every field as it is, quoted for its own delimiter', () => {
  const fields = ['=1+1', 'a;b', 'a,b', 'a "b"', 'a\nb', ''];
  expect(csvLine(fields, ',')).toBe('=1+1,a;b,"a,b","a ""b""","a\nb",');
  expect(csvLine(fields, ';')).toBe('=1+1;"a;b";a,b;"a ""b""";"a\nb";');
});
