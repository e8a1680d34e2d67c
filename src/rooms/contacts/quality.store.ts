import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

export interface QualityWindow {
  /** First and last day of the contacts that count. */
  readonly from: string;
  readonly to: string;
  readonly knownBefore: string;
}

/** Days after which a report counts as late. */
export const timelyWithinDays = 5;

const columns = {
  scheme: 'text?',
  level: 'text',
  unit: 'text',
  valid: 'int8',
  held: 'int8',
  timely: 'int8',
  median_lag_days: 'float8?',
  unreported: 'int8',
  duplicates: 'int8',
  outside: 'int8',
} as const;

/**
 * Registration quality of valid contacts with a day in the window, per scheme of the benefit (null: all), for the
 * nation, each district and each office of the benefit. Lag: local day of the report minus the day of the contact.
 */
export const listQuality = statement(
  'contacts.listQuality',
  columns,
  ({ from, to, knownBefore: k }: QualityWindow) => sql`
  with recursive ${qualityRows({ from, to, knownBefore: k })}
  select scheme,
    case grouping(district_id, office_id) when 3 then 'nation' when 1 then 'district' else 'office' end as level,
    coalesce(office_id, district_id, '') as unit,
    count(*) as valid, count(*) filter (where is_held) as held,
    count(*) filter (where is_held and lag_days <= ${timelyWithinDays}::int) as timely,
    percentile_cont(0.5) within group (order by lag_days) filter (where is_held) as median_lag_days,
    count(*) filter (where is_unreported) as unreported, count(*) filter (where is_duplicate) as duplicates,
    count(*) filter (where is_outside) as outside
  from moment
  group by grouping sets ((), (district_id), (district_id, office_id), (scheme), (scheme, district_id), (scheme, district_id, office_id))`,
);

/**
 * `moment`: valid contacts of the window, each with what is wrong with it. A duplicate is held at most 60 minutes after
 * another of the same benefit, adviser and kind, which may lie before the window. The report of a chain is found by
 * climbing it as known then: a target that became known later is no part of it yet. For `with recursive`.
 */
export function qualityRows({ from, to, knownBefore: k }: QualityWindow): Sql {
  return sql`
  valid as (
    select c.contact_id, c.client_key, c.benefit_id, c.adviser_id, c.kind, c.channel, c.outcome, c.occurred_at, c.occurred_on,
      c.registered_at, c.corrects, c.minutes, c.is_contact, c.is_conversation, b.scheme, b.district_id, b.office_id, b.start_date, b.end_date,
      lag(c.occurred_at) over same_talk as before_at
    from contacts.contacts c
    join registry.benefits_at(${k}::timestamptz) b on b.benefit_id = c.benefit_id
    where c.known_from < ${k}::timestamptz and ${k}::timestamptz <= c.dead_from
      and c.occurred_on between ${from}::date - 1 and ${to}::date
    window same_talk as (
      partition by c.benefit_id, c.adviser_id, c.kind, c.outcome = 'held' order by c.occurred_at, c.contact_id)
  ),
  climb as (
    select contact_id, corrects as above, registered_at as reported_at, 0 as steps
    from valid where outcome = 'held' and corrects is not null and occurred_on >= ${from}::date
    union all
    select c.contact_id, case when a.outcome <> 'planned' then a.corrects end,
      case when a.outcome = 'planned' then c.reported_at else a.registered_at end, c.steps + 1
    from climb c join contacts.contacts a on a.contact_id = c.above and a.known_from < ${k}::timestamptz
  ),
  reported as (
    select distinct on (contact_id) contact_id, reported_at from climb order by contact_id, steps desc
  ),
  moment as (
    select v.contact_id, client_key, benefit_id, adviser_id, kind, channel, outcome, occurred_at, occurred_on,
      coalesce(r.reported_at, v.registered_at) as reported_at, minutes, scheme, district_id, office_id, outcome = 'held' as is_held,
      (coalesce(r.reported_at, v.registered_at) at time zone 'Europe/Amsterdam')::date - occurred_on as lag_days,
      outcome = 'planned' and occurred_on < ${to}::date as is_unreported,
      outcome = 'held' and coalesce(before_at >= occurred_at - interval '60 minutes', false) as is_duplicate,
      outcome not in ('cancelled', 'planned')
        and (occurred_on < start_date or coalesce(occurred_on >= end_date, false)) as is_outside
    from valid v left join reported r on r.contact_id = v.contact_id
    where occurred_on >= ${from}::date
  )`;
}
