import { chiSquareUpper } from '../distributions/chi-square.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { addMoment, type Moment, scoreSpread, scoreVariance } from './gray-variance.ts';
import { eventsAt, type RiskTable } from './risk-table.ts';
import { isDependent, quadraticForm, submatrix, symmetricInverse } from './symmetric-inverse.ts';

export interface GrayTest {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Do the groups reach one cause to the same extent, the others competing? Compares the hazards of the subdistribution:
 * who left by another cause stays at risk, weighted by the chance of not being censored. No weighting over time (rho 0).
 * @param cause 1, 2, ...
 * @returns refusal `one_arm` without two groups at risk, `no_events` when the cause does not occur.
 * Source: Gray (1988), with the variance and tie rules of `cmprsk::cuminc`.
 */
export function grayTest(table: RiskTable, cause: number): GrayTest | NotEstimable {
  const size = table.labels.length;
  const places = table.labels.flatMap((_, g) => ((table.sizes[g] as number) > 0 ? [g] : []));
  if (places.length < 2) return notEstimable('one_arm');
  const score = new Float64Array(size);
  const spread = scoreSpread(size);
  const m: Moment = {
    n: new Float64Array(size),
    own: new Float64Array(size),
    others: new Float64Array(size),
    surv: new Float64Array(size).fill(1),
    survAfter: new Float64Array(size).fill(1),
    incidence: new Float64Array(size),
  };
  let pooled = 0;
  let any = false;
  for (let j = 0; j < table.times.length; j++) {
    if (!readMoment(m, table, { cause, j })) continue;
    const d = sum(m.own);
    any ||= d > 0;
    let atRisk = 0;
    let subdistribution = 0;
    for (let g = 0; g < size; g++) {
      if (m.n[g] === 0) continue;
      atRisk += (m.n[g] as number) / (m.surv[g] as number);
      subdistribution += ((m.n[g] as number) * (1 - (m.incidence[g] as number))) / (m.surv[g] as number);
    }
    for (let g = 0; g < size; g++) {
      const n = m.n[g] as number;
      if (n === 0) continue;
      const share = (n * (1 - (m.incidence[g] as number))) / ((m.surv[g] as number) * subdistribution);
      score[g]! += (m.own[g] as number) - d * share;
    }
    const after = pooled + d / atRisk;
    addMoment(spread, m, { d, atRisk, before: pooled, after });
    pooled = after;
    for (let g = 0; g < size; g++) {
      if ((m.n[g] as number) > 0)
        m.incidence[g]! += ((m.surv[g] as number) * (m.own[g] as number)) / (m.n[g] as number);
      m.surv[g] = m.survAfter[g] as number;
    }
  }
  if (!any) return notEstimable('no_events', `cause ${cause}`);
  const free = places.slice(0, -1);
  const inverse = symmetricInverse(submatrix(scoreVariance(spread), size, free), free.length);
  if (isDependent(inverse)) return notEstimable('one_arm');
  const chisq = quadraticForm(
    inverse,
    Float64Array.from(free, (g) => score[g] as number),
  );
  return { chisq, df: free.length, p: chiSquareUpper(chisq, free.length) };
}

/** Fills in what happens at place j; false when nobody has an event. */
function readMoment(m: Moment, table: RiskTable, { cause, j }: { cause: number; j: number }): boolean {
  const length = table.times.length;
  let events = 0;
  for (let g = 0; g < m.n.length; g++) {
    const all = eventsAt(table, g, j);
    const n = table.atRisk[g * length + j] as number;
    const own = table.exits[(g * (table.causes + 1) + cause) * length + j] as number;
    m.n[g] = n;
    m.own[g] = own;
    m.others[g] = all - own;
    m.survAfter[g] = n > 0 ? ((m.surv[g] as number) * (n - all)) / n : (m.surv[g] as number);
    events += all;
  }
  return events > 0;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
