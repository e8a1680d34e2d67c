import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/** Course of one client of a profile band: share in benefit in each month times hours per month of who is in it. */
export function courseFromIntensity(
  survival: ArrayLike<number>,
  intensity: ArrayLike<number>,
): Float64Array | NotEstimable {
  if (survival.length !== intensity.length)
    return notEstimable('unequal_shape', `${survival.length}, ${intensity.length}`);
  for (let k = 0; k < survival.length; k++) {
    const share = survival[k] ?? Number.NaN;
    if (!(share >= 0 && share <= 1) || share > (survival[k - 1] ?? 1))
      return notEstimable('bad_survival', `${k}: ${share}`);
    const hours = intensity[k] ?? Number.NaN;
    if (!Number.isFinite(hours) || hours < 0) return notEstimable('bad_hours', `${k}: ${hours}`);
  }
  return Float64Array.from({ length: survival.length }, (_, k) => (survival[k] ?? 0) * (intensity[k] ?? 0));
}

/** The other way: hours per month of a client who is still in benefit, from the course and the survival. */
export function intensityFromCourse(
  perMonth: ArrayLike<number>,
  survival: ArrayLike<number>,
): Float64Array | NotEstimable {
  if (survival.length !== perMonth.length)
    return notEstimable('unequal_shape', `${survival.length}, ${perMonth.length}`);
  for (let k = 0; k < survival.length; k++) {
    if (!((survival[k] ?? 0) > 0)) return notEstimable('bad_survival', `${k}: ${survival[k]}`);
  }
  return Float64Array.from({ length: survival.length }, (_, k) => (perMonth[k] ?? 0) / (survival[k] ?? 1));
}
