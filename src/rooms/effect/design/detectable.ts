import * as z from 'zod';
import { detectableDifference } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { inBoth } from '../say.ts';
import { plainResult } from '../shapes.ts';
import { alpha, power, share } from './power-target.ts';

export const detectableEstimator = estimator({
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
