import type { RiskSets } from './risk-sets.ts';
import { forEachBlock } from './scaled-columns.ts';

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
 * @param ties whether the sums over events are needed. @param risk room for the risks, one per row.
 */
export function riskSums(
  sets: RiskSets,
  coef: Float64Array,
  { ties, risk = new Float64Array(sets.rows) }: { readonly ties: boolean; readonly risk?: Float64Array },
): RiskSums {
  const { width, last, before, event, count, first, deaths } = sets;
  const slots = deaths.length;
  const all = new Float64Array(slots);
  const allX = new Float64Array(slots * width);
  const own = new Float64Array(slots);
  const ownX = new Float64Array(slots * width);
  let eventScore = 0;
  forEachBlock(sets, (x, from, until) => {
    scoreRows(x, coef, { risk, from, until, width });
    for (let i = from; i < until; i++) {
      const score = risk[i] as number;
      const times = count === null ? 1 : (count[i] as number);
      const r = times * Math.exp(score);
      risk[i] = r;
      const slot = last[i] as number;
      const place = (i - from) * width;
      all[slot] = (all[slot] as number) + r;
      addScaled(allX, slot * width, { x, place, width, r });
      if (before !== null) {
        // Who enters late is not at risk at the slots up to `before`.
        const entry = before[i] as number;
        all[entry] = (all[entry] as number) - r;
        addScaled(allX, entry * width, { x, place, width, r: -r });
      }
      if (event[i] === 1) {
        eventScore += times * score;
        if (ties) {
          own[slot] = (own[slot] as number) + r;
          addScaled(ownX, slot * width, { x, place, width, r });
        }
      }
    }
  });
  for (let s = 0; s + 1 < first.length; s++) {
    for (let slot = (first[s + 1] as number) - 2; slot >= (first[s] as number); slot--) {
      all[slot] = (all[slot] as number) + (all[slot + 1] as number);
      const to = slot * width;
      for (let a = 0; a < width; a++) allX[to + a] = (allX[to + a] as number) + (allX[to + width + a] as number);
    }
  }
  return { risk, all, allX, own, ownX, eventScore };
}

/** x'b of a block of rows, into the place of their risks. */
function scoreRows(
  x: Float64Array,
  coef: Float64Array,
  {
    risk,
    from,
    until,
    width,
  }: { readonly risk: Float64Array; readonly from: number; readonly until: number; readonly width: number },
): void {
  let place = 0;
  for (let i = from; i < until; i++) {
    let even = 0;
    let odd = 0;
    for (let a = 0; a < width; a += 2) {
      even += (x[place + a] as number) * (coef[a] as number);
      odd += (x[place + a + 1] as number) * (coef[a + 1] as number);
    }
    risk[i] = even + odd;
    place += width;
  }
}

/** Adds r x (row at `place`) to the vector at `to`; the width is even. */
function addScaled(
  sums: Float64Array,
  to: number,
  {
    x,
    place,
    width,
    r,
  }: { readonly x: Float64Array; readonly place: number; readonly width: number; readonly r: number },
): void {
  for (let a = 0; a < width; a += 2) {
    sums[to + a] = (sums[to + a] as number) + r * (x[place + a] as number);
    sums[to + a + 1] = (sums[to + a + 1] as number) + r * (x[place + a + 1] as number);
  }
}
