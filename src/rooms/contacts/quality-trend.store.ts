import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import { timelyWithinDays } from './quality.store.ts';

/** A point of a trend: registration quality at `at`, as known before `knownBefore`. */
export interface TrendPoint {
  readonly at: string;
  readonly yearStart: string;
  readonly knownBefore: string;
}

export interface TrendAsked {
  /** In order of time, whatever is asked of them. */
  readonly points: readonly TrendPoint[];
  /** Null: not limited by it. */
  readonly schemes: readonly string[] | null;
  readonly officeIds: readonly string[] | null;
}

/**
 * Held, timely and to register at each point, as known then, in one pass over the contacts. A fact holds from one point
 * of the row up to another, so it is placed once (`lo`, `hi`: numbers of points) instead of judged at every point:
 * `width_bucket(x, points)` is the number of points that are <= x. What a benefit is, and when its contact was reported,
 * changes with what is known; both are spells of points too. Numbers equal those of `listQuality` at each point.
 */
export const listQualityTrend = statement(
  'contacts.listQualityTrend',
  { point: 'int4', held: 'int8', timely: 'int8', to_register: 'int8' },
  (asked: TrendAsked) => sql`
  with recursive ${givenPoints(asked)}, ${benefitSpells(asked)}, ${toldContacts},
  climb as (
    select contact_id, corrects as above, registered_at as reported_at, lo, hi, 0 as steps
    from told where is_held and corrects is not null
    union all
    select c.contact_id, case when a.outcome <> 'planned' then a.corrects end,
      case when a.outcome = 'planned' then c.reported_at else a.registered_at end,
      greatest(c.lo, width_bucket(a.known_from, g.instants) + 1), c.hi, c.steps + 1
    from climb c join contacts.contacts a on a.contact_id = c.above cross join given g
    where width_bucket(a.known_from, g.instants) < c.hi
  ),
  reported as (
    select contact_id, reported_at, lo, coalesce(lead(lo) over (partition by contact_id order by steps) - 1, hi) as hi
    from climb
  ),
  moment as (
    select t.benefit_id, t.is_held, coalesce(r.lo, t.lo) as lo, coalesce(r.hi, t.hi) as hi,
      (coalesce(r.reported_at, t.registered_at) at time zone 'Europe/Amsterdam')::date - t.occurred_on as lag_days
    from told t left join reported r on r.contact_id = t.contact_id
  ),
  placed as (
    select greatest(m.lo, s.lo) as lo, least(m.hi, s.hi) as hi, count(*) filter (where is_held) as held,
      count(*) filter (where is_held and lag_days <= ${timelyWithinDays}::int) as timely,
      count(*) filter (where not is_held) as to_register
    from moment m join spell s on s.benefit_id = m.benefit_id and s.lo <= m.hi and m.lo <= s.hi
    where m.lo <= m.hi
    group by 1, 2
  )
  select n as point, coalesce(sum(held), 0)::int8 as held, coalesce(sum(timely), 0)::int8 as timely,
    coalesce(sum(to_register), 0)::int8 as to_register
  from generate_series(1, ${asked.points.length}::int) n left join placed on n between lo and hi
  group by n order by n`,
);

function givenPoints({ points }: TrendAsked): Sql {
  return sql`
  given as (
    select ${points.map((point) => point.at)}::date[] as dates, ${points.map((point) => point.yearStart)}::date[] as year_starts,
      ${points.map((point) => point.knownBefore)}::timestamptz[] as instants
  )`;
}

/** `spell`: versions of benefits with the points at which they exist, as `registry.benefits_at` says of each of them. */
function benefitSpells({ schemes, officeIds }: TrendAsked): Sql {
  return sql`
  spell as materialized (
    select b.benefit_id, p.lo, p.hi
    from registry.benefits b
    join registry.clients c on c.client_key = b.client_key and not c.withdrawn
    join organisation.offices o on o.office_id = b.office_id and not o.withdrawn
    join organisation.districts d on d.district_id = o.district_id and not d.withdrawn
    cross join given g
    cross join lateral (
      select width_bucket(greatest(b.known_from, c.known_from, o.known_from, d.known_from), g.instants) + 1 as lo,
        width_bucket(least(b.known_to, c.known_to, o.known_to, d.known_to), g.instants) as hi
    ) p
    where not b.withdrawn and p.lo <= p.hi
      and (${schemes}::text[] is null or b.scheme = any (${schemes}::text[]))
      and (${officeIds}::text[] is null or o.office_id = any (${officeIds}::text[]))
  )`;
}

/** `told`: contacts that are valid at some point: held in its year, or still planned although the day has passed. */
const toldContacts = sql`
  told as materialized (
    select c.contact_id, c.benefit_id, c.occurred_on, c.registered_at, c.corrects, h.is_held, p.lo, p.hi
    from contacts.contacts c
    cross join given g
    cross join lateral (select c.outcome = 'held' as is_held) h
    cross join lateral (
      select greatest(width_bucket(c.known_from, g.instants),
          width_bucket(case when h.is_held then c.occurred_on - 1 else c.occurred_on end, g.dates)) + 1 as lo,
        least(width_bucket(c.dead_from, g.instants),
          case when h.is_held then width_bucket(c.occurred_on, g.year_starts) else cardinality(g.dates) end) as hi
    ) p
    where c.outcome in ('held', 'planned') and p.lo <= p.hi and c.benefit_id in (select benefit_id from spell)
  )`;
