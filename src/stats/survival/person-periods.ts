import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { NumberColumn } from './spells.ts';

/** Spells in whole periods as one row per period at risk. */
interface PersonPeriods {
  /** Place of the spell of each row. */
  readonly spell: Uint32Array;
  /** Period of each row, 1, 2, ..., pooled from `poolFrom` on. */
  readonly period: Uint32Array;
  /** 1 in the period in which the event happened. */
  readonly event: Float64Array;
  readonly rows: number;
}

/** More person-periods than this do not fit in memory as a design. */
const MOST_ROWS = 50_000_000;

/**
 * Writes each spell out from period 1 to its last; the event, if any, stands in the last one.
 * @param time last period at risk, whole numbers from 1. @param poolFrom periods from here on count as one level.
 */
export function personPeriods(time: NumberColumn, event: NumberColumn, poolFrom: number): PersonPeriods | NotEstimable {
  let rows = 0;
  for (let i = 0; i < time.length; i++) {
    const periods = time[i] as number;
    if (!(periods >= 1 && Math.floor(periods) === periods)) {
      return notEstimable(periods < 0 ? 'negative_duration' : 'out_of_range', `time ${periods}`);
    }
    rows += periods;
  }
  if (rows > MOST_ROWS) return notEstimable('out_of_range', `${rows} person-periods`);
  const spell = new Uint32Array(rows);
  const period = new Uint32Array(rows);
  const happened = new Float64Array(rows);
  let row = 0;
  for (let i = 0; i < time.length; i++) {
    const periods = time[i] as number;
    for (let t = 1; t <= periods; t++) {
      spell[row] = i;
      period[row] = Math.min(t, poolFrom);
      row++;
    }
    happened[row - 1] = event[i] as number;
  }
  return { spell, period, event: happened, rows };
}
