import * as z from 'zod';
import type { Words } from '../../../platform/contract.ts';
import { type Cox, normalQuantile } from '../../../stats/index.ts';
import { sayCoefficient } from '../say-coefficient.ts';
import { list, perTerm } from '../shapes.ts';
import type { UsedRows } from '../used-rows.ts';

export const ties = z.enum(['efron', 'breslow', 'exact']).default('efron').describe('efron (default), breslow, exact');
export const baseline = z.object({ time: list, cumhaz: list }).readonly();

export const coxShape = {
  coef: perTerm,
  se: perTerm,
  robustSe: perTerm.optional(),
  hr: perTerm,
  hrLow: perTerm,
  hrHigh: perTerm,
  statistic: perTerm,
  p: perTerm,
  logLik: z.number(),
  logLikNull: z.number(),
  scoreTest: z.number(),
  waldTest: z.number(),
  lrTest: z.number(),
  df: z.number(),
  concordance: z.number().optional(),
  n: z.int(),
  events: z.number(),
  clusters: z.int().optional(),
  iterations: z.int(),
  baseline: z.union([baseline, z.record(z.string(), baseline).readonly()]).optional(),
  proportional: z
    .record(z.string(), z.object({ chisq: z.number(), df: z.number(), p: z.number() }).readonly())
    .readonly()
    .optional(),
};

export const COX_KEYS =
  'coef, se, robustSe?, hr, hrLow, hrHigh, statistic, p {term}; logLik, logLikNull, scoreTest, waldTest, lrTest, df, concordance?, n, events, clusters?, iterations; baseline? {time, cumhaz}; proportional? {term or GLOBAL: {chisq, df, p}}';

/** What a term does to the pace. Which term is told, as the keys of a result put one that is called by a number first. */
export function sayPace(result: Cox, term: string): Words {
  const estimate = result.coef[term] ?? 0;
  const reach = normalQuantile(0.975) * (result.robustSe?.[term] ?? result.se[term] ?? 0);
  const row = { term, estimate, ciLow: estimate - reach, ciHigh: estimate + reach, p: result.p[term] ?? 1 };
  return sayCoefficient(row, Object.keys(result.coef), 'pace');
}

/** Covariates as the survival estimators name them. */
export const covariateColumns = (used: UsedRows, asked: readonly string[] | undefined) =>
  used.terms(asked).map(({ name, values }) => ({ term: name, values }));
