import { Temporal } from 'temporal-polyfill';
import { zone } from '../time/zone.ts';

/** The clock of the product's facts: real time, or real time of day on a practice date. */
export interface Clock {
  /** RFC 3339 in UTC, with microseconds. */
  now(): string;
}

/** Real time, or the real time of day on `practiceDate` in Amsterdam: it stays that day, also past midnight. */
export function makeClock(practiceDate: string | null): Clock {
  if (practiceDate === null) return { now: () => Temporal.Now.instant().toString({ smallestUnit: 'microsecond' }) };
  const date = Temporal.PlainDate.from(practiceDate);
  return {
    now: () => {
      const plainTime = Temporal.Now.plainTimeISO(zone);
      const there = date.toZonedDateTime({ timeZone: zone, plainTime });
      return there.toInstant().toString({ smallestUnit: 'microsecond' });
    },
  };
}
