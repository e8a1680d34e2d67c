import { isShown, useShownNumbers } from '../../../ui/shown-number.ts';
import { Sub, Withheld } from '../../../ui/tables/cell.tsx';
import type { Difference } from './agreement.ts';
import { formatChanged } from './changed-value.ts';
import { useWords } from './words.ts';

/** A figure as known at a date with its two counts; withheld as a whole where one of them is. */
export function ChangedPair(props: { readonly found: Difference; readonly which: 'before' | 'after' }) {
  const { locale } = useWords();
  const { number } = useShownNumbers();
  const { found, which } = props;
  const { numerator, denominator } = found[which];
  if (!isShown(numerator) || !isShown(denominator)) return <Withheld />;
  return (
    <div>
      {formatChanged({ numerator, denominator, windowDays: found.windowDays }, locale)}
      <Sub>
        {number(numerator)} / {number(denominator)}
      </Sub>
    </div>
  );
}
