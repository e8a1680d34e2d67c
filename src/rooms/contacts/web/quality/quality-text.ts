import { formatDate, formatOutOf, formatPercent, formatQuantity } from '../../../../ui/format.ts';
import { isShown, type ShownNumber } from '../../../../ui/shown-number.ts';
import { type Group, groupOf, profileSchemesOf, type QualityUnit } from './quality-unit.ts';
import type { QualityWords } from './words.ts';

/** "dezelfde dag", "1 dag", "1,5 dagen"; null without held contacts. */
export function medianText(days: ShownNumber | null, { say, locale }: QualityWords): string | null {
  if (days === null) return null;
  if (!isShown(days)) return say('tooSmall');
  if (days <= 0) return say('sameDay');
  return formatQuantity(days, 'day', { locale, decimals: Number.isInteger(days) ? 0 : 1 });
}

interface Share {
  readonly part: ShownNumber;
  readonly whole: ShownNumber;
}

/** A share as number and unit: below 100 contacts "37 van 39" without a percentage. */
export function shareParts(
  { part, whole }: Share,
  { say, locale }: Pick<QualityWords, 'say' | 'locale'>,
): { readonly value: string; readonly unit?: string; readonly withheld?: boolean } {
  if (!isShown(part) || !isShown(whole)) return { value: say('tooSmall'), withheld: true };
  if (whole < 100) return { value: formatOutOf(part, whole, locale) };
  return { value: formatPercent(part / whole, locale, { decimals: 1 }).replace('%', ''), unit: '%' };
}

export function shareText(of: Share, words: Pick<QualityWords, 'say' | 'locale'>): string {
  const { value, unit = '' } = shareParts(of, words);
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
