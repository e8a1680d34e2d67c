import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { cumulativeShare } from './run-off.ts';

/** Two published figures: hours per inflow client in the calendar year at two levels of that year's inflow. */
export interface PublishedPair {
  readonly from: { readonly inflow: number; readonly hours: number };
  readonly to: { readonly inflow: number; readonly hours: number };
}

/** What has to be assumed before a pair says anything about the course of hours. */
export interface PairAssumptions {
  /** Inflow of each of the two years before. */
  readonly previousInflow: number;
  /** Share of a year's inflow in January .. December; twelve numbers that add up to one. */
  readonly monthWeights: readonly number[];
  /** Months (0 = January) in which the extra clients enter, spread by the same weights. */
  readonly extraMonths: readonly number[];
}

export const WHOLE_YEAR: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
export const SEPTEMBER_TO_DECEMBER: readonly number[] = [8, 9, 10, 11];

/** Hours in the year per client and per lifetime hour, at one run-off. */
export interface UnitHours {
  /** A client who enters in the year, spread over it by the month weights. */
  readonly inYear: number;
  /** A client of one earlier year's inflow, both earlier years together. */
  readonly spillOver: number;
  /** An extra client. */
  readonly extra: number;
}

/** Hours in the calendar year per lifetime hour, for a run-off of `lambda` per month. */
export function unitHours(lambda: number, assumed: PairAssumptions): UnitHours {
  let inYear = 0;
  let spillOver = 0;
  let extra = 0;
  let extraWeight = 0;
  for (let m = 0; m < 12; m++) {
    const weight = assumed.monthWeights[m] ?? 0;
    const toDecember = cumulativeShare(lambda, 11 - m);
    inYear += weight * toDecember;
    spillOver += weight * (cumulativeShare(lambda, 35 - m) - toDecember);
    if (!assumed.extraMonths.includes(m)) continue;
    extra += weight * toDecember;
    extraWeight += weight;
  }
  return { inYear, spillOver, extra: extra / extraWeight };
}

/** Refuses month weights that are no distribution over twelve months. */
export function checkMonthWeights(weights: readonly number[]): NotEstimable | null {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const good = weights.length === 12 && weights.every((weight) => weight >= 0) && Math.abs(sum - 1) < 1e-9;
  return good ? null : notEstimable('bad_month_weights', String(sum));
}

/** The course of hours that a pair implies, exactly. */
export interface SolvedPair {
  readonly lifetimeHours: number;
  readonly runOffPerMonth: number;
  readonly meanLagMonths: number;
}

const SHORTEST_LAG = 0.02;
const LONGEST_LAG = 600;

/**
 * The exponential course (lifetime hours, run-off) under which the cohort engine gives both figures exactly. The extra
 * hours of the pair relative to its first total fall as the lag grows, so bisection on log(lag) finds the run-off and the
 * first figure then fixes the lifetime hours. Refuses equal inflow and a pair that no lag reaches.
 */
export function solvePair(pair: PublishedPair, assumed: PairAssumptions): SolvedPair | NotEstimable {
  const wrong = checkMonthWeights(assumed.monthWeights);
  if (wrong !== null) return wrong;
  const extraClients = pair.to.inflow - pair.from.inflow;
  if (extraClients === 0) return notEstimable('no_difference_in_inflow', String(pair.from.inflow));
  const total = pair.from.inflow * pair.from.hours;
  const marginal = (pair.to.inflow * pair.to.hours - total) / extraClients;
  const excess = (lag: number) => {
    const unit = unitHours(1 / lag, assumed);
    return (unit.extra * total) / hoursPerLifetimeHour(pair.from.inflow, unit, assumed) - marginal;
  };
  let low = SHORTEST_LAG;
  let high = LONGEST_LAG;
  if (!(excess(low) > 0 && excess(high) < 0)) return notEstimable('pair_outside_cohort_reading', marginal.toFixed(3));
  for (let step = 0; step < 200 && high - low > 4e-16 * high; step++) {
    const middle = Math.sqrt(low * high);
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  const meanLagMonths = Math.sqrt(low * high);
  const unit = unitHours(1 / meanLagMonths, assumed);
  const lifetimeHours = total / hoursPerLifetimeHour(pair.from.inflow, unit, assumed);
  return { lifetimeHours, runOffPerMonth: 1 / meanLagMonths, meanLagMonths };
}

/** Hours in the year for each lifetime hour, when `inflow` clients enter in it. */
export function hoursPerLifetimeHour(inflow: number, unit: UnitHours, assumed: PairAssumptions): number {
  return inflow * unit.inYear + assumed.previousInflow * unit.spillOver;
}
