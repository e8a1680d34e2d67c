import { Temporal } from 'temporal-polyfill';
import { zone } from '../time/zone.ts';

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
