import { Temporal } from 'temporal-polyfill';
import { zone } from '../../time/zone.ts';

/** When work is due: every day at this time in Amsterdam, `HH:MM`. */
export interface Schedule {
  readonly dailyAt: string;
}

/** The latest instant, at or before `now`, at which work was due: RFC 3339 in UTC. */
export function latestDue({ dailyAt }: Schedule, now: string): string {
  const at = Temporal.Instant.from(now);
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  const dueOn = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone: zone, plainTime: dailyAt }).toInstant();
  const dueToday = dueOn(today);
  const isPast = Temporal.Instant.compare(dueToday, at) <= 0;
  return (isPast ? dueToday : dueOn(today.subtract({ days: 1 }))).toString();
}
