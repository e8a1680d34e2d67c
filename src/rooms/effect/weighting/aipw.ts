import * as z from 'zod';
import { aipw } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { given } from '../refused.ts';
import { sayEffect } from '../say.ts';
import { EFFECT_KEYS } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { OBSERVED, weightedInput, weightedOutput } from './weighted-rows.ts';

export const aipwEstimator = estimator({
  name: 'aipw',
  question: {
    nl: 'Hetzelfde, ook goed als één van de twee modellen (kans of uitkomst) klopt?',
    en: 'The same, also right when only one of the two models (chance or outcome) is?',
  },
  method:
    'Augmented inverse probability weighting: logit propensity, linear (default) or logit outcome model per arm, influence-function error, no cross-fitting. Source: Robins, Rotnitzky & Zhao 1994',
  gives: `${EFFECT_KEYS}; mean1, mean0, ess1, ess0, psMin, psMax, weightMean`,
  example: '--outcome hours --treatment received --covariates age,edu:factor,score',
  input: {
    ...weightedInput,
    model: z.enum(['linear', 'logit']).default('linear').describe('linear (default) or logit'),
  },
  output: weightedOutput,
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.sumOfSquares],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      aipw({
        outcome: used.numbers(input.outcome),
        treatment: used.binary(input.treatment),
        covariates: used.terms(input.covariates),
        estimand: input.estimand,
        stabilised: input.stabilised,
        count: used.count,
        sumOfSquares: used.optional(input.sumOfSquares),
        model: input.model,
      }),
    );
    return { ...result, missing: used.missing, sentence: sayEffect(OBSERVED, result) };
  },
});
