import { eventsAt, type RiskTable } from './risk-table.ts';

/** A survival curve as it steps, at the times of events of one group. */
export interface SurvivalSteps {
  readonly time: Float64Array;
  /** Just after the time. */
  readonly surv: Float64Array;
  /** Sum of d/n up to and with the time. */
  readonly hazard: Float64Array;
  /** Variance of log(surv), or of the cumulative hazard. */
  readonly variance: Float64Array;
  /** Number at risk just before the time, and events at it. */
  readonly nRisk: Float64Array;
  readonly nEvent: Float64Array;
}

/**
 * Product-limit estimate S(t) = prod (1 - d/n) with Greenwood's variance of log S: sum d / (n (n - d)).
 * The variance is infinite once all at risk have left. Source: Kaplan & Meier (1958).
 */
export function productLimit(table: RiskTable, group: number): SurvivalSteps {
  const steps = countSteps(table, group);
  const { surv, variance, nRisk, nEvent } = steps;
  let s = 1;
  let v = 0;
  for (let j = 0; j < surv.length; j++) {
    const n = nRisk[j] as number;
    const d = nEvent[j] as number;
    s *= (n - d) / n;
    v += d / (n * (n - d));
    surv[j] = s;
    variance[j] = v;
  }
  return steps;
}

/**
 * Nelson-Aalen estimate H(t) = sum d/n, `surv` = exp(-H), with variance sum d / n^2 of H.
 * Source: Aalen (1978); Andersen et al. (1993), IV.1.
 */
export function exponentialHazard(table: RiskTable, group: number): SurvivalSteps {
  const steps = countSteps(table, group);
  const { surv, hazard, variance, nRisk, nEvent } = steps;
  let v = 0;
  for (let j = 0; j < surv.length; j++) {
    const n = nRisk[j] as number;
    v += (nEvent[j] as number) / (n * n);
    surv[j] = Math.exp(-(hazard[j] as number));
    variance[j] = v;
  }
  return steps;
}

/** Numbers at risk and events at each event time, with the sum of d/n; `surv` and `variance` still to be filled. */
function countSteps(table: RiskTable, group: number): SurvivalSteps {
  const length = table.times.length;
  let steps = 0;
  for (let j = 0; j < length; j++) if (eventsAt(table, group, j) > 0) steps++;
  const time = new Float64Array(steps);
  const hazard = new Float64Array(steps);
  const nRisk = new Float64Array(steps);
  const nEvent = new Float64Array(steps);
  let place = 0;
  let h = 0;
  for (let j = 0; j < length; j++) {
    const d = eventsAt(table, group, j);
    if (d === 0) continue;
    const n = table.atRisk[group * length + j] as number;
    h += d / n;
    time[place] = table.times[j] as number;
    hazard[place] = h;
    nRisk[place] = n;
    nEvent[place] = d;
    place++;
  }
  return { time, surv: new Float64Array(steps), hazard, variance: new Float64Array(steps), nRisk, nEvent };
}

/** Number at risk in a group just before t; 0 after the last exit. */
export function atRiskBefore(table: RiskTable, group: number, t: number): number {
  const { times, atRisk } = table;
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < t) low = middle + 1;
    else high = middle;
  }
  return low === times.length ? 0 : (atRisk[group * times.length + low] as number);
}
