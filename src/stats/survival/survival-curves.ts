import { normalQuantile } from '../distributions/normal.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { curveQuantile } from './curve-quantile.ts';
import { atRiskBefore, type SurvivalSteps } from './product-limit.ts';
import { lastPlace, type RiskTable, riskTable } from './risk-table.ts';
import { checkSpells, type Spells } from './spells.ts';
import { INTERVAL_SCALES, type IntervalScale, type Limits } from './survival-interval.ts';
import { placeAtOrBefore } from './time-axis.ts';
import { beyondFollowUp, NO_EVENTS } from './warnings.ts';

export interface CurveOptions {
  /** Scale on which the interval is symmetric; `log` unless told. */
  readonly interval?: IntervalScale | undefined;
  /** Confidence level, 0.95 unless told. */
  readonly level?: number | undefined;
  /** Times at which the curves are read; absent = at every time with an event. */
  readonly at?: readonly number[] | undefined;
}

/** One group's curve, read at `time`. Null = not estimable there (beyond follow-up, or no error once all have left). */
export interface CurveColumns {
  readonly time: readonly number[];
  readonly value: readonly (number | null)[];
  readonly se: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** At risk just before the time. */
  readonly nRisk: readonly number[];
  /** Null = not reached within the follow-up. */
  readonly median: number | null;
  readonly medianLow: number | null;
  readonly medianHigh: number | null;
  readonly n: number;
  readonly events: number;
}

/** How a family of curves is read from its steps: as survival itself or as a cumulative hazard. */
export interface CurveReading {
  readonly steps: (table: RiskTable, group: number) => SurvivalSteps;
  readonly values: (steps: SurvivalSteps) => Float64Array;
  /** Value before the first event. */
  readonly start: 0 | 1;
  /** NaN where there is none. */
  readonly se: (steps: SurvivalSteps, j: number) => number;
  readonly interval: (
    scale: IntervalScale,
    value: number,
    error: { readonly seLog: number; readonly z: number },
  ) => Limits | null;
  /** Height of the median, and whether the curve falls to it. */
  readonly half: number;
}

/** Curves of all groups with their intervals and medians, or why there are none. */
export function survivalCurves(
  spells: Spells,
  options: CurveOptions,
  reading: CurveReading,
): { readonly groups: ReadonlyMap<string, CurveColumns>; readonly warnings: readonly Warning[] } | NotEstimable {
  const { interval = 'log', level = 0.95, at } = options;
  const refusal = checkSpells(spells, true) ?? checkOptions(interval, level, at);
  if (refusal !== null) return refusal;
  const table = riskTable(spells, 1);
  if (isNotEstimable(table)) return table;
  const z = normalQuantile((1 + level) / 2);
  const groups = new Map<string, CurveColumns>();
  const warnings: Warning[] = [];
  table.labels.forEach((label, group) => {
    if (table.sizes[group] === 0) return;
    const steps = reading.steps(table, group);
    const end = table.times[lastPlace(table, group)] as number;
    groups.set(label, readCurve({ table, group, steps, end, at, interval, z }, reading));
    if (at?.some((t) => t > end && (steps.surv.at(-1) ?? 1) > 0)) warnings.push(beyondFollowUp(label, end));
  });
  if ([...groups.values()].every(({ events }) => events === 0)) warnings.push(NO_EVENTS);
  return { groups, warnings };
}

/** Refuses times before the origin, or that are none: nothing is known of them. */
export function refuseTimes(at: readonly number[] | undefined): NotEstimable | null {
  const odd = at?.find((t) => !(t >= 0 && Number.isFinite(t)));
  return odd === undefined ? null : notEstimable('out_of_range', `at = ${odd}`);
}

function checkOptions(interval: IntervalScale, level: number, at: readonly number[] | undefined): NotEstimable | null {
  if (!INTERVAL_SCALES.includes(interval)) return notEstimable('out_of_range', `interval ${interval}`);
  if (!(level > 0 && level < 1)) return notEstimable('out_of_range', `level ${level}`);
  return refuseTimes(at);
}

interface CurveSource {
  readonly table: RiskTable;
  readonly group: number;
  readonly steps: SurvivalSteps;
  /** Last time at which anybody of the group is observed. */
  readonly end: number;
  readonly at: readonly number[] | undefined;
  readonly interval: IntervalScale;
  readonly z: number;
}

function readCurve(source: CurveSource, reading: CurveReading): CurveColumns {
  const { table, group, steps, end, at, interval, z } = source;
  const values = reading.values(steps);
  const limits = Array.from(values, (value, j) =>
    reading.interval(interval, value, { seLog: Math.sqrt(steps.variance[j] as number), z }),
  );
  const points = Array.from(values, (value, j): Point => {
    const se = reading.se(steps, j);
    return { value, se: Number.isFinite(se) ? se : null, low: limits[j]?.low ?? null, high: limits[j]?.high ?? null };
  });
  const before: Point = { value: reading.start, se: 0, low: reading.start, high: reading.start };
  const gone = (steps.surv.at(-1) ?? 1) === 0;
  const pointAt = (t: number): Point => {
    if (t > end && !gone) return NOTHING;
    return points[placeAtOrBefore(steps.time, t)] ?? before;
  };
  const time = at === undefined ? Array.from(steps.time) : [...at];
  const rows = at === undefined ? points : at.map(pointAt);
  return {
    time,
    value: rows.map((row) => row.value),
    se: rows.map((row) => row.se),
    low: rows.map((row) => row.low),
    high: rows.map((row) => row.high),
    nRisk: at === undefined ? Array.from(steps.nRisk) : time.map((t) => atRiskBefore(table, group, t)),
    ...medians(steps.time, points, reading),
    n: table.sizes[group] as number,
    events: steps.nEvent.reduce((sum, d) => sum + d, 0),
  };
}

interface Point {
  readonly value: number | null;
  readonly se: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const NOTHING: Point = { value: null, se: null, low: null, high: null };

/** Median with the limits at which the limits of the curve cross it; a rising curve is read upside down. */
function medians(
  time: Float64Array,
  points: readonly Point[],
  { start, half }: CurveReading,
): Pick<CurveColumns, 'median' | 'medianLow' | 'medianHigh'> {
  const falling = start === 1;
  const turn = (height: number | null): number | null => (height === null || falling ? height : -height);
  const level = falling ? half : -half;
  const find = (heights: (number | null)[]): number | null => curveQuantile(time, heights.map(turn), level);
  return {
    median: find(points.map((point) => point.value)),
    medianLow: find(points.map((point) => (falling ? point.low : point.high))),
    medianHigh: find(points.map((point) => (falling ? point.high : point.low))),
  };
}
