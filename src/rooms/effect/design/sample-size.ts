import * as z from 'zod';
import { arcsineSampleSize, sampleSizeOfMeans, sampleSizeOfProportions } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { needFlags, refuseBoth } from '../flags.ts';
import { given } from '../refused.ts';
import { counted, inBoth } from '../say.ts';
import { plainResult } from '../shapes.ts';
import { alpha, power, ratio, share } from './power-target.ts';

/** The second opinion is for a trial of another shape. */
const ARCSINE_EQUAL_ARMS = {
  code: 'arcsine_equal_arms',
  sentence: {
    nl: 'Het aantal volgens de arcsinus geldt voor even grote groepen, niet voor deze verhouding.',
    en: 'The number by the arcsine is for arms of equal size, not for this ratio.',
  },
};

export const sampleSizeEstimator = estimator({
  name: 'sample-size',
  question: {
    nl: 'Hoeveel rijen vraagt een verschil dat er toe doet?',
    en: 'How many rows does a difference that matters ask?',
  },
  method:
    'Two proportions: normal approximation, variance pooled under no difference (Fleiss 1981), and by arcsine (Cohen 1988); two means: t-test by the noncentral t. Two-sided; not rounded',
  gives: 'nPerArm, n1, n0, nTotal, arcsine? {h, nPerArm} (of proportions)',
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
    const asked = { p1, p0, sd, difference };
    refuseBoth(asked, ['sd', 'difference'], ['p1', 'p0']);
    const ofMeans = sd !== undefined || difference !== undefined;
    if (ofMeans) needFlags(asked, ['sd', 'difference']);
    else needFlags(asked, ['p1', 'p0'], { nl: 'of --sd --difference', en: 'or --sd --difference' });
    const shares = ofMeans ? undefined : { p1: p1 ?? 0, p0: p0 ?? 0 };
    const size = shares
      ? given(sampleSizeOfProportions(shares, target))
      : given(sampleSizeOfMeans({ sd: sd ?? 0, difference: difference ?? 0 }, target));
    const n0 = Math.ceil(size.n0 - 1e-9);
    const others = counted(n0, { nl: 'andere rij', en: 'other row' }, { nl: 'andere rijen', en: 'other rows' });
    return {
      ...size,
      ...(shares ? { arcsine: given(arcsineSampleSize(shares, target)) } : {}),
      warnings: shares && target.ratio !== 1 ? [ARCSINE_EQUAL_ARMS] : [],
      sentence: inBoth(
        { n1: Math.ceil(size.n1 - 1e-9), power: 100 * target.power },
        {
          nl: (f) =>
            `Met ${f.n1} behandelde en ${others.nl} wordt dit verschil in ${f.power} van de 100 proeven gevonden.`,
          en: (f) => `With ${f.n1} treated and ${others.en} this difference is found in ${f.power} of 100 trials.`,
        },
      ),
    };
  },
});
