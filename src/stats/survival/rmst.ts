import { normalQuantile, normalTwoSided } from '../distributions/normal.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Estimate, Warning } from '../result.ts';
import { productLimit, type SurvivalSteps } from './product-limit.ts';
import { eventsAt, lastPlace, type RiskTable, riskTable } from './risk-table.ts';
import { checkSpells, type Spells } from './spells.ts';

/** Mean time within tau of two groups: `estimate` and `diff` are that of group 1 minus that of group 0. */
export interface RestrictedMeans extends Estimate {
  readonly rmst1: number;
  readonly rmst0: number;
  readonly se1: number;
  readonly se0: number;
  readonly diff: number;
  /** rmst1 / rmst0; null when group 0 has no time at all. */
  readonly ratio: number | null;
  readonly tau: number;
}

/** Restricted mean of one curve with its standard error. */
interface RestrictedMean {
  readonly mean: number;
  readonly se: number;
}

/**
 * Mean time spent within the first `tau`, per group, and the difference: the area between two Kaplan-Meier curves, in
 * the unit of time itself. Assumes nothing about the shape of the hazards.
 * @param spells two groups; the second label is group 1. @param tau horizon, within the follow-up of both groups (or
 * beyond it when all of a group have left by an event).
 * @returns refusals: `one_arm`, `too_many_groups`, `beyond_follow_up` naming the group, `no_events` when neither group
 * has one by then, `constant` when all of a group leave at one time.
 * Source: Royston & Parmar (2013); variance sum A(t)^2 d / (n (n - d)) with A the area right of t.
 */
export function rmst(
  spells: Spells,
  { tau, level = 0.95 }: { readonly tau: number; readonly level?: number },
): RestrictedMeans | NotEstimable {
  const refusal = checkSpells(spells, true);
  if (refusal !== null) return refusal;
  if (!(tau > 0 && Number.isFinite(tau))) return notEstimable('out_of_range', `tau ${tau}`);
  if (!(level > 0 && level < 1)) return notEstimable('out_of_range', `level ${level}`);
  const groups = spells.group?.labels.length ?? 1;
  if (groups > 2) return notEstimable('too_many_groups', 'group');
  if (groups < 2) return notEstimable('one_arm', 'group');
  const table = riskTable(spells, 1);
  if (isNotEstimable(table)) return table;
  if (table.sizes.includes(0)) return notEstimable('one_arm', 'group');
  for (let g = 0; g < 2; g++) {
    if (!followedUntil(table, g, tau)) return notEstimable('beyond_follow_up', `${table.labels[g]}, tau ${tau}`);
  }
  const [curve0, curve1] = [productLimit(table, 0), productLimit(table, 1)];
  if (![curve0, curve1].some(({ time }) => time.length > 0 && (time[0] as number) <= tau))
    return notEstimable('no_events');
  const zero = restrictedMean(curve0, tau);
  const one = restrictedMean(curve1, tau);
  const diff = one.mean - zero.mean;
  const se = Math.hypot(one.se, zero.se);
  if (se === 0) return notEstimable('constant', `tau ${tau}`);
  const z = normalQuantile((1 + level) / 2);
  const warnings: Warning[] = [];
  return {
    estimate: diff,
    se,
    ciLow: diff - z * se,
    ciHigh: diff + z * se,
    statistic: diff / se,
    p: normalTwoSided(diff / se),
    n: (table.sizes[0] as number) + (table.sizes[1] as number),
    n1: table.sizes[1] as number,
    n0: table.sizes[0] as number,
    rmst1: one.mean,
    rmst0: zero.mean,
    se1: one.se,
    se0: zero.se,
    diff,
    ratio: zero.mean > 0 ? one.mean / zero.mean : null,
    tau,
    method: `restricted mean survival time to ${tau}, ${table.labels[1]} minus ${table.labels[0]}`,
    warnings,
  };
}

/** Area under the curve from 0 to tau, and the error of it. */
function restrictedMean({ time, surv, nRisk, nEvent }: SurvivalSteps, tau: number): RestrictedMean {
  let steps = 0;
  while (steps < time.length && (time[steps] as number) <= tau) steps++;
  let right = 0;
  let variance = 0;
  let until = tau;
  for (let j = steps - 1; j >= 0; j--) {
    right += (surv[j] as number) * (until - (time[j] as number));
    until = time[j] as number;
    const n = nRisk[j] as number;
    const d = nEvent[j] as number;
    // Right of the last death of all there is no area, and Greenwood's term is infinite: nothing is added.
    if (n > d) variance += (right * right * d) / (n * (n - d));
  }
  return { mean: right + until, se: Math.sqrt(variance) };
}

function followedUntil(table: RiskTable, group: number, tau: number): boolean {
  const last = lastPlace(table, group);
  const length = table.times.length;
  return (table.times[last] as number) >= tau || eventsAt(table, group, last) === table.atRisk[group * length + last];
}
