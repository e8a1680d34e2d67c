import * as z from 'zod';
import { ipw } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { sayEffect } from '../say.ts';
import { EFFECT_KEYS } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { OBSERVED, weightedInput, weightedOutput } from './weighted-rows.ts';

export const ipwEstimator = estimator({
  name: 'ipw',
  question: {
    nl: 'Wat deed de dienst, als de gemeten kenmerken verklaren wie hem kreeg (weging)?',
    en: 'What did the service do, if the covariates explain who received it (weighting)?',
  },
  method:
    'Hajek weighting by a logit propensity; HC0 error with the weights taken as known. Source: Hernan & Robins 2020, ch. 12',
  gives: `${EFFECT_KEYS}; mean1, mean0, ess1, ess0, psMin, psMax, weightMean`,
  example: '--outcome hours --treatment received --covariates age,edu:factor,score',
  input: { ...weightedInput, se: z.enum(['HC0']).default('HC0').describe('HC0: weights taken as known') },
  output: weightedOutput,
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.sumOfSquares],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      ipw({
        outcome: used.numbers(input.outcome),
        treatment: used.binary(input.treatment),
        covariates: used.terms(input.covariates),
        estimand: input.estimand,
        stabilised: input.stabilised,
        count: used.count,
        sumOfSquares: used.optional(input.sumOfSquares),
      }),
    );
    return { ...result, missing: used.missing, sentence: sayEffect(OBSERVED, result) };
  },
});
