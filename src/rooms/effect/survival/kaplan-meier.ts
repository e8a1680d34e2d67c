import * as z from 'zod';
import { kaplanMeier } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { gaps, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { spellsOf } from './spells.ts';
import { CURVE_KEYS, curveInput, curveShape, sayMedians } from './survival-curve.ts';

export const kaplanMeierEstimator = estimator({
  name: 'kaplan-meier',
  question: {
    nl: 'Welk deel heeft de gebeurtenis na verloop van tijd nog niet gehad?',
    en: 'What part has not yet had the event as time goes on?',
  },
  method: 'Kaplan-Meier, Greenwood error. Sources: Kaplan & Meier 1958; median limits Brookmeyer & Crowley 1982',
  gives: `groups {level: {time, surv, ${CURVE_KEYS}}`,
  example: '--time days --event exit --by arm --at 90,365',
  input: curveInput,
  output: rowsResult({ groups: z.record(z.string(), z.object({ ...curveShape, surv: gaps }).readonly()).readonly() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by],
      count: input.count,
    });
    const result = given(kaplanMeier(spellsOf(used, input), { at: input.at, interval: input.interval }), used);
    return { ...result, missing: used.missing, sentence: sayMedians(result.groups) };
  },
});
