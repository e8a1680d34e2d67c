import * as z from 'zod';
import { fisher } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { sayTest } from '../say.ts';
import { rowsResult } from '../shapes.ts';
import { counts, countsOf } from './four-counts.ts';

export const fisherEstimator = estimator({
  name: 'fisher',
  question: {
    nl: 'Verschilt een aandeel tussen de groepen, ook bij kleine aantallen?',
    en: 'Does a share differ between the arms, also in small numbers?',
  },
  method:
    "Fisher's exact test; conditional maximum likelihood odds ratio and exact interval, stopped at the digits of R's fisher.test (five or so) unless --exact. Source: Fisher 1935; Cornfield 1956",
  gives: 'oddsRatio?, ciLow, ciHigh?, p, n',
  example: '--outcome work --treatment arm',
  input: { ...counts, exact: z.boolean().default(false).describe('odds ratio and limits to the last digit') },
  output: rowsResult({
    oddsRatio: z.number().optional(),
    ciLow: z.number(),
    ciHigh: z.number().optional(),
    p: z.number(),
    n: z.int(),
  }),
  run(input, table) {
    const { counts: four, missing } = countsOf(input, table);
    const result = given(fisher(four, { exact: input.exact }));
    return {
      ...result,
      missing,
      sentence: sayTest({ nl: 'Verschil in aandeel (exacte toets)', en: 'Difference in share (exact test)' }, result.p),
    };
  },
});
