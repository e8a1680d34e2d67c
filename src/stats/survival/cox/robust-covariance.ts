import type { NumberColumn } from '../spells.ts';
import type { CoxRows } from './cox-rows.ts';
import type { Fitted } from './fitted.ts';
import { hazardSteps } from './hazard-steps.ts';
import { forEachBlock } from './scaled-columns.ts';

/**
 * Covariance of Lin and Wei: the influence of each row (its score residual times the model covariance), summed within
 * clusters and squared. No correction for the number of clusters, as in `survival::coxph`. O(rows x p + clusters x p^2).
 * @returns the scaled covariance, p x p, and the number of clusters.
 * Source: Lin & Wei (1989); for the split rows of one person Therneau & Grambsch (2000), 7.2.
 */
export function robustCovariance(
  fitted: Fitted,
  { cluster = 'row', countsClusters = false }: Pick<CoxRows, 'cluster' | 'countsClusters'>,
): { readonly covariance: Float64Array; readonly clusters: number } {
  const { sets, covariance } = fitted;
  const { terms, width, count } = sets;
  const squares = new Float64Array(terms * terms);
  if (cluster === 'row') {
    let clusters = 0;
    forEachResidual(fitted, (residual, i) => {
      const times = count === null ? 1 : (count[i] as number);
      addSquare(squares, residual, { place: 0, terms, times });
      clusters += times;
    });
    return { covariance: sandwich(covariance, squares, terms), clusters };
  }
  const { codes, levels } = clusterCodes(cluster, sets.order);
  const sums = new Float64Array(levels * width);
  const copies = new Float64Array(levels);
  forEachResidual(fitted, (residual, i) => {
    const counted = count === null ? 1 : (count[i] as number);
    const code = codes[i] as number;
    if (counted > 0) copies[code] = countsClusters ? counted : 1;
    const times = countsClusters ? 1 : counted;
    const to = code * width;
    for (let a = 0; a < width; a++) sums[to + a] = (sums[to + a] as number) + times * (residual[a] as number);
  });
  let clusters = 0;
  for (let c = 0; c < levels; c++) {
    addSquare(squares, sums, { place: c * width, terms, times: copies[c] as number });
    clusters += copies[c] as number;
  }
  return { covariance: sandwich(covariance, squares, terms), clusters };
}

/** What each row adds to the score at the fitted coefficients, in the order of the sets; the vector is overwritten. */
function forEachResidual(fitted: Fitted, visit: (residual: Float64Array, i: number) => void): void {
  const { sets } = fitted;
  const { width, last, before, event, count } = sets;
  const { sums, hazard, spared, drift, sparedDrift, met } = hazardSteps(fitted);
  const residual = new Float64Array(width);
  forEachBlock(sets, (x, from, until) => {
    for (let i = from; i < until; i++) {
      const times = count === null ? 1 : (count[i] as number);
      const risk = times === 0 ? 0 : (sums.risk[i] as number) / times;
      const slot = last[i] as number;
      const entry = before === null ? -1 : (before[i] as number);
      const own = event[i] === 1 ? 1 : 0;
      const missed = entry < 0 ? 0 : (hazard[entry] as number);
      const exposure = (hazard[slot] as number) - missed - own * (spared[slot] as number);
      for (let a = 0; a < width; a++) {
        const value = x[(i - from) * width + a] as number;
        const at = slot * width + a;
        const drifted = entry < 0 ? 0 : (drift[entry * width + a] as number);
        const moved = (drift[at] as number) - drifted - own * (sparedDrift[at] as number);
        residual[a] = own * (value - (met[at] as number)) - risk * (value * exposure - moved);
      }
      visit(residual, i);
    }
  });
}

function addSquare(
  squares: Float64Array,
  vectors: Float64Array,
  { place, terms, times }: { readonly place: number; readonly terms: number; readonly times: number },
): void {
  for (let a = 0; a < terms; a++) {
    const scaled = times * (vectors[place + a] as number);
    const row = a * terms;
    for (let b = 0; b <= a; b++)
      squares[row + b] = (squares[row + b] as number) + scaled * (vectors[place + b] as number);
  }
}

/** V M V with the lower triangle of M filled. */
function sandwich(v: Float64Array, squares: Float64Array, size: number): Float64Array {
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) squares[b * size + a] = squares[a * size + b] as number;
  return product(product(v, squares, size), v, size);
}

function product(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < size; k++) {
      const factor = left[i * size + k] as number;
      for (let j = 0; j < size; j++) result[i * size + j]! += factor * (right[k * size + j] as number);
    }
  }
  return result;
}

/** Clusters numbered from zero, in the order of the sets. */
function clusterCodes(cluster: NumberColumn, order: Uint32Array | null): { codes: Int32Array; levels: number } {
  const codes = new Int32Array(cluster.length);
  const numbers = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    const value = cluster[order === null ? i : (order[i] as number)] as number;
    let code = numbers.get(value);
    if (code === undefined) {
      code = numbers.size;
      numbers.set(value, code);
    }
    codes[i] = code;
  }
  return { codes, levels: numbers.size };
}
