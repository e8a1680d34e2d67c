import * as z from 'zod';
import { instrumental } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { cluster, column, columns, count, covariates, outcome, sumOfSquares, tableInput } from '../inputs.ts';
import { given } from '../refused.ts';
import { sayEffect } from '../say.ts';
import { EFFECT_KEYS, effectShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { clusteredErrors } from './coefficient-table.ts';

export const ivEstimator = estimator({
  name: 'iv',
  question: {
    nl: 'Wat deed deelname bij wie deelnam doordat het aanbod er was (LATE)?',
    en: 'What did taking part do for those who took part because of the offer (LATE)?',
  },
  method:
    'Two-stage least squares; HC2 (default), HC0, HC1, HC3, classical; with --cluster CR2 (then the default), CR0, CR1. Source: Angrist, Imbens & Rubin 1996',
  gives: `${EFFECT_KEYS}; firstStage, firstStageF?, wald?, takeUp1?, takeUp0?`,
  example: '--outcome hours --endogenous received --instrument arm',
  input: {
    data: tableInput,
    outcome,
    endogenous: column('column of what was taken up'),
    instrument: columns('columns of what was assigned'),
    covariates: covariates.optional(),
    se: clusteredErrors.describe('HC2 (default), HC0, HC1, HC3, classical; with --cluster CR2, CR0, CR1'),
    cluster,
    count,
    sumOfSquares,
  },
  output: rowsResult({
    ...effectShape,
    firstStage: z.number(),
    firstStageF: z.number().optional(),
    wald: z.number().optional(),
    takeUp1: z.number().optional(),
    takeUp0: z.number().optional(),
  }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.endogenous, input.cluster, input.sumOfSquares, ...input.instrument],
      count: input.count,
      covariates: input.covariates,
    });
    const { table: _stage, ...result } = given(
      instrumental(
        {
          outcome: used.numbers(input.outcome),
          endogenous: { name: input.endogenous, values: used.numbers(input.endogenous) },
          instruments: input.instrument.map((name) => ({ name, values: used.numbers(name) })),
          covariates: used.terms(input.covariates),
          clusters: input.cluster ? used.codes([input.cluster]) : undefined,
          count: used.count,
          sumOfSquares: used.optional(input.sumOfSquares),
        },
        input.se,
      ),
    );
    const what = {
      nl: 'Effect van deelname bij wie door het aanbod deelnam',
      en: 'Effect of taking part on those whom the offer made take part',
    };
    return { ...result, missing: used.missing, sentence: sayEffect(what, result) };
  },
});
