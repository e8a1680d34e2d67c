import { formatNumber } from '../../../ui/format.ts';
import { Sub, Withheld } from '../../../ui/tables/cell.tsx';
import type { Difference } from './agreement.ts';
import { formatChanged, formatMoved, shownPair } from './changed-value.ts';
import { useWords } from './words.ts';

/** A figure as known at a date with its two counts; withheld as a whole where one of them is. */
export function ChangedPair(props: { readonly found: Difference; readonly which: 'before' | 'after' }) {
  const { say, locale } = useWords();
  const { windowDays } = props.found;
  const pair = shownPair(props.found[props.which]);
  if (pair === null) return <Withheld />;
  const value = formatChanged({ ...pair, windowDays }, locale);
  const counts =
    windowDays === null
      ? say('of.share', {
          numerator: formatNumber(pair.numerator, locale),
          denominator: formatNumber(pair.denominator, locale),
        })
      : say('of.mean', {
          numerator: formatNumber(pair.numerator, locale),
          denominator: formatNumber(pair.denominator / windowDays, locale),
        });
  return (
    <div>
      {value}
      {value === counts.replaceAll(' ', '\u00a0') ? null : <Sub>{counts}</Sub>}
    </div>
  );
}

/** By how much the figure moved, with its unit. */
export function ChangedBy({ found }: { readonly found: Difference }) {
  const { say, locale } = useWords();
  const [before, after] = [shownPair(found.before), shownPair(found.after)];
  if (before === null || after === null) return <Withheld />;
  const moved = formatMoved(before, after, { windowDays: found.windowDays, locale });
  if (moved === null) return '–';
  return moved.unit === 'counts' ? say('moved.counts', moved) : say(`moved.${moved.unit}`, moved);
}
