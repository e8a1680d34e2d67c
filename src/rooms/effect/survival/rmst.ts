import * as z from 'zod';
import { rmst } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, count, tableInput } from '../inputs.ts';
import { given } from '../refused.ts';
import { figure, sayEffect } from '../say.ts';
import { effectShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { entry, event, spellsOf, time } from './spells.ts';

export const rmstEstimator = estimator({
  name: 'rmst',
  question: { nl: 'Hoeveel tijd scheelt het, tot een horizon?', en: 'How much time does it save, up to a horizon?' },
  method:
    'Restricted mean survival time to tau: area under Kaplan-Meier, second level of --by minus the first. Source: Royston & Parmar 2013',
  gives: 'estimate (as diff), se, statistic, rmst1, rmst0, se1, se0, diff, ciLow, ciHigh, p, ratio, tau, n, n1?, n0?',
  example: '--time days --event exit --by arm --tau 365',
  input: {
    data: tableInput,
    time,
    event,
    entry,
    by: column('column of the two groups'),
    tau: z.number().describe('horizon, in the unit of time'),
    count,
  },
  output: rowsResult({
    ...effectShape,
    rmst1: z.number(),
    rmst0: z.number(),
    se1: z.number(),
    se0: z.number(),
    diff: z.number(),
    ratio: z.number().nullable(),
    tau: z.number(),
  }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by],
      count: input.count,
    });
    const result = given(rmst(spellsOf(used, input), { tau: input.tau }), used);
    const what = {
      nl: `Verschil in gemiddelde tijd binnen de eerste ${figure(input.tau).nl}`,
      en: `Difference in mean time within the first ${figure(input.tau).en}`,
    };
    return { ...result, missing: used.missing, sentence: sayEffect(what, result) };
  },
});
