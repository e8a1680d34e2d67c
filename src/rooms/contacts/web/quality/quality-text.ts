import type { Locale } from '../../../../platform/web/words.tsx';
import { formatDate, formatOutOf, formatPercent, formatQuantity } from '../../../../ui/format.ts';
import { type Group, groupOf, profileSchemesOf, type QualityUnit } from './quality-unit.ts';
import type { QualityWords } from './words.ts';

/** "dezelfde dag", "1 dag", "1,5 dagen"; null without held contacts. */
export function medianText(days: number | null, { say, locale }: QualityWords): string | null {
  if (days === null) return null;
  if (days <= 0) return say('sameDay');
  return formatQuantity(days, 'day', { locale, decimals: Number.isInteger(days) ? 0 : 1 });
}

/** A share as number and unit: below 100 contacts "37 van 39" without a percentage. */
export function shareParts(
  of: { readonly part: number; readonly whole: number },
  locale: Locale,
): { readonly value: string; readonly unit?: string } {
  if (of.whole < 100) return { value: formatOutOf(of.part, of.whole, locale) };
  return { value: formatPercent(of.part / of.whole, locale, { decimals: 1 }).replace('%', ''), unit: '%' };
}

export function shareText(of: { readonly part: number; readonly whole: number }, locale: Locale): string {
  const { value, unit = '' } = shareParts(of, locale);
  return `${value}${unit}`;
}

/** "WIA en Wajong", "WW", "alle regelingen". */
export function groupText(group: Group, { say }: QualityWords): string {
  return say(`group.${group}`);
}

/** Whose profiles stand beside the contacts of a group. */
export function profileGroupText(group: Group, words: QualityWords): string {
  return profileSchemesOf(group) === 'WAJONG' ? 'Wajong' : groupText(group, words);
}

/** Schemes of an address in words: a group, or one scheme by its label. */
export function schemesText(
  schemes: string | undefined,
  { words, label }: { readonly words: QualityWords; readonly label: (scheme: string) => string },
): string {
  return schemes === undefined || schemes.includes(',') ? groupText(groupOf(schemes), words) : label(schemes);
}

/** "Nederland", "district Noord", "vestiging Heerlen". */
export function unitText(unit: QualityUnit, { say }: QualityWords): string {
  return unit.level === 'nation' ? say('nation') : say(unit.level, { name: unit.name });
}

export function asOfText(dates: { readonly at: string; readonly known: string }, words: QualityWords): string {
  const { say, locale } = words;
  return say('asOf', { at: formatDate(dates.at, locale), known: formatDate(dates.known, locale) });
}

/** A word of a list at the head of a column or a line. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
}
