import type { NumberColumn } from '../spells.ts';
import { rowsByCode } from '../strata.ts';
import { timeAxis } from '../time-axis.ts';
import type { CoxRows } from './cox-rows.ts';
import { forEachBlock, type ScaledColumns, scaledColumns } from './scaled-columns.ts';

/**
 * The risk sets of a Cox model without listing them: the distinct event times of each stratum are numbered (slots), and a
 * row is at risk at the slots after `before` until and with `last`. Sums over risk sets are then differences of running
 * sums over slots, so one evaluation is O(rows x p^2) with or without late entry. Each stratum begins with an empty
 * slot that stands for "before any event".
 */
export interface RiskSets extends ScaledColumns {
  /** Place in the caller's columns of each row; null = the same order. */
  readonly order: Uint32Array | null;
  readonly last: Int32Array;
  /** Null = at risk from the origin: `first` of the stratum. */
  readonly before: Int32Array | null;
  readonly event: Uint8Array;
  readonly count: Float64Array | null;
  /** Stratum s has the slots `first[s]` .. `first[s + 1] - 1`, the first of them empty. */
  readonly first: Int32Array;
  readonly slotTime: Float64Array;
  readonly deaths: Float64Array;
  /** Sum of the scaled covariates over the events of each slot; slot x width. */
  readonly eventX: Float64Array;
  /** Rows and events, each as often as it counts. */
  readonly size: number;
  readonly events: number;
}

/** Sums per slot beyond this size leave the cache; rows are then put in order of their slot first. */
const CACHED_CELLS = 65_536;

/** Lays out rows that passed `checkCoxRows`; a dependent result names the place of a constant covariate. */
export function riskSets(rows: CoxRows): RiskSets | { readonly constant: number } {
  const slots = placeInSlots(rows);
  const n = rows.stop.length;
  const cells = slots.slotTime.length * (rows.covariates.length + 1);
  const order = cells > CACHED_CELLS ? orderBySlot(slots) : null;
  const columns = scaledColumns(
    rows.covariates.map(({ values }) => (order === null ? values : arrange(values, new Float64Array(n), order))),
    n,
  );
  if ('constant' in columns) return columns;
  const event = arrange(rows.event, new Uint8Array(n), order);
  const last = order === null ? slots.last : arrange(slots.last, new Int32Array(n), order);
  const count = rows.count === undefined ? null : arrange(rows.count, new Float64Array(n), order);
  const { first, slotTime, deaths, before } = slots;
  return {
    ...columns,
    order,
    last,
    before: before === null || order === null ? before : arrange(before, new Int32Array(n), order),
    event,
    count,
    first,
    slotTime,
    deaths,
    eventX: sumEvents(columns, { event, last, count, slots: deaths.length }),
    size: sum(rows.count) ?? n,
    events: sum(deaths) as number,
  };
}

function sumEvents(
  columns: ScaledColumns,
  { event, last, count, slots }: { event: Uint8Array; last: Int32Array; count: Float64Array | null; slots: number },
): Float64Array {
  const { width } = columns;
  const sums = new Float64Array(slots * width);
  forEachBlock(columns, (x, from, until) => {
    for (let i = from; i < until; i++) {
      if (event[i] !== 1) continue;
      const times = count === null ? 1 : (count[i] as number);
      const to = (last[i] as number) * width;
      const place = (i - from) * width;
      for (let a = 0; a < width; a++) sums[to + a] = (sums[to + a] as number) + times * (x[place + a] as number);
    }
  });
  return sums;
}

interface Slots {
  readonly first: Int32Array;
  readonly slotTime: Float64Array;
  readonly deaths: Float64Array;
  readonly last: Int32Array;
  readonly before: Int32Array | null;
}

function placeInSlots({ stop, start, event, stratum, count }: CoxRows): Slots {
  const { times, code, entryCode } = timeAxis(stop, start);
  const strata = stratum?.labels.length ?? 1;
  const sorted = stratum === undefined ? null : rowsByCode(stratum);
  const last = new Int32Array(code.length);
  const before = entryCode === null ? null : new Int32Array(code.length);
  const deathsAt = new Float64Array(times.length);
  const slotAt = new Int32Array(times.length);
  const first = new Int32Array(strata + 1);
  const slotTime: number[] = [];
  const deaths: number[] = [];
  for (let s = 0; s < strata; s++) {
    const from = sorted === null ? 0 : (sorted.starts[s] as number);
    const until = sorted === null ? code.length : (sorted.starts[s + 1] as number);
    const rowAt = (k: number): number => (sorted === null ? k : (sorted.rows[k] as number));
    first[s] = slotTime.length;
    slotTime.push(0);
    deaths.push(0);
    deathsAt.fill(0);
    for (let k = from; k < until; k++) {
      const i = rowAt(k);
      if (event[i] === 1) deathsAt[code[i] as number]! += count === undefined ? 1 : (count[i] as number);
    }
    for (let j = 0; j < times.length; j++) {
      if ((deathsAt[j] as number) > 0) {
        slotTime.push(times[j] as number);
        deaths.push(deathsAt[j] as number);
      }
      slotAt[j] = slotTime.length - 1;
    }
    for (let k = from; k < until; k++) {
      const i = rowAt(k);
      last[i] = slotAt[code[i] as number] as number;
      if (before !== null && entryCode !== null) before[i] = slotAt[entryCode[i] as number] as number;
    }
  }
  first[strata] = slotTime.length;
  return { first, slotTime: Float64Array.from(slotTime), deaths: Float64Array.from(deaths), last, before };
}

/** Rows in order of their last slot; null when they already are. */
function orderBySlot({ last, slotTime }: Slots): Uint32Array | null {
  let sorted = true;
  for (let i = 1; i < last.length && sorted; i++) sorted = (last[i - 1] as number) <= (last[i] as number);
  if (sorted) return null;
  return rowsByCode({ codes: last, labels: { length: slotTime.length } }).rows;
}

/** Copies a column in the given order (null = its own). */
function arrange<Column extends NumberColumn>(column: NumberColumn, into: Column, order: Uint32Array | null): Column {
  for (let i = 0; i < into.length; i++) into[i] = column[order === null ? i : (order[i] as number)] as number;
  return into;
}

function sum(column: NumberColumn | undefined): number | undefined {
  if (column === undefined) return undefined;
  let total = 0;
  for (let i = 0; i < column.length; i++) total += column[i] as number;
  return total;
}
