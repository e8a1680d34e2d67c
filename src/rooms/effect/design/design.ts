import * as z from 'zod';
import {
  allocate,
  arcsineSampleSize,
  designEffect,
  detectableDifference,
  equalLooks,
  notEstimable,
  requiredEvents,
  sampleSizeOfMeans,
  sampleSizeOfProportions,
  sequentialBounds,
} from '../../../stats/index.ts';
import { estimator, given, numberList, Refused, strata, tableInput, usedRows } from '../estimator.ts';
import { inBoth } from '../say.ts';
import { list, plainResult, rowsResult } from '../shapes.ts';

const power = z.number().default(0.8).describe('chance to find the effect, default 0.8');
const alpha = z.number().default(0.05).describe('two-sided size of the test, default 0.05');
const ratio = z.number().default(1).describe('treated per not treated, default 1');
const share = (description: string) => z.number().describe(description);

const sampleSizeEstimator = estimator({
  name: 'sample-size',
  question: {
    nl: 'Hoeveel rijen vraagt een verschil dat er toe doet?',
    en: 'How many rows does a difference that matters ask?',
  },
  method:
    'Two proportions: normal approximation, variance pooled under no difference (Fleiss 1981), and by arcsine (Cohen 1988); two means: t-test by the noncentral t. Two-sided; not rounded',
  gives: 'nPerArm, n1, n0, nTotal, arcsine {h, nPerArm} (proportions)',
  example: '--p1 0.65 --p0 0.63 --power 0.8 --ratio 4',
  input: {
    p1: share('share with the outcome among the treated').optional(),
    p0: share('share with the outcome among the others').optional(),
    sd: share('standard deviation (instead of shares)').optional(),
    difference: share('difference of means').optional(),
    power,
    alpha,
    ratio,
  },
  output: plainResult({
    nPerArm: z.number(),
    n1: z.number(),
    n0: z.number(),
    nTotal: z.number(),
    arcsine: z.object({ h: z.number(), nPerArm: z.number() }).readonly().optional(),
  }),
  run({ p1, p0, sd, difference, ...target }) {
    const shares = p1 !== undefined && p0 !== undefined ? { p1, p0 } : undefined;
    const size = shares
      ? given(sampleSizeOfProportions(shares, target))
      : given(sampleSizeOfMeans({ sd: sd ?? Number.NaN, difference: difference ?? Number.NaN }, target));
    return {
      ...size,
      ...(shares ? { arcsine: given(arcsineSampleSize(shares, target)) } : {}),
      warnings: [],
      sentence: inBoth(
        { n1: Math.ceil(size.n1 - 1e-9), n0: Math.ceil(size.n0 - 1e-9), power: 100 * target.power },
        {
          nl: (f) =>
            `Met ${f.n1} behandelde en ${f.n0} andere rijen wordt dit verschil in ${f.power} van de 100 proeven gevonden.`,
          en: (f) =>
            `With ${f.n1} treated and ${f.n0} other rows this difference is found in ${f.power} of 100 trials.`,
        },
      ),
    };
  },
});

const detectableEstimator = estimator({
  name: 'detectable',
  question: { nl: 'Welk verschil kunnen deze groepen nog aantonen?', en: 'What difference can these arms still show?' },
  method: 'Smallest rise of a proportion above p0, by the formula of the sample size of two proportions; two-sided',
  gives: 'detectable',
  example: '--n1 2400 --n0 600 --p0 0.63 --power 0.8',
  input: {
    n1: share('treated'),
    n0: share('others'),
    p0: share('share with the outcome among the others'),
    power,
    alpha,
  },
  output: plainResult({ detectable: z.number() }),
  run({ power: chance, alpha: size, ...arms }) {
    const result = given(detectableDifference(arms, { power: chance, alpha: size }));
    return {
      ...result,
      warnings: [],
      sentence: inBoth(
        { points: 100 * result.detectable },
        {
          nl: (f) => `Een stijging van ${f.points} procentpunt is nog aan te tonen.`,
          en: (f) => `A rise of ${f.points} percentage points can still be shown.`,
        },
      ),
    };
  },
});

const eventsEstimator = estimator({
  name: 'events',
  question: {
    nl: 'Hoeveel gebeurtenissen vraagt een verschil in tempo?',
    en: 'How many events does a difference in pace ask?',
  },
  method: 'Events for a hazard ratio by log-rank or Cox, two-sided. Source: Schoenfeld 1983',
  gives: 'events',
  example: '--hazard-ratio 1.1 --ratio 4',
  input: { hazardRatio: share('pace of the treated over that of the others'), ratio, power, alpha },
  output: plainResult({ events: z.number() }),
  run({ hazardRatio, ...target }) {
    const result = given(requiredEvents(hazardRatio, target));
    return {
      ...result,
      method: 'Schoenfeld (1983), two-sided',
      warnings: [],
      sentence: inBoth(
        { events: Math.ceil(result.events - 1e-9) },
        {
          nl: (f) => `Dit verschil in tempo vraagt ${f.events} gebeurtenissen.`,
          en: (f) => `This difference in pace asks ${f.events} events.`,
        },
      ),
    };
  },
});

