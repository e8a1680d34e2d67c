import type { Locale } from '../../../platform/web/words.tsx';
import { formatNumber, formatPercent } from '../../../ui/format.ts';

/** A share in per cent; of a mean, whose denominator is days, contacts per client-year of as many days as its window has. */
export function formatChanged(
  pair: { readonly numerator: number; readonly denominator: number; readonly windowDays: number | null },
  locale: Locale,
): string {
  const { numerator, denominator, windowDays } = pair;
  if (denominator === 0) return '–';
  if (windowDays === null) return formatPercent(numerator / denominator, locale, { decimals: 1 });
  return formatNumber((numerator / denominator) * windowDays, locale, { decimals: 2 });
}
