import type { Summed } from '../cells.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { LOGIT } from '../regression/binary-link.ts';
import { fitOutcome, type OutcomeModel } from '../regression/outcome-fit.ts';
import type { Term } from '../regression/term.ts';

/** Fits the outcome on the covariates among the rows of one arm and predicts it for all rows. */
export function predictFromArm(
  rows: Summed & { outcome: Float64Array; treatment: Float64Array; covariates: readonly Term[] },
  arm: 0 | 1,
  model: OutcomeModel,
): Float64Array | NotEstimable {
  const { outcome, treatment, covariates } = rows;
  const inArm = (_: number, i: number): boolean => treatment[i] === arm;
  const own = {
    outcome: outcome.filter(inArm),
    terms: covariates.map(({ name, values }) => ({ name, values: values.filter(inArm) })),
    count: rows.count && Float64Array.from(rows.count).filter(inArm),
    sumOfSquares: rows.sumOfSquares && Float64Array.from(rows.sumOfSquares).filter(inArm),
  };
  const fit = fitOutcome(own, model);
  if (isNotEstimable(fit)) return fit;
  const [intercept, ...slopes] = fit.coefficients.map((coefficient) => coefficient.estimate);
  const predicted = new Float64Array(outcome.length).fill(intercept!);
  for (let k = 0; k < slopes.length; k++) {
    const { values } = covariates[k]!;
    for (let i = 0; i < predicted.length; i++) predicted[i]! += slopes[k]! * values[i]!;
  }
  return model === 'linear' ? predicted : predicted.map(LOGIT.probability);
}