const designEffectEstimator = estimator({
  name: 'design-effect',
  question: {
    nl: 'Hoeveel meer rijen vraagt het loten van hele clusters?',
    en: 'How many more rows does randomising whole clusters ask?',
  },
  method: 'Design effect with unequal clusters: 1 + ((1 + cv^2) m - 1) icc. Source: Eldridge, Ashby & Kerry 2006',
  gives: 'designEffect',
  example: '--cluster-size 50 --icc 0.01 --cluster-cv 0.6',
  input: {
    clusterSize: share('mean rows per cluster'),
    icc: share('correlation of two rows of one cluster'),
    clusterCv: z.number().default(0).describe('standard deviation of the cluster sizes over their mean, default 0'),
  },
  output: plainResult({ designEffect: z.number() }),
  run(input) {
    const result = given(designEffect(input));
    return {
      ...result,
      method: '1 + ((1 + cv^2) m - 1) icc',
      warnings: [],
      sentence: inBoth(
        { factor: result.designEffect },
        {
          nl: (f) => `Clusters vragen ${f.factor} maal zoveel rijen.`,
          en: (f) => `Clusters ask ${f.factor} times as many rows.`,
        },
      ),
    };
  },
});

const sequentialEstimator = estimator({
  name: 'sequential',
  question: {
    nl: 'Bij welke tussenstand mag een lopende proef stoppen?',
    en: 'At which interim result may a running trial stop?',
  },
  method:
    "Efficacy bounds, one-sided. OF: O'Brien-Fleming; P: Pocock; asOF, asP: Lan-DeMets spending; asKD: Kim-DeMets, alpha t^gamma. Inflation at the power given",
  gives: 'information, z, alphaSpent, stageP, inflation',
  example: '--looks 3 --type asOF',
  input: {
    looks: z.int().min(1).max(50).optional().describe('number of equally spaced looks'),
    information: numberList().max(50).optional().describe('share of the information at each look, the last 1'),
    type: z.enum(['OF', 'P', 'asOF', 'asP', 'asKD']).default('OF').describe('OF (default), P, asOF, asP, asKD'),
    gamma: z.number().default(2).describe('exponent of asKD, default 2'),
    alpha: z.number().default(0.025).describe('one-sided, default 0.025'),
    power,
  },
  output: plainResult({ information: list, z: list, alphaSpent: list, stageP: list, inflation: z.number() }),
  run({ looks, information, ...design }) {
    const result = given(sequentialBounds({ ...design, information: information ?? equalLooks(looks ?? 1) }));
    const first = result.z[0] as number;
    return {
      ...result,
      warnings: [],
      sentence: inBoth(
        { first, last: result.z.at(-1) as number, more: 100 * (result.inflation - 1) },
        {
          nl: (f) =>
            `Stoppen mag bij de eerste blik vanaf z = ${f.first}, bij de laatste vanaf ${f.last}; de proef vraagt ten hoogste ${f.more}% meer rijen.`,
          en: (f) =>
            `Stopping is allowed from z = ${f.first} at the first look and from ${f.last} at the last; the trial asks at most ${f.more} % more rows.`,
        },
      ),
    };
  },
});

const allocateEstimator = estimator({
  name: 'allocate',
  question: { nl: 'Wie komt door het lot in welke groep?', en: 'Who comes into which arm by lot?' },
  method:
    'Permuted blocks within strata, by seed: the arm of a row depends on the seed, its stratum and its place there only. Source: Zelen 1974',
  gives: 'arm (one per row, in the order of the file), n, seed',
  example: '--strata district --block 10 --ratio 4:1 --seed 20171201',
  input: {
    data: tableInput,
    strata: strata.optional(),
    block: z.int().describe('rows per block, a multiple of the parts of the ratio'),
    ratio: z
      .string()
      .regex(/^\d+(:\d+)*$/)
      .default('1:1')
      .describe('treated to others, as 4 or 4:1; more parts for more arms, the last is arm 0; default 1:1'),
    seed: z.int().describe('whole number that fixes the lot'),
  },
  output: rowsResult({ arm: z.array(z.int()).readonly(), n: z.int(), seed: z.int() }),
  run(input, table) {
    const names = input.strata ?? [];
    const used = usedRows(table, { columns: names, count: undefined });
    // An arm must belong to its row: nobody is left out of the lot in silence.
    if (used.missing > 0) throw new Refused(notEstimable('missing_value', names.join(', ')));
    const columnsOfStrata = names.map((name) => used.text(name));
    const labels = Array.from({ length: used.rows }, (_, i) => JSON.stringify(columnsOfStrata.map((each) => each[i])));
    const parts = (input.ratio.includes(':') ? input.ratio : `${input.ratio}:1`).split(':').map(Number);
    const arms = given(allocate(labels, { block: input.block, shares: parts.reverse(), seed: input.seed }));
    const ones = arms.reduce((sum, arm) => sum + (arm > 0 ? 1 : 0), 0);
    return {
      arm: [...arms],
      n: arms.length,
      seed: input.seed,
      method: `permuted blocks of ${input.block} within strata`,
      warnings: [],
      missing: used.missing,
      sentence: inBoth(
        { ones, rest: arms.length - ones },
        {
          nl: (f) => `${f.ones} rijen zijn behandeld, ${f.rest} niet.`,
          en: (f) => `${f.ones} rows are treated, ${f.rest} are not.`,
        },
      ),
    };
  },
});

export const designEstimators = [
  sampleSizeEstimator,
  detectableEstimator,
  eventsEstimator,
  designEffectEstimator,
  sequentialEstimator,
  allocateEstimator,
];
