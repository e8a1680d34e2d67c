import * as z from 'zod';
import { arcsineSampleSize, sampleSizeOfMeans, sampleSizeOfProportions } from '../../../stats/index.ts';
import { estimator, given } from '../estimator.ts';
import { inBoth } from '../say.ts';
import { plainResult } from '../shapes.ts';
import { alpha, power, ratio, share } from './power-target.ts';

export const sampleSizeEstimator = estimator({
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
