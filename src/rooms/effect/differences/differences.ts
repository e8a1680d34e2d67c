import * as z from 'zod';
import type { Frame } from '../../../stats/index.ts';
import {
  cochranMantelHaenszel,
  countProportions,
  fisher,
  isNotEstimable,
  lin,
  meanDifference,
  postStratified,
  proportionDifference,
  rankSum,
  type TwoProportions,
} from '../../../stats/index.ts';
import {
  cluster,
  column,
  count,
  covariates,
  estimator,
  given,
  outcome,
  strata,
  sumOfSquares,
  tableInput,
  treatment,
  usedRows,
} from '../estimator.ts';
import { figure, sayEffect, sayTest } from '../say.ts';
import { effectShape, rowsResult } from '../shapes.ts';

const EFFECT_KEYS = 'estimate, se, ciLow, ciHigh, statistic, df, p, n, n1, n0';
const DIFFERENCE = {
  nl: 'Verschil tussen behandeld en niet behandeld',
  en: 'Difference between treated and not treated',
};

const meanDifferenceEstimator = estimator({
  name: 'mean-difference',
  question: {
    nl: 'Hoeveel scheelt de uitkomst gemiddeld tussen de groepen?',
    en: 'How much does the outcome differ between the arms on average?',
  },
  method:
    'Difference of means. welch (default): Satterthwaite df; HC0-HC3: n - 2 df; CR0, CR1 (G/(G-1) x (n-1)/(n-2)): clusters - 1 df; CR2: Satterthwaite df. Sources: Welch 1947; MacKinnon & White 1985; Bell & McCaffrey 2002',
  gives: EFFECT_KEYS,
  example: '--outcome hours --treatment arm',
  input: {
    data: tableInput,
    outcome,
    treatment,
    se: z
      .enum(['welch', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2'])
      .optional()
      .describe(
        'welch (default), HC0, HC1, HC2, HC3; with --cluster CR0, CR1, CR2 (then the default); with --weights HC2',
      ),
    cluster,
    weights: column('column of weights, taken as known').optional(),
    count,
    sumOfSquares,
  },
  output: rowsResult(effectShape),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.cluster, input.weights, input.sumOfSquares],
      count: input.count,
    });
    const result = given(
      meanDifference(
        {
          outcome: used.numbers(input.outcome),
          treatment: used.binary(input.treatment),
          count: used.count,
          sumOfSquares: used.optional(input.sumOfSquares),
        },
        {
          ...(input.se ? { se: input.se } : {}),
          ...(input.cluster ? { cluster: used.codes([input.cluster]) } : {}),
          ...(input.weights ? { weights: used.numbers(input.weights) } : {}),
        },
      ),
    );
    return { ...result, missing: used.missing, sentence: sayEffect(DIFFERENCE, result) };
  },
});

const counts = {
  data: tableInput.optional(),
  outcome: outcome.optional(),
  treatment: treatment.optional(),
  x1: z.int().min(0).optional().describe('events among the treated (instead of --data)'),
  n1: z.int().min(0).optional().describe('treated'),
  x0: z.int().min(0).optional().describe('events among the others'),
  n0: z.int().min(0).optional().describe('others'),
  count,
};

type Counts = { outcome?: string | undefined; treatment?: string | undefined; count?: string | undefined } & {
  [K in keyof TwoProportions]?: number | undefined;
};

/** Four counts, from the flags or from the rows of a table. */
function countsOf(input: Counts, table: Frame): { counts: TwoProportions; missing: number } {
  const { x1, n1, x0, n0 } = input;
  if (x1 !== undefined && n1 !== undefined && x0 !== undefined && n0 !== undefined) {
    return { counts: { x1, n1, x0, n0 }, missing: 0 };
  }
  const used = usedRows(table, {
    columns: [input.outcome ?? '--outcome', input.treatment ?? '--treatment'],
    count: input.count,
  });
  const outcomes = used.binary(input.outcome as string);
  const counted = countProportions(outcomes, used.binary(input.treatment as string), used.count);
  return { counts: given(counted), missing: used.missing };
}

