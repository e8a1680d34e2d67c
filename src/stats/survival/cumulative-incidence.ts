import { eventsAt, type RiskTable } from './risk-table.ts';

/** The course of one group through its competing exits, at every time with an event of any cause. */
export interface IncidenceSteps {
  readonly time: Float64Array;
  /** Chance of no event so far, just after the time. */
  readonly eventFree: Float64Array;
  /** Chance of having left by cause k + 1, just after the time. */
  readonly incidence: readonly Float64Array[];
  /** At risk just before the time, and events of cause k + 1 at it. */
  readonly nRisk: Float64Array;
  readonly events: readonly Float64Array[];
}

/**
 * Aalen-Johansen estimate for one way out of one state: F_k(t) = sum S(u-) d_k(u) / n(u), S the chance of no event.
 * At every time the incidences and S add up to 1. Source: Aalen & Johansen (1978).
 */
export function cumulativeIncidence(table: RiskTable, group: number): IncidenceSteps {
  const { times, causes, exits, atRisk } = table;
  const length = times.length;
  const places: number[] = [];
  for (let j = 0; j < length; j++) if (eventsAt(table, group, j) > 0) places.push(j);
  const steps = places.length;
  const time = Float64Array.from(places, (j) => times[j] as number);
  const nRisk = Float64Array.from(places, (j) => atRisk[group * length + j] as number);
  const eventFree = new Float64Array(steps);
  const events = Array.from({ length: causes }, (_, k) =>
    Float64Array.from(places, (j) => exits[(group * (causes + 1) + k + 1) * length + j] as number),
  );
  const incidence = events.map(() => new Float64Array(steps));
  let surv = 1;
  for (let s = 0; s < steps; s++) {
    const n = nRisk[s] as number;
    let gone = 0;
    for (let k = 0; k < causes; k++) {
      const d = (events[k] as Float64Array)[s] as number;
      const before = s === 0 ? 0 : ((incidence[k] as Float64Array)[s - 1] as number);
      (incidence[k] as Float64Array)[s] = before + (surv * d) / n;
      gone += d;
    }
    surv *= (n - gone) / n;
    eventFree[s] = surv;
  }
  return { time, eventFree, incidence, nRisk, events };
}
