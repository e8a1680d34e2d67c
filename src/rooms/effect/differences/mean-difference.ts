import * as z from 'zod';
import { meanDifference } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { refuseBoth } from '../flags.ts';
import { cluster, column, count, outcome, sumOfSquares, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { DIFFERENCE, sayEffect } from '../say.ts';
import { EFFECT_KEYS, effectShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

export const meanDifferenceEstimator = estimator({
  name: 'mean-difference',
  question: {
    nl: 'Hoeveel scheelt de uitkomst gemiddeld tussen de groepen?',
    en: 'How much does the outcome differ between the arms on average?',
  },
  method:
    'Difference of means. welch (default): Satterthwaite df; HC0-HC3: n - 2 df; CR0, CR1 (G/(G-1) x (n-1)/(n-2)): clusters - 1 df; CR2: Satterthwaite df. Sources: Welch 1947; MacKinnon & White 1985; Bell & McCaffrey 2002',
  gives: EFFECT_KEYS,
  example: '--outcome hours --treatment arm',
  input: {
    data: tableInput,
    outcome,
    treatment,
    se: z
      .enum(['welch', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2'])
      .optional()
      .describe(
        'welch (default), HC0, HC1, HC2, HC3; with --cluster CR0, CR1, CR2 (then the default); with --weights HC2',
      ),
    cluster,
    weights: column('column of weights, taken as known').optional(),
    count,
    sumOfSquares,
  },
  output: rowsResult(effectShape),
  run(input, table) {
    if (input.se === 'welch') refuseBoth(input, ['weights'], ['se']);
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.cluster, input.weights, input.sumOfSquares],
      count: input.count,
    });
    const result = given(
      meanDifference(
        {
          outcome: used.numbers(input.outcome),
          treatment: used.binary(input.treatment),
          count: used.count,
          sumOfSquares: used.optional(input.sumOfSquares),
        },
        {
          ...(input.se ? { se: input.se } : {}),
          ...(input.cluster ? { cluster: used.codes([input.cluster]) } : {}),
          ...(input.weights ? { weights: used.numbers(input.weights) } : {}),
        },
      ),
    );
    return { ...result, missing: used.missing, sentence: sayEffect(DIFFERENCE, result) };
  },
});
