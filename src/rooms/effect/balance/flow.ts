import * as z from 'zod';
import { flow } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, count, tableInput } from '../inputs.ts';
import { given } from '../refused.ts';
import { countedRows } from '../say.ts';
import { rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

const perArm = z.record(z.string(), z.int()).readonly();

export const flowEstimator = estimator({
  name: 'flow',
  question: {
    nl: 'Hoeveel rijen kwamen in elke groep, en hoeveel daarvan kregen de dienst?',
    en: 'How many rows came into each arm, and how many of those received the service?',
  },
  method: 'Counts per arm (any labels) and of those that received, as in a CONSORT flow diagram',
  gives: 'n {arm}, received {arm}, total',
  example: '--treatment arm --received received',
  input: {
    data: tableInput,
    treatment: column('column with the arm, any labels'),
    received: column('column with 1 = received'),
    count,
  },
  output: rowsResult({ n: perArm, received: perArm, total: z.int() }),
  run(input, table) {
    const used = usedRows(table, { columns: [input.treatment, input.received], count: input.count });
    const result = given(flow(used.text(input.treatment), used.binary(input.received), used.count));
    const arms = Object.entries(result.arms);
    return {
      n: Object.fromEntries(arms.map(([arm, { n }]) => [arm, n])),
      received: Object.fromEntries(arms.map(([arm, { received }]) => [arm, received])),
      total: result.n,
      method: 'counts',
      warnings: [],
      missing: used.missing,
      sentence: {
        nl: `${arms.map(([arm, { n, received }]) => `${arm}: ${countedRows(n).nl}, ${received} ${received === 1 ? 'kreeg' : 'kregen'} de dienst`).join('; ')}.`,
        en: `${arms.map(([arm, { n, received }]) => `${arm}: ${countedRows(n).en}, ${received} received the service`).join('; ')}.`,
      },
    };
  },
});
