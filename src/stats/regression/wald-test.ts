import { chiSquareUpper } from '../distributions/chi-square.ts';
import { cholesky } from '../linear-algebra/cholesky.ts';
import { solveUpperTransposed } from '../linear-algebra/triangular.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** A test that several coefficients are all zero. */
export interface WaldTest {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

/**
 * The joint Wald test b'V^-1 b, chi-squared with as many degrees of freedom as coefficients.
 *
 * @param covariance of all `coefficients`, row-major; `places` are those tested.
 * @returns `collinearity` when their covariance is singular (fewer clusters than coefficients, for instance).
 */
export function waldTest(
  coefficients: Float64Array,
  covariance: Float64Array,
  places: readonly number[],
): WaldTest | NotEstimable {
  const all = coefficients.length;
  const df = places.length;
  if (df === 0) return notEstimable('unknown_column');
  const own = new Float64Array(df * df);
  const b = new Float64Array(df);
  for (let j = 0; j < df; j++) {
    b[j] = coefficients[places[j]!]!;
    for (let k = 0; k < df; k++) own[j * df + k] = covariance[places[j]! * all + places[k]!]!;
  }
  const factor = cholesky(own, df);
  if (factor === undefined || factor.smallestPivot < 1e-12) return notEstimable('collinearity');
  const standard = solveUpperTransposed(factor.upper, b);
  const chisq = standard.reduce((sum, value) => sum + value * value, 0);
  return { chisq, df, p: chiSquareUpper(chisq, df) };
}
