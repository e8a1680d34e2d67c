import { refuseCount } from '../cells.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** A column of numbers, one per row. Integer days in an integer array are the fastest. */
export type NumberColumn = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Rows sorted into levels: `codes[i]` points into `labels`. */
export interface Grouping {
  readonly codes: NumberColumn;
  readonly labels: readonly string[];
}

/**
 * Durations under observation, one per row. A row may stand for `count` identical ones (a cell of arm x stratum x day x
 * cause), so that a study travels as counts and gives the same digits as its rows.
 */
export interface Spells {
  /** Time from the origin to the end of observation, >= 0, in any unit. */
  readonly time: NumberColumn;
  /** Why observation ended: 0 = censored, 1, 2, ... = the cause (1 = the event where there is one). */
  readonly cause: NumberColumn;
  /** Late entry: at risk only after this time, 0 <= entry < time. Absent = from the origin. */
  readonly entry?: NumberColumn | undefined;
  /** Whole numbers >= 0. Absent = 1 each. */
  readonly count?: NumberColumn | undefined;
  readonly group?: Grouping | undefined;
  readonly stratum?: Grouping | undefined;
}

/** Causes are small whole numbers: a table is kept per cause. */
const MAX_CAUSE = 254;

/**
 * Checks what every estimator of this folder asks of its rows; null when all is well. One pass per column, so that a
 * million rows cost a few milliseconds.
 * @param onlyOneEvent refuses causes beyond 1.
 */
export function checkSpells(spells: Spells, onlyOneEvent: boolean): NotEstimable | null {
  const { time, cause, entry, count, group, stratum } = spells;
  const n = time.length;
  if (n === 0) return notEstimable('too_few', 'n = 0');
  for (const column of [cause, entry, count, group?.codes, stratum?.codes]) {
    if (column !== undefined && column.length !== n) return notEstimable('unequal_lengths');
  }
  const refusal =
    checkDurations(time, 'time') ??
    checkCauses(cause, onlyOneEvent) ??
    (entry === undefined ? null : (checkDurations(entry, 'entry') ?? checkOrder(entry, time))) ??
    refuseCount({ count }, n);
  return refusal ?? checkCodes(group, 'group') ?? checkCodes(stratum, 'stratum');
}

/** Refuses a column of durations that has missing, infinite or negative ones; null when all is well. */
export function checkDurations(column: NumberColumn, name: string): NotEstimable | null {
  if (column instanceof Float64Array) {
    let sum = 0;
    for (let i = 0; i < column.length; i++) sum += column[i] as number;
    if (Number.isNaN(sum)) return notEstimable('missing_value', name);
    if (!Number.isFinite(sum)) return notEstimable('out_of_range', name);
  }
  return lowest(column) < 0 ? notEstimable('negative_duration', name) : null;
}

function lowest(column: NumberColumn): number {
  let smallest = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (value < smallest) smallest = value;
  }
  return smallest;
}

function checkCauses(cause: NumberColumn, onlyOneEvent: boolean): NotEstimable | null {
  const highest = onlyOneEvent ? 1 : MAX_CAUSE;
  for (let i = 0; i < cause.length; i++) {
    const value = cause[i] as number;
    if (value >= 0 && value <= highest && (value | 0) === value) continue;
    if (Number.isNaN(value)) return notEstimable('missing_value', onlyOneEvent ? 'event' : 'cause');
    return onlyOneEvent ? notEstimable('not_binary', 'event') : notEstimable('out_of_range', 'cause');
  }
  return null;
}

function checkOrder(entry: NumberColumn, exit: NumberColumn): NotEstimable | null {
  for (let i = 0; i < exit.length; i++) {
    if ((entry[i] as number) >= (exit[i] as number)) return notEstimable('entry_after_exit', `${i + 1}`);
  }
  return null;
}

function checkCodes(grouping: Grouping | undefined, name: string): NotEstimable | null {
  if (grouping === undefined) return null;
  const { codes, labels } = grouping;
  const levels = labels.length;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if (!(code >= 0 && code < levels)) {
      return notEstimable(Number.isNaN(code) ? 'missing_value' : 'out_of_range', name);
    }
  }
  return null;
}
