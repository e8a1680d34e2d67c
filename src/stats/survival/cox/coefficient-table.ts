import { normalQuantile, normalTwoSided } from '../../distributions/normal.ts';
import { type NotEstimable, notEstimable } from '../../not-estimable.ts';
import { isDependent, quadraticForm, symmetricInverse } from '../symmetric-inverse.ts';
import type { Fitted } from './fitted.ts';

type ByTerm = Readonly<Record<string, number>>;

/** Per term: the log hazard ratio with its errors. Limits and p use the robust error where there is one. */
export interface CoxCoefficients {
  readonly coef: ByTerm;
  /** From the information matrix. */
  readonly se: ByTerm;
  readonly robustSe?: ByTerm;
  /** exp(coef), its limits on the same scale. */
  readonly hr: ByTerm;
  readonly hrLow: ByTerm;
  readonly hrHigh: ByTerm;
  readonly statistic: ByTerm;
  readonly p: ByTerm;
  readonly waldTest: number;
}

/** The largest ratio that a number holds, where a covariate runs over so small a range that its unit is out of reach. */
function ratio(log: number): number {
  return Math.min(Number.MAX_VALUE, Math.exp(log));
}

/** Scaled results in the units of the covariates; refuses `one_cluster` when the robust errors have no full rank. */
export function coefficientTable(
  { sets, coef, covariance }: Fitted,
  {
    terms,
    level,
    robust,
  }: { readonly terms: readonly string[]; readonly level: number; readonly robust: Float64Array | undefined },
): CoxCoefficients | NotEstimable {
  const size = terms.length;
  const used = robust ?? covariance;
  const inverse = symmetricInverse(used, size);
  if (isDependent(inverse)) return notEstimable('one_cluster', terms[inverse.dependent]);
  const z = normalQuantile((1 + level) / 2);
  const estimates = terms.map((_, a) => (coef[a] as number) / (sets.scale[a] as number));
  const errorsOf = (matrix: Float64Array): number[] =>
    terms.map((_, a) => Math.sqrt(matrix[a * size + a] as number) / (sets.scale[a] as number));
  const own = errorsOf(covariance);
  const errors = errorsOf(used);
  const named = (values: readonly number[]): ByTerm =>
    Object.fromEntries(terms.map((term, a) => [term, values[a] as number]));
  const statistic = estimates.map((estimate, a) => estimate / (errors[a] as number));
  return {
    coef: named(estimates),
    se: named(own),
    ...(robust === undefined ? {} : { robustSe: named(errors) }),
    hr: named(estimates.map(ratio)),
    hrLow: named(estimates.map((estimate, a) => ratio(estimate - z * (errors[a] as number)))),
    hrHigh: named(estimates.map((estimate, a) => ratio(estimate + z * (errors[a] as number)))),
    statistic: named(statistic),
    p: named(statistic.map(normalTwoSided)),
    waldTest: quadraticForm(inverse, coef.slice(0, size)),
  };
}
