import { isTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';
import type { FigurePart } from './figure-measures.ts';
import type { NormState } from './norm-figure.ts';
import type { ShownFigures } from './shapes.ts';

/** How many benefits stand behind a part of a national figure, as far as the reader may see it. */
export function findShownPart(figures: ShownFigures, figure: string, part: FigurePart): ShownCount {
  if (figure === 'closure') return (figures.closure as Record<string, ShownCount>)[part] ?? 0;
  if (figure === 'wajong-inclusion') return (figures.inclusion as Record<string, ShownCount>)[part] ?? 0;
  const of = figures.norms[figure];
  if (of === undefined) return 0;
  switch (part) {
    case 'population':
      return of.population;
    case 'seen_year':
      return of.share_year?.[0] ?? TOO_SMALL;
    case 'not_seen_year':
      return missing(of.share_year);
    case 'seen_12m':
      return of.share_12m?.[0] ?? TOO_SMALL;
    case 'not_seen_12m':
      return missing(of.share_12m);
    case 'in_time':
      return of.share_in_time?.[0] ?? TOO_SMALL;
    case 'not_in_time':
      return missing(of.share_in_time);
    default:
      return of.states[part as NormState] ?? 0;
  }
}

/** Of a pair what is in the denominator and not in the numerator; a measure that the norm does not have is not shown. */
function missing(pair: readonly [ShownCount, ShownCount] | undefined): ShownCount {
  const [numerator, denominator] = pair ?? [TOO_SMALL, TOO_SMALL];
  return isTooSmall(numerator) || isTooSmall(denominator) ? TOO_SMALL : denominator - numerator;
}
