import * as z from 'zod';
import { rankSum } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { count, outcome, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { figure, sayTest } from '../say.ts';
import { rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

export const rankSumEstimator = estimator({
  name: 'rank-sum',
  question: {
    nl: 'Ligt de uitkomst in de ene groep doorgaans hoger dan in de andere?',
    en: 'Does the outcome tend to be higher in one arm than in the other?',
  },
  method:
    'Wilcoxon-Mann-Whitney, normal approximation with correction for ties, no continuity correction; W counts pairs in which the treated is higher. Source: Mann & Whitney 1947',
  gives: 'W, p, superiority (W / (n1 n0)), statistic, n, n1, n0',
  example: '--outcome hours --treatment arm',
  input: { data: tableInput, outcome, treatment, count },
  output: rowsResult({
    W: z.number(),
    p: z.number(),
    superiority: z.number(),
    statistic: z.number(),
    n: z.int(),
    n1: z.int(),
    n0: z.int(),
  }),
  run(input, table) {
    const used = usedRows(table, { columns: [input.outcome, input.treatment], count: input.count });
    const rows = {
      outcome: used.numbers(input.outcome),
      treatment: used.binary(input.treatment),
      count: used.count,
    };
    const { w, ...result } = given(rankSum(rows));
    const chance = figure(result.superiority);
    return {
      W: w,
      ...result,
      missing: used.missing,
      sentence: sayTest(
        {
          nl: `Kans dat een behandelde hoger uitkomt dan een ander: ${chance.nl}`,
          en: `Chance that a treated row is above another: ${chance.en}`,
        },
        result.p,
      ),
    };
  },
});
