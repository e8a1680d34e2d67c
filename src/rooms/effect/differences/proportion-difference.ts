import * as z from 'zod';
import { proportionDifference } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { sayEffect } from '../say.ts';
import { rowsResult } from '../shapes.ts';
import { counts, countsOf } from './four-counts.ts';

export const proportionDifferenceEstimator = estimator({
  name: 'proportion-difference',
  question: {
    nl: 'Hoeveel scheelt het aandeel met de uitkomst tussen de groepen?',
    en: 'How much does the share with the outcome differ between the arms?',
  },
  method:
    'Difference of proportions with interval, pooled chi-square without continuity correction, ratios with log intervals. Sources: Newcombe 1998, method 10; Wilson 1927',
  gives:
    'estimate, ciLow, ciHigh, chisq?, p?, x1, n1, x0, n0, n, riskRatio?, riskRatioLow?, riskRatioHigh?, oddsRatio?, oddsRatioLow?, oddsRatioHigh?, nnt?',
  example: '--outcome work --treatment arm',
  input: {
    ...counts,
    interval: z.enum(['newcombe', 'wald']).default('newcombe').describe('newcombe (default) or wald'),
  },
  output: rowsResult({
    estimate: z.number(),
    ciLow: z.number(),
    ciHigh: z.number(),
    chisq: z.number().optional(),
    p: z.number().optional(),
    x1: z.int(),
    n1: z.int(),
    x0: z.int(),
    n0: z.int(),
    riskRatio: z.number().optional(),
    riskRatioLow: z.number().optional(),
    riskRatioHigh: z.number().optional(),
    oddsRatio: z.number().optional(),
    oddsRatioLow: z.number().optional(),
    oddsRatioHigh: z.number().optional(),
    nnt: z.number().optional(),
    n: z.int(),
  }),
  run(input, table) {
    const { counts: four, missing } = countsOf(input, table);
    const { risk, odds, ...result } = given(proportionDifference(four, { interval: input.interval }));
    return {
      ...result,
      ...(risk ? { riskRatio: risk.ratio, riskRatioLow: risk.low, riskRatioHigh: risk.high } : {}),
      ...(odds ? { oddsRatio: odds.ratio, oddsRatioLow: odds.low, oddsRatioHigh: odds.high } : {}),
      missing,
      sentence: sayEffect(
        {
          nl: 'Verschil in aandeel tussen behandeld en niet behandeld',
          en: 'Difference in share between treated and not treated',
        },
        result,
      ),
    };
  },
});
