import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvTable, readCsv } from './read-csv.ts';

function table(text: string): CsvTable {
  const read = readCsv(text);
  if ('fault' in read) throw new Error(JSON.stringify(read));
  return read;
}

describe('a table of text', () => {
  it.each([
    ['commas', 'id,y\na,1\nb,\n'],
    ['semicolons and CRLF', 'id;y\r\na;1\r\nb;\r\n'],
    ['tabs, without a last line end', 'id\ty\na\t1\nb\t'],
    ['quotes and a byte-order mark', '\uFEFF"id","y"\n"a","1"\n"b",""\n'],
    ['blanks around cells', 'id , y\n a, 1 \nb , \n'],
  ])('of %s', (_, text) => {
    expect(table(text)).toMatchObject({
      header: ['id', 'y'],
      columns: [
        ['a', 'b'],
        ['1', ''],
      ],
      lines: [2, 3],
    });
  });

  it('is parted by what occurs most in the header, whatever else stands in it', () => {
    expect(table('id;age, in years;y\na;1;2\n').header).toEqual(['id', 'age, in years', 'y']);
  });

  it('knows the line of each row, past empty lines and cells of two lines', () => {
    const { columns, lines } = table('id,y\n"a, ""b""\nc",1\n\nd,2\n');
    expect(columns[0]).toEqual(['a, "b"\nc', 'd']);
    expect(lines).toEqual([2, 5]);
  });

  it.each([
    [{ fault: 'no_header', line: 1 }, '\n1,2\n'],
    [{ fault: 'double_column', line: 1, column: 'y' }, 'id,y, y\na,1,2\n'],
    [{ fault: 'cells', line: 3 }, 'id,y\na,1\nb\n'],
    [{ fault: 'open_quote', line: 3 }, 'y,id\n1,a\n2,"b\n3,c\n'],
    [{ fault: 'open_quote', line: 1 }, 'y,"id\n1,a\n'],
  ])('is refused with its line: %j', (fault, text) => {
    expect(readCsv(text)).toEqual(fault);
  });
});

it('any table comes back as it was written, whatever parts and ends its lines', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', ' '), maxLength: 6 });
  const dialect = fc.record({
    delimiter: fc.constantFrom(',', ';', '\t'),
    end: fc.constantFrom('\n', '\r\n'),
    last: fc.boolean(),
  });
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
  fc.assert(
    fc.property(rows, dialect, (cells, { delimiter, end, last }) => {
      const quoted = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
      const lines = [['one', 'two', 'three'], ...cells].map((line) => line.map(quoted).join(delimiter));
      const { columns } = table(lines.join(end) + (last ? end : ''));
      const trimmed = cells.map((line) => line.map((text) => text.trim()));
      expect(columns).toEqual([0, 1, 2].map((c) => trimmed.map((line) => line[c])));
    }),
    { numRuns: 500 },
  );
});

describe('Dutch numbers', () => {
  const read = (text: string) => {
    const { columns, unclear } = table(text);
    return { cells: columns[1], unclear };
  };

  it.each([
    ['beside semicolons', 'id;y\na;1,5\nb;-2,25\nc;3\nd;\ne;1,5E-03\n', ['1.5', '-2.25', '3', '', '1.5E-03']],
    ['beside tabs', 'id\ty\na\t0,125\n', ['0.125']],
    ['in quotes, beside commas', 'id,y\na,"1,5"\nb,NA\nc,"2,125"\n', ['1.5', 'NA', '2.125']],
    ['with thousands', 'id;y\na;1.234,50\nb;2.500\nc;.\n', ['1234.50', '2500', '.']],
  ])('%s are given with decimal points', (_, text, cells) => {
    expect(read(text)).toEqual({ cells, unclear: [] });
  });

  it.each([
    ['points beside commas', 'id;y\na;1,5\nb;2.5\n', ['1,5', '2.5']],
    ['points beside semicolons', 'id;y\na;1.5\nb;2.125\n', ['1.5', '2.125']],
    ['a number below one', 'id;y\na;0.125\nb;0.250\n', ['0.125', '0.250']],
    ['numbers of an English file', 'id,y\na,1.234\nb,987\n', ['1.234', '987']],
    ['text', 'id;y\na;north, south\nb;1,5\n', ['north, south', '1,5']],
    ['two commas', 'id;y\na;1,23,45\nb;2,5\n', ['1,23,45', '2,5']],
  ])('%s stay as they are', (_, text, cells) => {
    expect(read(text)).toEqual({ cells, unclear: [] });
  });

  it.each([
    ['points in a Dutch file', 'id;y\na;987\nb;1.234\nc;NA\n', '1.234'],
    ['commas in an English file', 'id,y\na,987\nb,"1,234"\n', '1,234'],
    ['millions', 'id,y\na,987\nb,"1,234,567"\n', '1,234,567'],
  ])('%s may be thousands: the first is told', (_, text, cell) => {
    expect(read(text).unclear).toEqual([{ fault: 'thousands', line: 3, column: 'y', cell }]);
  });
});
