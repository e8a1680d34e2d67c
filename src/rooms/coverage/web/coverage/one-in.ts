import type { Locale } from '../../../../platform/web/words.tsx';

const numerals: Readonly<Record<Locale, readonly string[]>> = {
  nl: 'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig'.split(
    ' ',
  ),
  en: 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  ),
};

export interface OneIn {
  /** The number in words up to twenty, from then on in digits. */
  readonly n: string;
  /** `more`: more than one in n; `less`: nearly. */
  readonly how: 'even' | 'more' | 'less';
}

/** A share as "one in six"; null for a half or more and for nobody, where the counts say it better. */
export function computeOneIn(part: number, whole: number, locale: Locale): OneIn | null {
  if (part <= 0 || whole / part < 1.75) return null;
  const exact = whole / part;
  const near = Math.max(2, Math.round(exact));
  const off = exact - near;
  return {
    n: numerals[locale][near - 2] ?? String(near),
    how: off < -0.25 ? 'more' : off > 0.25 ? 'less' : 'even',
  };
}
