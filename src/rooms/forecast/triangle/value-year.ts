import { type InflowMonth, valueCalendarYear } from '../cohort/calendar-year.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { developmentSteps } from './factors.ts';
import type { Triangle } from './read-triangle.ts';

/** Cohorts whose hours have been realised up to a reference date, and those around them. */
export interface RealisedCohorts {
  /** Entry months of the rows, oldest first. */
  readonly cohorts: readonly InflowMonth[];
  /** Cumulative hours, row i belongs to cohort i. */
  readonly triangle: Triangle;
  /** Entries before the first row. */
  readonly earlier: readonly InflowMonth[];
  /** Entries still to come in the year (budget or forecast). */
  readonly future: readonly InflowMonth[];
}

/**
 * Hours in calendar `year` of all cohorts, from what is realised: each row is completed by the pooled development, which
 * beyond the last column runs off geometrically (least-squares line of log hours per month on the month). Months of the
 * year that a row has already lived through are taken as realised. Refuses rows and cohorts that do not match.
 */
export function valueYearFromTriangle(given: RealisedCohorts, year: number): number | NotEstimable {
  const { cohorts, triangle, earlier, future } = given;
  if (cohorts.length !== triangle.length) return notEstimable('unequal_shape', `${cohorts.length}, ${triangle.length}`);
  const december = year * 12 + 11;
  const oldest = [...earlier, ...cohorts].reduce((first, { month }) => Math.min(first, month), december);
  const perClient = pooledCourse(cohorts, triangle, december - oldest + 1);
  if ('notEstimable' in perClient) return perClient;
  const modelled = valueCalendarYear([...earlier, ...future], differences(perClient), year).total;
  return cohorts.reduce((sum, { month }, i) => {
    const row = triangle[i] ?? [];
    const upTo = (age: number) => (age < 0 ? 0 : completed(row, age, perClient));
    return sum + upTo(december - month) - upTo(december - 12 - month);
  }, modelled);
}

/** Cumulative hours of a row at an age: realised where it is, else its latest amount times the pooled development. */
function completed(row: readonly number[], age: number, perClient: Float64Array): number {
  const last = row.length - 1;
  return row[age] ?? ((row[last] ?? 0) * (perClient[age] ?? 0)) / (perClient[last] ?? 1);
}

/** Cumulative hours per client for ages 0 .. months - 1: chain ladder over the columns, then the tail. */
function pooledCourse(
  cohorts: readonly InflowMonth[],
  triangle: Triangle,
  months: number,
): Float64Array | NotEstimable {
  const clients = cohorts.reduce((sum, cohort) => sum + cohort.clients, 0);
  if (!(clients > 0)) return notEstimable('bad_inflow', String(clients));
  const course = [triangle.reduce((sum, row) => sum + (row[0] ?? 0), 0) / clients];
  for (const { f } of developmentSteps(triangle)) course.push((course.at(-1) ?? 0) * f);
  if (months <= course.length) return Float64Array.from(course);
  const tail = tailOf(course);
  if (tail === null) return notEstimable('bad_run_off', 'triangle');
  let hours = tail.lastMonth;
  for (let k = course.length; k < months; k++) {
    hours *= tail.ratio;
    course.push((course[k - 1] ?? 0) + hours);
  }
  return Float64Array.from(course);
}

/** Geometric run-off of hours per month after the entry month; null when they do not fall. */
function tailOf(course: readonly number[]): { readonly ratio: number; readonly lastMonth: number } | null {
  const points = course.flatMap((value, k) => {
    const hours = value - (course[k - 1] ?? 0);
    return k >= 1 && hours > 0 ? [{ k, y: Math.log(hours) }] : [];
  });
  if (points.length < 2) return null;
  const meanK = points.reduce((sum, { k }) => sum + k, 0) / points.length;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / points.length;
  const slope =
    points.reduce((sum, { k, y }) => sum + (k - meanK) * (y - meanY), 0) /
    points.reduce((sum, { k }) => sum + (k - meanK) ** 2, 0);
  if (!(slope < 0)) return null;
  return { ratio: Math.exp(slope), lastMonth: Math.exp(meanY + slope * (course.length - 1 - meanK)) };
}

function differences(cumulative: Float64Array): Float64Array {
  return cumulative.map((value, k) => (k === 0 ? value : value - (cumulative[k - 1] ?? 0)));
}
