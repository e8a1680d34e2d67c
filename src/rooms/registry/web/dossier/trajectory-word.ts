import type { Locale } from '../../../../platform/web/words.tsx';

const words: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  werkfit: { nl: 'Werkfit', en: 'Fit for work' },
  'naar-werk': { nl: 'Naar werk', en: 'Into work' },
  scholing: { nl: 'Scholing', en: 'Training' },
};

/** A kind of trajectory as people say it. Suppliers name kinds freely: an unknown one is written as a word, not as a code. */
export function trajectoryWord(kind: string, locale: Locale): string {
  const known = words[kind.toLowerCase()];
  if (known !== undefined) return known[locale];
  const text = kind.replaceAll(/[-_]+/g, ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
}
