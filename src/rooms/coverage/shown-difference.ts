import { computeTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';
import type { Difference } from './difference.ts';
import type { Part } from './member.ts';

interface ShownPart {
  readonly numerator: ShownCount;
  readonly denominator: ShownCount;
}

/** A national difference as a reader of less than the nation may see it; `own` is that of the reader's offices. */
export function computeShownDifference(
  nation: Difference,
  own: Difference,
  { closed, measure }: { readonly closed: number; readonly measure: string },
): { before: ShownPart; after: ShownPart; count: ShownCount; closed: ShownCount } {
  const isMean = measure.startsWith('mean_');
  const changed = new Map([['changed', { nation: nation.changed.length, own: own.changed.length }]]);
  const isHidden = computeTooSmall(changed, []).size > 0;
  return {
    before: showPart(nation.before, own.before, isMean),
    after: showPart(nation.after, own.after, isMean),
    count: isHidden ? TOO_SMALL : nation.changed.length,
    closed: isHidden ? TOO_SMALL : closed,
  };
}

/** The days of a mean count nobody, but say how many there are: they go with its contacts. */
function showPart(nation: Part, own: Part, isMean: boolean): ShownPart {
  const counts = new Map([
    ['numerator', { nation: nation.numerator, own: own.numerator }],
    ...(isMean ? [] : [['denominator', { nation: nation.denominator, own: own.denominator }] as const]),
  ]);
  const hidden = computeTooSmall(counts, isMean ? [] : [{ total: 'denominator', parts: ['numerator'] }]);
  const hides = (id: string) => hidden.has(isMean ? 'numerator' : id);
  return {
    numerator: hides('numerator') ? TOO_SMALL : nation.numerator,
    denominator: hides('denominator') ? TOO_SMALL : nation.denominator,
  };
}
