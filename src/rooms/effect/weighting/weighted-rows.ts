import * as z from 'zod';
import { count, covariates, outcome, sumOfSquares, tableInput, treatment } from '../inputs.ts';
import { effectShape, rowsResult } from '../shapes.ts';

export const weightedOutput = rowsResult({
  ...effectShape,
  mean1: z.number(),
  mean0: z.number(),
  ess1: z.number(),
  ess0: z.number(),
  psMin: z.number(),
  psMax: z.number(),
  weightMean: z.number(),
});

export const weightedInput = {
  data: tableInput,
  outcome,
  treatment,
  covariates,
  estimand: z.enum(['ate', 'att']).default('ate').describe('ate (default): all; att: the treated'),
  stabilised: z.boolean().default(false).describe('weights times the share of the own arm'),
  count,
  sumOfSquares,
};

export const OBSERVED = {
  nl: 'Verschil na weging op de kans op behandeling',
  en: 'Difference after weighting by the chance of treatment',
};
