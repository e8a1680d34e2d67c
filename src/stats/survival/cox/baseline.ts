import { placeAtOrBefore } from '../time-axis.ts';
import type { Fitted } from './fitted.ts';
import { hazardSteps } from './hazard-steps.ts';

/** Cumulative hazard of somebody whose covariates are all 0. */
export interface Baseline {
  readonly time: readonly number[];
  readonly cumhaz: readonly number[];
}

/**
 * Baseline cumulative hazard per stratum at the given times, by the tie rule of the fit (Efron or Breslow); after the
 * last event of a stratum it stays what it was. Source: Breslow (1974); Therneau & Grambsch (2000), 10.2.
 */
export function baselineHazards(fitted: Fitted, times: readonly number[]): readonly Baseline[] {
  const { first, slotTime, centre, scale, terms } = fitted.sets;
  const { hazard } = hazardSteps(fitted);
  let shift = 0;
  for (let a = 0; a < terms; a++) shift += ((fitted.coef[a] as number) * (centre[a] as number)) / (scale[a] as number);
  const atZero = Math.exp(-shift);
  return Array.from({ length: first.length - 1 }, (_, s) => {
    const from = (first[s] as number) + 1;
    const own = slotTime.subarray(from, first[s + 1]);
    const cumhaz = times.map((t) => {
      const place = placeAtOrBefore(own, t);
      return place < 0 ? 0 : atZero * (hazard[from + place] as number);
    });
    return { time: [...times], cumhaz };
  });
}
