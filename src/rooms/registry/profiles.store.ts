import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

export interface RegisterAt {
  /** Reference date, the end of that day. */
  readonly at: string;
  readonly knownBefore: string;
}

/** Which benefits; null: not limited by it. */
export interface ProfilesWithin {
  readonly schemes: readonly string[] | null;
  readonly officeIds: readonly string[] | null;
}

const everywhere: ProfilesWithin = { schemes: null, officeIds: null };

/**
 * `profiled`: benefits open on the date of each point, as known then, with the latest profile assessed by that date.
 * `part` of those enrolled: valid, expired, none; `is_unprofiled`: started 28 days ago or longer without one.
 */
export function profileRows(points: readonly RegisterAt[], within: ProfilesWithin = everywhere): Sql {
  return sql`
  point as (
    select p.at, p.known_before
    from unnest(${points.map(({ at }) => at)}::date[], ${points.map(({ knownBefore }) => knownBefore)}::timestamptz[])
      as p (at, known_before)
  ),
  benefit as materialized (
    select p.at, p.known_before, b.benefit_id, b.client_key, b.scheme, b.district_id, b.office_id, b.start_date
    from point p cross join lateral registry.benefits_at(p.known_before) b
    where b.start_date <= p.at and (b.end_date is null or b.end_date > p.at)
      and (${within.schemes}::text[] is null or b.scheme = any (${within.schemes}::text[]))
      and (${within.officeIds}::text[] is null or b.office_id = any (${within.officeIds}::text[]))
  ),
  enrolled as (
    select distinct b.at, b.benefit_id
    from benefit b join registry.enrolments e on e.benefit_id = b.benefit_id
    where e.known_from < b.known_before and b.known_before <= e.known_to and not e.withdrawn
      and e.from_date <= b.at and (e.to_date is null or e.to_date > b.at)
  ),
  latest as (
    select distinct on (b.at, b.benefit_id) b.at, b.benefit_id, p.assessed_on, p.valid_until
    from benefit b join registry.profiles p on p.benefit_id = b.benefit_id
    where p.known_from < b.known_before and b.known_before <= p.known_to and not p.withdrawn and p.assessed_on <= b.at
    order by b.at, b.benefit_id, p.assessed_on desc, p.profile_id desc
  ),
  profiled as (
    select b.at, b.benefit_id, b.client_key, b.scheme, b.district_id, b.office_id, b.start_date, l.assessed_on, l.valid_until,
      case when e.benefit_id is null then null when l.benefit_id is null then 'none'
        when l.valid_until <= b.at then 'expired' else 'valid' end as part,
      l.benefit_id is null and b.start_date <= b.at - 28 as is_unprofiled
    from benefit b
    left join enrolled e on e.at = b.at and e.benefit_id = b.benefit_id
    left join latest l on l.at = b.at and l.benefit_id = b.benefit_id
  )`;
}

/** Counts per scheme, for the nation (district null) and each district. */
export const listProfileFigures = statement(
  'registry.listProfileFigures',
  { scheme: 'text', district_id: 'text?', valid: 'int8', expired: 'int8', none: 'int8', unprofiled: 'int8' },
  (asked: RegisterAt) => sql`
  with ${profileRows([asked])}
  select scheme, district_id, count(*) filter (where part = 'valid') as valid,
    count(*) filter (where part = 'expired') as expired, count(*) filter (where part = 'none') as none,
    count(*) filter (where is_unprofiled) as unprofiled
  from profiled
  group by grouping sets ((scheme), (scheme, district_id))`,
);
