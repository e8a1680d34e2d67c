import { computeTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';

/** A cohort so many months after its entry. */
interface Point {
  readonly quarter: string;
  readonly months: number;
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Points of the nation as a reader may see them whose own offices have the points `own`. Each point is guarded by
 * itself: the difference of two months of a cohort is not.
 */
export function computeShownPoints(
  nation: readonly Point[],
  own: readonly Point[],
): readonly (Omit<Point, 'numerator' | 'denominator'> & { numerator: ShownCount; denominator: ShownCount })[] {
  return nation.map((point) => {
    const mine = own.find((of) => of.quarter === point.quarter && of.months === point.months);
    const count = (key: 'numerator' | 'denominator') => [key, { nation: point[key], own: mine?.[key] ?? 0 }] as const;
    const hidden = computeTooSmall(new Map([count('numerator'), count('denominator')]), [
      { total: 'denominator', parts: ['numerator'] },
    ]);
    return {
      ...point,
      numerator: hidden.has('numerator') ? TOO_SMALL : point.numerator,
      denominator: hidden.has('denominator') ? TOO_SMALL : point.denominator,
    };
  });
}