const proportionDifferenceEstimator = estimator({
  name: 'proportion-difference',
  question: {
    nl: 'Hoeveel scheelt het aandeel met de uitkomst tussen de groepen?',
    en: 'How much does the share with the outcome differ between the arms?',
  },
  method:
    'Difference of proportions with interval, pooled chi-square without continuity correction, ratios with log intervals. Sources: Newcombe 1998, method 10; Wilson 1927',
  gives:
    'estimate, ciLow, ciHigh, chisq, p, x1, n1, x0, n0, riskRatio, riskRatioLow, riskRatioHigh, oddsRatio, oddsRatioLow, oddsRatioHigh, nnt (a ratio is left out where a zero count leaves it without value)',
  example: '--outcome work --treatment arm',
  input: {
    ...counts,
    interval: z.enum(['newcombe', 'wald']).default('newcombe').describe('newcombe (default) or wald'),
  },
  output: rowsResult({
    estimate: z.number(),
    ciLow: z.number(),
    ciHigh: z.number(),
    chisq: z.number().optional(),
    p: z.number().optional(),
    x1: z.int(),
    n1: z.int(),
    x0: z.int(),
    n0: z.int(),
    riskRatio: z.number().optional(),
    riskRatioLow: z.number().optional(),
    riskRatioHigh: z.number().optional(),
    oddsRatio: z.number().optional(),
    oddsRatioLow: z.number().optional(),
    oddsRatioHigh: z.number().optional(),
    nnt: z.number().optional(),
    n: z.int(),
  }),
  run(input, table) {
    const { counts: four, missing } = countsOf(input, table);
    const { risk, odds, ...result } = given(proportionDifference(four, { interval: input.interval }));
    return {
      ...result,
      ...(risk ? { riskRatio: risk.ratio, riskRatioLow: risk.low, riskRatioHigh: risk.high } : {}),
      ...(odds ? { oddsRatio: odds.ratio, oddsRatioLow: odds.low, oddsRatioHigh: odds.high } : {}),
      missing,
      sentence: sayEffect(
        {
          nl: 'Verschil in aandeel tussen behandeld en niet behandeld',
          en: 'Difference in share between treated and not treated',
        },
        { ...result, p: result.p ?? 1 },
      ),
    };
  },
});

const fisherEstimator = estimator({
  name: 'fisher',
  question: {
    nl: 'Verschilt een aandeel tussen de groepen, ook bij kleine aantallen?',
    en: 'Does a share differ between the arms, also in small numbers?',
  },
  method:
    "Fisher's exact test; conditional maximum likelihood odds ratio and exact interval, stopped at the digits of R's fisher.test (five or so) unless --exact. Source: Fisher 1935; Cornfield 1956",
  gives: 'oddsRatio, ciLow, ciHigh, p (oddsRatio and ciHigh are left out where they are infinite)',
  example: '--outcome work --treatment arm',
  input: { ...counts, exact: z.boolean().default(false).describe('odds ratio and limits to the last digit') },
  output: rowsResult({
    oddsRatio: z.number().optional(),
    ciLow: z.number(),
    ciHigh: z.number().optional(),
    p: z.number(),
    n: z.int(),
  }),
  run(input, table) {
    const { counts: four, missing } = countsOf(input, table);
    const result = given(fisher(four, { exact: input.exact }));
    return {
      ...result,
      missing,
      sentence: sayTest({ nl: 'Verschil in aandeel (exacte toets)', en: 'Difference in share (exact test)' }, result.p),
    };
  },
});

const rankSumEstimator = estimator({
  name: 'rank-sum',
  question: {
    nl: 'Ligt de uitkomst in de ene groep doorgaans hoger dan in de andere?',
    en: 'Does the outcome tend to be higher in one arm than in the other?',
  },
  method:
    'Wilcoxon-Mann-Whitney, normal approximation with correction for ties, no continuity correction; W counts pairs in which the treated is higher. Source: Mann & Whitney 1947',
  gives: 'W, p, superiority (W / (n1 n0)), statistic, n, n1, n0',
  example: '--outcome hours --treatment arm',
  input: { data: tableInput, outcome, treatment, count },
  output: rowsResult({
    W: z.number(),
    p: z.number(),
    superiority: z.number(),
    statistic: z.number(),
    n: z.int(),
    n1: z.int(),
    n0: z.int(),
  }),
  run(input, table) {
    const used = usedRows(table, { columns: [input.outcome, input.treatment], count: input.count });
    const rows = {
      outcome: used.numbers(input.outcome),
      treatment: used.binary(input.treatment),
      count: used.count,
    };
    const { w, ...result } = given(rankSum(rows));
    const chance = figure(result.superiority);
    return {
      W: w,
      ...result,
      missing: used.missing,
      sentence: sayTest(
        {
          nl: `Kans dat een behandelde hoger uitkomt dan een ander: ${chance.nl}`,
          en: `Chance that a treated row is above another: ${chance.en}`,
        },
        result.p,
      ),
    };
  },
});

