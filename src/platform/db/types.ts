import { types } from 'pg';

const int8 = 20;
const int8Array = 1016;
const date = 1082;
const dateArray = 1182;
const timestamptz = 1184;

/**
 * How values arrive: counts as numbers (a count past 2^53 is a fault), dates as text, moments as RFC 3339 in UTC with
 * all their microseconds. A `Date` would lose both.
 */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === int8) return parseCount;
    if (oid === int8Array) return (text: string) => parseList(text).map(parseCount);
    if (oid === date) return (text: string) => text;
    if (oid === dateArray) return parseList;
    if (oid === timestamptz) return parseInstant;
    return types.getTypeParser(oid, format);
  },
};

function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a count is past what a number holds');
  return value;
}

function parseInstant(text: string): string {
  return text.endsWith('infinity') ? text : `${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, 'Z')}`;
}

function parseList(text: string): string[] {
  const inner = text.slice(1, -1);
  return inner === '' ? [] : inner.split(',');
}
