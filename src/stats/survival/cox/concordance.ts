import { rowsByCode } from '../strata.ts';
import type { Fitted } from './fitted.ts';
import { forEachBlock } from './scaled-columns.ts';

/** How often the row with the higher risk had its event first, over pairs of which that is known. */
interface Concordance {
  /** (concordant + half the ties in risk) / all; null when no pair can be compared. */
  readonly value: number | null;
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedRisk: number;
}

/**
 * Harrell's C of a fitted model within strata: an event is compared with all rows still at risk after it (with late entry:
 * that had entered by then). Two events at one time are no pair. O(rows x log rows) by a binary indexed tree over ranks of
 * risk. Source: Harrell et al. (1996); Therneau & Atkinson, `survival` concordance.
 */
export function concordance({ sets, coef }: Fitted): Concordance {
  const { rows, width, last, before, event, count, first } = sets;
  const scores = new Float64Array(rows);
  forEachBlock(sets, (x, from, until) => {
    for (let i = from; i < until; i++) {
      let score = 0;
      for (let a = 0; a < width; a++) score += (x[(i - from) * width + a] as number) * (coef[a] as number);
      scores[i] = score;
    }
  });
  const { rank, levels } = ranksOf(scores);
  const labels = { length: sets.deaths.length };
  const leaving = rowsByCode({ codes: last, labels });
  const entering = before === null ? null : rowsByCode({ codes: before, labels });
  const tree = new Float64Array(levels + 1);
  const weight = (i: number): number => (count === null ? 1 : (count[i] as number));
  let concordant = 0;
  let discordant = 0;
  let tiedRisk = 0;
  for (let s = 0; s + 1 < first.length; s++) {
    tree.fill(0);
    let inTree = 0;
    const add = (i: number, sign: number): void => {
      addTo(tree, rank[i] as number, sign * weight(i));
      inTree += sign * weight(i);
    };
    for (let slot = (first[s + 1] as number) - 1; slot > (first[s] as number); slot--) {
      const own = leaving.rows.subarray(leaving.starts[slot], leaving.starts[slot + 1]);
      // Censored at the slot or later but before the next event: at risk here. Entered from here on: not yet.
      for (const i of own) if (event[i] === 0) add(i, 1);
      if (entering !== null)
        for (const i of entering.rows.subarray(entering.starts[slot], entering.starts[slot + 1])) add(i, -1);
      for (const i of own) {
        if (event[i] === 0) continue;
        const lower = sumTo(tree, (rank[i] as number) - 1);
        const equal = sumTo(tree, rank[i] as number) - lower;
        concordant += weight(i) * lower;
        tiedRisk += weight(i) * equal;
        discordant += weight(i) * (inTree - lower - equal);
      }
      for (const i of own) if (event[i] === 1) add(i, 1);
    }
  }
  const all = concordant + discordant + tiedRisk;
  return { value: all > 0 ? (concordant + tiedRisk / 2) / all : null, concordant, discordant, tiedRisk };
}

/** Rank 1 .. levels of each score; scores that differ by rounding only share one. */
function ranksOf(scores: Float64Array): { rank: Int32Array; levels: number } {
  const sorted = scores.slice().sort();
  const width = Math.abs(sorted.at(-1) as number) + Math.abs(sorted[0] as number);
  const distinct = new Float64Array(sorted.length);
  let levels = 0;
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i] as number;
    if (levels === 0 || value - (distinct[levels - 1] as number) > 1e-13 * width) distinct[levels++] = value;
  }
  const rank = new Int32Array(scores.length);
  for (let i = 0; i < scores.length; i++) {
    let low = 0;
    let high = levels;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((distinct[middle] as number) <= (scores[i] as number)) low = middle + 1;
      else high = middle;
    }
    rank[i] = low;
  }
  return { rank, levels };
}

function addTo(tree: Float64Array, rank: number, amount: number): void {
  for (let k = rank; k < tree.length; k += k & -k) tree[k] = (tree[k] as number) + amount;
}

function sumTo(tree: Float64Array, rank: number): number {
  let total = 0;
  for (let k = rank; k > 0; k -= k & -k) total += tree[k] as number;
  return total;
}
