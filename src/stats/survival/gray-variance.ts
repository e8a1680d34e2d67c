/** The state of the groups just before a time, and what happens at it. */
export interface Moment {
  readonly n: Float64Array;
  /** Events of the cause and of the others. */
  readonly own: Float64Array;
  readonly others: Float64Array;
  /** Chance of no event and incidence of the cause, just before and just after. */
  readonly surv: Float64Array;
  readonly survAfter: Float64Array;
  readonly incidence: Float64Array;
}

/** What happens to the pooled incidence of the cause at one time. */
export interface Pooled {
  readonly d: number;
  /** Sum over groups of n / S(t-). */
  readonly atRisk: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Variance of the scores: per group a martingale whose integrand is a(t) - f(t) x (what the score still gains after t).
 * The future part is C(end) - C(t), so sums of 1, f and a are kept and joined with C at the end.
 */
interface ScoreSpread {
  readonly size: number;
  /** C: what the score gains over time, per head of the subdistribution. */
  readonly gain: Float64Array;
  /** a at the present time. */
  readonly now: Float64Array;
  readonly square: Float64Array;
  readonly cross: Float64Array;
  readonly own: Float64Array;
}

/** A spread of nothing yet, for `size` groups. */
export function scoreSpread(size: number): ScoreSpread {
  const square = (): Float64Array => new Float64Array(size * size);
  return { size, gain: square(), now: square(), square: new Float64Array(size), cross: square(), own: square() };
}

/** Adds what happens at one time; times come in ascending order. */
export function addMoment(v: ScoreSpread, m: Moment, pooled: Pooled): void {
  const size = v.size;
  const { d, atRisk, before, after } = pooled;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const ri = m.n[i] === 0 ? 0 : (m.n[i] as number) / (m.surv[i] as number);
      const rk = m.n[k] === 0 ? 0 : (m.n[k] as number) / (m.surv[k] as number);
      const a = (i === k ? ri : 0) - (ri * rk) / atRisk;
      v.now[i * size + k] = a;
      v.gain[i * size + k]! += (a * d) / (atRisk * (1 - before));
    }
  }
  for (let k = 0; k < size; k++) {
    const n = m.n[k] as number;
    const surv = m.surv[k] as number;
    const left = m.survAfter[k] as number;
    if (n === 0) continue;
    if (d > 0) {
      const ties = d > 1 ? 1 - (d - 1) / (atRisk * surv - 1) : 1;
      addSquare(v, k, {
        now: 1,
        future: left > 0 ? 1 - (1 - after) / left : 1,
        weight: (ties * surv * d) / (atRisk * n),
      });
    }
    const others = m.others[k] as number;
    if (others > 0 && left > 0) {
      const ties = others > 1 ? 1 - (others - 1) / (n - 1) : 1;
      addSquare(v, k, { now: 0, future: (1 - after) / left, weight: (ties * surv * surv * others) / (n * n) });
    }
  }
}

/** Adds weight x (now a + future (C(end) - C))^2 with C(end) still unknown. */
function addSquare(
  v: ScoreSpread,
  k: number,
  { now, future, weight }: { now: number; future: number; weight: number },
): void {
  const size = v.size;
  v.square[k]! += weight * future * future;
  for (let i = 0; i < size; i++) {
    const ti = now * (v.now[i * size + k] as number) - future * (v.gain[i * size + k] as number);
    v.cross[i * size + k]! += weight * future * ti;
    for (let j = 0; j < size; j++) {
      const tj = now * (v.now[j * size + k] as number) - future * (v.gain[j * size + k] as number);
      v.own[i * size + j]! += weight * ti * tj;
    }
  }
}

/** Joins the sums into the covariance of the scores, row-major. */
export function scoreVariance(v: ScoreSpread): Float64Array {
  const size = v.size;
  const result = v.own.slice();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) {
        const gi = v.gain[i * size + k] as number;
        const gj = v.gain[j * size + k] as number;
        result[i * size + j]! +=
          gi * gj * (v.square[k] as number) +
          gi * (v.cross[j * size + k] as number) +
          gj * (v.cross[i * size + k] as number);
      }
    }
  }
  return result;
}
