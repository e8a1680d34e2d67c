/** A calendar date as the number of days since 1 January 1970. */
export type Day = number;

/** A local moment in Amsterdam as minutes since 1 January 1970, 00.00 hours there. */
export type Minute = number;

const dayLength = 86_400_000;

/** `YYYY-MM-DD` to a day. */
export function day(text: string): Day {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / dayLength;
}

const written = new Map<Day, string>();

/** A day to `YYYY-MM-DD`. */
export function dayText(value: Day): string {
  const known = written.get(value);
  if (known !== undefined) return known;
  const text = new Date(value * dayLength).toISOString().slice(0, 10);
  written.set(value, text);
  return text;
}

export function yearOf(value: Day): number {
  return Number(dayText(value).slice(0, 4));
}

/** The same day number so many months on, clamped to the last day of that month. */
export function addMonths(value: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = dayText(value).split('-').map(Number);
  const first = Date.UTC(year, month - 1 + months, 1);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return first / dayLength + Math.min(date, last) - 1;
}

/** The first day of the month `index` months after January 1970. */
export function monthStart(index: number): Day {
  return Date.UTC(1970, index, 1) / dayLength;
}

/** Months since January 1970. */
export function monthIndex(value: Day): number {
  const text = dayText(value);
  return (Number(text.slice(0, 4)) - 1970) * 12 + Number(text.slice(5, 7)) - 1;
}

/** The day itself, or the Monday after when it falls in a weekend. */
export function workday(value: Day): Day {
  const weekday = (((value + 4) % 7) + 7) % 7; // 1 January 1970 was a Thursday; 0 = Sunday
  if (weekday === 6) return value + 2;
  return weekday === 0 ? value + 1 : value;
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
  return `${dayText(date)}T${time}:00${isSummer(date) ? '+02:00' : '+01:00'}`;
}

const summers = new Map<Day, boolean>();

/** Summer time from the last Sunday of March up to that of October; nothing in the demo happens at night. */
function isSummer(date: Day): boolean {
  const known = summers.get(date);
  if (known !== undefined) return known;
  const year = yearOf(date);
  const found = date >= lastSunday(year, 2) && date < lastSunday(year, 9);
  summers.set(date, found);
  return found;
}

function lastSunday(year: number, month: number): Day {
  const last = Date.UTC(year, month + 1, 0) / dayLength;
  return last - ((last + 4) % 7);
}
