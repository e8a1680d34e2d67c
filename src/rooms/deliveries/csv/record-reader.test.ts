import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine } from '../../../platform/csv/cell.ts';
import { type CsvRecord, makeRecordReader } from './record-reader.ts';

function readAll(pieces: readonly string[]): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = makeRecordReader((record) => records.push(record));
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return records;
}

function brief(text: string) {
  return readAll([text]).map(({ line, fields, broken }) => [line, broken ? 'broken' : fields]);
}

test('lines are those of the file, blank ones are skipped, quotes may hold line ends', () => {
  expect(brief('a,b\r\n\r\n"x\ny",2\r\n3,""""\n')).toEqual([
    [1, ['a', 'b']],
    [3, ['x\ny', '2']],
    [5, ['3', '"']],
  ]);
});

test('the more frequent delimiter of the header counts, whatever the rows hold', () => {
  expect(brief('a;"b,c,d";e\n1;2,2,2,2;3')).toEqual([
    [1, ['a', 'b,c,d', 'e']],
    [2, ['1', '2,2,2,2', '3']],
  ]);
});

test('a bare quote and text after a closing quote break their record only', () => {
  expect(brief('a,b\nx"y,1\n"x"y,2\n"x" ,3\nok,4\n')).toEqual([
    [1, ['a', 'b']],
    [2, 'broken'],
    [3, 'broken'],
    [4, 'broken'],
    [5, ['ok', '4']],
  ]);
});

test('a quote that never closes takes the rest of the file', () => {
  expect(brief('a,b\n1,2\n"x,3\n4,5\n')).toEqual([
    [1, ['a', 'b']],
    [2, ['1', '2']],
    [3, 'broken'],
  ]);
});

test('a return that ends no line breaks its record; an empty quoted value is a value', () => {
  expect(brief('a\n1\r2\n""\n')).toEqual([
    [1, ['a']],
    [2, 'broken'],
    [3, ['']],
  ]);
});

test('what is written is read again, however it is cut into pieces', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', '\r', ' ', 'é') });
  const table = fc.array(fc.tuple(fc.constant('k'), field, field), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.array(fc.nat(40), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (rows, cuts, end) => {
      const written = [['x', 'y', 'z'], ...rows];
      const text = written.map((row) => csvLine(row, ',') + end).join('');
      const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      const records = readAll(at.slice(1).map((to, i) => text.slice(at[i], to)));
      expect(records.map((record) => record.fields)).toEqual(written);
      expect(records.some((record) => record.broken)).toBe(false);
    }),
    { numRuns: 1000 },
  );
});
