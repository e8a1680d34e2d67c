import * as z from 'zod';
import { type Words } from '../../../platform/contract.ts';
import { type Cox } from '../../../stats/index.ts';
import { type UsedRows } from '../estimator.ts';
import { inBoth, pValue } from '../say.ts';
import { list, perTerm } from '../shapes.ts';

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
  'coef, se, robustSe, hr, hrLow, hrHigh, statistic, p {term}; logLik, logLikNull, scoreTest, waldTest, lrTest, df, concordance, n, events; baseline {time, cumhaz}; proportional {term or GLOBAL: {chisq, p}}';

export function sayPace(result: Cox, term: string | undefined): Words {
  const name = term ?? Object.keys(result.hr)[0] ?? '';
  const figures = { hr: result.hr[name] ?? 1, low: result.hrLow[name] ?? 1, high: result.hrHigh[name] ?? 1 };
  const p = result.p[name] ?? 1;
  return inBoth(figures, {
    nl: (f) =>
      `Een eenheid meer ${name} vermenigvuldigt het tempo met ${f.hr} (95%-interval ${f.low} tot ${f.high}, ${pValue(p).nl}).`,
    en: (f) =>
      `One unit more of ${name} multiplies the pace by ${f.hr} (95 % interval ${f.low} to ${f.high}, ${pValue(p).en}).`,
  });
}

export const covariateColumns = (used: UsedRows, asked: readonly string[] | undefined) =>
  used.terms(asked).map(({ name, values }) => ({ term: name, values }));
