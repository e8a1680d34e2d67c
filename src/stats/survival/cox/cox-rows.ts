import { type NotEstimable, notEstimable } from '../../not-estimable.ts';
import { checkSpells, type Grouping, type NumberColumn } from '../spells.ts';

/** One column of the model; `term` names it in the result. */
export interface Covariate {
  readonly term: string;
  readonly values: NumberColumn;
}

/** Rows of a Cox model: each at risk from just after `start` (or the origin) until and with `stop`. */
export interface CoxRows {
  readonly stop: NumberColumn;
  readonly start?: NumberColumn | undefined;
  /** 1 = the event happened at `stop`, 0 = censored. */
  readonly event: NumberColumn;
  readonly covariates: readonly Covariate[];
  /** Each stratum has a baseline hazard of its own. */
  readonly stratum?: Grouping | undefined;
  /** Rows that belong together (a person's), by any whole number; `row` = each row by itself. Absent = model errors. */
  readonly cluster?: 'row' | NumberColumn | undefined;
  /** A row stands for this many identical ones. */
  readonly count?: NumberColumn | undefined;
  /**
   * Counts are of whole clusters: a cluster whose rows count c stands for c clusters (people with the same stretches).
   * Absent = all that a row stands for is in its cluster.
   */
  readonly countsClusters?: boolean | undefined;
}

/** Checks rows before a fit; null when all is well. */
export function checkCoxRows(rows: CoxRows): NotEstimable | null {
  const { stop, start, event, covariates, stratum, cluster, count } = rows;
  const refusal = checkSpells({ time: stop, cause: event, entry: start, count, stratum }, true);
  if (refusal !== null) return refusal;
  if (covariates.length === 0) return notEstimable('unknown_column', 'covariates');
  for (const { term, values } of covariates) {
    if (values.length !== stop.length) return notEstimable('unequal_lengths', term);
    if (!allFinite(values)) return notEstimable('missing_value', term);
  }
  if (cluster !== undefined && cluster !== 'row') {
    if (cluster.length !== stop.length) return notEstimable('unequal_lengths', 'cluster');
    if (!allFinite(cluster)) return notEstimable('missing_value', 'cluster');
  }
  return null;
}

function allFinite(column: NumberColumn): boolean {
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    if (value - value !== 0) return false;
  }
  return true;
}
