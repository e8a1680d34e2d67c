import type { Locale } from '../../../platform/web/words.tsx';
import { formatNumber, formatShare } from '../../../ui/format.ts';
import { isShown } from '../../../ui/shown-number.ts';
import type { Difference } from './agreement.ts';

export interface Pair {
  readonly numerator: number;
  readonly denominator: number;
}

/** A figure as known at one of the two dates; null where one of its counts is too small to show. */
export function shownPair({ numerator, denominator }: Difference['before']): Pair | null {
  return isShown(numerator) && isShown(denominator) ? { numerator, denominator } : null;
}

/** A share; of a mean, whose denominator is days, contacts per client-year of as many days as its window has. */
export function formatChanged(pair: Pair & { readonly windowDays: Difference['windowDays'] }, locale: Locale): string {
  const { numerator, denominator, windowDays } = pair;
  if (denominator === 0) return '–';
  if (windowDays === null) return formatShare(numerator, denominator, locale);
  return formatNumber((numerator / denominator) * windowDays, locale, { decimals: 2 });
}

/** By how much a figure moved: in percentage points, of a mean in contacts; of fewer than 100 in its two counts. */
export type Moved =
  | { readonly unit: 'points' | 'mean'; readonly by: string }
  | { readonly unit: 'counts'; readonly numerator: string; readonly denominator: string }
  | null;

export function formatMoved(
  before: Pair,
  after: Pair,
  at: { readonly windowDays: number | null; readonly locale: Locale },
): Moved {
  const signed = (value: number, decimals = 0) => formatNumber(value, at.locale, { decimals, signed: true });
  if (before.denominator === 0 || after.denominator === 0) return null;
  const change = after.numerator / after.denominator - before.numerator / before.denominator;
  if (at.windowDays !== null) return { unit: 'mean', by: signed(change * at.windowDays, 2) };
  if (Math.min(before.denominator, after.denominator) >= 100) return { unit: 'points', by: signed(change * 100, 1) };
  return {
    unit: 'counts',
    numerator: signed(after.numerator - before.numerator),
    denominator: signed(after.denominator - before.denominator),
  };
}