const cmhEstimator = estimator({
  name: 'cmh',
  question: {
    nl: 'Verschilt een aandeel tussen de groepen binnen strata?',
    en: 'Does a share differ between the arms within strata?',
  },
  method:
    'Cochran-Mantel-Haenszel without continuity correction; Mantel-Haenszel odds ratio with the interval of Robins, Breslow & Greenland 1986',
  gives: 'chisq, p, commonOddsRatio, ciLow, ciHigh, strataUsed',
  example: '--outcome work --treatment arm --strata district',
  input: { data: tableInput, outcome, treatment, strata, count },
  output: rowsResult({
    chisq: z.number(),
    p: z.number(),
    commonOddsRatio: z.number().optional(),
    ciLow: z.number().optional(),
    ciHigh: z.number().optional(),
    n: z.int(),
    strataUsed: z.int(),
  }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, ...input.strata],
      count: input.count,
    });
    const outcomes = used.binary(input.outcome);
    const arms = used.binary(input.treatment);
    const tables: { x1: number; n1: number; x0: number; n0: number }[] = [];
    used.codes(input.strata).forEach((code, i) => {
      const stratum = (tables[code] ??= { x1: 0, n1: 0, x0: 0, n0: 0 });
      const times = used.count?.[i] ?? 1;
      const events = times * (outcomes[i] as number);
      if (arms[i] === 1) {
        stratum.n1 += times;
        stratum.x1 += events;
      } else {
        stratum.n0 += times;
        stratum.x0 += events;
      }
    });
    const result = given(cochranMantelHaenszel(tables));
    return {
      ...result,
      missing: used.missing,
      sentence: sayTest({ nl: 'Verschil in aandeel binnen strata', en: 'Difference in share within strata' }, result.p),
    };
  },
});

const postStratifiedEstimator = estimator({
  name: 'post-stratified',
  question: {
    nl: 'Hoeveel scheelt de uitkomst, gemiddeld over strata naar hun omvang?',
    en: 'How much does the outcome differ, averaged over strata by their size?',
  },
  method:
    'Differences within strata weighted by their sizes, Neyman variance, n - 2K df. Source: Miratrix, Sekhon & Yu 2013',
  gives: EFFECT_KEYS,
  example: '--outcome hours --treatment arm --strata district',
  input: { data: tableInput, outcome, treatment, strata, count, sumOfSquares },
  output: rowsResult(effectShape),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.sumOfSquares, ...input.strata],
      count: input.count,
    });
    const result = postStratified({
      outcome: used.numbers(input.outcome),
      treatment: used.binary(input.treatment),
      strata: used.codes(input.strata),
      count: used.count,
      sumOfSquares: used.optional(input.sumOfSquares),
    });
    // The estimator numbers strata; the reader knows them by name.
    if (isNotEstimable(result) && /^\d+$/.test(result.detail ?? '')) {
      const at = used.codes(input.strata).indexOf(Number(result.detail) - 1);
      const name = input.strata.map((each) => `${each}=${used.text(each)[at]}`).join(', ');
      return given({ ...result, detail: name });
    }
    const effect = given(result);
    return { ...effect, missing: used.missing, sentence: sayEffect(DIFFERENCE, effect) };
  },
});

const linEstimator = estimator({
  name: 'lin',
  question: {
    nl: 'Hoeveel scheelt de uitkomst, met kenmerken van vooraf om scherper te zien?',
    en: 'How much does the outcome differ, sharpened by covariates from before?',
  },
  method: 'Regression with centred covariates free in each arm; HC2 (default) or CR2 with --cluster. Source: Lin 2013',
  gives: EFFECT_KEYS,
  example: '--outcome hours --treatment arm --covariates age,edu:factor,score',
  input: {
    data: tableInput,
    outcome,
    treatment,
    covariates: covariates.optional(),
    se: z
      .enum(['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2'])
      .optional()
      .describe('HC2 (default), HC0, HC1, HC3, classical; with --cluster CR2 (then the default), CR0, CR1'),
    cluster,
    count,
    sumOfSquares,
  },
  output: rowsResult(effectShape),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.outcome, input.treatment, input.cluster, input.sumOfSquares],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      lin(
        {
          outcome: used.numbers(input.outcome),
          treatment: used.binary(input.treatment),
          covariates: used.terms(input.covariates),
          clusters: input.cluster ? used.codes([input.cluster]) : undefined,
          count: used.count,
          sumOfSquares: used.optional(input.sumOfSquares),
        },
        input.se,
      ),
    );
    return { ...result, missing: used.missing, sentence: sayEffect(DIFFERENCE, result) };
  },
});

export const differenceEstimators = [
  meanDifferenceEstimator,
  proportionDifferenceEstimator,
  fisherEstimator,
  rankSumEstimator,
  cmhEstimator,
  postStratifiedEstimator,
  linEstimator,
];
