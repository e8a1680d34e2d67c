import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** How many of each there are; the arrays of a network run are flat, the last index running fastest. */
export interface NetworkShape {
  readonly regions: number;
  /** Profile bands. */
  readonly bands: number;
  /** Entry months, oldest first. */
  readonly cohorts: number;
  /** Months since entry that a course covers. */
  readonly ages: number;
}

/** Calendar months from the first entry month until the last cohort has run through its course. */
export function horizonOf({ cohorts, ages }: NetworkShape): number {
  return cohorts + ages - 1;
}

/** Flat arrays of a network run. */
export interface NetworkArrays {
  /** [region][band][cohort] clients. */
  readonly inflow: Float64Array;
  /** [band][age] hours (or conversations, or months in service) per client. */
  readonly course: Float64Array;
  /** [region][cohort] inflow relative to what is expected (a drawn path); one when absent. */
  readonly relative?: Float64Array;
  /** [region][calendar month]; filled and returned, so that repeated runs allocate nothing. Made when absent. */
  readonly into?: Float64Array;
}

/**
 * Expected course of a whole country: inflow times course, summed into [region][calendar month]. Refuses arrays of another
 * size than the shape asks, and inflow or hours that are not finite from zero.
 */
export function runNetwork(shape: NetworkShape, arrays: NetworkArrays): Float64Array | NotEstimable {
  const { regions, bands, cohorts, ages } = shape;
  const { inflow, course } = arrays;
  const into = arrays.into ?? new Float64Array(regions * horizonOf(shape));
  const relative = arrays.relative ?? new Float64Array(regions * cohorts).fill(1);
  const fits =
    inflow.length === regions * bands * cohorts &&
    course.length === bands * ages &&
    relative.length === regions * cohorts &&
    into.length === regions * horizonOf(shape);
  if (!fits) return notEstimable('unequal_shape', `${inflow.length}, ${course.length}, ${into.length}`);
  const wrong = course.findIndex((hours) => !isAmount(hours));
  if (wrong >= 0) return notEstimable('bad_hours', `${wrong}: ${course[wrong]}`);
  into.fill(0);
  const stopped = spread(shape, { inflow, course, relative, into });
  return stopped === null ? into : notEstimable('bad_inflow', `${stopped}: ${inflow[stopped]}`);
}

function isAmount(value: number): boolean {
  return value >= 0 && value < Number.POSITIVE_INFINITY;
}

/** The loop itself; every cell is one multiply-add. Gives the entry of `inflow` that is no amount, or null. */
function spread(shape: NetworkShape, { inflow, course, relative, into }: Required<NetworkArrays>): number | null {
  const { regions, bands, cohorts, ages } = shape;
  const horizon = cohorts + ages - 1;
  let entry = 0;
  for (let region = 0; region < regions; region++) {
    for (let band = 0; band < bands; band++) {
      const from = band * ages;
      for (let cohort = 0; cohort < cohorts; cohort++, entry++) {
        const clients = (inflow[entry] as number) * (relative[region * cohorts + cohort] as number);
        if (!isAmount(clients)) return entry;
        const at = region * horizon + cohort;
        for (let age = 0; age < ages; age++) {
          into[at + age] = (into[at + age] as number) + clients * (course[from + age] as number);
        }
      }
    }
  }
  return null;
}

/** The nation: the sum over regions of a [region][month] result. */
export function sumRegions(byRegion: Float64Array, regions: number): Float64Array {
  const months = byRegion.length / regions;
  const nation = new Float64Array(months);
  for (let region = 0; region < regions; region++) {
    const from = region * months;
    for (let month = 0; month < months; month++) {
      nation[month] = (nation[month] as number) + (byRegion[from + month] as number);
    }
  }
  return nation;
}
