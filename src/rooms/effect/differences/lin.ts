import * as z from 'zod';
import { lin } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { cluster, count, covariates, outcome, sumOfSquares, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { DIFFERENCE, sayEffect } from '../say.ts';
import { EFFECT_KEYS, effectShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

export const linEstimator = estimator({
  name: 'lin',
  question: {
    nl: 'Hoeveel scheelt de uitkomst, met kenmerken van vooraf om scherper te zien?',
    en: 'How much does the outcome differ, sharpened by covariates from before?',
  },
  method: 'Regression with centred covariates free in each arm; HC2 (default) or CR2 with --cluster. Source: Lin 2013',
  gives: EFFECT_KEYS,
  example: '--outcome hours --treatment arm --covariates age,edu:factor,score',
  input: {
    data: tableInput,
    outcome,
    treatment,
    covariates: covariates.optional(),
    se: z
      .enum(['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2'])
      .optional()
      .describe('HC2 (default), HC0, HC1, HC3, classical; with --cluster CR2 (then the default), CR0, CR1'),
    cluster,
    count,
    sumOfSquares,
  },
  output: rowsResult(effectShape),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.cluster, input.sumOfSquares],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      lin(
        {
          outcome: used.numbers(input.outcome),
          treatment: used.binary(input.treatment),
          covariates: used.terms(input.covariates),
          clusters: input.cluster ? used.codes([input.cluster]) : undefined,
          count: used.count,
          sumOfSquares: used.optional(input.sumOfSquares),
        },
        input.se,
      ),
    );
    return { ...result, missing: used.missing, sentence: sayEffect(DIFFERENCE, result) };
  },
});
