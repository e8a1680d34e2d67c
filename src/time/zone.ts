import { Temporal } from 'temporal-polyfill';
import { zone } from './zone-name.ts';

export { zone };

/** The calendar date in Amsterdam of an instant. */
export function dateOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The instant at which `date` has ended in Amsterdam: known "at" a date means known before this. */
export function endOfDay(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}
