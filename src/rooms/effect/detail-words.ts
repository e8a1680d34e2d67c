import type { Words } from '../../platform/contract.ts';

/** What a refusal is about where the engine says it in a word of English: the pattern, and the same in Dutch. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^line (\d+)$/, 'regel $1'],
  [/^period (\d+)$/, 'periode $1'],
  [/^level (.*)$/, 'niveau $1'],
  [/^(\d+) person-periods$/, '$1 persoonsperioden'],
  [/^(x\d = .*) of (n\d = .*)$/, '$1 van $2'],
];

/** The detail of a refusal in the language of the call; names of columns and flags are the same in both. */
export function detailIn(language: keyof Words, detail: string): string {
  if (language === 'en') return detail;
  const found = WORDS.find(([pattern]) => pattern.test(detail));
  return found === undefined ? detail : detail.replace(found[0], found[1]);
}
