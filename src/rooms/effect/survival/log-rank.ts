import * as z from 'zod';
import { logRank } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, columns, count, tableInput } from '../inputs.ts';
import { given } from '../refused.ts';
import { sayTest } from '../say.ts';
import { list, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { entry, event, spellsOf, stratumOf, time } from './spells.ts';

export const logRankEstimator = estimator({
  name: 'log-rank',
  question: { nl: 'Gaat de ene groep sneller dan de andere?', en: 'Does one group go faster than the other?' },
  method: 'Log-rank (rho 0) or Peto-Peto (rho 1), stratified if asked. Sources: Mantel 1966; Harrington & Fleming 1982',
  gives: 'chisq, df, p, groups, observed, expected, variance, n',
  example: '--time days --event exit --by arm --strata district',
  input: {
    data: tableInput,
    time,
    event,
    entry,
    by: column('column of the groups'),
    strata: columns('columns whose combinations are the strata').optional(),
    rho: z.number().default(0).describe('weight S(t-)^rho: 0 (default) log-rank, 1 Peto-Peto'),
    count,
  },
  output: rowsResult({
    chisq: z.number(),
    df: z.number(),
    p: z.number(),
    groups: z.array(z.string()).readonly(),
    observed: list,
    expected: list,
    variance: z.union([z.number(), z.array(list).readonly()]),
    n: z.int(),
  }),
  run(input, table) {
    const names = input.strata ?? [];
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by, ...names],
      count: input.count,
    });
    const stratum = names.length === 0 ? undefined : stratumOf(used, names);
    const result = given(logRank({ ...spellsOf(used, input), stratum }, { rho: input.rho }), used);
    return {
      ...result,
      missing: used.missing,
      sentence: sayTest(
        { nl: 'Verschil in tempo tussen de groepen', en: 'Difference in pace between the groups' },
        result.p,
      ),
    };
  },
});
