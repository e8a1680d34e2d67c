import * as z from 'zod';
import { type RegressionTable, type Term } from '../../../stats/index.ts';
import { type UsedRows } from '../estimator.ts';
import { inBoth, pValue } from '../say.ts';

export const COEFFICIENT_KEYS =
  'coef, se, ciLow, ciHigh, statistic, df, p (each {term: value}), n, joint {chisq, df, p}';

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
export function termsWithTreatment(
  used: UsedRows,
  treated: string | undefined,
  asked: readonly string[] | undefined,
): Term[] {
  const own = treated === undefined ? [] : [{ name: treated, values: used.binary(treated) }];
  return [...own, ...used.terms(asked).filter((term) => term.name !== treated)];
}
