import { ols } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import {
  cluster,
  column,
  columns,
  count,
  covariates,
  outcome,
  sumOfSquares,
  tableInput,
  treatment,
} from '../inputs.ts';
import { given } from '../refused.ts';
import { sayCoefficients } from '../say-coefficient.ts';
import { coefficientShape, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { byTerm, COEFFICIENT_KEYS, clusteredErrors, termsWithTreatment } from './coefficient-table.ts';

export const olsEstimator = estimator({
  name: 'ols',
  question: {
    nl: 'Hoe hangt de uitkomst samen met behandeling en kenmerken samen?',
    en: 'How does the outcome go with treatment and covariates together?',
  },
  method:
    "Ordinary or weighted least squares, fixed effects swept out. Errors classical, HC0-HC3 (n - k df), CR0, CR1 (Stata's factor; clusters - 1 df), CR2 (Satterthwaite df), as R's estimatr. Joint Wald test chi-square. Sources: MacKinnon & White 1985; Bell & McCaffrey 2002",
  gives: COEFFICIENT_KEYS,
  example: '--outcome hours --treatment arm --covariates age,edu:factor,score --se HC2',
  input: {
    data: tableInput,
    outcome,
    treatment: treatment.optional(),
    covariates: covariates.optional(),
    fixedEffects: columns('columns whose levels are taken out').optional(),
    cluster,
    weights: column('column of weights, taken as known').optional(),
    se: clusteredErrors.describe(
      'classical (default), HC0, HC1, HC2, HC3; with --cluster CR2 (then the default), CR0, CR1',
    ),
    joint: columns('terms, or columns for all their levels, tested together').optional(),
    count,
    sumOfSquares,
  },
  output: rowsResult(coefficientShape),
  run(input, table) {
    const effects = input.fixedEffects ?? [];
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.cluster, input.weights, input.sumOfSquares, ...effects],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      ols({
        outcome: used.numbers(input.outcome),
        terms: termsWithTreatment(used, input.treatment, input.covariates),
        fixedEffects: effects.length > 0 ? effects.map((name) => used.codes([name])) : undefined,
        clusters: input.cluster ? used.codes([input.cluster]) : undefined,
        weights: input.weights ? used.numbers(input.weights) : undefined,
        se: input.se,
        joint: input.joint,
        count: used.count,
        sumOfSquares: used.optional(input.sumOfSquares),
      }),
    );
    return { ...byTerm(result), missing: used.missing, sentence: sayCoefficients(result.coefficients, 'mean') };
  },
});
