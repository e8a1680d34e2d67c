import { type NotEstimable, notEstimable } from '../../not-estimable.ts';
import type { NumberColumn } from '../spells.ts';
import type { CoxRows } from './cox-rows.ts';
import { evaluateLikelihood } from './evaluate.ts';
import { evaluateExact, exactCost } from './exact.ts';
import { type Fitted, padded } from './fitted.ts';
import { climb, type Summit } from './newton.ts';
import { riskSets } from './risk-sets.ts';
import { allRows } from './scaled-columns.ts';
import type { Ties } from './tie-rule.ts';

/** Multiply-adds of one exact evaluation beyond which a fit would take many minutes. */
const EXACT_LIMIT = 2e10;

interface CoxFit {
  readonly fitted: Fitted;
  readonly summit: Summit;
  /** The rows as fitted: for exact ties each as often as it counts. */
  readonly rows: CoxRows;
}

/** Maximises the partial likelihood of rows that passed `checkCoxRows`. */
export function fitCox(given: CoxRows, ties: Ties): CoxFit | NotEstimable {
  const rows = ties === 'exact' ? spelledOut(given) : given;
  const sets = riskSets(rows);
  const termAt = (column: number): string | undefined => rows.covariates[column]?.term;
  if ('constant' in sets) return notEstimable('constant', termAt(sets.constant));
  if (sets.events === 0) return notEstimable('no_events');
  if (ties === 'exact' && exactCost(sets) > EXACT_LIMIT) return notEstimable('out_of_range', 'exact ties');
  const hazardTies = ties === 'exact' ? 'breslow' : ties;
  const risk = new Float64Array(ties === 'exact' ? 0 : sets.rows);
  const x = ties === 'exact' ? allRows(sets) : risk;
  const summit = climb(sets.terms, (coef) =>
    ties === 'exact'
      ? evaluateExact(sets, x, coef)
      : evaluateLikelihood(sets, padded(coef, sets.width), { ties, weight: null, risk }),
  );
  if ('stranded' in summit) {
    if (summit.stranded === 'not_converged') return notEstimable('not_converged');
    return notEstimable(summit.stranded === 'dependent' ? 'collinearity' : 'separation', termAt(summit.column));
  }
  const fitted = { sets, coef: padded(summit.coef, sets.width), covariance: summit.covariance, hazardTies } as const;
  return { fitted, summit, rows };
}

/** Rows that stand for several as that many rows. */
function spelledOut(rows: CoxRows): CoxRows {
  const { count, cluster } = rows;
  if (count === undefined) return rows;
  const places: number[] = [];
  const clusters: number[] = [];
  const copied = new Map<string, number>();
  for (let i = 0; i < count.length; i++) {
    for (let k = 0; k < (count[i] as number); k++) {
      places.push(i);
      if (cluster === undefined || cluster === 'row') continue;
      // The k-th copies of a cluster's rows are one cluster.
      const name = rows.countsClusters === true ? `${cluster[i]}/${k}` : `${cluster[i]}`;
      const code = copied.get(name) ?? copied.size;
      copied.set(name, code);
      clusters.push(code);
    }
  }
  const spell = (column: NumberColumn): Float64Array => Float64Array.from(places, (i) => column[i] as number);
  return {
    stop: spell(rows.stop),
    start: rows.start && spell(rows.start),
    event: spell(rows.event),
    covariates: rows.covariates.map(({ term, values }) => ({ term, values: spell(values) })),
    stratum: rows.stratum && { codes: spell(rows.stratum.codes), labels: rows.stratum.labels },
    cluster: cluster === undefined || cluster === 'row' ? cluster : Float64Array.from(clusters),
  };
}
