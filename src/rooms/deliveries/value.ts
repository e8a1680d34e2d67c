import { addDays, dayNumberOf, isDate } from '../../time/calendar-date.ts';

const microsPerSecond = 1_000_000;
const secondsPerDay = 86_400;

/** The day after a date that exists; null after 9999-12-31. */
export function nextDay(date: string): string | null {
  return date === '9999-12-31' ? null : addDays(date, 1);
}

const instantForm = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/** An RFC 3339 moment with offset as microseconds since 1970 (finer digits are cut); null when it is none. */
export function parseInstant(text: string): number | null {
  const parts = instantForm.exec(text);
  if (parts === null) return null;
  const [, date = '', hours, minutes, seconds, fraction, sign, offsetHours, offsetMinutes] = parts;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  const [oh, om] = [Number(offsetHours ?? 0), Number(offsetMinutes ?? 0)];
  if (!isDate(date) || h > 23 || m > 59 || s > 60 || oh > 23 || om > 59) return null;
  const offset = (oh * 60 + om) * 60 * (sign === '-' ? -1 : 1);
  const secondsOfDay = h * 3600 + m * 60 + s - offset;
  // A leap second is the last of a day in UTC.
  if (s === 60 && ((secondsOfDay % secondsPerDay) + secondsPerDay) % secondsPerDay !== 0) return null;
  const micros = fraction === undefined ? 0 : Number(fraction.slice(1, 7).padEnd(6, '0'));
  return (dayNumberOf(date) * secondsPerDay + secondsOfDay) * microsPerSecond + micros;
}

const offsetLimit = /[+-](1[6-9]|2[0-3]):/;

/** The moment as PostgreSQL takes it: it knows offsets up to 16 hours only. */
export function instantText(text: string, micros: number): string {
  if (!offsetLimit.test(text.slice(19))) return text;
  const seconds = Math.floor(micros / microsPerSecond);
  const rest = String(micros - seconds * microsPerSecond).padStart(6, '0');
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${rest}Z`;
}

/** Nine digits, not all zero, whose weighted sum is divisible by 11. */
export function isBsn(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  let sum = -Number(text.charAt(8));
  for (let at = 0; at < 8; at += 1) sum += (9 - at) * Number(text.charAt(at));
  return sum % 11 === 0;
}

/** Characters are code points. */
export function isMoreThan(text: string, characters: number): boolean {
  return text.length > characters && (text.length > 2 * characters || Array.from(text).length > characters);
}
