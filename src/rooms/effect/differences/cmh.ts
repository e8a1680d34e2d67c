import * as z from 'zod';
import { cochranMantelHaenszel } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { count, outcome, strata, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { sayTest } from '../say.ts';
import { rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

export const cmhEstimator = estimator({
  name: 'cmh',
  question: {
    nl: 'Verschilt een aandeel tussen de groepen binnen strata?',
    en: 'Does a share differ between the arms within strata?',
  },
  method:
    'Cochran-Mantel-Haenszel without continuity correction; Mantel-Haenszel odds ratio with the interval of Robins, Breslow & Greenland 1986',
  gives: 'chisq, p, commonOddsRatio?, ciLow?, ciHigh?, n, strataUsed',
  example: '--outcome work --treatment arm --strata district',
  input: { data: tableInput, outcome, treatment, strata, count },
  output: rowsResult({
    chisq: z.number(),
    p: z.number(),
    commonOddsRatio: z.number().optional(),
    ciLow: z.number().optional(),
    ciHigh: z.number().optional(),
    n: z.int(),
    strataUsed: z.int(),
  }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, ...input.strata],
      count: input.count,
    });
    const outcomes = used.binary(input.outcome);
    const arms = used.binary(input.treatment);
    const tables: { x1: number; n1: number; x0: number; n0: number }[] = [];
    used.codes(input.strata).forEach((code, i) => {
      const stratum = (tables[code] ??= { x1: 0, n1: 0, x0: 0, n0: 0 });
      const times = used.count?.[i] ?? 1;
      const events = times * (outcomes[i] as number);
      if (arms[i] === 1) {
        stratum.n1 += times;
        stratum.x1 += events;
      } else {
        stratum.n0 += times;
        stratum.x0 += events;
      }
    });
    const result = given(cochranMantelHaenszel(tables));
    return {
      ...result,
      missing: used.missing,
      sentence: sayTest({ nl: 'Verschil in aandeel binnen strata', en: 'Difference in share within strata' }, result.p),
    };
  },
});
