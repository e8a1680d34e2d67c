import type { OutputOf } from '../../../../platform/contract.ts';
import { isShown } from '../../../../ui/shown-number.ts';
import type { showCohorts } from '../../index.ts';

export type Quarter = OutputOf<typeof showCohorts>['quarters'][number];
type Point = Quarter['points'][number];

/** Months after entry at which a cohort is measured. */
export const measuredMonths = [1, 2, 3, 6, 9, 12] as const;
/** Below this many benefits a share is written as its counts, and has no line. */
export const smallestLine = 100;

/** "2019-Q1" as its parts. */
export function readQuarter(quarter: string): { readonly year: string; readonly nth: 1 | 2 | 3 | 4 } {
  const [year = '', nth = '1'] = quarter.split('-Q');
  return { year, nth: Number(nth) as 1 | 2 | 3 | 4 };
}

export function pointAt(quarter: Quarter, months: number): Point | undefined {
  return quarter.points.find((point) => point.months === months);
}

/** The latest quarters that have had their first month. */
export function listReached(quarters: readonly Quarter[], most: number): readonly Quarter[] {
  return quarters.filter((quarter) => quarter.points.length > 0).slice(-most);
}

/** Whether shares may be drawn: no point is too small to show or stands on fewer than a hundred. */
export function isLine(quarter: Quarter): boolean {
  return quarter.points.every(
    ({ numerator, denominator }) => isShown(numerator) && isShown(denominator) && denominator >= smallestLine,
  );
}

/**
 * Shares of a line (`isLine`) by month from entry, where nobody has been spoken to yet, to the last month measured. Between two measured
 * months the line is straight; those months stand in no table.
 */
export function sharesOf(quarter: Quarter): readonly number[] {
  const known = [
    { months: 0, share: 0 },
    ...quarter.points
      .toSorted((a, b) => a.months - b.months)
      .map((point) => ({
        months: point.months,
        share: point.denominator === 0 ? 0 : Number(point.numerator) / Number(point.denominator),
      })),
  ];
  const last = known.at(-1)?.months ?? 0;
  return Array.from({ length: last + 1 }, (_, month) => {
    const next = known.findIndex((point) => point.months >= month);
    const [from, to] = [known[Math.max(0, next - 1)], known[next]];
    if (from === undefined || to === undefined) return 0;
    if (to.months === month) return to.share;
    return from.share + ((month - from.months) / (to.months - from.months)) * (to.share - from.share);
  });
}

/** The latest quarter that reached so many months, with the same quarter a year earlier. */
export function compareYears(
  quarters: readonly Quarter[],
  months: number,
): { readonly quarter: Quarter; readonly now: Point; readonly before: Point | undefined } | null {
  const quarter = quarters.findLast((each) => pointAt(each, months) !== undefined);
  const now = quarter === undefined ? undefined : pointAt(quarter, months);
  if (quarter === undefined || now === undefined) return null;
  const { year, nth } = readQuarter(quarter.quarter);
  const earlier = quarters.find((each) => each.quarter === `${Number(year) - 1}-Q${nth}`);
  return { quarter, now, before: earlier === undefined ? undefined : pointAt(earlier, months) };
}
