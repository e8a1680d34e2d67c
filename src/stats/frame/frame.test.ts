import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { compareBytes, crossedCodes, factorOf } from './factor.ts';
import { binaryColumn, completeRows, type Frame, frameOf, numberColumn } from './frame.ts';
import { columnsOfCovariates, termsOf } from './terms.ts';

function given<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(`refused: ${result.code}`);
  return result;
}

const frame: Frame = given(
  frameOf([
    ['age', ['20', '31', '', '40']],
    ['edu', ['3', '1', '1', '2']],
    ['city', ['Ede', 'Breda', 'Ede', 'Ede']],
    ['treat', ['1', '0', '1', '0']],
  ]),
);

test('rows with a missing used value are left out and counted', () => {
  const complete = given(completeRows(frame, ['age', 'treat']));
  expect(complete.missing).toBe(1);
  expect([...complete.kept]).toEqual([0, 1, 3]);
  expect([...given(numberColumn(complete.frame, 'age'))]).toEqual([20, 31, 40]);
  expect(given(completeRows(frame, ['edu'])).missing).toBe(0);
});

test('numbers stay numbers, text and name:factor become indicators against the first level in byte order', () => {
  const terms = given(termsOf(given(completeRows(frame, ['edu', 'city'])).frame, ['edu', 'city', 'edu:factor']));
  expect(terms.map((term) => term.name)).toEqual(['edu', 'city=Ede', 'edu=2', 'edu=3']);
  expect(terms[1]?.values).toEqual(Float64Array.from([1, 0, 1, 1]));
  expect(terms[3]?.values).toEqual(Float64Array.from([1, 0, 0, 0]));
});

test('a product brings both parts, a power is named after its column', () => {
  const terms = given(termsOf(frame, ['edu*treat', 'edu^2', 'treat*city']));
  expect(terms.map((term) => term.name)).toEqual(['edu', 'treat', 'edu^2', 'city=Ede', 'edu:treat', 'treat:city=Ede']);
  expect(terms[2]?.values).toEqual(Float64Array.from([9, 1, 1, 4]));
  expect(terms[4]?.values).toEqual(Float64Array.from([3, 0, 1, 0]));
});

test('a product of three has its products of two', () => {
  const names = given(termsOf(frame, ['edu*treat*city'])).map((term) => term.name);
  expect(names).toEqual([
    'edu',
    'treat',
    'city=Ede',
    'edu:treat',
    'edu:city=Ede',
    'treat:city=Ede',
    'edu:treat:city=Ede',
  ]);
});

test('columns that covariates use', () => {
  expect(columnsOfCovariates(['a*b:factor', 'c^2', 'a'])).toEqual(['a', 'b', 'c']);
});

test('levels are in byte order', () => {
  expect(factorOf(['é', 'b', 'B', '10', '9']).levels).toEqual(['10', '9', 'B', 'b', 'é']);
  expect(compareBytes('\uFFFD', '\u{1F600}')).toBeLessThan(0);
  expect(compareBytes('a', 'ab')).toBeLessThan(0);
  expect(compareBytes('a', 'a')).toBe(0);
});

test('crossed codes tell combinations apart, whatever the texts hold', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'a,b', '"'), fc.constantFrom('b', ',b', ''))), (rows) => {
      const codes = crossedCodes([rows.map((row) => row[0]), rows.map((row) => row[1])], rows.length);
      rows.forEach((row, i) => {
        rows.forEach((other, j) => {
          expect(codes[i] === codes[j]).toBe(row[0] === other[0] && row[1] === other[1]);
        });
      });
    }),
  );
});

test('what a column cannot be is refused with its name', () => {
  const named = (code: string, name: string) => ({ code, sentence: { en: expect.stringContaining(name) } });
  expect(numberColumn(frame, 'city')).toMatchObject(named('not_numeric', 'city'));
  expect(numberColumn(given(frameOf([['cost', ['1', '1e999']]])), 'cost')).toMatchObject(named('out_of_range', 'cost'));
  expect(numberColumn(frame, 'age')).toMatchObject(named('missing_value', 'age'));
  expect(numberColumn(frame, 'height')).toMatchObject(named('unknown_column', 'height'));
  expect(binaryColumn(frame, 'edu')).toMatchObject(named('not_binary', 'edu'));
  expect(completeRows(frame, ['height'])).toMatchObject(named('unknown_column', 'height'));
  expect(termsOf(frame, ['city^2'])).toMatchObject(named('not_numeric', 'city'));
  const uneven = frameOf([
    ['a', ['1']],
    ['b', ['1', '2']],
  ]);
  expect(uneven).toMatchObject(named('unequal_lengths', 'b'));
});

test('columns stay in the order of the file, also those that are called by a number', () => {
  const years = given(frameOf(['office', '2019', '2018', '__proto__'].map((name) => [name, ['1']] as const)));
  expect([...years.columns.keys()]).toEqual(['office', '2019', '2018', '__proto__']);
});
