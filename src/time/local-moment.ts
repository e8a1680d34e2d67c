import { zone } from './zone-name.ts';

/** A day and a time of day in Amsterdam: YYYY-MM-DD and HH:MM. */
export interface LocalMoment {
  readonly date: string;
  readonly time: string;
}

/** The local day and time of an instant, as text or in milliseconds. Light enough for the browser: it asks its own calendar. */
export function localMomentOf(instant: string | number): LocalMoment {
  // the Swedish way of writing is YYYY-MM-DD HH:MM; midnight is 00:00
  const [date = '', time = ''] = written.format(typeof instant === 'number' ? instant : Date.parse(instant)).split(' ');
  return { date, time };
}

const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
