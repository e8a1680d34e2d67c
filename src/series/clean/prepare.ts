import { refuseSeries, type SeriesRefused } from '../refusal.ts';
import type { SeriesWarningCode } from '../warning.ts';
import { fillGaps } from './gaps.ts';
import { type LevelShift, levelShift } from './shift.ts';
import { findSpike } from './spike.ts';

/** From this many equal values a series counts as constant; fewer say nothing about its spread. */
const leastForConstant = 4;

/** A value that is not known is null. `masked[t]` takes an exceptional period out as if it were unknown. */
export type RawSeries = {
  readonly values: readonly (number | null)[];
  readonly frequency: number;
  readonly masked?: readonly boolean[];
};

/** Values checked and trimmed to the known span, not yet filled; the working scale is chosen once for the whole. */
export type CheckedSeries = {
  /** On the working scale; 0 where unknown. */
  readonly y: Float64Array;
  readonly known: Uint8Array;
  readonly period: number;
  readonly scale: 'log' | 'plain';
  readonly nonNegative: boolean;
  readonly manyZeros: boolean;
  readonly constant: boolean;
  /** Periods missing between the last known value and the end of the input. */
  readonly missingAtEnd: number;
  /** Position in the input of the first known value. */
  readonly start: number;
};

/** Complete series on the working scale, with what was done to it. */
export type CompleteSeries = {
  readonly y: Float64Array;
  readonly warnings: readonly SeriesWarningCode[];
  /** The shift that was undone, at its place in the checked series. */
  readonly shift: LevelShift | undefined;
};

/**
 * Checks one series. Logs where every known value is positive, else the plain scale; more than half zeros count as an
 * intermittent series without a season.
 * @returns refused: `bad_frequency`, `not_finite`, `unequal_series`, `no_values`.
 */
export function checkSeries(raw: RawSeries): CheckedSeries | SeriesRefused {
  const { values, frequency, masked } = raw;
  if (!Number.isInteger(frequency) || frequency < 1 || frequency > 400) return refuseSeries('bad_frequency');
  if (masked !== undefined && masked.length !== values.length) return refuseSeries('unequal_series');
  const isKnown = (t: number): boolean => values[t] !== null && values[t] !== undefined && !masked?.[t];
  let first = -1;
  let last = -1;
  let zeros = 0;
  let count = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (value !== null && !Number.isFinite(value)) return refuseSeries('not_finite', `position ${t + 1}`);
    if (!isKnown(t)) continue;
    if (first < 0) first = t;
    last = t;
    count += 1;
    if (value === 0) zeros += 1;
    lowest = Math.min(lowest, value!);
    highest = Math.max(highest, value!);
  }
  if (first < 0) return refuseSeries('no_values');
  const n = last - first + 1;
  const log = lowest > 0;
  const known = new Uint8Array(n);
  const y = new Float64Array(n);
  for (let t = 0; t < n; t++) {
    if (!isKnown(first + t)) continue;
    known[t] = 1;
    y[t] = log ? Math.log(values[first + t]!) : values[first + t]!;
  }
  const manyZeros = lowest >= 0 && zeros > count / 2;
  return {
    y,
    known,
    period: manyZeros ? 1 : frequency,
    scale: log ? 'log' : 'plain',
    nonNegative: lowest >= 0,
    manyZeros,
    constant: lowest === highest && count >= leastForConstant,
    missingAtEnd: values.length - 1 - last,
    start: first,
  };
}

/** Very long series are modelled on their last part: 15 periods of a long-period series, 480 values of others. */
const longestPeriods = 15;
const longestValues = 480;

/** The first `length` values of a checked series made complete: gaps filled, a lasting shift of level undone. */
export function completeSeries(checked: CheckedSeries, length = checked.y.length): CompleteSeries {
  const { period } = checked;
  const longest = Math.max(longestValues, longestPeriods * period);
  const from = Math.max(0, length - longest);
  const known = checked.known.subarray(from, length);
  const warnings: SeriesWarningCode[] = [];
  let y = checked.y.slice(from, length);
  if (known.includes(0)) {
    y = Float64Array.from(fillGaps(y, known, period));
    warnings.push('gaps_filled');
  }
  const shift = levelShift(y, known, period);
  if (shift !== undefined) {
    for (let t = 0; t < shift.at; t++) y[t]! += shift.size;
    warnings.push('level_shift');
  }
  return { y, warnings, shift: shift && { ...shift, at: from + shift.at } };
}

/** A checked series with its values from before a shift brought to the new level. */
export function onNewLevel(checked: CheckedSeries, shift: LevelShift | undefined): CheckedSeries {
  if (shift === undefined) return checked;
  return { ...checked, y: checked.y.map((value, t) => (t < shift.at ? value + shift.size : value)) };
}

/** Position in the input of a value that stands out unmistakably; undefined where none does. */
export function spikeIn(checked: CheckedSeries): number | undefined {
  const { period, known } = checked;
  if (checked.constant || checked.manyZeros) return undefined;
  const y = known.includes(0) ? Float64Array.from(fillGaps(checked.y, known, period)) : checked.y;
  const at = findSpike(y, known, period);
  return at === undefined ? undefined : checked.start + at;
}

/** From the working scale back to the units of the series. */
export function toUnits(checked: Pick<CheckedSeries, 'scale' | 'nonNegative'>, value: number): number {
  if (checked.scale === 'log') return Math.exp(value);
  return checked.nonNegative ? Math.max(0, value) : value;
}
