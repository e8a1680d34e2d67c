import * as z from 'zod';
import { balance } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { count, covariates, tableInput, treatment } from '../inputs.ts';
import { given } from '../refused.ts';
import { sayTest } from '../say.ts';
import { perTerm, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';

export const balanceEstimator = estimator({
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
