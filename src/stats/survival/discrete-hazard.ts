import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type BinaryResult, cloglog, logit } from '../regression/binary-regression.ts';
import type { Term } from '../regression/term.ts';
import type { Covariate } from './cox/cox-rows.ts';
import { personPeriods } from './person-periods.ts';
import { checkSpells, type NumberColumn } from './spells.ts';

export interface PeriodSpells {
  /** Last period at risk, whole numbers from 1. */
  readonly time: NumberColumn;
  /** 1 = left in that period, 0 = censored after it. */
  readonly event: NumberColumn;
  readonly covariates: readonly Covariate[];
  /** A row stands for this many identical ones. */
  readonly count?: NumberColumn | undefined;
}

interface DiscreteHazardOptions {
  /** `logit` (odds of leaving in a period) or `cloglog` (proportional hazards seen per period); `logit` unless told. */
  readonly link?: 'logit' | 'cloglog' | undefined;
  /** Periods from this one on share one level; absent = each its own. */
  readonly poolFrom?: number | undefined;
  readonly level?: number | undefined;
}

export interface DiscreteHazard extends BinaryResult {
  /** Person-periods. */
  readonly rows: number;
}

/**
 * Hazard per period where time is coarse (weeks, months) and ties are the rule: each person-period is a trial, with a
 * level per period and the covariates.
 * @returns as `logit`; terms `period=2`, ... (the first period is the reference, the pooled one `period=20+`). A period
 * without any event has no finite level: pool from before it. Refusals of `logit`, and `out_of_range` for times that are
 * no whole periods.
 * Source: Allison (1982); Prentice & Gloeckler (1978) for the complementary log-log.
 */
export function discreteHazard(
  spells: PeriodSpells,
  { link = 'logit', poolFrom = Number.MAX_SAFE_INTEGER, level }: DiscreteHazardOptions = {},
): DiscreteHazard | NotEstimable {
  const { time, event, covariates, count } = spells;
  const refusal = checkSpells({ time, cause: event, count }, true);
  if (refusal !== null) return refusal;
  if (!(poolFrom >= 1)) return notEstimable('out_of_range', `pool from ${poolFrom}`);
  const uneven = covariates.find(({ values }) => values.length !== time.length);
  if (uneven !== undefined) return notEstimable('unequal_lengths', uneven.term);
  const expanded = personPeriods(time, event, poolFrom);
  if (isNotEstimable(expanded)) return expanded;
  const { spell, period, rows } = expanded;
  const spread = (values: NumberColumn): Float64Array => Float64Array.from(spell, (i) => values[i] as number);
  const counts = count === undefined ? undefined : spread(count);
  const result = (link === 'logit' ? logit : cloglog)({
    outcome: expanded.event,
    terms: [
      ...periodLevels(period, poolFrom),
      ...covariates.map(({ term, values }) => ({ name: term, values: spread(values) })),
    ],
    count: counts,
    level,
  });
  if (isNotEstimable(result)) return result;
  const periods = counts === undefined ? rows : counts.reduce((sum, n) => sum + n, 0);
  return { ...result, rows: periods, method: `discrete-time hazard, ${result.method}` };
}

/** An indicator per period that occurs, but the first. */
function periodLevels(period: Uint32Array, poolFrom: number): Term[] {
  const levels = [...new Set(period)].sort((a, b) => a - b).slice(1);
  return levels.map((t) => ({
    name: `period=${t}${t === poolFrom ? '+' : ''}`,
    values: Float64Array.from(period, (value) => (value === t ? 1 : 0)),
  }));
}
