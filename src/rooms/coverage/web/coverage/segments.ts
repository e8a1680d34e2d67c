import type { Locale } from '../../../../platform/web/words.tsx';
import type { Segment } from '../../../../ui/charts/closure-bar.tsx';
import type { ShownNumber } from '../../../../ui/shown-number.ts';
import { addShown } from '../../../organisation/index.ts';
import { type NormState } from '../../index.ts';
import { stateSigns } from '../signs.ts';

/** The states of a norm's population as segments of a bar: what is missing first, together the population. */
export function segmentsOf(
  counts: Readonly<Record<NormState, ShownNumber>>,
  words: { readonly locale: Locale; readonly hrefOf: (state: NormState) => string },
): readonly Segment[] {
  return (Object.keys(stateSigns) as NormState[]).map((id) => {
    const { shape, colour, fill, group, [words.locale]: word } = stateSigns[id];
    return { id, word, shape, colour, fill, group, value: counts[id], href: words.hrefOf(id) };
  });
}

/** Of the states: who should be in view and is not. */
export function computeNotInView(counts: Readonly<Record<NormState, number>>): NotInView<number>;
export function computeNotInView(counts: Readonly<Record<NormState, ShownNumber>>): NotInView<ShownNumber>;
export function computeNotInView(counts: Readonly<Record<NormState, ShownNumber>>): NotInView<ShownNumber> {
  const late = addShown([counts.overdue, counts.overdue_planned]);
  return { late, notEnrolled: counts.not_enrolled, all: addShown([late, counts.not_enrolled]) };
}

interface NotInView<Count> {
  readonly late: Count;
  readonly notEnrolled: Count;
  readonly all: Count;
}
