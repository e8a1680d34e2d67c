import sql, { join, type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import {
  type Asked,
  countedRows,
  includedRows,
  judgedChain,
  knownFacts,
  sampleAsked,
  scopeSamples,
} from './evaluation.store.ts';
import { closureOrder } from './member.ts';

/** Positions in `values` of a row of part `norm`. */
export const normValues = [
  'population',
  'declined',
  'unreachable',
  'not_enrolled',
  'met',
  'overdue',
  'overdue_planned',
  'due',
  'due_planned',
  'in_view',
  'overdue_a_month',
  'seen_year',
  'seen_12m',
  'counted_year',
  'days_year',
  'counted_12m',
  'days_12m',
  'in_time',
  'in_time_of',
] as const;

export const closureValues = [
  'population',
  'declined',
  'unreachable',
  'not_enrolled',
  'overdue',
  'overdue_planned',
  'in_view',
  'overdue_a_month',
] as const;

export const inclusionValues = [
  'population',
  'enrolled',
  'declined',
  'unreachable',
  'not_enrolled',
  'review_passed',
  'capacity_unknown',
] as const;

/** Names of the values of each part of the figures. */
export const valueNames = { norm: normValues, closure: closureValues, inclusion: inclusionValues } as const;

const countState = (state: string): Sql => sql`count(*) filter (where state = ${state})::int`;
const levels = sql`case grouping(district_id, office_id) when 3 then 'nation' when 1 then 'district' else 'office' end`;
const unit = sql`coalesce(office_id, district_id, '')`;
/** Of all must norms of a benefit the state in which closure counts it, as `computeClosureState` says. */
const closureState = sql`case ${join(
  closureOrder.map((state) => sql`when bool_or(state = ${state}) then ${state}`),
  ' ',
)} else 'in_view' end`;
const perUnit = sql`group by grouping sets ((), (district_id), (district_id, office_id))`;

/**
 * Every figure that stands on states, for the nation, each district and each office, in one evaluation: one row per
 * part, key (norm, cohort) and unit; `values` as listed above. Units without benefits have no row.
 */
export const listFigures = statement(
  'coverage.listFigures',
  { part: 'text', key: 'text', level: 'text', unit: 'text', values: 'int4[]' },
  {
    build: (asked: Asked) => {
      const w = asked.windows;
      return sql`
  with ${knownFacts(asked)}, ${judgedChain(asked)}, ${countedRows(asked)}, ${includedRows(asked)},
  norm_figure as (
    select 'norm' as part, norm_id as key, ${levels} as level, ${unit} as unit, array[
      count(*) filter (where is_open)::int, ${countState('declined')}, ${countState('unreachable')},
      ${countState('not_enrolled')}, ${countState('met')}, ${countState('overdue')}, ${countState('overdue_planned')},
      ${countState('due')}, ${countState('due_planned')}, ${countState('in_view')},
      count(*) filter (where state in ('overdue', 'overdue_planned') and due_on < ${w.at}::date - interval '1 month')::int,
      count(*) filter (where is_open and counted_year > 0)::int,
      count(*) filter (where is_open and counted_12m > 0)::int,
      sum(counted_year)::int, sum(days_year)::int, sum(counted_12m)::int, sum(days_12m)::int,
      count(*) filter (where in_time_of and first_on <= due_on)::int, count(*) filter (where in_time_of)::int
    ] as values
    from counted group by norm_id, grouping sets ((), (district_id), (district_id, office_id))
  ),
  closed as (
    select benefit_id, district_id, office_id,
      ${closureState} as state,
      min(due_on) filter (where state in ('overdue', 'overdue_planned')) as due_on
    from judged
    where must and not reading and is_open
    group by benefit_id, district_id, office_id
  ),
  closure as (
    select 'closure' as part, 'closure' as key, ${levels} as level, ${unit} as unit, array[
      count(*)::int, ${countState('declined')}, ${countState('unreachable')}, ${countState('not_enrolled')},
      ${countState('overdue')}, ${countState('overdue_planned')}, ${countState('in_view')},
      count(*) filter (where state in ('overdue', 'overdue_planned') and due_on < ${w.at}::date - interval '1 month')::int
    ] as values
    from closed ${perUnit}
  ),
  inclusion as (
    select 'inclusion' as part, 'wajong-inclusion' as key, ${levels} as level, ${unit} as unit, array[
      count(*) filter (where state <> 'capacity_unknown')::int, ${countState('enrolled')}, ${countState('declined')},
      ${countState('unreachable')}, ${countState('not_enrolled')}, count(*) filter (where is_review_passed)::int,
      ${countState('capacity_unknown')}
    ] as values
    from included ${perUnit}
  ),
  entered as (
    select b.scheme, date_trunc('month', b.start_date)::date as month, t.term, b.start_date + t.term as seen_by,
      b.conversation_first, b.end_date
    from fact b
    join (values ('WIA_WGA', 365, 1), ('WW', 90, 0)) as t (scheme, term, years_before) on t.scheme = b.scheme
      and extract(year from b.start_date) = ${w.year}::int - t.years_before
  ),
  cohort as (
    select 'cohort' as part, scheme || '/' || to_char(month, 'YYYY-MM') || '/' || term || 'd' as key, 'nation' as level,
      '' as unit, array[
        count(*) filter (where conversation_first <= seen_by)::int,
        count(*) filter (where conversation_first <= seen_by or end_date is null or end_date > seen_by)::int
      ] as values
    from entered
    where (month + interval '1 month')::date - 1 + term <= ${w.at}::date
    group by scheme, month, term
  )
  select part, key, level, unit, values from norm_figure
  union all select part, key, level, unit, values from closure
  union all select part, key, level, unit, values from inclusion
  union all select part, key, level, unit, values from cohort`;
    },
    samples: scopeSamples.map((scope): [Asked] => [sampleAsked(scope)]),
  },
);
