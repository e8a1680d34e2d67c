import { hoursPerLifetimeHour, type PairAssumptions, type PublishedPair, unitHours } from '../cohort/solve-pair.ts';
import type { Range } from './rounding.ts';

/** Courses of hours that give both figures within their rounding. */
export interface IdentifiedCourses {
  /** Lifetime hours. */
  readonly L: Range;
  readonly meanLagMonths: Range;
  /** Combinations on the grid (lag x hundredth of an hour); a count, not a probability. */
  readonly n: number;
}

/** Mean lags tried: 312 from half a month to sixteen months. */
const LAGS = Array.from({ length: 312 }, (_, i) => 0.5 + (i * 15.5) / 311);
const HUNDREDTHS = 100;

/**
 * Every course (lifetime hours in hundredths, mean lag) under which the cohort engine prints both figures; null when none
 * does. For one lag both figures are proportional to the lifetime hours, so each lag leaves an interval of them.
 */
export function identifyCourses(pair: PublishedPair, half: number, assumed: PairAssumptions): IdentifiedCourses | null {
  let n = 0;
  const lifetimes: number[] = [];
  const lags: number[] = [];
  for (const lag of LAGS) {
    const unit = unitHours(1 / lag, assumed);
    const total = hoursPerLifetimeHour(pair.from.inflow, unit, assumed);
    const perFrom = total / pair.from.inflow;
    const perTo = (total + unit.extra * (pair.to.inflow - pair.from.inflow)) / pair.to.inflow;
    const low = Math.max((pair.from.hours - half) / perFrom, (pair.to.hours - half) / perTo);
    const high = Math.min((pair.from.hours + half) / perFrom, (pair.to.hours + half) / perTo);
    const first = Math.ceil(low * HUNDREDTHS);
    const last = Math.floor(high * HUNDREDTHS);
    if (last < first) continue;
    n += last - first + 1;
    lifetimes.push(first / HUNDREDTHS, last / HUNDREDTHS);
    lags.push(lag);
  }
  if (n === 0) return null;
  return {
    L: [Math.min(...lifetimes), Math.max(...lifetimes)],
    meanLagMonths: [Math.min(...lags), Math.max(...lags)],
    n,
  };
}
