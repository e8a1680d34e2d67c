import { dateOfDayNumber, dayNumberOf } from '../time/calendar-date.ts';

/** What people type in a field, read as plain data. `undefined` is "not understood"; the typed text is kept by the field. */

/** "13-9-2019", "13/9/2019", "13 09 2019" or "2019-09-13" as YYYY-MM-DD; a day that does not exist is not understood. */
export function parseDateInput(typed: string): string | undefined {
  const text = typed.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : dayFirst ? dayFirst.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dateOfDayNumber(dayNumberOf(date)) === date ? date : undefined;
}

/** "10.30", "10:30", "1030" or "9" as HH:MM. */
export function parseTimeInput(typed: string): string | undefined {
  const text = typed.trim().replace(/\s*uur$/, '');
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * A number as typed ("30", "5,3", "5.3") in plain notation "5.3". One mark with three digits behind it may be a thousand or
 * a decimal ("1.000", "1,000"): that is not understood, so that nobody enters 1 who means a thousand.
 */
export function parseNumberInput(typed: string): string | undefined {
  const text = typed.trim().replace(',', '.').replace('\u2212', '-');
  const isDoubtful = /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);
  return /^-?\d+(\.\d+)?$/.test(text) && !isDoubtful ? String(Number(text)) : undefined;
}
