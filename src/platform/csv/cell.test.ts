import { expect, test } from 'vitest';
import { csvCell } from './cell.ts';

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
