/**
 * Speed of the cohort engine, as ratios within one run: `npx tsx bench/planning.ts`.
 *
 * - The expected national run (35 regions x 4 bands x 60 cohorts x 24 ages, from survival and intensity to national months)
 *   against as many bare multiply-adds over the same arrays, four sums at a time: at most 4 x.
 * - 1,000 draws over parameters and inflow paths against 1,000 expected runs: at most 1.2 x.
 *
 * Rounds alternate and the median of the rounds' ratios counts, so that a busy machine disturbs both sides alike.
 */
import { drawNational, type ExpectedNetwork, type Uncertainty } from '../src/rooms/forecast/cohort/draws.ts';
import { courseFromIntensity } from '../src/rooms/forecast/cohort/intensity.ts';
import { type NetworkShape, runNetwork, sumRegions } from '../src/rooms/forecast/cohort/network.ts';

const SHAPE: NetworkShape = { regions: 35, bands: 4, cohorts: 60, ages: 24 };
const ROUNDS = 15;
const RUNS = 1000;

const SPREAD: Uncertainty = {
  intensity: 0.05,
  intensityOfBand: 0.05,
  hazardOfBand: 0.05,
  inflowOfRegion: 0.03,
  inflowShock: 0.03,
  inflowPersistence: 0.8,
  firstUncertainCohort: 36,
};

function nation(): ExpectedNetwork {
  const { regions, bands, cohorts, ages } = SHAPE;
  return {
    shape: SHAPE,
    inflow: Float64Array.from({ length: regions * bands * cohorts }, (_, cell) => 100 + (cell % 37)),
    survival: Float64Array.from({ length: bands * ages }, (_, cell) => 0.92 ** (cell % ages)),
    intensity: Float64Array.from({ length: bands * ages }, (_, cell) => 1.1 * 0.87 ** (cell % ages)),
  };
}

/** The whole expected run, as a draw does it but with nothing drawn. */
function expectedRun({ shape, inflow, survival, intensity }: ExpectedNetwork, into: Float64Array): Float64Array {
  const course = new Float64Array(survival.length);
  for (let band = 0; band < shape.bands; band++) {
    const [from, to] = [band * shape.ages, (band + 1) * shape.ages];
    const ofBand = courseFromIntensity(survival.subarray(from, to), intensity.subarray(from, to));
    if (!(ofBand instanceof Float64Array)) throw new Error(ofBand.code);
    course.set(ofBand, from);
  }
  const byRegion = runNetwork(shape, { inflow, course, into });
  if (!(byRegion instanceof Float64Array)) throw new Error(byRegion.code);
  return sumRegions(byRegion, shape.regions);
}

/** As many multiply-adds over the same arrays, with nothing to keep but four sums. */
function bare({ shape, inflow, intensity }: ExpectedNetwork): number {
  const { regions, bands, cohorts, ages } = shape;
  let [a, b, c, d] = [0, 0, 0, 0];
  let entry = 0;
  for (let region = 0; region < regions; region++) {
    for (let band = 0; band < bands; band++) {
      const from = band * ages;
      for (let cohort = 0; cohort < cohorts; cohort++) {
        const clients = inflow[entry++] as number;
        for (let age = from; age < from + ages; age += 4) {
          a += clients * (intensity[age] as number);
          b += clients * (intensity[age + 1] as number);
          c += clients * (intensity[age + 2] as number);
          d += clients * (intensity[age + 3] as number);
        }
      }
    }
  }
  return a + b + c + d;
}

function milliseconds(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function main(): void {
  const given = nation();
  const into = new Float64Array(SHAPE.regions * (SHAPE.cohorts + SHAPE.ages - 1));
  let kept = 0;
  const work = {
    bare: () => {
      for (let run = 0; run < RUNS; run++) kept += bare(given);
    },
    expected: () => {
      for (let run = 0; run < RUNS; run++) kept += expectedRun(given, into)[0] ?? 0;
    },
    draws: () => {
      const paths = drawNational(given, SPREAD, { seed: 1, from: 0, to: RUNS });
      if (!(paths instanceof Float64Array)) throw new Error(paths.code);
      kept += paths[0] ?? 0;
    },
  };
  for (const warm of Object.values(work)) warm();
  const rounds = Array.from({ length: ROUNDS }, () => ({
    bare: milliseconds(work.bare),
    expected: milliseconds(work.expected),
    draws: milliseconds(work.draws),
  }));
  const cells = SHAPE.regions * SHAPE.bands * SHAPE.cohorts * SHAPE.ages;
  const lines = [
    { what: 'expected run / bare multiply-adds', ratio: median(rounds.map((r) => r.expected / r.bare)), atMost: 4 },
    { what: '1,000 draws / 1,000 expected runs', ratio: median(rounds.map((r) => r.draws / r.expected)), atMost: 1.2 },
  ];
  process.stdout.write(`${cells} cells; ms per run, median of ${ROUNDS} rounds of ${RUNS}: `);
  for (const key of ['bare', 'expected', 'draws'] as const) {
    process.stdout.write(`${key} ${(median(rounds.map((r) => r[key])) / RUNS).toFixed(4)}  `);
  }
  process.stdout.write(`\n`);
  for (const { what, ratio, atMost } of lines) {
    process.stdout.write(`${ratio <= atMost ? 'holds' : 'FAILS'}  ${what}: ${ratio.toFixed(2)} (at most ${atMost})\n`);
  }
  if (!Number.isFinite(kept)) throw new Error('the runs gave no numbers');
  process.exitCode = lines.every(({ ratio, atMost }) => ratio <= atMost) ? 0 : 1;
}

main();
