import type { NumberColumn } from './spells.ts';

/** The moments at which something may happen, ascending, and for each row the place of its time among them. */
export interface TimeAxis {
  readonly times: Float64Array;
  readonly code: Int32Array;
  /** Place of the entry time; the row is at risk at places after it. -1 = from the origin. */
  readonly entryCode: Int32Array | null;
}

/**
 * Lays the times of rows on one axis. Whole numbers in a range that is not far wider than the number of rows (days) are
 * their own place, so nothing is sorted; anything else is sorted once. Times are equal only when their digits are.
 */
export function timeAxis(time: NumberColumn, entry?: NumberColumn): TimeAxis {
  const days = asDays(time);
  const entryDays = entry === undefined ? null : asDays(entry);
  if (days === null || (entry !== undefined && entryDays === null)) return sortedAxis(time, entry);
  let low = days.low;
  let high = days.high;
  if (entryDays !== null) {
    low = Math.min(low, entryDays.low);
    high = Math.max(high, entryDays.high);
  }
  // Days that begin near zero keep their own number, which saves a copy of the column.
  if (low < 4096) low = 0;
  const length = high - low + 1;
  if (length > Math.max(65_536, 2 * time.length)) return sortedAxis(time, entry);
  const times = new Float64Array(length);
  for (let j = 0; j < length; j++) times[j] = low + j;
  return { times, code: shifted(days.code, low), entryCode: entryDays === null ? null : shifted(entryDays.code, low) };
}

/** Last place whose time is <= t; -1 when t lies before all. */
export function placeAtOrBefore(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Days {
  readonly code: Int32Array;
  readonly low: number;
  readonly high: number;
}

/** The column as whole numbers with its range; null when a value is not a whole number. */
function asDays(column: NumberColumn): Days | null {
  const n = column.length;
  const code = column instanceof Int32Array ? column : new Int32Array(n);
  let low = 0x7fffffff;
  let high = -1;
  for (let i = 0; i < n; i++) {
    const value = column[i] as number;
    const day = value | 0;
    if (day !== value) return null;
    code[i] = day;
    if (day < low) low = day;
    if (day > high) high = day;
  }
  return { code, low, high };
}

function shifted(code: Int32Array, low: number): Int32Array {
  if (low === 0) return code;
  const result = new Int32Array(code.length);
  for (let i = 0; i < code.length; i++) result[i] = (code[i] as number) - low;
  return result;
}

function sortedAxis(time: NumberColumn, entry: NumberColumn | undefined): TimeAxis {
  const all = new Float64Array(time.length + (entry?.length ?? 0));
  all.set(time);
  if (entry !== undefined) all.set(entry, time.length);
  all.sort();
  let length = 0;
  for (let i = 0; i < all.length; i++) {
    if (i === 0 || all[i] !== all[i - 1]) all[length++] = all[i] as number;
  }
  const times = all.slice(0, length);
  return {
    times,
    code: placesOf(times, time),
    entryCode: entry === undefined ? null : placesOf(times, entry),
  };
}

function placesOf(times: Float64Array, column: NumberColumn): Int32Array {
  const code = new Int32Array(column.length);
  for (let i = 0; i < column.length; i++) code[i] = placeAtOrBefore(times, column[i] as number);
  return code;
}
