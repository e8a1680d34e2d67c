import * as z from 'zod';
import {
  type BinaryResult,
  cloglog,
  gComputation,
  instrumental,
  logit,
  ols,
  overlap,
  type RegressionTable,
  type Term,
} from '../../../stats/index.ts';
import {
  cluster,
  column,
  columns,
  count,
  covariates,
  estimator,
  given,
  outcome,
  strata,
  sumOfSquares,
  tableInput,
  treatment,
  type UsedRows,
  usedRows,
} from '../estimator.ts';
import { inBoth, pValue, sayEffect } from '../say.ts';
import { coefficientShape, effectShape, rowsResult } from '../shapes.ts';

const COEFFICIENT_KEYS = 'coef, se, ciLow, ciHigh, statistic, df, p (each {term: value}), n, joint {chisq, df, p}';
const EFFECT_KEYS = 'estimate, se, ciLow, ciHigh, statistic, df, p, n, n1, n0';

const clusteredErrors = z.enum(['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2']).optional();

/** Coefficients as one record per column of the table. */
export function byTerm({ coefficients, n, joint, method, warnings }: RegressionTable) {
  const record = (key: 'estimate' | 'se' | 'ciLow' | 'ciHigh' | 'statistic' | 'p') =>
    Object.fromEntries(coefficients.map((row) => [row.term, row[key]]));
  const df = coefficients.flatMap((row) => (row.df === undefined ? [] : [[row.term, row.df] as const]));
  return {
    coef: record('estimate'),
    se: record('se'),
    ciLow: record('ciLow'),
    ciHigh: record('ciHigh'),
    statistic: record('statistic'),
    ...(df.length > 0 ? { df: Object.fromEntries(df) } : {}),
    p: record('p'),
    n,
    ...(joint ? { joint } : {}),
    method,
    warnings,
  };
}

/** The sentence of a table of coefficients: about the term that is first after the intercept. */
export function sayCoefficients({ coefficients }: RegressionTable) {
  const row = coefficients.find(({ term }) => term !== '(Intercept)') ?? coefficients[0];
  if (!row) return { nl: 'Geen coëfficiënten.', en: 'No coefficients.' };
  return inBoth(
    { estimate: row.estimate, ciLow: row.ciLow, ciHigh: row.ciHigh },
    {
      nl: (f) =>
        `Een eenheid meer ${row.term} gaat, bij gelijke overige kenmerken, samen met ${f.estimate} (95%-interval ${f.ciLow} tot ${f.ciHigh}, ${pValue(row.p).nl}).`,
      en: (f) =>
        `One unit more of ${row.term}, the others equal, goes with ${f.estimate} (95 % interval ${f.ciLow} to ${f.ciHigh}, ${pValue(row.p).en}).`,
    },
  );
}

/** Treatment first, then the covariates; a term comes once. */
function termsWithTreatment(used: UsedRows, treated: string | undefined, asked: readonly string[] | undefined): Term[] {
  const own = treated === undefined ? [] : [{ name: treated, values: used.binary(treated) }];
  return [...own, ...used.terms(asked).filter((term) => term.name !== treated)];
}

const olsEstimator = estimator({
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
    return { ...byTerm(result), missing: used.missing, sentence: sayCoefficients(result) };
  },
});

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

const BINARY_KEYS = `${COEFFICIENT_KEYS}, logLik, deviance; without --treatment the outcome is taken as the treatment: psMeanTreated, psMaxControl`;

function binaryOutcome(result: BinaryResult) {
  return { ...byTerm(result), logLik: result.logLik, deviance: result.deviance };
}

const logitEstimator = estimator({
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
  run: (input, table) => binaryRun(input, table, logit),
});

const cloglogEstimator = estimator({
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
  run: (input, table) => binaryRun(input, table, cloglog),
});

function binaryRun(
  input: z.output<z.ZodObject<typeof binaryInput>>,
  table: Parameters<typeof usedRows>[0],
  fit: typeof logit,
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
    sentence: sayCoefficients(result),
  };
}

/** Covariates as they are named; of a product with the treatment the other part, which then is free in each arm. */
function splitInteractions(
  asked: readonly string[],
  treated: string,
): { covariates: string[]; interactions: string[] } {
  const covariates: string[] = [];
  const interactions: string[] = [];
  for (const each of asked) {
    const parts = each.split('*');
    const others = parts.filter((part) => part !== treated);
    if (others.length > 0) covariates.push(others.join('*'));
    if (others.length < parts.length && others.length > 0) interactions.push(others.join('*'));
  }
  return { covariates, interactions };
}

const gComputationEstimator = estimator({
  name: 'g-computation',
  question: {
    nl: 'Wat was de uitkomst geweest als iedereen, en als niemand, was behandeld?',
    en: 'What had the outcome been if all, and if none, had been treated?',
  },
  method:
    'Standardisation of a logit (default) or linear model. fixed (default): delta method, covariates fixed; simple, blocks: variance of that randomisation, robust to the model. Sources: Robins 1986; Bannick et al. 2023 (RobinCar)',
  gives: EFFECT_KEYS,
  example: '--outcome work --treatment arm --covariates age,edu:factor,score --scheme blocks --strata district',
  input: {
    data: tableInput,
    outcome,
    treatment,
    covariates: covariates.optional(),
    model: z.enum(['logit', 'linear']).default('logit').describe('logit (default) or linear'),
    scheme: z.enum(['fixed', 'simple', 'blocks']).default('fixed').describe('fixed (default), simple, blocks'),
    strata: strata.optional(),
    count,
    sumOfSquares,
  },
  output: rowsResult(effectShape),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.sumOfSquares, ...(input.strata ?? [])],
      count: input.count,
      covariates: input.covariates,
    });
    const { covariates: asked, interactions } = splitInteractions(input.covariates ?? [], input.treatment);
    const result = given(
      gComputation({
        outcome: used.numbers(input.outcome),
        treatment: used.binary(input.treatment),
        covariates: used.terms(asked),
        interactions: used.terms(interactions),
        model: input.model,
        scheme: input.scheme,
        strata: input.strata ? used.codes(input.strata) : undefined,
        count: used.count,
        sumOfSquares: used.optional(input.sumOfSquares),
      }),
    );
    const what = {
      nl: 'Gemiddeld verschil als iedereen tegenover niemand was behandeld',
      en: 'Average difference had all rather than none been treated',
    };
    return { ...result, missing: used.missing, sentence: sayEffect(what, result) };
  },
});

const ivEstimator = estimator({
  name: 'iv',
  question: {
    nl: 'Wat deed deelname bij wie deelnam doordat het aanbod er was (LATE)?',
    en: 'What did taking part do for those who took part because of the offer (LATE)?',
  },
  method:
    'Two-stage least squares; HC2 (default), HC0, HC1, HC3, classical; with --cluster CR2 (then the default), CR0, CR1. Source: Angrist, Imbens & Rubin 1996',
  gives: `${EFFECT_KEYS}; firstStage, firstStageF, wald, takeUp1, takeUp0`,
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

export const regressionEstimators = [
  olsEstimator,
  logitEstimator,
  cloglogEstimator,
  gComputationEstimator,
  ivEstimator,
];
