import type { Words } from '../../platform/contract.ts';
import { monthNames } from '../../time/month-names.ts';
import { isTooSmall, type ShownCount } from '../organisation/index.ts';

/** A no-break space: a date or a number with its unit stays on one line. */
const hard = '\u00a0';

/** "14 maart 2019", "14 March 2019". */
export function dateWords(date: string): Words {
  const [year = '', month = '', day = ''] = date.split('-');
  const say = (names: readonly string[]) => [Number(day), names[Number(month) - 1], year].join(hard);
  return { nl: say(monthNames.nl), en: say(monthNames.en) };
}

/** "26 weken", "4 dagen": weeks from 14 days on, whole ones. */
export function durationWords(days: number): Words {
  if (days >= 14) return count(Math.floor(days / 7), ['week', 'weken'], ['week', 'weeks']);
  return count(days, ['dag', 'dagen'], ['day', 'days']);
}

export function termWords(term: { readonly months?: number | undefined; readonly days?: number | undefined }): Words {
  if (term.months !== undefined) return count(term.months, ['maand', 'maanden'], ['month', 'months']);
  return count(term.days ?? 0, ['dag', 'dagen'], ['day', 'days']);
}

/** A whole number as it is written: 9.876 and 9,876. */
export function numberWords(value: number): Words {
  const grouped = (mark: string) => String(value).replaceAll(/\B(?=(\d{3})+$)/g, mark);
  return { nl: grouped('.'), en: grouped(',') };
}

/** A count as it is written, or that it is too small to show. */
export function countWords(value: ShownCount): Words {
  return isTooSmall(value) ? { nl: 'te klein om te tonen', en: 'too small to show' } : numberWords(value);
}

function count(n: number, nl: readonly [string, string], en: readonly [string, string]): Words {
  return { nl: `${n}${hard}${n === 1 ? nl[0] : nl[1]}`, en: `${n}${hard}${n === 1 ? en[0] : en[1]}` };
}

/** Builds a sentence in both languages from parts that are words in both. */
export function say(build: (in_: (words: Words) => string, language: 'nl' | 'en') => string): Words {
  return { nl: build((w) => w.nl, 'nl'), en: build((w) => w.en, 'en') };
}
