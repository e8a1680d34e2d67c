import * as z from 'zod';
import { nelsonAalen } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { gaps, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { spellsOf } from './spells.ts';
import { CURVE_KEYS, curveInput, curveShape, sayMedians } from './survival-curve.ts';

export const nelsonAalenEstimator = estimator({
  name: 'nelson-aalen',
  question: { nl: 'Hoeveel gebeurtenissen stapelen zich op per hoofd?', en: 'How many events pile up per head?' },
  method:
    'Cumulative hazard sum d/n, error sqrt(sum d/n^2). --interval names a scale of survival exp(-H): log (default) is symmetric in H itself, log-log in log H. Sources: Nelson 1972; Aalen 1978',
  gives: `groups {level: {time, cumhaz, ${CURVE_KEYS}}`,
  example: '--time days --event exit --by arm --at 90,365',
  input: curveInput,
  output: rowsResult({ groups: z.record(z.string(), z.object({ ...curveShape, cumhaz: gaps }).readonly()).readonly() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by],
      count: input.count,
    });
    const result = given(nelsonAalen(spellsOf(used, input), { at: input.at, interval: input.interval }), used);
    return { ...result, missing: used.missing, sentence: sayMedians(result.groups) };
  },
});
