import type { RiskSets } from './risk-sets.ts';
import { riskSums } from './risk-sums.ts';
import { noTies, scaleTies, sumTies } from './tie-rule.ts';
import { weightedCrossProduct } from './weighted-cross-product.ts';

/** The partial likelihood at given coefficients, all in scaled units. */
export interface Evaluation {
  readonly logLik: number;
  /** First derivative, p long. */
  readonly score: Float64Array;
  /** Minus the second derivative, p x p. */
  readonly information: Float64Array;
}

/**
 * Log partial likelihood with its derivatives in O(rows x p^2), whatever the number of event times: the second moments
 * over all risk sets are one weighted cross product, each row weighted by the hazard that it was exposed to.
 * @param coef scaled, `width` long. @param weight per slot, multiplies what its events add to the derivatives (not to
 * the likelihood); null = 1. @param risk room for one number per row, overwritten.
 */
export function evaluateLikelihood(
  sets: RiskSets,
  coef: Float64Array,
  {
    ties,
    weight,
    risk,
  }: { readonly ties: 'efron' | 'breslow'; readonly weight: Float64Array | null; readonly risk: Float64Array },
): Evaluation {
  const efron = ties === 'efron';
  const { terms, width, deaths, first } = sets;
  const sums = riskSums(sets, coef, { ties: efron, risk });
  const hazard = new Float64Array(deaths.length);
  const spared = new Float64Array(deaths.length);
  const expected = new Float64Array(width);
  const outer = new Float64Array(width * width);
  const tie = noTies();
  let logLik = sums.eventScore;
  for (let s = 0; s + 1 < first.length; s++) {
    for (let slot = (first[s] as number) + 1; slot < (first[s + 1] as number); slot++) {
      sumTies(tie, deaths[slot] as number, { all: sums.all[slot] as number, own: sums.own[slot] as number, efron });
      logLik -= tie.logs;
      if (weight !== null) scaleTies(tie, weight[slot] as number);
      hazard[slot] = (hazard[slot - 1] as number) + tie.hazard;
      spared[slot] = tie.spared;
      const at = slot * width;
      for (let a = 0; a < terms; a++) {
        const allA = sums.allX[at + a] as number;
        const ownA = sums.ownX[at + a] as number;
        expected[a] = (expected[a] as number) + allA * tie.hazard - ownA * tie.spared;
        const byAll = tie.square0 * allA - tie.square1 * ownA;
        const byOwn = tie.square2 * ownA - tie.square1 * allA;
        const row = a * width;
        for (let b = 0; b <= a; b++) {
          outer[row + b] =
            (outer[row + b] as number) + byAll * (sums.allX[at + b] as number) + byOwn * (sums.ownX[at + b] as number);
        }
      }
    }
  }
  const product = weightedCrossProduct(sets, exposures(sets, { risk, hazard, spared }));
  const information = new Float64Array(terms * terms);
  for (let a = 0; a < terms; a++) {
    for (let b = 0; b <= a; b++) {
      const value = (product[a * width + b] as number) - (outer[a * width + b] as number);
      information[a * terms + b] = value;
      information[b * terms + a] = value;
    }
  }
  const observed = eventTotals(sets, weight);
  const score = Float64Array.from({ length: terms }, (_, a) => (observed[a] as number) - (expected[a] as number));
  return { logLik, score, information };
}

/** Risk x hazard met while at risk, per row, in the place of the risks; Efron spares an event a part at its own time. */
function exposures(
  { rows, last, before, event }: RiskSets,
  {
    risk,
    hazard,
    spared,
  }: { readonly risk: Float64Array; readonly hazard: Float64Array; readonly spared: Float64Array },
): Float64Array {
  for (let i = 0; i < rows; i++) {
    const slot = last[i] as number;
    let met = hazard[slot] as number;
    if (before !== null) met -= hazard[before[i] as number] as number;
    if (event[i] === 1) met -= spared[slot] as number;
    risk[i] = met * (risk[i] as number);
  }
  return risk;
}

/** Sum of the scaled covariates over all events, `width` long. */
function eventTotals({ eventX, width, deaths }: RiskSets, weight: Float64Array | null): Float64Array {
  const totals = new Float64Array(width);
  for (let slot = 0; slot < deaths.length; slot++) {
    const times = weight === null ? 1 : (weight[slot] as number);
    for (let a = 0; a < width; a++) totals[a] = (totals[a] as number) + times * (eventX[slot * width + a] as number);
  }
  return totals;
}
