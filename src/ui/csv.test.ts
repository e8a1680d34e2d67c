import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from './csv.ts';

describe('CSV', () => {
  it('quotes what needs it', () => {
    expect(writeCsv([['a', 'b,c', 'd "e"', 'f\ng', 3, null, undefined]])).toBe('a,"b,c","d ""e""","f\ng",3,,\r\n');
  });

  it('takes the force out of text that a spreadsheet would run', () => {
    expect(writeCsv([['=1+1', '+31', '-2', '@sum', '\tx', -2]])).toBe("'=1+1,'+31,'-2,'@sum,'\tx,-2\r\n");
  });

  it('is read back by an independent reader, and no text begins a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const back: string[][] = parse(writeCsv(rows), { record_delimiter: '\r\n', skip_empty_lines: false });
        expect(back.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))),
        );
        expect(back.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
    );
  });
});
