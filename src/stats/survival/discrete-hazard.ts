import { countedRows } from '../cells.ts';
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
  /** People: rows as they were given. */
  readonly people: number;
}

/**
 * Hazard per period where time is coarse (weeks, months) and ties are the rule: each person-period is a trial, with a
 * level per period and the covariates.
 * @returns as `logit`; terms `period=2`, ... (the first period is the reference, the pooled one `period=20+`). Refusals
 * of `logit`; `no_events`; `out_of_range` for times that are no whole periods; `bare_period` for a period without any event, or with
 * nothing but events, which has no finite level: pool from before it.
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
  if (!event.some((left) => left === 1)) return notEstimable('no_events', 'event');
  const expanded = personPeriods(time, event, poolFrom);
  if (isNotEstimable(expanded)) return expanded;
  const { spell, period, rows } = expanded;
  const spread = (values: NumberColumn): Float64Array => Float64Array.from(spell, (i) => values[i] as number);
  const counts = count === undefined ? undefined : spread(count);
  const bare = barePeriod({ period, event: expanded.event, count: counts });
  if (bare !== undefined) return notEstimable('bare_period', `period ${bare}`);
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
  return {
    ...result,
    rows: periods,
    people: countedRows({ count }, time.length),
    method: `discrete-time hazard, ${result.method}`,
  };
}

/** The first period in which nobody left, or everybody: no finite level fits it. */
function barePeriod(of: {
  period: Uint32Array;
  event: Float64Array;
  count: Float64Array | undefined;
}): number | undefined {
  const seen = new Map<number, { rows: number; events: number }>();
  for (let row = 0; row < of.period.length; row++) {
    const period = of.period[row] as number;
    const times = of.count?.[row] ?? 1;
    const at = seen.get(period) ?? { rows: 0, events: 0 };
    if (at.rows === 0) seen.set(period, at);
    at.rows += times;
    at.events += times * (of.event[row] as number);
  }
  const periods = [...seen.keys()].sort((a, b) => a - b);
  return periods.find((t) => {
    const { rows, events } = seen.get(t) as { rows: number; events: number };
    return rows > 0 && (events === 0 || events === rows);
  });
}

/** An indicator per period that occurs, but the first. */
function periodLevels(period: Uint32Array, poolFrom: number): Term[] {
  const levels = [...new Set(period)].sort((a, b) => a - b).slice(1);
  return levels.map((t) => ({
    name: `period=${t}${t === poolFrom ? '+' : ''}`,
    values: Float64Array.from(period, (value) => (value === t ? 1 : 0)),
  }));
}
