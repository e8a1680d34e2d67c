import { countedRows } from '../cells.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { eventsAt, type RiskTable, riskTable } from './risk-table.ts';
import { checkSpells, type Spells } from './spells.ts';
import { splitByStratum } from './strata.ts';
import { isDependent, quadraticForm, submatrix, symmetricInverse } from './symmetric-inverse.ts';
import { emptyStrata } from './warnings.ts';

export interface LogRank {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  /** The levels, in the order of the arrays below. */
  readonly groups: readonly string[];
  /** Events per group, and those expected were the hazards equal; both weighted when rho is not 0. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Variance of observed - expected of the first of two groups; the whole matrix, row by row, with more. */
  readonly variance: number | readonly (readonly number[])[];
  readonly n: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

/** Groups that a test compares: their variance is a matrix of groups by groups, added up at every event. */
export const MOST_COMPARED = 1000;

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
}

/**
 * Do the groups leave at the same pace? Compares events with those expected within each stratum, the risk sets taken as
 * given (hypergeometric variance), each event time weighted by S(t-)^rho of the stratum: 0 = log-rank, 1 = Peto & Peto.
 * @param spells `cause` is the event, 0 or 1; `group` is required; late entry is allowed.
 * @returns refusals: `one_arm` without two groups at risk together, `no_events`, `too_many_levels`, `table_too_large`.
 * Source: Mantel (1966); Harrington & Fleming (1982).
 */
export function logRank(spells: Spells, { rho = 0 }: { readonly rho?: number } = {}): LogRank | NotEstimable {
  const refusal = checkSpells(spells, true);
  if (refusal !== null) return refusal;
  if (spells.group === undefined) return notEstimable('one_arm', 'group');
  if (!Number.isFinite(rho)) return notEstimable('out_of_range', `rho ${rho}`);
  const groups = spells.group.labels;
  if (groups.length > MOST_COMPARED) return notEstimable('too_many_levels', String(groups.length));
  const size = groups.length;
  const sums: Sums = {
    observed: new Float64Array(size),
    expected: new Float64Array(size),
    variance: new Float64Array(size * size),
  };
  const strata = splitByStratum(spells);
  let silent = 0;
  for (const stratum of strata) {
    const table = riskTable(stratum, 1);
    if (isNotEstimable(table)) return table;
    if (!addStratum(sums, table, rho)) silent += 1;
  }
  if (sums.observed.every((d) => d === 0)) return notEstimable('no_events');
  const used = groups.flatMap((_, g) => ((sums.expected[g] as number) > 0 ? [g] : []));
  const free = used.slice(1);
  const inverse = symmetricInverse(submatrix(sums.variance, size, free), free.length);
  if (free.length === 0 || isDependent(inverse)) return notEstimable('one_arm', 'group');
  const difference = Float64Array.from(free, (g) => (sums.observed[g] as number) - (sums.expected[g] as number));
  const chisq = quadraticForm(inverse, difference);
  const rows = groups.map((_, g) => Array.from(sums.variance.subarray(g * size, (g + 1) * size)));
  return {
    chisq,
    df: free.length,
    p: chiSquareUpper(chisq, free.length),
    groups,
    observed: Array.from(sums.observed),
    expected: Array.from(sums.expected),
    variance: size === 2 ? (sums.variance[0] as number) : rows,
    n: countedRows(spells, spells.time.length),
    method: `${rho === 0 ? 'log-rank' : `log-rank weighted by S^${rho}`}${spells.stratum ? ', stratified' : ''}`,
    warnings: silent > 0 && strata.length > 1 ? [emptyStrata(silent)] : [],
  };
}

/** Adds one stratum's sums; false when it holds no comparison. */
function addStratum({ observed, expected, variance }: Sums, table: RiskTable, rho: number): boolean {
  const size = table.labels.length;
  const length = table.times.length;
  const atRisk = new Float64Array(size);
  let surv = 1;
  let compared = false;
  for (let j = 0; j < length; j++) {
    let n = 0;
    let d = 0;
    const weight = rho === 0 ? 1 : surv ** rho;
    for (let g = 0; g < size; g++) {
      atRisk[g] = table.atRisk[g * length + j] as number;
      n += atRisk[g] as number;
      const own = eventsAt(table, g, j);
      d += own;
      observed[g]! += weight * own;
    }
    if (d === 0) continue;
    const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
    for (let g = 0; g < size; g++) {
      const share = (atRisk[g] as number) / n;
      expected[g]! += weight * d * share;
      if (share > 0 && share < 1 && spread > 0) compared = true;
      for (let h = 0; h < size; h++) {
        variance[g * size + h]! += spread * share * ((g === h ? 1 : 0) - (atRisk[h] as number) / n);
      }
    }
    surv *= (n - d) / n;
  }
  return compared;
}
