import * as z from 'zod';
import { aipw, type Frame, frameOf, ipw, responseWeighted } from '../../../stats/index.ts';
import {
  column,
  count,
  covariates,
  estimator,
  given,
  outcome,
  sumOfSquares,
  tableInput,
  treatment,
  usedRows,
} from '../estimator.ts';
import { inBoth, sayEffect } from '../say.ts';
import { effectShape, rowsResult } from '../shapes.ts';

const EFFECT_KEYS = 'estimate, se, ciLow, ciHigh, statistic, df, p, n, n1, n0';

const weightedOutput = rowsResult({
  ...effectShape,
  mean1: z.number(),
  mean0: z.number(),
  ess1: z.number(),
  ess0: z.number(),
  psMin: z.number(),
  psMax: z.number(),
  weightMean: z.number(),
});

const weightedInput = {
  data: tableInput,
  outcome,
  treatment,
  covariates,
  estimand: z.enum(['ate', 'att']).default('ate').describe('ate (default): all; att: the treated'),
  stabilised: z.boolean().default(false).describe('weights times the share of the own arm'),
  count,
  sumOfSquares,
};

const OBSERVED = {
  nl: 'Verschil na weging op de kans op behandeling',
  en: 'Difference after weighting by the chance of treatment',
};

const ipwEstimator = estimator({
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

const aipwEstimator = estimator({
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

/** What is not read of who did not respond is no missing value: it is set to 0. */
function withoutIdleOutcome(table: Frame, respondedName: string, idle: readonly (string | undefined)[]): Frame {
  const responded = table.columns.get(respondedName);
  if (!responded) return table;
  const fill = (values: readonly string[]) =>
    values.map((value, i) => (Number(responded[i]) === 1 || responded[i] === '' ? value : '0'));
  const columns = [...table.columns].map(([name, values]) => [name, idle.includes(name) ? fill(values) : values]);
  return given(frameOf(Object.fromEntries(columns)));
}

const responseWeightedEstimator = estimator({
  name: 'response-weighted',
  question: {
    nl: 'Hoeveel scheelt een antwoord, gewogen voor wie niet antwoordde?',
    en: 'How much does an answer differ, weighted for those who did not respond?',
  },
  method:
    'Respondents weighted by one over their chance to respond (logit on treatment and covariates among the invited), HC0 error, weights taken as known',
  gives: `${EFFECT_KEYS}; invited, responded`,
  example: '--outcome satisfaction --treatment arm --invited invited --responded responded --covariates age,edu:factor',
  input: {
    data: tableInput,
    outcome,
    treatment,
    invited: column('column with 1 = invited'),
    responded: column('column with 1 = responded; the outcome of others is not read'),
    covariates,
    count,
    sumOfSquares,
  },
  output: rowsResult({ ...effectShape, invited: z.int(), responded: z.int() }),
  run(input, table) {
    const used = usedRows(withoutIdleOutcome(table, input.responded, [input.outcome, input.sumOfSquares]), {
      columns: [input.outcome, input.treatment, input.invited, input.responded, input.sumOfSquares],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      responseWeighted({
        outcome: used.numbers(input.outcome),
        treatment: used.binary(input.treatment),
        invited: used.binary(input.invited),
        responded: used.binary(input.responded),
        covariates: used.terms(input.covariates),
        count: used.count,
        sumOfSquares: used.optional(input.sumOfSquares),
      }),
    );
    const what = inBoth(
      { responded: result.responded, invited: result.invited },
      {
        nl: (f) => `Verschil, gewogen van ${f.responded} respondenten naar ${f.invited} genodigden`,
        en: (f) => `Difference, weighted from ${f.responded} respondents to ${f.invited} invited`,
      },
    );
    return { ...result, missing: used.missing, sentence: sayEffect(what, result) };
  },
});

export const weightingEstimators = [ipwEstimator, aipwEstimator, responseWeightedEstimator];
