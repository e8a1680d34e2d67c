import * as z from 'zod';
import { type BinaryResult, cloglog, logit, overlap } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, columns, count, covariates, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { type Scale, sayCoefficients } from '../say-coefficient.ts';
import { coefficientShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { byTerm, COEFFICIENT_KEYS, termsWithTreatment } from './coefficient-table.ts';

const binaryInput = {
  data: tableInput,
  outcome: column('column with 0 and 1'),
  treatment: treatment.optional(),
  covariates: covariates.optional(),
  se: z.enum(['model', 'HC0']).default('model').describe('model (default, expected information) or HC0 (sandwich)'),
  joint: columns('terms, or columns for all their levels, tested together').optional(),
  count,
};

const binaryOutput = rowsResult({
  ...coefficientShape,
  logLik: z.number(),
  deviance: z.number(),
  psMeanTreated: z.number().optional(),
  psMaxControl: z.number().optional(),
});

const BINARY_KEYS = `${COEFFICIENT_KEYS}, logLik, deviance; psMeanTreated?, psMaxControl? (without --treatment: the outcome is then taken as the treatment)`;

function binaryOutcome(result: BinaryResult) {
  return { ...byTerm(result), logLik: result.logLik, deviance: result.deviance };
}

function binaryRun(
  input: z.output<z.ZodObject<typeof binaryInput>>,
  table: Parameters<typeof usedRows>[0],
  { fit, scale }: { fit: typeof logit; scale: Scale },
) {
  const used = usedRows(table, {
    columns: [input.outcome, input.treatment],
    count: input.count,
    covariates: input.covariates,
  });
  const outcomes = used.binary(input.outcome);
  const treated = input.treatment === input.outcome ? undefined : input.treatment;
  const result = given(
    fit({
      outcome: outcomes,
      terms: termsWithTreatment(used, treated, input.covariates),
      se: input.se,
      joint: input.joint,
      count: used.count,
    }),
  );
  return {
    ...binaryOutcome(result),
    ...(treated === undefined ? overlap(result.fitted, outcomes, used.count) : {}),
    missing: used.missing,
    sentence: sayCoefficients(result.coefficients, scale),
  };
}

export const logitEstimator = estimator({
  name: 'logit',
  question: {
    nl: 'Wat bepaalt de kans op een uitkomst (odds), of de kans op behandeling?',
    en: 'What moves the chance of an outcome (odds), or of being treated?',
  },
  method: 'Logistic regression by maximum likelihood, normal statistics; model or HC0 sandwich errors',
  gives: BINARY_KEYS,
  example: '--outcome work --treatment arm --covariates age,edu:factor',
  input: binaryInput,
  output: binaryOutput,
  run: (input, table) => binaryRun(input, table, { fit: logit, scale: 'odds' }),
});

export const cloglogEstimator = estimator({
  name: 'cloglog',
  question: {
    nl: 'Wat bepaalt de kans op een uitkomst, als het tempo het ware model is?',
    en: 'What moves the chance of an outcome, when the pace is the true model?',
  },
  method: 'Complementary log-log regression by maximum likelihood, normal statistics; model or HC0 sandwich errors',
  gives: BINARY_KEYS,
  example: '--outcome work --treatment arm --covariates age,edu:factor',
  input: binaryInput,
  output: binaryOutput,
  run: (input, table) => binaryRun(input, table, { fit: cloglog, scale: 'pace' }),
});
