import type { RiskSets } from './risk-sets.ts';
import type { Ties } from './tie-rule.ts';

/** A fitted model in scaled units, as the parts that build on it need it. */
export interface Fitted {
  readonly sets: RiskSets;
  /** `width` long. */
  readonly coef: Float64Array;
  /** p x p. */
  readonly covariance: Float64Array;
  /** How hazards treat ties: exact likelihood goes with Breslow's hazard. */
  readonly hazardTies: Exclude<Ties, 'exact'>;
}

/** Coefficients padded to the width of the rows. */
export function padded(coef: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width);
  result.set(coef);
  return result;
}
