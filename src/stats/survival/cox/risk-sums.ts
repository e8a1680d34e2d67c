import type { RiskSets } from './risk-sets.ts';

/** Sums over the risk set of each slot at given coefficients; a slot's vector stands at slot x width. */
export interface RiskSums {
  /** exp(x'b) of each row, times its count. */
  readonly risk: Float64Array;
  /** Sum of risks, and of risk x covariates, over who is at risk. */
  readonly all: Float64Array;
  readonly allX: Float64Array;
  /** The same over the events of the slot. */
  readonly own: Float64Array;
  readonly ownX: Float64Array;
  /** Sum of x'b over all events. */
  readonly eventScore: number;
}

/**
 * @param coef scaled coefficients, `width` long (the padding is ignored: its covariate is zero).
 * @param ties whether the sums over events are needed.
 */
export function riskSums(sets: RiskSets, coef: Float64Array, ties: boolean): RiskSums {
  const { x, width, rows, last, event, count, first, deaths } = sets;
  const slots = deaths.length;
  const risk = new Float64Array(rows);
  const all = new Float64Array(slots);
  const allX = new Float64Array(slots * width);
  const own = new Float64Array(slots);
  const ownX = new Float64Array(slots * width);
  let eventScore = 0;
  let place = 0;
  for (let i = 0; i < rows; i++) {
    let score = 0;
    for (let a = 0; a < width; a++) score += (x[place + a] as number) * (coef[a] as number);
    const times = count === null ? 1 : (count[i] as number);
    const r = times * Math.exp(score);
    risk[i] = r;
    const slot = last[i] as number;
    const to = slot * width;
    all[slot] = (all[slot] as number) + r;
    for (let a = 0; a < width; a++) allX[to + a] = (allX[to + a] as number) + r * (x[place + a] as number);
    if (event[i] === 1) {
      eventScore += times * score;
      if (ties) {
        own[slot] = (own[slot] as number) + r;
        for (let a = 0; a < width; a++) ownX[to + a] = (ownX[to + a] as number) + r * (x[place + a] as number);
      }
    }
    place += width;
  }
  if (sets.before !== null) takeOutLateEntries(sets, sets.before, { risk, all, allX });
  for (let s = 0; s + 1 < first.length; s++) {
    for (let slot = (first[s + 1] as number) - 2; slot >= (first[s] as number); slot--) {
      all[slot] = (all[slot] as number) + (all[slot + 1] as number);
      const to = slot * width;
      for (let a = 0; a < width; a++) allX[to + a] = (allX[to + a] as number) + (allX[to + width + a] as number);
    }
  }
  return { risk, all, allX, own, ownX, eventScore };
}

/** Who enters late is not at risk at the slots up to `before`. */
function takeOutLateEntries(
  { x, width, rows }: RiskSets,
  before: Int32Array,
  { risk, all, allX }: Pick<RiskSums, 'risk' | 'all' | 'allX'>,
): void {
  for (let i = 0; i < rows; i++) {
    const slot = before[i] as number;
    const r = risk[i] as number;
    all[slot] = (all[slot] as number) - r;
    const to = slot * width;
    const place = i * width;
    for (let a = 0; a < width; a++) allX[to + a] = (allX[to + a] as number) - r * (x[place + a] as number);
  }
}
