import type * as z from 'zod';
import type { Words } from './contract.ts';

type Language = keyof Words;
type Issue = z.core.$ZodRawIssue;

/** What is odd about a value of the input, in words with the limits and allowed values: for zod's `error`. */
export function wordsForIssues(language: Language): z.core.$ZodErrorMap {
  return (issue) => wordsOf(issue)[language];
}

const fillIn: Words = { nl: 'Vul dit in.', en: 'Fill this in.' };
const odd: Words = {
  nl: 'Deze waarde kan hier niet. Kijk na wat hier hoort te staan.',
  en: 'This value does not fit here. Check what belongs here.',
};

function wordsOf(issue: Issue): Words {
  if (issue.input === undefined || issue.input === null || issue.input === '') return fillIn;
  switch (issue.code) {
    case 'invalid_type':
      return types[issue.expected] ?? odd;
    case 'invalid_format':
      return formats[issue.format] ?? patternWords(issue.pattern);
    case 'invalid_value':
      return {
        nl: `Kies uit: ${issue.values.join(', ')}.`,
        en: `Choose from: ${issue.values.join(', ')}.`,
      };
    case 'too_small':
      return smallWords(issue.origin, Number(issue.minimum), issue.inclusive === false);
    case 'too_big':
      return bigWords(issue.origin, Number(issue.maximum), issue.inclusive === false);
    case 'not_multiple_of':
      return { nl: `Geef een veelvoud van ${issue.divisor}.`, en: `Give a multiple of ${issue.divisor}.` };
    case 'unrecognized_keys':
      return {
        nl: `Dit hoort hier niet: ${issue.keys.join(', ')}. Laat het weg.`,
        en: `This does not belong here: ${issue.keys.join(', ')}. Leave it out.`,
      };
    case 'custom':
      return (issue.params as { readonly words?: Words } | undefined)?.words ?? odd;
    default:
      return odd;
  }
}

/** For what no text of the product may hold. */
export const unreadable: Words = {
  nl: 'Hier staat een teken dat niet te bewaren is. Typ dit opnieuw in plaats van het te plakken.',
  en: 'This holds a character that cannot be kept. Type it again instead of pasting it.',
};

const types: Readonly<Record<string, Words>> = {
  number: { nl: 'Geef een getal.', en: 'Give a number.' },
  int: { nl: 'Geef een heel getal.', en: 'Give a whole number.' },
  boolean: { nl: 'Kies uit: true, false.', en: 'Choose from: true, false.' },
  string: { nl: 'Geef tekst.', en: 'Give text.' },
  array: { nl: 'Geef een lijst.', en: 'Give a list.' },
  object: { nl: 'Geef een JSON-object.', en: 'Give a JSON object.' },
  record: { nl: 'Geef een JSON-object.', en: 'Give a JSON object.' },
};

const formats: Readonly<Record<string, Words>> = {
  date: {
    nl: 'Schrijf een datum die bestaat, als 2019-09-15 (jaar-maand-dag).',
    en: 'Write a date that exists, as 2019-09-15 (year-month-day).',
  },
  datetime: {
    nl: 'Schrijf een tijdstip als 2019-09-15T09:30:00Z.',
    en: 'Write a moment as 2019-09-15T09:30:00Z.',
  },
  time: { nl: 'Schrijf een tijd als 09:30.', en: 'Write a time as 09:30.' },
  email: {
    nl: 'Schrijf een e-mailadres als naam@voorbeeld.nl.',
    en: 'Write an e-mail address as name@example.org.',
  },
};

const patternWords = (pattern: string | undefined): Words =>
  pattern === undefined ? odd : { nl: `Schrijf dit volgens ${pattern}.`, en: `Write this according to ${pattern}.` };

function smallWords(origin: string, minimum: number, isBeyond: boolean): Words {
  if (origin === 'string' && minimum === 1) return fillIn;
  if (origin === 'string')
    return { nl: `Geef minstens ${minimum} tekens.`, en: `Give at least ${minimum} characters.` };
  if (origin === 'array' || origin === 'set')
    return minimum === 1
      ? { nl: 'Geef er minstens een.', en: 'Give at least one.' }
      : { nl: `Geef er minstens ${minimum}.`, en: `Give at least ${minimum}.` };
  return isBeyond
    ? { nl: `Geef een getal boven ${minimum}.`, en: `Give a number above ${minimum}.` }
    : { nl: `Geef een getal van ${minimum} of hoger.`, en: `Give a number of ${minimum} or more.` };
}

function bigWords(origin: string, maximum: number, isBelow: boolean): Words {
  if (origin === 'string')
    return { nl: `Geef hoogstens ${maximum} tekens.`, en: `Give at most ${maximum} characters.` };
  if (origin === 'array' || origin === 'set')
    return { nl: `Geef er hoogstens ${maximum}.`, en: `Give at most ${maximum}.` };
  return isBelow
    ? { nl: `Geef een getal onder ${maximum}.`, en: `Give a number below ${maximum}.` }
    : { nl: `Geef een getal van ${maximum} of lager.`, en: `Give a number of ${maximum} or less.` };
}
