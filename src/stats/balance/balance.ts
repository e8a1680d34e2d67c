import { refuseCount } from '../cells.ts';
import { armSizes } from '../differences/arms.ts';
import { fUpper } from '../distributions/f-ratio.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { ols } from '../regression/ols.ts';
import type { Term } from '../regression/term.ts';
import type { Warning } from '../result.ts';
import { standardisedDifference } from './standardised-difference.ts';

export interface Balance {
  /** Standardised difference of each term, arm 1 minus arm 0. */
  readonly smd: Readonly<Record<string, number>>;
  /** Joint test that no term predicts the arm: the F of the regression of the arm on all terms. */
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  readonly n: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

function largeDifference(names: readonly string[]): Warning {
  return {
    code: 'large_difference',
    sentence: {
      nl: `Verschillen van meer dan een kwart standaardafwijking: ${names.join(', ')}.`,
      en: `Differences of more than a quarter of a standard deviation: ${names.join(', ')}.`,
    },
  };
}

/**
 * How alike the arms are in what was known before: a standardised difference per term and one joint F-test.
 * @param count rows that each row stands for, 1 unless told
 *
 * Errors: `not_binary`, `one_arm`, those of {@link standardisedDifference} (naming the term), and of the regression
 * (`collinearity`, `too_few`).
 * Source: P. C. Austin (2009); overall F of ordinary least squares, as R's summary(lm).
 */
export function balance(
  terms: readonly Term[],
  treatment: Float64Array,
  count?: ArrayLike<number>,
): Balance | NotEstimable {
  if (terms.length === 0) return notEstimable('too_few', 'covariates');
  if (treatment.some((arm) => arm !== 0 && arm !== 1)) return notEstimable('not_binary', 'treatment');
  const refusal = refuseCount({ count }, treatment.length);
  if (refusal !== undefined) return refusal;
  const { n1, n0 } = armSizes({ treatment, count });
  if (n1 === 0 || n0 === 0) return notEstimable('one_arm', 'treatment');
  const smd = new Map<string, number>();
  for (const { name, values } of terms) {
    const difference = standardisedDifference(values, treatment, count);
    if (isNotEstimable(difference)) return notEstimable(difference.code, name);
    smd.set(name, difference);
  }
  const names = terms.map((term) => term.name);
  const fit = ols({ outcome: treatment, terms, count, se: 'classical', joint: names });
  if (isNotEstimable(fit)) return fit;
  if (!fit.joint) return notEstimable('too_few');
  const F = fit.joint.chisq / fit.joint.df;
  const large = names.filter((name) => Math.abs(smd.get(name) as number) > 0.25);
  return {
    smd: Object.fromEntries(smd),
    F,
    df1: fit.joint.df,
    df2: fit.residualDf,
    p: fUpper(F, fit.joint.df, fit.residualDf),
    n: fit.n,
    method:
      'standardised differences (pooled sd = sqrt((s1^2 + s0^2) / 2)); F of the regression of the arm on all terms',
    warnings: large.length > 0 ? [largeDifference(large)] : [],
  };
}
