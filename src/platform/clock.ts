import { Temporal } from 'temporal-polyfill';

export const zone = 'Europe/Amsterdam';

/** The clock of the product's facts: real time, or real time of day on a practice date. */
export interface Clock {
  /** RFC 3339 in UTC, with microseconds. */
  now(): string;
}

/** Real time shifted by whole days so that today is `practiceDate` in Amsterdam. */
export function makeClock(practiceDate: string | null): Clock {
  if (practiceDate === null) return { now: () => Temporal.Now.instant().toString({ smallestUnit: 'microsecond' }) };
  const target = Temporal.PlainDate.from(practiceDate);
  const days = Temporal.Now.plainDateISO(zone).until(target, { largestUnit: 'day' }).days;
  return {
    now: () => Temporal.Now.zonedDateTimeISO(zone).add({ days }).toInstant().toString({ smallestUnit: 'microsecond' }),
  };
}

/** The calendar date in Amsterdam of an instant. */
export function dateOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The instant at which `date` has ended in Amsterdam: known "at" a date means known before this. */
export function endOfDay(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}
