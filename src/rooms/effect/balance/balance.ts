import * as z from 'zod';
import { adjustP, balance, flow } from '../../../stats/index.ts';
import {
  column,
  count,
  covariates,
  estimator,
  given,
  numberList,
  tableInput,
  treatment,
  usedRows,
} from '../estimator.ts';
import { inBoth, sayTest } from '../say.ts';
import { list, perTerm, plainResult, rowsResult } from '../shapes.ts';

const balanceEstimator = estimator({
  name: 'balance',
  question: {
    nl: 'Leken de groepen vooraf op elkaar?',
    en: 'Were the arms alike beforehand?',
  },
  method:
    'Standardised mean difference per term (pooled sd = sqrt((s1^2 + s0^2) / 2)); overall F of the regression of the arm on all terms. Source: Austin 2009',
  gives: 'smd {term}, F, df1, df2, p, n',
  example: '--treatment arm --covariates age,edu:factor,score',
  input: { data: tableInput, treatment, covariates, count },
  output: rowsResult({ smd: perTerm, F: z.number(), df1: z.number(), df2: z.number(), p: z.number(), n: z.int() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.treatment],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(balance(used.terms(input.covariates), used.binary(input.treatment), used.count));
    const what = {
      nl: 'Verschil tussen de groepen vooraf, alle kenmerken samen',
      en: 'Difference between the arms beforehand, all covariates together',
    };
    return { ...result, missing: used.missing, sentence: sayTest(what, result.p) };
  },
});

const perArm = z.record(z.string(), z.int()).readonly();

const flowEstimator = estimator({
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
        nl: `${arms.map(([arm, { n, received }]) => `${arm}: ${n} rijen, ${received} kregen de dienst`).join('; ')}.`,
        en: `${arms.map(([arm, { n, received }]) => `${arm}: ${n} rows, ${received} received the service`).join('; ')}.`,
      },
    };
  },
});

const adjustPEstimator = estimator({
  name: 'adjust-p',
  question: {
    nl: 'Wat blijft er van p-waarden over als er veel zijn bekeken?',
    en: 'What is left of p-values when many were looked at?',
  },
  method: 'Bonferroni, Holm 1979, Hochberg 1988, Hommel 1988, Benjamini & Hochberg 1995, Benjamini & Yekutieli 2001',
  gives: 'bonferroni, holm, hochberg, hommel, bh, by (each in the order given)',
  example: '--p 0.01,0.02,0.04',
  input: { p: numberList().describe('p-values, comma separated') },
  output: plainResult({ bonferroni: list, holm: list, hochberg: list, hommel: list, bh: list, by: list }),
  run(input) {
    const result = given(adjustP(input.p));
    const left = result.holm.filter((p) => p < 0.05).length;
    return {
      ...result,
      method: 'adjusted for the number of p-values',
      warnings: [],
      sentence: inBoth(
        { left, all: input.p.length },
        {
          nl: (f) => `Van ${f.all} p-waarden blijven er ${f.left} onder 0,05 na correctie volgens Holm.`,
          en: (f) => `Of ${f.all} p-values ${f.left} stay below 0.05 after the correction of Holm.`,
        },
      ),
    };
  },
});

export const balanceEstimators = [balanceEstimator, flowEstimator, adjustPEstimator];
