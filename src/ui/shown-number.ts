import { formatNumber, formatOutOf, formatShare, type NumberStyle } from './format.ts';
import { useWords } from './use-words.tsx';

/** A number, or the word that it is too small to show to this reader; never a zero in its place. */
export type ShownNumber = number | 'too_small';

export function isShown(value: ShownNumber): value is number {
  return value !== 'too_small';
}

/** Numbers in words of the screen's language, those too small to show in words that say so. */
export function useShownNumbers() {
  const { say, locale } = useWords();
  const tooSmall = say('ui.tooSmall');
  return {
    tooSmall,
    number: (value: ShownNumber, style?: NumberStyle) =>
      isShown(value) ? formatNumber(value, locale, style) : tooSmall,
    /** "27 van 33": said once where either is too small. */
    outOf: (numerator: ShownNumber, denominator: ShownNumber) =>
      isShown(numerator) && isShown(denominator) ? formatOutOf(numerator, denominator, locale) : tooSmall,
    /** A share as a percentage; of fewer than 100 as its two counts. */
    share: (numerator: ShownNumber, denominator: ShownNumber) => {
      if (!isShown(numerator) || !isShown(denominator)) return tooSmall;
      return formatShare(numerator, denominator, locale);
    },
  };
}
