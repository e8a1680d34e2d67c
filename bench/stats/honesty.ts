/**
 * Proof of honesty of `src/stats`: over re-randomisations of a finite population with a constant effect, do 95 % intervals
 * cover 95 % of the time, is the type I error 5 %, do sequential bounds spend no more than 5 %, are blocks exact?
 * `npx tsx bench/stats/honesty.ts [rounds]` (10,000 rounds unless told; some minutes). Ends with code 1 when a line fails.
 */
import { pathToFileURL } from 'node:url';
import {
  allocate,
  type Estimate,
  equalLooks,
  gComputation,
  isNotEstimable,
  lin,
  meanDifference,
  type NotEstimable,
  seededGenerator,
  sequentialBounds,
  shuffle,
  type Term,
} from '../../src/stats/index.ts';
import { benchArguments } from '../arguments.ts';

const PEOPLE = 600;
const EFFECT = 2;
const TREATED_OF_FIVE = 3;

/** What 95 % intervals and tests of 5 % promise, with room for the noise of 10,000 rounds. */
const COVERS = { low: 0.944, high: 0.956 };
const ERRS = { low: 0.044, high: 0.056 };

/** One line of the proof: a share of rounds and the range in which it must lie. */
export interface Line {
  readonly what: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

interface Population {
  readonly control: Float64Array;
  readonly covariates: readonly Term[];
}

/** Outcomes without the service: skewed, and predicted in part by two covariates. */
function makePopulation(seed: number): Population {
  const generator = seededGenerator(seed);
  const score = Float64Array.from({ length: PEOPLE }, () => generator.normal());
  const age = Float64Array.from({ length: PEOPLE }, () => 20 + generator.below(44));
  const control = score.map((value, i) => 10 + 3 * value + 0.1 * (age[i] as number) + 2 * Math.exp(generator.normal()));
  return {
    control,
    covariates: [
      { name: 'score', values: score },
      { name: 'age', values: age },
    ],
  };
}

function estimated(result: Estimate | NotEstimable): Estimate {
  if (isNotEstimable(result)) throw new Error(result.sentence.en);
  return result;
}

/** Re-randomises one population; counts how often each interval holds the effect, and how often a test of no effect says no. */
function reRandomise(rounds: number, seed: number): Line[] {
  const { control, covariates } = makePopulation(seed);
  const generator = seededGenerator(seed + 1);
  const arms = new Uint8Array(PEOPLE).map((_, i) => (i % 5 < TREATED_OF_FIVE ? 1 : 0));
  const counts = { difference: 0, lin: 0, standardised: 0, simple: 0, wrong: 0, wrongLin: 0 };
  for (let round = 0; round < rounds; round += 1) {
    shuffle(arms, generator);
    const treatment = Float64Array.from(arms);
    const outcome = control.map((value, i) => value + EFFECT * (treatment[i] as number));
    const holds = (result: Estimate | NotEstimable, truth = EFFECT) => {
      const { ciLow, ciHigh } = estimated(result);
      return ciLow <= truth && truth <= ciHigh ? 1 : 0;
    };
    const rows = { outcome, treatment, covariates };
    counts.difference += holds(meanDifference(rows));
    counts.lin += holds(lin(rows));
    counts.standardised += holds(gComputation({ ...rows, model: 'linear' }));
    counts.simple += holds(gComputation({ ...rows, model: 'linear', scheme: 'simple' }));
    counts.wrong += estimated(meanDifference({ outcome: control, treatment })).p < 0.05 ? 1 : 0;
    counts.wrongLin += estimated(lin({ ...rows, outcome: control })).p < 0.05 ? 1 : 0;
  }
  return [
    { what: 'difference of means (Welch): 95 % interval covers', share: counts.difference / rounds, ...COVERS },
    { what: 'Lin (HC2): 95 % interval covers', share: counts.lin / rounds, ...COVERS },
    { what: 'g-computation (linear, fixed): 95 % interval covers', share: counts.standardised / rounds, ...COVERS },
    { what: 'g-computation (linear, simple): 95 % interval covers', share: counts.simple / rounds, ...COVERS },
    { what: 'difference of means: type I error', share: counts.wrong / rounds, ...ERRS },
    { what: 'Lin: type I error', share: counts.wrongLin / rounds, ...ERRS },
  ];
}

/** People of a yes/no outcome: in strata, with a chance that follows from two covariates, and who the service would turn. */
interface YesNoPopulation {
  readonly covariates: readonly Term[];
  readonly strata: Int32Array;
  /** Outcome without and with the service. */
  readonly without: Float64Array;
  readonly with: Float64Array;
}

const STRATA = 6;
const BLOCK = 10;

/**
 * A yes/no outcome has no effect that is the same for all; what is the same in every round is the sum: a fixed set of
 * people is turned. They are few, since effects that differ widen every interval beyond what was asked of it.
 */
const TURNED = 12;

function makeYesNo(seed: number): YesNoPopulation {
  const generator = seededGenerator(seed);
  const strata = Int32Array.from({ length: PEOPLE }, (_, i) => i % STRATA);
  const score = Float64Array.from({ length: PEOPLE }, () => generator.normal());
  const age = Float64Array.from({ length: PEOPLE }, () => 20 + generator.below(44));
  const without = score.map((value, i) => {
    const predictor = -0.6 + value + 0.03 * ((age[i] as number) - 42) + 0.15 * (strata[i] as number);
    return generator.uniform() < 1 / (1 + Math.exp(-predictor)) ? 1 : 0;
  });
  const turned = new Set([...without.keys()].filter((i) => without[i] === 0).slice(0, TURNED));
  const covariates = [
    { name: 'score', values: score },
    { name: 'age', values: age },
  ];
  return { covariates, strata, without, with: without.map((value, i) => (turned.has(i) ? 1 : value)) };
}

/** Arms of a lot in blocks within strata. */
function inBlocks(strata: Int32Array, seed: number): Float64Array {
  const shares = [5 - TREATED_OF_FIVE, TREATED_OF_FIVE];
  const arms = allocate([...strata], { block: BLOCK, shares, seed });
  if (isNotEstimable(arms)) throw new Error(arms.sentence.en);
  return Float64Array.from(arms);
}

/** Re-randomises people with a yes/no outcome, simply and in blocks, and standardises a logit by each scheme. */
function reRandomiseYesNo(rounds: number, seed: number): Line[] {
  const people = makeYesNo(seed);
  const generator = seededGenerator(seed + 1);
  const arms = new Uint8Array(PEOPLE).map((_, i) => (i % 5 < TREATED_OF_FIVE ? 1 : 0));
  const counts = { fixed: 0, simple: 0, blocks: 0, wrong: 0, wrongBlocks: 0 };
  const { covariates, strata } = people;
  const outcomeOf = (treatment: Float64Array) =>
    treatment.map((arm, i) => (arm === 1 ? people.with[i] : people.without[i]) as number);
  const holds = (result: Estimate | NotEstimable) => {
    const { ciLow, ciHigh } = estimated(result);
    return ciLow <= TURNED / PEOPLE && TURNED / PEOPLE <= ciHigh ? 1 : 0;
  };
  const errs = (result: Estimate | NotEstimable) => (estimated(result).p < 0.05 ? 1 : 0);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(arms, generator);
    const simple = Float64Array.from(arms);
    const rows = { outcome: outcomeOf(simple), treatment: simple, covariates };
    counts.fixed += holds(gComputation(rows));
    counts.simple += holds(gComputation({ ...rows, scheme: 'simple' }));
    counts.wrong += errs(gComputation({ ...rows, outcome: people.without, scheme: 'simple' }));
    const treatment = inBlocks(strata, seed + 2 + round);
    const blocked = { treatment, covariates, scheme: 'blocks' as const, strata };
    counts.blocks += holds(gComputation({ ...blocked, outcome: outcomeOf(treatment) }));
    counts.wrongBlocks += errs(gComputation({ ...blocked, outcome: people.without }));
  }
  const share = (count: number) => count / rounds;
  return [
    { what: 'g-computation (logit, fixed): 95 % interval covers', share: share(counts.fixed), ...COVERS },
    { what: 'g-computation (logit, simple): 95 % interval covers', share: share(counts.simple), ...COVERS },
    { what: 'g-computation (logit, blocks): 95 % interval covers', share: share(counts.blocks), ...COVERS },
    { what: 'g-computation (logit, simple): type I error', share: share(counts.wrong), ...ERRS },
    { what: 'g-computation (logit, blocks): type I error', share: share(counts.wrongBlocks), ...ERRS },
  ];
}

