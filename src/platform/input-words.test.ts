import { expect, test } from 'vitest';
import * as z from 'zod';
import { wordsForIssues } from './input-words.ts';

function said(schema: z.ZodType, value: unknown, language: 'nl' | 'en' = 'nl'): string | undefined {
  return schema.safeParse(value, { error: wordsForIssues(language) }).error?.issues[0]?.message;
}

test.each([
  ['nothing given', z.string(), undefined, 'Vul dit in.', 'Fill this in.'],
  ['an empty field', z.email(), '', 'Vul dit in.', 'Fill this in.'],
  ['too short', z.string().min(3), 'ab', 'Geef minstens 3 tekens.', 'Give at least 3 characters.'],
  ['too long', z.string().max(3), 'abcd', 'Geef hoogstens 3 tekens.', 'Give at most 3 characters.'],
  ['not allowed', z.enum(['WW', 'WAJONG']), 'AOW', 'Kies uit: WW, WAJONG.', 'Choose from: WW, WAJONG.'],
  ['below', z.int().min(1), 0, 'Geef een getal van 1 of hoger.', 'Give a number of 1 or more.'],
  ['not above', z.number().positive(), 0, 'Geef een getal boven 0.', 'Give a number above 0.'],
  ['above', z.int().max(200), 201, 'Geef een getal van 200 of lager.', 'Give a number of 200 or less.'],
  ['not below', z.number().lt(2), 2, 'Geef een getal onder 2.', 'Give a number below 2.'],
  ['no number', z.coerce.number(), 'x', 'Geef een getal.', 'Give a number.'],
  ['no whole number', z.int(), 1.5, 'Geef een heel getal.', 'Give a whole number.'],
  ['too few', z.array(z.string()).min(1), [], 'Geef er minstens een.', 'Give at least one.'],
  ['too many', z.array(z.string()).max(1), ['a', 'b'], 'Geef er hoogstens 1.', 'Give at most 1.'],
  [
    'no date',
    z.iso.date(),
    '2019-02-30',
    'Schrijf een datum die bestaat, als 2019-09-15 (jaar-maand-dag).',
    'Write a date that exists, as 2019-09-15 (year-month-day).',
  ],
  [
    'no address',
    z.email(),
    'ada',
    'Schrijf een e-mailadres als naam@voorbeeld.nl.',
    'Write an e-mail address as name@example.org.',
  ],
] as const)('%s', (...[, schema, value, nl, en]) => {
  expect(said(schema, value, 'nl')).toBe(nl);
  expect(said(schema, value, 'en')).toBe(en);
});

test('what a schema says of its own goes before', () => {
  expect(said(z.string().regex(/^x$/, 'own words'), 'y')).toBe('own words');
  expect(said(z.string().regex(/^x$/), 'y')).toBe('Schrijf dit volgens /^x$/.');
});
