import { Temporal } from 'temporal-polyfill';
import { addMonths as addMonthsTo, dateOfDayNumber, dayNumberOf } from '../time/calendar-date.ts';
import { civilDate, dayNumber, weekday } from '../time/day-number.ts';
import { zone } from '../time/zone.ts';

/** A calendar date as the number of days since 1 January 1970: what the demo adds to and compares by the million. */
export type Day = number;

/** A local moment in Amsterdam as minutes since 1 January 1970, 00.00 hours there. */
export type Minute = number;

/** `YYYY-MM-DD` to a day. */
export function day(text: string): Day {
  return dayNumberOf(text);
}

const written = new Map<Day, string>();

/** A day to `YYYY-MM-DD`. */
export function dayText(value: Day): string {
  return kept(written, value, () => dateOfDayNumber(value));
}

export function yearOf(value: Day): number {
  return civilDate(value).year;
}

/** The same day number so many months on, clamped to the last day of that month. */
export function addMonths(value: Day, months: number): Day {
  return dayNumberOf(addMonthsTo(dayText(value), months));
}

/** The first day of the month `index` months after January 1970. */
export function monthStart(index: number): Day {
  const years = Math.floor(index / 12);
  return dayNumber(1970 + years, index - years * 12 + 1, 1);
}

/** Months since January 1970. */
export function monthIndex(value: Day): number {
  const { year, month } = civilDate(value);
  return (year - 1970) * 12 + month - 1;
}

const friday = 4;

/** The day itself, or the Monday after when it falls in a weekend. */
export function workday(value: Day): Day {
  const place = weekday(value);
  return place > friday ? value + 7 - place : value;
}

export function moment(value: Day, hour: number, minute = 0): Minute {
  return value * 1440 + hour * 60 + minute;
}

export function dayOf(value: Minute): Day {
  return Math.floor(value / 1440);
}

/** RFC 3339 with the offset of Amsterdam on that day. */
export function momentText(value: Minute): string {
  const date = dayOf(value);
  const minutes = value - date * 1440;
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${dayText(date)}T${time}:00${offsetOn(date)}`;
}

const offsets = new Map<Day, string>();
const noon = Temporal.PlainTime.from('12:00');

/** That of noon: nothing in the demo happens in the night in which the clock moves. */
function offsetOn(date: Day): string {
  const found = () =>
    Temporal.PlainDate.from(dayText(date)).toZonedDateTime({ timeZone: zone, plainTime: noon }).offset;
  return kept(offsets, date, found);
}

function kept(all: Map<Day, string>, key: Day, make: () => string): string {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}
