import type { IncidenceSteps } from './cumulative-incidence.ts';

/** Standard errors at the times of the steps: of each cause's incidence and of the chance of no event. */
export interface IncidenceErrors {
  readonly incidence: readonly Float64Array[];
  readonly eventFree: Float64Array;
}

/**
 * Infinitesimal jackknife: the sum of squared influences of the rows. Rows at risk at one time have the same past, so
 * the influences of later risk sets are uncorrelated with it and the whole sum is a recursion of the covariance of
 * (S, F_1 .. F_K): carried through the transition, plus the multinomial spread of the exits. O(times x causes^2).
 * Source: Therneau et al., survival (multi-state `survfit`); Efron & Stein (1981).
 */
export function jackknifeErrors({ incidence, eventFree, nRisk, events }: IncidenceSteps): IncidenceErrors {
  const causes = events.length;
  const size = causes + 1;
  const covariance = new Float64Array(size * size);
  const leaving = new Float64Array(size);
  const errors = incidence.map((steps) => new Float64Array(steps.length));
  const freeError = new Float64Array(eventFree.length);
  let surv = 1;
  for (let s = 0; s < nRisk.length; s++) {
    const n = nRisk[s] as number;
    let gone = 0;
    for (let k = 0; k < causes; k++) {
      leaving[k + 1] = ((events[k] as Float64Array)[s] as number) / n;
      gone += leaving[k + 1] as number;
    }
    leaving[0] = -gone;
    carry(covariance, leaving, size);
    spread(covariance, leaving, { size, scale: (surv * surv) / n });
    surv = eventFree[s] as number;
    for (let k = 0; k < causes; k++)
      (errors[k] as Float64Array)[s] = root(covariance[(k + 1) * size + k + 1] as number);
    freeError[s] = root(covariance[0] as number);
  }
  return { incidence: errors, eventFree: freeError };
}

/** V <- H' V H with H the transition of one time: state 0 hands the part `leaving[k]` to k. */
function carry(v: Float64Array, leaving: Float64Array, size: number): void {
  for (let pass = 0; pass < 2; pass++) {
    for (let i = 0; i < size; i++) {
      const first = pass === 0 ? (v[i] as number) : (v[i * size] as number);
      for (let k = 0; k < size; k++) {
        const place = pass === 0 ? k * size + i : i * size + k;
        v[place] = (v[place] as number) + (leaving[k] as number) * first;
      }
    }
  }
}

/** Adds the covariance of the exits at one time: S^2 / n x (diag(h) - h h'), state 0 losing what the others gain. */
function spread(v: Float64Array, leaving: Float64Array, { size, scale }: { size: number; scale: number }): void {
  const stay = 1 + (leaving[0] as number);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      // With h0 = 1 - gone the chance to stay, all states together are one multinomial draw.
      const hi = i === 0 ? stay : (leaving[i] as number);
      const hk = k === 0 ? stay : (leaving[k] as number);
      v[i * size + k]! += scale * ((i === k ? hi : 0) - hi * hk);
    }
  }
}

/** Rounding may leave a variance of zero just below it. */
function root(variance: number): number {
  return Math.sqrt(Math.max(0, variance));
}

/**
 * Delta-method error of each incidence, each cause's exits counted as hypergeometric where they are tied; it changes
 * only at times with an event of the cause itself. The chance of no event has Greenwood's error.
 * Source: Gray (1988), as printed by `cmprsk::cuminc`; Marubini & Valsecchi (1995), 10.3.
 */
export function grayErrors(steps: IncidenceSteps): IncidenceErrors {
  const { eventFree, nRisk, events } = steps;
  const freeError = new Float64Array(eventFree.length);
  let greenwood = 0;
  for (let s = 0; s < eventFree.length; s++) {
    const n = nRisk[s] as number;
    const d = events.reduce((sum, cause) => sum + (cause[s] as number), 0);
    if (d < n) greenwood += d / (n * (n - d));
    freeError[s] = (eventFree[s] as number) * Math.sqrt(greenwood);
  }
  return { incidence: events.map((_, k) => grayError(steps, k)), eventFree: freeError };
}

/**
 * The influence at t of exits at u is S(u-) (1 - (F(t) - F(u)) / S(u)) for the cause and S(u-) (F(t) - F(u)) / S(u) for
 * others; three running moments of F(u) give the sum of squares for every t.
 */
function grayError({ eventFree, incidence, nRisk, events }: IncidenceSteps, cause: number): Float64Array {
  const own = events[cause] as Float64Array;
  const height = incidence[cause] as Float64Array;
  const result = new Float64Array(own.length);
  let constant = 0;
  let linear = 0;
  let square = 0;
  let before = 1;
  for (let s = 0; s < own.length; s++) {
    const n = nRisk[s] as number;
    const after = eventFree[s] as number;
    const f = height[s] as number;
    const d = own[s] as number;
    const others = events.reduce((sum, column) => sum + (column[s] as number), -d);
    if (others > 0 && after > 0) add(before * before * tied(others, n), f / after, 1 / after);
    if (d > 0) {
      const slope = after > 0 ? 1 / after : 0;
      add(before * before * tied(d, n), 1 + slope * f, slope);
      result[s] = root(constant - 2 * f * linear + f * f * square);
    } else {
      result[s] = s === 0 ? 0 : (result[s - 1] as number);
    }
    before = after;
  }
  return result;

  function add(weight: number, level: number, slope: number): void {
    constant += weight * level * level;
    linear += weight * level * slope;
    square += weight * slope * slope;
  }
}

/** Variance of a share d/n of which the exits are tied: d (n - d) / ((n - 1) n^2), d/n^2 when there is one. */
function tied(d: number, n: number): number {
  return (d / (n * n)) * (d > 1 ? 1 - (d - 1) / (n - 1) : 1);
}
