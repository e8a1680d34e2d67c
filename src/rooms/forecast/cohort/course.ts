import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { exponentialCumulative } from './run-off.ts';

/** How much of something (hours, conversations) a client gets per calendar month since entry. */
export type CourseSpec =
  | { readonly lifetime: number; readonly runOffPerMonth: number }
  | { readonly byMonthSinceInflow: readonly number[] };

/** The expected course of one client; both arrays have one value per month since entry, month 0 first. */
export interface Course {
  /** Hours (or conversations) in each month. */
  readonly perMonth: Float64Array;
  /** Their running sum. */
  readonly cumulative: Float64Array;
  /** What one client gets over a whole life in service. */
  readonly lifetime: number;
}

/**
 * Expected course over `months` months. Of a list everything after its end is zero; of a run-off the tail beyond
 * `months` is in `lifetime` only. Refuses negative or non-finite hours, a total of zero, a run-off of zero or below.
 */
export function courseOf(spec: CourseSpec, months: number): Course | NotEstimable {
  return 'lifetime' in spec ? fromRunOff(spec, months) : fromList(spec.byMonthSinceInflow, months);
}

function fromRunOff(spec: { lifetime: number; runOffPerMonth: number }, months: number): Course | NotEstimable {
  const { lifetime, runOffPerMonth } = spec;
  if (!Number.isFinite(lifetime) || lifetime <= 0) return notEstimable('bad_hours', String(lifetime));
  if (!Number.isFinite(runOffPerMonth) || runOffPerMonth <= 0)
    return notEstimable('bad_run_off', String(runOffPerMonth));
  const cumulative = exponentialCumulative(lifetime, runOffPerMonth, months);
  return { perMonth: differences(cumulative), cumulative, lifetime };
}

function fromList(hours: readonly number[], months: number): Course | NotEstimable {
  const wrong = hours.findIndex((value) => !Number.isFinite(value) || value < 0);
  if (wrong >= 0) return notEstimable('bad_hours', `${wrong}: ${hours[wrong]}`);
  const lifetime = hours.reduce((sum, value) => sum + value, 0);
  if (!(lifetime > 0) || !Number.isFinite(lifetime)) return notEstimable('bad_hours', String(lifetime));
  const perMonth = new Float64Array(months);
  const cumulative = new Float64Array(months);
  let sum = 0;
  for (let k = 0; k < months; k++) {
    perMonth[k] = hours[k] ?? 0;
    sum += perMonth[k] ?? 0;
    cumulative[k] = sum;
  }
  return { perMonth, cumulative, lifetime };
}

function differences(cumulative: Float64Array): Float64Array {
  return cumulative.map((value, k) => (k === 0 ? value : value - (cumulative[k - 1] ?? 0)));
}
