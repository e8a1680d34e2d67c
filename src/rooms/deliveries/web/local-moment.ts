import type { Locale } from '../../../platform/web/words.tsx';
import { formatDate, formatTime } from '../../../ui/format.ts';

/** "2 september 2019, 6.00 uur" in Amsterdam, of an instant. */
export function momentText(instant: string, locale: Locale): string {
  const style = { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' } as const;
  // the Swedish way of writing is YYYY-MM-DD HH:MM
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv-SE', style).format(Date.parse(instant)).split(' ');
  return `${formatDate(date, locale)}, ${formatTime(time, locale)}`;
}
