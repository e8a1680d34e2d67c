import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { horizonOf, type NetworkShape, runNetwork, sumRegions } from './network.ts';
import { normalStream } from './random-stream.ts';

/** What is expected: inflow [region][band][cohort], survival and intensity [band][age]. */
export interface ExpectedNetwork {
  readonly shape: NetworkShape;
  readonly inflow: Float64Array;
  readonly survival: Float64Array;
  readonly intensity: Float64Array;
}

/** How uncertain it is: standard deviations on the log scale, zero = certain. */
export interface Uncertainty {
  /** Of the hours per month in service, for all bands together and for each band by itself. */
  readonly intensity: number;
  readonly intensityOfBand: number;
  /** Of the hazard of leaving benefit, per band: survival becomes survival ^ factor. */
  readonly hazardOfBand: number;
  /** Of a region's inflow as a whole. */
  readonly inflowOfRegion: number;
  /** Of the monthly shock to the nation's inflow, and the share of it that stays to the next month. */
  readonly inflowShock: number;
  readonly inflowPersistence: number;
  /** Cohorts before this one are realised and have no path. */
  readonly firstUncertainCohort: number;
}

export interface DrawRequest {
  readonly seed: number;
  /** Draws `from` .. `to` - 1: a part of a larger set gives the same digits as the set does. */
  readonly from: number;
  readonly to: number;
}

/**
 * Draws national paths: [draw][calendar month]. Each draw takes intensity, hazard and an inflow path at random and runs the
 * whole network with them; factors are exp(sd z - sd^2 / 2), so the mean factor is one. A draw uses its normals in a fixed
 * order, whatever is certain, so scenarios with one seed are compared draw by draw. Refuses sizes that differ, spreads below
 * zero, a persistence outside [0, 1) and an empty range of draws.
 */
export function drawNational(
  expected: ExpectedNetwork,
  spread: Uncertainty,
  asked: DrawRequest,
): Float64Array | NotEstimable {
  const { shape } = expected;
  const wrong = checkDraws(spread, asked);
  if (wrong !== null) return wrong;
  if (expected.intensity.length !== expected.survival.length) {
    return notEstimable('unequal_shape', `${expected.intensity.length}, ${expected.survival.length}`);
  }
  const months = horizonOf(shape);
  const out = new Float64Array((asked.to - asked.from) * months);
  const relative = new Float64Array(shape.regions * shape.cohorts);
  const course = new Float64Array(expected.survival.length);
  const byRegion = new Float64Array(shape.regions * months);
  for (let draw = asked.from; draw < asked.to; draw++) {
    const normals = normalStream(asked.seed, draw);
    const factor = (sd: number) => Math.exp(sd * normals.next() - (sd * sd) / 2);
    drawCourse(expected, spread, { factor, course });
    drawInflow(shape, spread, { factor, next: normals.next, relative });
    const run = runNetwork(shape, { inflow: expected.inflow, course, relative, into: byRegion });
    if (isNotEstimable(run)) return run;
    out.set(sumRegions(byRegion, shape.regions), (draw - asked.from) * months);
  }
  return out;
}

function checkDraws(spread: Uncertainty, { from, to }: DrawRequest): NotEstimable | null {
  const sizes = [
    spread.intensity,
    spread.intensityOfBand,
    spread.hazardOfBand,
    spread.inflowOfRegion,
    spread.inflowShock,
  ];
  if (sizes.some((sd) => !(sd >= 0 && Number.isFinite(sd)))) return notEstimable('bad_draws', sizes.join(', '));
  if (!(spread.inflowPersistence >= 0 && spread.inflowPersistence < 1))
    return notEstimable('bad_draws', String(spread.inflowPersistence));
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to > from))
    return notEstimable('bad_draws', `${from}, ${to}`);
  return null;
}

type Factor = (sd: number) => number;

function drawCourse(
  { shape, survival, intensity }: ExpectedNetwork,
  spread: Uncertainty,
  { factor, course }: { factor: Factor; course: Float64Array },
): void {
  const all = factor(spread.intensity);
  for (let band = 0; band < shape.bands; band++) {
    const level = all * factor(spread.intensityOfBand);
    const hazard = factor(spread.hazardOfBand);
    for (let cell = band * shape.ages; cell < (band + 1) * shape.ages; cell++) {
      course[cell] = level * (intensity[cell] as number) * (survival[cell] as number) ** hazard;
    }
  }
}

function drawInflow(
  shape: NetworkShape,
  spread: Uncertainty,
  { factor, next, relative }: { factor: Factor; next: () => number; relative: Float64Array },
): void {
  const path = drawPath(shape.cohorts, spread, next);
  let cell = 0;
  for (let region = 0; region < shape.regions; region++) {
    const level = factor(spread.inflowOfRegion);
    for (let cohort = 0; cohort < shape.cohorts; cohort++, cell++) {
      relative[cell] = cohort >= spread.firstUncertainCohort ? level * (path[cohort] as number) : 1;
    }
  }
}

/** The nation's inflow relative to what is expected: a first-order autoregression on the log scale, mean factor one. */
function drawPath(cohorts: number, spread: Uncertainty, next: () => number): Float64Array {
  const path = new Float64Array(cohorts);
  const { inflowShock, inflowPersistence } = spread;
  let deviation = 0;
  let variance = 0;
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const shock = inflowShock * next();
    if (cohort >= spread.firstUncertainCohort) {
      deviation = inflowPersistence * deviation + shock;
      variance = inflowPersistence ** 2 * variance + inflowShock ** 2;
    }
    path[cohort] = Math.exp(deviation - variance / 2);
  }
  return path;
}
