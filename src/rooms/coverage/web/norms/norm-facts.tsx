import { formatDate } from '../../../../ui/format.ts';
import { Facts } from '../../../../ui/frame/section.tsx';
import type { NormShown } from '../../index.ts';
import { useNormWords } from './words.ts';

/** A norm in plain sentences made from its data: who, what counts, when, target, where it comes from, which version. */
export function NormFacts({ norm, small }: { readonly norm: NormShown; readonly small?: boolean | undefined }) {
  const { say, locale } = useNormWords();
  const period = usePeriod();
  const { population, counts, obligations, target } = norm.sentences;
  return (
    <Facts
      small={small}
      facts={[
        { term: say('who'), detail: population[locale] },
        { term: say('counts'), detail: withoutLabel(counts[locale]) },
        { term: say('when'), detail: obligations[locale] },
        { term: say('target'), detail: target === null ? say('noTarget') : withoutLabel(target[locale]) },
        { term: say('source'), detail: norm.source === '' ? say('noSource') : norm.source },
        { term: say('version'), detail: say('versionOf', { version: norm.version, period: period(norm) }) },
        { term: say('enteredBy'), detail: norm.enteredBy ?? say('preset') },
      ]}
    />
  );
}

/** "vanaf 1 januari 2017", "van 1 januari 2017 tot en met 31 december 2019". */
export function usePeriod(): (norm: Pick<NormShown, 'validFrom' | 'validTo'>) => string {
  const { say, locale } = useNormWords();
  return ({ validFrom, validTo }) =>
    validTo === null
      ? say('from', { from: formatDate(validFrom, locale) })
      : say('fromTo', { from: formatDate(validFrom, locale), to: formatDate(validTo, locale) });
}

/** "Telt: een gevoerd gesprek." under the term "Wat telt" is "Een gevoerd gesprek." */
export function withoutLabel(sentence: string): string {
  const text = sentence.replace(/^[\p{L} ]+: /u, '');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
