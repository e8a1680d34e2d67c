import * as z from 'zod';
import { notEstimable, type RegressionTable, type Term } from '../../../stats/index.ts';
import { Refused } from '../refused.ts';
import type { UsedRows } from '../used-rows.ts';

export const COEFFICIENT_KEYS =
  'coef, se, ciLow, ciHigh, statistic, df?, p (each {term: value}), n, joint? {chisq, df, p}';

/** Standard errors of a linear model. */
export const clusteredErrors = z.enum(['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2']).optional();

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

/** A treatment that all have, or none, has no coefficient. */
function bothArms(used: UsedRows, treated: string): Float64Array {
  const arms = used.binary(treated);
  if (arms.length > 0 && arms.every((arm) => arm === arms[0])) throw new Refused(notEstimable('one_arm', treated));
  return arms;
}

/** Treatment first, then the covariates; a term comes once. */
export function termsWithTreatment(
  used: UsedRows,
  treated: string | undefined,
  asked: readonly string[] | undefined,
): Term[] {
  const own = treated === undefined ? [] : [{ name: treated, values: bothArms(used, treated) }];
  return [...own, ...used.terms(asked).filter((term) => term.name !== treated)];
}
