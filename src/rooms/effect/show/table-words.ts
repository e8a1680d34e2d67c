import { TOO_SMALL } from '../../../stats/index.ts';
import { keyInDutch } from './key-words.ts';

export type Language = 'nl' | 'en';

/** Words of the tables of a result. */
export const TABLE_WORDS = {
  nl: {
    result: 'uitkomst',
    value: 'waarde',
    total: 'totaal',
    tooSmall: 'te klein',
    row: 'rij',
    more: 'meer; alle met --json',
  },
  en: {
    result: 'result',
    value: 'value',
    total: 'total',
    tooSmall: 'too small',
    row: 'row',
    more: 'more; all with --json',
  },
} as const;

/** Twelve significant digits are noise to a reader; a p-value keeps its size. */
export function cell(value: unknown, language: Language): string {
  if (value === null || value === undefined) return '-';
  if (value === TOO_SMALL) return TABLE_WORDS[language].tooSmall;
  if (typeof value !== 'number') return typeof value === 'string' ? value : JSON.stringify(value);
  if (Number.isInteger(value)) return String(value);
  const digits = Math.abs(value) < 1e-4 ? value.toExponential(3) : String(Number(value.toPrecision(6)));
  return language === 'nl' ? digits.replace('.', ',') : digits;
}

/** A key as it stands in the JSON, in Dutch with the word for it; names of the reader's own columns and levels are no keys. */
export const keyWord = (key: string, language: Language) =>
  language === 'nl' ? (keyInDutch(key) ?? key) : key === 'joint' ? 'tested together' : key;