/** A trial without effect that is looked at five times, two-sided 5 %: how often does it stop for one? */
function sequentialError(rounds: number, seed: number): Line {
  const bounds = sequentialBounds({ type: 'asOF', information: equalLooks(5), alpha: 0.025 });
  if (isNotEstimable(bounds)) throw new Error(bounds.sentence.en);
  const generator = seededGenerator(seed);
  let stopped = 0;
  for (let round = 0; round < rounds; round += 1) {
    let walk = 0;
    let crossed = false;
    bounds.z.forEach((bound, k) => {
      walk += generator.normal();
      crossed ||= Math.abs(walk / Math.sqrt(k + 1)) >= bound;
    });
    if (crossed) stopped += 1;
  }
  return { what: 'sequential (asOF, 5 looks, both sides): type I error', share: stopped / rounds, low: 0, high: 0.054 };
}

/** Share of full blocks that hold their arms exactly. */
function blockBalance(seed: number): Line {
  const generator = seededGenerator(seed);
  const strata = Array.from({ length: 20_000 }, () => generator.below(40));
  const block = 10;
  const arms = allocate(strata, { block, shares: [1, 4], seed });
  if (isNotEstimable(arms)) throw new Error(arms.sentence.en);
  let full = 0;
  let exact = 0;
  for (let stratum = 0; stratum < 40; stratum += 1) {
    const own = [...arms].filter((_, i) => strata[i] === stratum);
    for (let from = 0; from + block <= own.length; from += block) {
      full += 1;
      exact += own.slice(from, from + block).reduce((a, b) => a + b, 0) === 8 ? 1 : 0;
    }
  }
  return { what: 'blocks with exactly four treated to one control', share: exact / full, low: 1, high: 1 };
}

/** All lines of the proof. */
export function proveHonesty(rounds: number, seed = 20171201): Line[] {
  return [
    ...reRandomise(rounds, seed),
    ...reRandomiseYesNo(rounds, seed + 10),
    sequentialError(rounds * 10, seed + 2),
    blockBalance(seed + 3),
  ];
}

function main(): void {
  const [rounds = 10_000] = benchArguments({ numbers: ['rounds'] });
  const noise = 1.96 * Math.sqrt((0.95 * 0.05) / rounds);
  process.stdout.write(
    `${rounds} re-randomisations of ${PEOPLE} people; noise of a share of 95 %: +-${(100 * noise).toFixed(2)} points\n`,
  );
  let failed = false;
  for (const { what, share, low, high } of proveHonesty(rounds)) {
    const held = share >= low && share <= high;
    failed ||= !held;
    const range = low === high ? `${100 * low} %` : `${(100 * low).toFixed(1)}-${(100 * high).toFixed(1)} %`;
    process.stdout.write(
      `${held ? 'holds' : 'FAILS'}  ${(100 * share).toFixed(2).padStart(6)} %  (${range})  ${what}\n`,
    );
  }
  if (failed) process.exitCode = 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) main();
