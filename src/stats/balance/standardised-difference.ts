import { refuseCount } from '../cells.ts';
import { momentsOfArm } from '../differences/moments.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/**
 * Difference of the means of a covariate in pooled standard deviations, sqrt((s1^2 + s0^2) / 2).
 * @param count rows that each row stands for, 1 unless told
 *
 * Errors: `unequal_lengths`; `missing_value`; `too_few` below two rows in an arm; `constant`.
 * Source: P. C. Austin, Statistics in Medicine 28 (2009).
 */
export function standardisedDifference(
  covariate: ArrayLike<number>,
  treatment: ArrayLike<number>,
  count?: ArrayLike<number>,
): number | NotEstimable {
  if (covariate.length !== treatment.length) return notEstimable('unequal_lengths');
  const refusal = refuseCount({ count }, covariate.length);
  if (refusal !== undefined) return refusal;
  for (let i = 0; i < covariate.length; i += 1) {
    if (!Number.isFinite(covariate[i])) return notEstimable('missing_value');
  }
  const rows = { outcome: covariate, treatment, count };
  const arm1 = momentsOfArm(rows, 1);
  const arm0 = momentsOfArm(rows, 0);
  if (arm1.n < 2 || arm0.n < 2) return notEstimable('too_few');
  const variance = (arm1.squares / (arm1.n - 1) + arm0.squares / (arm0.n - 1)) / 2;
  return variance > 0 ? (arm1.mean - arm0.mean) / Math.sqrt(variance) : notEstimable('constant');
}
