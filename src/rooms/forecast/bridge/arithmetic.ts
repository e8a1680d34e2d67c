import type { PublishedPair } from '../cohort/solve-pair.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type Range, rangeFromRounding } from './rounding.ts';

/** What follows from two published figures by arithmetic alone; no assumption on service or staff is in it. */
export interface BridgeArithmetic {
  /** Hours at the first and the second inflow ("budget" and "forecast"). */
  readonly totalHoursBudget: number;
  readonly totalHoursForecast: number;
  readonly extraClients: number;
  readonly extraHours: number;
  /** Hours per extra client. */
  readonly marginalHoursPerExtraClient: number;
  readonly marginalRangeFromRounding: Range;
  /** The second figure if the total stayed the same. */
  readonly fixedHoursWouldGive: number;
  readonly fixedHoursRange: Range;
  /** hours = F + v inflow. */
  readonly fixedPlusVariable: { readonly F: number; readonly v: number };
  readonly FRange: Range;
  /** log(hours ratio) / log(inflow ratio). */
  readonly elasticityOfHours: number;
  readonly elasticityRange: Range;
  /** Share of the extra inflow that capacity followed. */
  readonly capacityFollowSharePhi: number;
  readonly capacityFollowRange: Range;
  readonly hoursRatio: number;
  readonly hoursRatioRange: Range;
  /** start + dilutionIfNoExtraHours + extraHoursEffect = end. */
  readonly bridge: {
    readonly start: number;
    readonly dilutionIfNoExtraHours: number;
    readonly extraHoursEffect: number;
    readonly end: number;
  };
}

/**
 * Arithmetic of a pair of published figures with the ranges that rounding to `half` leaves. Refuses inflow or hours that
 * are not above zero, and two equal inflows.
 */
export function bridgeArithmetic(pair: PublishedPair, half: number): BridgeArithmetic | NotEstimable {
  const wrong = checkPair(pair, half);
  if (wrong !== null) return wrong;
  const n0 = pair.from.inflow;
  const n1 = pair.to.inflow;
  const extraClients = n1 - n0;
  const fixedHours = (h0: number) => (h0 * n0) / n1;
  const marginal = (h0: number, h1: number) => (h1 * n1 - h0 * n0) / extraClients;
  const fixed = (h0: number, h1: number) => (n0 * n1 * (h0 - h1)) / extraClients;
  const ratio = (h0: number, h1: number) => (h1 * n1) / (h0 * n0);
  const elasticity = (h0: number, h1: number) => Math.log(ratio(h0, h1)) / Math.log(n1 / n0);
  const follow = (h0: number, h1: number) => (ratio(h0, h1) - 1) / (n1 / n0 - 1);
  const h0 = pair.from.hours;
  const h1 = pair.to.hours;
  const range = (value: (a: number, b: number) => number) => rangeFromRounding(pair, half, value);
  return {
    totalHoursBudget: h0 * n0,
    totalHoursForecast: h1 * n1,
    extraClients,
    extraHours: h1 * n1 - h0 * n0,
    marginalHoursPerExtraClient: marginal(h0, h1),
    marginalRangeFromRounding: range(marginal),
    fixedHoursWouldGive: fixedHours(h0),
    fixedHoursRange: range(fixedHours),
    fixedPlusVariable: { F: fixed(h0, h1), v: marginal(h0, h1) },
    FRange: range(fixed),
    elasticityOfHours: elasticity(h0, h1),
    elasticityRange: range(elasticity),
    capacityFollowSharePhi: follow(h0, h1),
    capacityFollowRange: range(follow),
    hoursRatio: ratio(h0, h1),
    hoursRatioRange: range(ratio),
    bridge: { start: h0, dilutionIfNoExtraHours: fixedHours(h0) - h0, extraHoursEffect: h1 - fixedHours(h0), end: h1 },
  };
}

function checkPair({ from, to }: PublishedPair, half: number): NotEstimable | null {
  for (const { inflow, hours } of [from, to]) {
    if (!Number.isFinite(inflow) || inflow <= 0) return notEstimable('bad_inflow', String(inflow));
    if (!Number.isFinite(hours) || hours <= half) return notEstimable('bad_hours', String(hours));
  }
  return from.inflow === to.inflow ? notEstimable('no_difference_in_inflow', String(from.inflow)) : null;
}
