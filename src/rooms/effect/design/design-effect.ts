import * as z from 'zod';
import { designEffect } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { inBoth } from '../say.ts';
import { plainResult } from '../shapes.ts';
import { share } from './power-target.ts';

export const designEffectEstimator = estimator({
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
