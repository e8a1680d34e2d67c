import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Spells } from './spells.ts';
import { type TimeAxis, timeAxis } from './time-axis.ts';

/**
 * All that the estimators without covariates need of the rows: who left when and why, and how many were at risk, per
 * group. Its size follows the number of different times, not the number of rows.
 */
export interface RiskTable {
  /** Ascending; D of them. */
  readonly times: Float64Array;
  readonly labels: readonly string[];
  /** Number of causes K; cause 0 is censoring. */
  readonly causes: number;
  /** Exits of group g by cause k at times[j]: place (g * (K + 1) + k) * D + j. */
  readonly exits: Float64Array;
  /** At risk in group g just before times[j] (entry < times[j] <= exit): place g * D + j. */
  readonly atRisk: Float64Array;
  /** Rows per group, each as often as it counts. */
  readonly sizes: Float64Array;
}

/** The label of the only group where there is no grouping. */
export const ALL = 'all';

/** Numbers in a table, half a gigabyte of them: a column of people taken for groups would ask the square of its rows. */
const MOST_NUMBERS = 2 ** 26;

/**
 * Counts the rows of spells that passed `checkSpells` into a table, in O(rows + groups x causes x times).
 * @param causes number of causes where it is known; absent = looked up.
 *
 * Errors: `table_too_large` for groups x times beyond memory.
 */
export function riskTable(spells: Spells, causes = Math.max(1, highest(spells.cause))): RiskTable | NotEstimable {
  const axis = timeAxis(spells.time, spells.entry);
  const groups = spells.group?.labels.length ?? 1;
  const times = axis.times.length;
  if (groups > 1 && groups * times * (causes + 2) > MOST_NUMBERS)
    return notEstimable('table_too_large', `${groups} x ${times}`);
  return countTable(spells, axis, causes);
}

/** The table of all rows as one group, in one way out: never larger than the rows themselves. */
export function wholeTable({ time, cause, entry, count }: Spells): RiskTable {
  return countTable({ time, cause, entry, count }, timeAxis(time, entry), 1);
}

function countTable(spells: Spells, { times, code, entryCode }: TimeAxis, causes: number): RiskTable {
  const { cause, count, group } = spells;
  const labels = group?.labels ?? [ALL];
  const length = times.length;
  const exits = new Float64Array(labels.length * (causes + 1) * length);
  if (group === undefined && count === undefined) {
    for (let i = 0; i < code.length; i++) {
      const place = (cause[i] as number) * length + (code[i] as number);
      exits[place] = (exits[place] as number) + 1;
    }
  } else if (group !== undefined && count === undefined) {
    const codes = group.codes;
    const width = causes + 1;
    for (let i = 0; i < code.length; i++) {
      const place = ((codes[i] as number) * width + (cause[i] as number)) * length + (code[i] as number);
      exits[place] = (exits[place] as number) + 1;
    }
  } else {
    for (let i = 0; i < code.length; i++) {
      const row = (group?.codes[i] ?? 0) * (causes + 1) + (cause[i] as number);
      const place = row * length + (code[i] as number);
      exits[place] = (exits[place] as number) + (count?.[i] ?? 1);
    }
  }
  const entered = entryCode === null ? null : countEntries(spells, { entryCode, length, groups: labels.length });
  const { atRisk, sizes } = countAtRisk(exits, entered, { groups: labels.length, causes, length });
  return { times, labels, causes, exits, atRisk, sizes };
}

/** Deaths of group g from any cause at place j. */
export function eventsAt(table: RiskTable, g: number, j: number): number {
  const { exits, causes } = table;
  const length = table.times.length;
  let place = (g * (causes + 1) + 1) * length + j;
  let total = 0;
  for (let k = 1; k <= causes; k++) {
    total += exits[place] as number;
    place += length;
  }
  return total;
}

/** Last place at which someone of group g is still observed; -1 when the group is empty. */
export function lastPlace(table: RiskTable, g: number): number {
  const length = table.times.length;
  for (let j = length - 1; j >= 0; j--) if ((table.atRisk[g * length + j] as number) > 0) return j;
  return -1;
}

function highest(cause: Spells['cause']): number {
  let result = 0;
  for (let i = 0; i < cause.length; i++) if ((cause[i] as number) > result) result = cause[i] as number;
  return result;
}

/** Entries per group and place; who enters at a place is at risk from the next one. */
function countEntries(
  spells: Spells,
  shape: { readonly entryCode: Int32Array; readonly length: number; readonly groups: number },
): Float64Array {
  const { entryCode, length, groups } = shape;
  const entered = new Float64Array(groups * length);
  for (let i = 0; i < entryCode.length; i++) {
    const place = (spells.group?.codes[i] ?? 0) * length + (entryCode[i] as number);
    entered[place] = (entered[place] as number) + (spells.count?.[i] ?? 1);
  }
  return entered;
}

function countAtRisk(
  exits: Float64Array,
  entered: Float64Array | null,
  shape: { readonly groups: number; readonly causes: number; readonly length: number },
): { atRisk: Float64Array; sizes: Float64Array } {
  const { groups, causes, length } = shape;
  const atRisk = new Float64Array(groups * length);
  const sizes = new Float64Array(groups);
  for (let g = 0; g < groups; g++) {
    let left = 0;
    let total = 0;
    for (let j = length - 1; j >= 0; j--) {
      let gone = 0;
      for (let k = 0; k <= causes; k++) gone += exits[(g * (causes + 1) + k) * length + j] as number;
      total += gone;
      left += gone;
      if (entered !== null) left -= entered[g * length + j] as number;
      atRisk[g * length + j] = left;
    }
    sizes[g] = total;
  }
  return { atRisk, sizes };
}
