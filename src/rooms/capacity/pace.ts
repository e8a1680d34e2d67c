import type { NotEstimable } from '../forecast/index.ts';
import { FASTEST_PACE } from './assumptions.ts';
import { notEstimable } from './refusals.ts';

/** A growth signal within its limits. */
export function limitPace(signal: number): number {
  return Math.min(FASTEST_PACE, Math.max(0, signal));
}

/**
 * How much of the planned starts goes ahead: realised over planned growth of inflow, between 0 and 1.5. The actual rise
 * leads the pace of the scale-up. Refuses a plan without growth.
 */
export function growthSignal(realisedGrowth: number, plannedGrowth: number): number | NotEstimable<string> {
  if (!Number.isFinite(realisedGrowth)) return notEstimable('bad_amount', String(realisedGrowth));
  if (!(plannedGrowth > 0)) return notEstimable('no_planned_growth', String(plannedGrowth));
  return limitPace(realisedGrowth / plannedGrowth);
}
