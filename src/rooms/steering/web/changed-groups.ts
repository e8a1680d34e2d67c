import { isShown, type ShownNumber } from '../../../ui/shown-number.ts';
import type { Difference } from './agreement.ts';

type Line = Difference['lines'][number];

export interface ChangedGroup {
  readonly group: Difference['groups'][number];
  /** Whether its lines stand on this page, go on here from a page before, or stand on other pages only. */
  readonly where: 'here' | 'continued' | 'other';
  readonly lines: readonly Line[];
}

/** Every group with its lines of this page; the sums are those of all pages, so that each page adds up to the difference. */
export function groupLines(
  { groups, lines }: Pick<Difference, 'groups' | 'lines'>,
  start: number,
): readonly ChangedGroup[] {
  let before = 0;
  return groups.map((group) => {
    const first = before;
    before += group.count;
    const own = lines.filter((line) => line.reasons[0]?.code === group.code);
    return { group, lines: own, where: own.length === 0 ? 'other' : first < start ? 'continued' : 'here' };
  });
}

export interface ClosedPart {
  readonly count: ShownNumber;
  readonly numerator: number;
  readonly denominator: number;
}

/** What those that may not be opened add to the difference: what the groups leave over; null where it is not shown. */
export function closedPart({ before, after, groups, closed }: Difference): ClosedPart | null {
  const rest = (which: 'numerator' | 'denominator') => {
    const [was, is] = [before[which], after[which]];
    return isShown(was) && isShown(is) ? groups.reduce((left, group) => left - group[which], is - was) : null;
  };
  const [numerator, denominator] = [rest('numerator'), rest('denominator')];
  if (closed === 0 || numerator === null || denominator === null) return null;
  return { count: closed, numerator, denominator };
}
