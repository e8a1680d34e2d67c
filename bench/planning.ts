/**
 * Speed of the cohort engine, as ratios within one run: `npx tsx bench/planning.ts`.
 *
 * - The expected national run (35 regions x 4 bands x 60 cohorts x 24 ages, from survival and intensity to national months)
 *   against as many bare multiply-adds over the same arrays, four sums at a time: at most 4 x.
 * - 1,000 draws over parameters and inflow paths against 1,000 expected runs: at most 1.2 x.
 *
 * Beside these, without a limit: two years of formation with its shortage against that demand.
 *
 * Processor time, in turns of a hundred runs each, and the median of the rounds' ratios: a busy machine disturbs all alike.
 */
import { computeShortage, type FormationPlan, projectFormation } from '../src/rooms/capacity/index.ts';
import {
  courseFromIntensity,
  drawNational,
  type ExpectedNetwork,
  type NetworkShape,
  runNetwork,
  sumRegions,
  type Uncertainty,
} from '../src/rooms/forecast/index.ts';
import { benchArguments } from './arguments.ts';

const SHAPE: NetworkShape = { regions: 35, bands: 4, cohorts: 60, ages: 24 };
const ROUNDS = 15;
const RUNS = 1000;
/** Runs of one kind before the next kind has its turn. */
const TURN = 100;
const KEYS = ['bare', 'expected', 'draws', 'plan'] as const;

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

const FORMATION: FormationPlan = {
  baseFte: 1238,
  attritionPerYear: 0.08,
  hoursPerFteYear: Array.from({ length: 24 }, (_, month) => 1032 + Math.min(month, 7) * 16),
  contractEnds: [],
  streams: ['hires', 'graduates'].map((name) => ({
    name,
    starts: Array.from({ length: 24 }, (_, month) => (month % 6 === 0 ? 30 : 5)),
    ramp: [0, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 1],
    schoolFactor: name === 'graduates' ? 0.8 : 1,
    schoolMonths: 12,
  })),
};

/** Hours still owed after two years when the formation meets the demand of the network. */
function plan(demand: Float64Array): number {
  const months = projectFormation(FORMATION);
  if ('notEstimable' in months) throw new Error(months.code);
  const shortage = computeShortage(
    [...demand.subarray(36, 60)],
    months.map(({ hours }) => hours),
  );
  if ('notEstimable' in shortage) throw new Error(shortage.code);
  return shortage.backlog.at(-1) ?? 0;
}

/** Processor time, so that waiting for other programs does not count. */
function milliseconds(task: () => void): number {
  const started = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function main(): void {
  benchArguments();
  const given = nation();
  const into = new Float64Array(SHAPE.regions * (SHAPE.cohorts + SHAPE.ages - 1));
  const demand = expectedRun(given, into);
  let kept = 0;
  const work = {
    bare: () => {
      for (let run = 0; run < TURN; run++) kept += bare(given);
    },
    expected: () => {
      for (let run = 0; run < TURN; run++) kept += expectedRun(given, into)[0] ?? 0;
    },
    draws: (turn: number) => {
      const paths = drawNational(given, SPREAD, { seed: 1, from: turn * TURN, to: (turn + 1) * TURN });
      if (!(paths instanceof Float64Array)) throw new Error(paths.code);
      kept += paths[0] ?? 0;
    },
    plan: () => {
      for (let run = 0; run < TURN; run++) kept += plan(demand);
    },
  };
  const round = () => {
    const spent = { bare: 0, expected: 0, draws: 0, plan: 0 };
    for (let turn = 0; turn < RUNS / TURN; turn++) {
      for (const key of KEYS) spent[key] += milliseconds(() => work[key](turn));
    }
    return spent;
  };
  round();
  const rounds = Array.from({ length: ROUNDS }, round);
  const cells = SHAPE.regions * SHAPE.bands * SHAPE.cohorts * SHAPE.ages;
  const lines = [
    { what: 'expected run / bare multiply-adds', ratio: median(rounds.map((r) => r.expected / r.bare)), atMost: 4 },
    { what: '1,000 draws / 1,000 expected runs', ratio: median(rounds.map((r) => r.draws / r.expected)), atMost: 1.2 },
  ];
  process.stdout.write(`${cells} cells; ms per run, median of ${ROUNDS} rounds of ${RUNS}: `);
  for (const key of KEYS) {
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
