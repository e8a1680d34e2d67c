import * as z from 'zod';
import type { RegressionTable, Term } from '../../../stats/index.ts';
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

/** Treatment first, then the covariates; a term comes once. */
export function termsWithTreatment(
  used: UsedRows,
  treated: string | undefined,
  asked: readonly string[] | undefined,
): Term[] {
  const own = treated === undefined ? [] : [{ name: treated, values: used.binary(treated) }];
  return [...own, ...used.terms(asked).filter((term) => term.name !== treated)];
}
