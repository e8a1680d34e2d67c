import type { Evaluation } from './evaluate.ts';
import type { RiskSets } from './risk-sets.ts';

/**
 * The exact partial likelihood for tied events: the chance that just these d of the n at risk had the event, over all
 * choices of d. The sum over choices is an elementary symmetric polynomial of the risks, built row by row together with
 * its derivatives, as a mean over choices so that it neither over- nor underflows.
 * @param x all rows, scaled, row-major.
 * O(sum over event times of n x d x p^2). Source: Cox (1972); recursion of Howard, Gail et al. (1981).
 */
export function evaluateExact(sets: RiskSets, x: Float64Array, coef: Float64Array): Evaluation {
  const { terms } = sets;
  const scores = linearScores(sets, x, coef);
  const score = new Float64Array(terms);
  const information = new Float64Array(terms * terms);
  let logLik = 0;
  for (let i = 0; i < sets.rows; i++) {
    if (sets.event[i] !== 1) continue;
    logLik += scores[i] as number;
    for (let a = 0; a < terms; a++) score[a]! += x[i * sets.width + a] as number;
  }
  const { rows, starts } = rowsAtRisk(sets);
  for (let slot = 0; slot + 1 < starts.length; slot++) {
    const d = sets.deaths[slot] as number;
    if (d === 0) continue;
    const atRisk = rows.subarray(starts[slot], starts[slot + 1]);
    const choice = meanOverChoices(sets, { x, atRisk, d, scores });
    logLik -= choice.log;
    for (let a = 0; a < terms; a++) {
      const meanA = (choice.gradient[a] as number) / choice.value;
      score[a]! -= meanA;
      for (let b = 0; b < terms; b++) {
        const meanB = (choice.gradient[b] as number) / choice.value;
        information[a * terms + b]! += (choice.hessian[a * terms + b] as number) / choice.value - meanA * meanB;
      }
    }
  }
  return { logLik, score, information };
}

/** Multiply-adds that one evaluation costs, to refuse what would never end. */
export function exactCost(sets: RiskSets): number {
  const starts = listStarts(sets);
  let cost = 0;
  for (let slot = 0; slot + 1 < starts.length; slot++) {
    cost += ((starts[slot + 1] as number) - (starts[slot] as number)) * (sets.deaths[slot] as number);
  }
  return cost * (1 + sets.terms) ** 2;
}

function linearScores({ width, rows, terms }: RiskSets, x: Float64Array, coef: Float64Array): Float64Array {
  const scores = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let score = 0;
    for (let a = 0; a < terms; a++) score += (x[i * width + a] as number) * (coef[a] as number);
    scores[i] = score;
  }
  return scores;
}

/** Where each slot's list of rows at risk starts; counted without making the lists. */
function listStarts(sets: RiskSets): Float64Array {
  const { rows, last } = sets;
  const slots = sets.deaths.length;
  const starts = new Float64Array(slots + 1);
  const change = new Float64Array(slots + 1);
  const from = firstSlots(sets);
  for (let i = 0; i < rows; i++) {
    change[from[i] as number]! += 1;
    change[(last[i] as number) + 1]! -= 1;
  }
  let atRisk = 0;
  for (let slot = 0; slot < slots; slot++) {
    atRisk += change[slot] as number;
    starts[slot + 1] = (starts[slot] as number) + atRisk;
  }
  return starts;
}

/** First slot at which each row is at risk; beyond its last when it never is. */
function firstSlots({ rows, last, before, first, deaths }: RiskSets): Int32Array {
  if (before !== null) return before.map((slot) => slot + 1);
  const start = new Int32Array(deaths.length);
  for (let s = 0; s + 1 < first.length; s++) start.fill((first[s] as number) + 1, first[s], first[s + 1]);
  return Int32Array.from({ length: rows }, (_, i) => start[last[i] as number] as number);
}

/** The rows at risk at each slot, one list after the other. */
function rowsAtRisk(sets: RiskSets): { rows: Uint32Array; starts: Float64Array } {
  const starts = listStarts(sets);
  const from = firstSlots(sets);
  const list = new Uint32Array(starts.at(-1) as number);
  const next = starts.slice();
  for (let i = 0; i < sets.rows; i++) {
    for (let slot = from[i] as number; slot <= (sets.last[i] as number); slot++) {
      list[next[slot] as number] = i;
      next[slot]! += 1;
    }
  }
  return { rows: list, starts };
}

interface Choice {
  /** Mean over choices of the product of risks, scaled; gradient and hessian in the same scale. */
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  /** Logarithm of the sum over choices, unscaled. */
  readonly log: number;
}

function meanOverChoices(
  { width, terms }: RiskSets,
  {
    x,
    atRisk,
    d,
    scores,
  }: { readonly x: Float64Array; readonly atRisk: Uint32Array; readonly d: number; readonly scores: Float64Array },
): Choice {
  const p = terms;
  const highest = atRisk.reduce((most, i) => Math.max(most, scores[i] as number), Number.NEGATIVE_INFINITY);
  const mean = atRisk.reduce((sum, i) => sum + Math.exp((scores[i] as number) - highest), 0) / atRisk.length;
  const shift = highest + Math.log(mean);
  const value = new Float64Array(d + 1);
  const gradient = new Float64Array((d + 1) * p);
  const hessian = new Float64Array((d + 1) * p * p);
  value[0] = 1;
  for (let m = 1; m <= atRisk.length; m++) {
    const row = atRisk[m - 1] as number;
    const r = Math.exp((scores[row] as number) - shift);
    const at = row * width;
    for (let j = Math.min(m, d); j >= 1; j--) {
      const keep = (m - j) / m;
      const take = (j / m) * r;
      const less = value[j - 1] as number;
      for (let a = 0; a < p; a++) {
        const xa = x[at + a] as number;
        const ga = gradient[(j - 1) * p + a] as number;
        for (let b = 0; b <= a; b++) {
          const xb = x[at + b] as number;
          const gb = gradient[(j - 1) * p + b] as number;
          const place = j * p * p + a * p + b;
          const grown = (hessian[place - p * p] as number) + xa * gb + xb * ga + xa * xb * less;
          hessian[place] = keep * (hessian[place] as number) + take * grown;
        }
      }
      for (let a = 0; a < p; a++) {
        const grown = (gradient[(j - 1) * p + a] as number) + (x[at + a] as number) * less;
        gradient[j * p + a] = keep * (gradient[j * p + a] as number) + take * grown;
      }
      value[j] = keep * (value[j] as number) + take * less;
    }
  }
  const full = hessian.slice(d * p * p);
  for (let a = 0; a < p; a++) for (let b = 0; b < a; b++) full[b * p + a] = full[a * p + b] as number;
  const top = value[d] as number;
  return {
    value: top,
    gradient: gradient.slice(d * p),
    hessian: full,
    log: Math.log(top) + d * shift + logChoices(atRisk.length, d),
  };
}

/** Logarithm of n over d. */
function logChoices(n: number, d: number): number {
  let sum = 0;
  for (let k = 0; k < d; k++) sum += Math.log((n - k) / (d - k));
  return sum;
}
