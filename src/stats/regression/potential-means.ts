import { countedRows, type Summed } from '../cells.ts';
import { multiplyVector } from '../linear-algebra/matrix.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { LOGIT } from './binary-link.ts';
import { fitOutcome, type OutcomeModel } from './outcome-fit.ts';
import type { RegressionTable } from './regression-table.ts';
import type { Term } from './term.ts';

/** A model of the outcome on treatment and covariates, asked what each row would do under either arm. */
export interface PotentialMeans {
  readonly table: RegressionTable;
  /** Expected outcome per row when treated and when not. */
  readonly treated: Float64Array;
  readonly control: Float64Array;
  /** Mean over rows of the derivative of (treated - control) to each coefficient. */
  readonly gradient: Float64Array;
}

/** What the model is fitted to. */
export interface OutcomeModelRows extends Summed {
  /** With `sumOfSquares` the sum over each cell's rows. */
  readonly outcome: Float64Array;
  readonly treatment: Float64Array;
  readonly covariates: readonly Term[];
  /** Covariates of which the effect may differ between the arms: their product with treatment is added. */
  readonly interactions?: readonly Term[] | undefined;
}

/** Fits the model on all rows and predicts both arms; model errors (logit) or classical errors (linear). */
export function potentialMeans(rows: OutcomeModelRows, model: OutcomeModel): PotentialMeans | NotEstimable {
  const { outcome, treatment, covariates, count, sumOfSquares } = rows;
  const interactions = rows.interactions ?? [];
  const products = interactions.map(({ name, values }) => ({
    name: `treatment:${name}`,
    values: values.map((value, i) => value * treatment[i]!),
  }));
  const terms = [{ name: 'treatment', values: treatment }, ...covariates, ...products];
  const fit = fitOutcome({ outcome, terms, count, sumOfSquares }, model);
  if (isNotEstimable(fit)) return fit;
  const b = Float64Array.from(fit.coefficients, (coefficient) => coefficient.estimate);
  const firstProduct = 2 + covariates.length;
  const treated = new Float64Array(outcome.length);
  const control = new Float64Array(outcome.length);
  const gradient = new Float64Array(b.length);
  for (let i = 0; i < outcome.length; i++) {
    let base = b[0]!;
    let effect = b[1]!;
    for (let k = 0; k < covariates.length; k++) base += b[2 + k]! * covariates[k]!.values[i]!;
    for (let k = 0; k < interactions.length; k++) effect += b[firstProduct + k]! * interactions[k]!.values[i]!;
    treated[i] = model === 'logit' ? LOGIT.probability(base + effect) : base + effect;
    control[i] = model === 'logit' ? LOGIT.probability(base) : base;
    const times = count?.[i] ?? 1;
    const slope1 = times * (model === 'logit' ? LOGIT.slope(base + effect) : 1);
    const slope0 = times * (model === 'logit' ? LOGIT.slope(base) : 1);
    gradient[0]! += slope1 - slope0;
    gradient[1]! += slope1;
    for (let k = 0; k < covariates.length; k++) gradient[2 + k]! += (slope1 - slope0) * covariates[k]!.values[i]!;
    for (let k = 0; k < interactions.length; k++) gradient[firstProduct + k]! += slope1 * interactions[k]!.values[i]!;
  }
  const n = countedRows(rows, outcome.length);
  return { table: fit, treated, control, gradient: gradient.map((value) => value / n) };
}

/** Variance of the mean difference by the delta method, with the covariates of the rows taken as fixed. */
export function deltaVariance({ table, gradient }: PotentialMeans): number {
  const spread = multiplyVector(table.covariance, gradient);
  return gradient.reduce((sum, value, j) => sum + value * spread[j]!, 0);
}
