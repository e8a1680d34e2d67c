import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type PowerTarget, powerQuantiles, refusePower } from './power.ts';

/**
 * Events to find a hazard ratio by the log-rank test or Cox regression.
 *
 * Errors: `out_of_range` for a ratio, size or power that cannot be; `no_difference` for a hazard ratio of one.
 * Source: D. A. Schoenfeld, Biometrics 39 (1983).
 */
export function requiredEvents(hazardRatio: number, target: PowerTarget = {}): { events: number } | NotEstimable {
  const z = powerQuantiles(target);
  const ratio = target.ratio ?? 1;
  if (!z) return refusePower(target);
  if (!(hazardRatio > 0)) return notEstimable('out_of_range', `hazard ratio = ${hazardRatio}`);
  if (!(ratio > 0)) return notEstimable('out_of_range', `ratio = ${ratio}`);
  if (hazardRatio === 1) return notEstimable('no_difference', 'hazard ratio = 1');
  const share = ratio / (1 + ratio);
  return { events: (z.size + z.power) ** 2 / (share * (1 - share) * Math.log(hazardRatio) ** 2) };
}
