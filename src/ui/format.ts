import { localMomentOf } from '../time/local-moment.ts';
import { monthNames } from '../time/month-names.ts';
import type { Locale } from './messages.ts';

/**
 * Numbers and dates in words, in one place. Calendar dates are strings YYYY-MM-DD and stay strings:
 * no Date object, so no time zone can move a day. Spaces inside a date or between number and unit are hard.
 */

const HARD = '\u00a0';
const MINUS = '\u2212';

const SHORT_MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

const UNITS = {
  hour: { nl: ['uur', 'uur'], en: ['hour', 'hours'] },
  minute: { nl: ['minuut', 'minuten'], en: ['minute', 'minutes'] },
  day: { nl: ['dag', 'dagen'], en: ['day', 'days'] },
  week: { nl: ['week', 'weken'], en: ['week', 'weeks'] },
  month: { nl: ['maand', 'maanden'], en: ['month', 'months'] },
  year: { nl: ['jaar', 'jaar'], en: ['year', 'years'] },
  fte: { nl: ['fte', 'fte'], en: ['FTE', 'FTE'] },
} as const;

export type Unit = keyof typeof UNITS;

export interface NumberStyle {
  /** Exactly this many decimals; 0 unless said. */
  readonly decimals?: number;
  /** Write + before a positive number, for differences. */
  readonly signed?: boolean;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(date: string): Parts {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(date);
  if (!match) throw new RangeError(`not a calendar date: ${date}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3] ?? '1') };
}

/** "9.876", "5,3", "−0,56"; English "9,876", "5.3". Halves round away from zero. */
export function formatNumber(value: number, locale: Locale, style: NumberStyle = {}): string {
  const decimals = style.decimals ?? 0;
  const text = new Intl.NumberFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: true,
  }).format(Math.abs(value));
  const isZero = !/[1-9]/.test(text);
  if (isZero) return text;
  return value < 0 ? `${MINUS}${text}` : style.signed ? `+${text}` : text;
}

/** A fraction as "90%" or "90,4%": no space in either language. */
export function formatPercent(fraction: number, locale: Locale, style: NumberStyle = {}): string {
  return `${formatNumber(fraction * 100, locale, style)}%`;
}

/** A share: "90,4%" from 100 in the denominator on, below that "37 van 39"; nothing to divide by gives the counts too. */
export function formatShare(numerator: number, denominator: number, locale: Locale): string {
  return denominator < 100
    ? formatOutOf(numerator, denominator, locale)
    : formatPercent(numerator / denominator, locale, { decimals: 1 });
}

/** "1.344 van 1.486", English "1,344 of 1,486". */
export function formatOutOf(numerator: number, denominator: number, locale: Locale): string {
  const of = locale === 'nl' ? 'van' : 'of';
  return `${formatNumber(numerator, locale)}${HARD}${of}${HARD}${formatNumber(denominator, locale)}`;
}

/** "5,3 uur", "30 minuten", "+4,4 fte". */
export function formatQuantity(value: number, unit: Unit, words: { readonly locale: Locale } & NumberStyle): string {
  const one = value === 1 && (words.decimals ?? 0) === 0;
  return `${formatNumber(value, words.locale, words)}${HARD}${UNITS[unit][words.locale][one ? 0 : 1]}`;
}

/** A stretch of days: under 14 in days, from then on in whole weeks ("4 dagen", "26 weken"). */
export function formatDays(days: number, locale: Locale): string {
  return days < 14 ? formatQuantity(days, 'day', { locale }) : formatQuantity(Math.floor(days / 7), 'week', { locale });
}

/** "5,0–5,5". */
export function formatRange(from: number, to: number, style: { readonly locale: Locale } & NumberStyle): string {
  return `${formatNumber(from, style.locale, style)}–${formatNumber(to, style.locale, style)}`;
}

/** "14 maart 2019". */
export function formatDate(date: string, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  return [day, monthNames[locale][month - 1], year].join(HARD);
}

/** "14 maart". */
export function formatDayMonth(date: string, locale: Locale): string {
  const { month, day } = partsOf(date);
  return [day, monthNames[locale][month - 1]].join(HARD);
}

/** "september 2019", from a date or from YYYY-MM. */
export function formatMonth(date: string, locale: Locale): string {
  const { year, month } = partsOf(date);
  return [monthNames[locale][month - 1], year].join(HARD);
}

/** "sep 2019", for axes; without the year "sep". */
export function formatShortMonth(date: string, locale: Locale, withYear = true): string {
  const { year, month } = partsOf(date);
  const word = SHORT_MONTHS[locale][month - 1] ?? '';
  return withYear ? `${word}${HARD}${year}` : word;
}

/** "10.30 uur", English "10:30"; from HH:MM or a longer local time. */
export function formatTime(time: string, locale: Locale): string {
  const text = formatTimeInput(time, locale);
  return locale === 'nl' ? `${text}${HARD}uur` : text;
}

/** "2 september 2019, 6.00 uur" in Amsterdam, of an instant. */
export function formatMoment(instant: string, locale: Locale): string {
  const { date, time } = localMomentOf(instant);
  return `${formatDate(date, locale)}, ${formatTime(time, locale)}`;
}

/** What stands in a field: "10.30", English "10:30". */
export function formatTimeInput(time: string, locale: Locale): string {
  return `${Number(time.slice(0, 2))}${locale === 'nl' ? '.' : ':'}${time.slice(3, 5)}`;
}

/** What stands in a field: "13-9-2019", in both languages. */
export function formatDateInput(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${day}-${month}-${year}`;
}

/** A word that begins a sentence or stands alone. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
