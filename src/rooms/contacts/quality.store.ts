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

/** A window of at most 12 months with the start of the year that the figures of the year are counted from. */
export interface YearsWindow extends QualityWindow {
  readonly yearStart: string;
}

/**
 * Registration quality of valid contacts, per scheme of the benefit (null: all), for the nation, each district and each
 * office of the benefit: of the year, the timely share of the whole window beside it, and how many days later the reports
 * of the year came. Lag: local day of the report minus the day of the contact. No row for a unit without contacts.
 */
export const listQuality = statement(
  'contacts.listQuality',
  {
    scheme: 'text?',
    level: 'text',
    unit: 'text',
    valid: 'int8',
    held: 'int8',
    timely: 'int8',
    median_lag_days: 'float8?',
    held_12m: 'int8',
    timely_12m: 'int8',
    unreported: 'int8',
    duplicates: 'int8',
    outside: 'int8',
    d0: 'int8',
    d1: 'int8',
    d2: 'int8',
    d3: 'int8',
    d4: 'int8',
    d5: 'int8',
    d10: 'int8',
    d30: 'int8',
    more: 'int8',
  },
  ({ yearStart, ...window }: YearsWindow) => sql`
  with recursive ${qualityRows(window)},
  -- counted per day of lag first: units and medians are then made of thousands of rows, not of every contact
  cell as (
    select scheme, district_id, office_id, lag_days, is_held, count(*) as of_window, count(*) filter (where in_year) as valid,
      count(*) filter (where in_year and is_unreported) as unreported,
      count(*) filter (where in_year and is_duplicate) as duplicates, count(*) filter (where in_year and is_outside) as outside
    from (select *, occurred_on >= ${yearStart}::date as in_year from moment) m
    group by scheme, district_id, office_id, lag_days, is_held
  ),
  unit_cell as (
    select scheme,
      case grouping(district_id, office_id) when 3 then 'nation' when 1 then 'district' else 'office' end as level,
      coalesce(office_id, district_id, '') as unit, lag_days,
      sum(valid) as valid, coalesce(sum(valid) filter (where is_held), 0)::int8 as held,
      coalesce(sum(of_window) filter (where is_held), 0) as held_12m,
      sum(unreported) as unreported, sum(duplicates) as duplicates, sum(outside) as outside
    from cell
    group by lag_days, grouping sets ((), (district_id), (district_id, office_id), (scheme), (scheme, district_id),
      (scheme, district_id, office_id))
  ),
  ranked as (
    select *, sum(held) over (of_unit order by lag_days) as held_so_far, (sum(held) over of_unit)::int8 as held_in_all
    from unit_cell window of_unit as (partition by scheme, level, unit)
  )
  select scheme, level, unit, sum(valid)::int8 as valid, sum(held)::int8 as held, ${heldWithin(sql`lag_days <= ${timelyWithinDays}::int`)} as timely,
    (min(lag_days) filter (where held_so_far > (held_in_all - 1) / 2)
      + min(lag_days) filter (where held_so_far > held_in_all / 2)) / 2.0::float8 as median_lag_days,
    sum(held_12m)::int8 as held_12m, coalesce(sum(held_12m) filter (where lag_days <= ${timelyWithinDays}::int), 0)::int8 as timely_12m,
    sum(unreported)::int8 as unreported, sum(duplicates)::int8 as duplicates, sum(outside)::int8 as outside,
    ${heldWithin(sql`lag_days <= 0`)} as d0, ${heldWithin(sql`lag_days = 1`)} as d1, ${heldWithin(sql`lag_days = 2`)} as d2,
    ${heldWithin(sql`lag_days = 3`)} as d3, ${heldWithin(sql`lag_days = 4`)} as d4, ${heldWithin(sql`lag_days = 5`)} as d5,
    ${heldWithin(sql`lag_days between 6 and 10`)} as d10, ${heldWithin(sql`lag_days between 11 and 30`)} as d30,
    ${heldWithin(sql`lag_days > 30`)} as more
  from ranked group by scheme, level, unit`,
);

function heldWithin(lag: Sql): Sql {
  return sql`coalesce(sum(held) filter (where ${lag}), 0)::int8`;
}

/**
 * `moment`: valid contacts of the window, each with what is wrong with it. A duplicate is held at most 60 minutes after
 * another of the same benefit, adviser and kind, which may lie before the window. The report of a chain is found by
 * climbing it as known then: a target that became known later is no part of it yet. For `with recursive`.
 */
export function qualityRows({ from, to, knownBefore: k }: QualityWindow): Sql {
  return sql`
  valid as (
    select c.contact_id, c.client_key, c.outcome, c.occurred_at, c.occurred_on, c.registered_at, b.scheme, b.district_id,
      b.office_id, b.start_date, b.end_date,
      lag(c.occurred_at) over same_talk as before_at
    from contacts.contacts c
    join registry.benefits_at(${k}::timestamptz) b on b.benefit_id = c.benefit_id
    where c.known_from < ${k}::timestamptz and ${k}::timestamptz <= c.dead_from
      and c.occurred_on between ${from}::date - 1 and ${to}::date
    window same_talk as (
      partition by c.benefit_id, c.adviser_id, c.kind, c.outcome = 'held' order by c.occurred_at, c.contact_id)
  ),
  -- only rows that are corrected can be climbed to; by their ids, so that the index finds them
  target as materialized (
    select contact_id, corrects, outcome, registered_at from contacts.contacts
    where known_from < ${k}::timestamptz
      and contact_id = any (array(select corrects from contacts.contacts where corrects is not null))
  ),
  climb as (
    select contact_id, corrects as above, registered_at as reported_at, 0 as steps
    from contacts.contacts
    where outcome = 'held' and corrects is not null and occurred_on between ${from}::date and ${to}::date
      and known_from < ${k}::timestamptz and ${k}::timestamptz <= dead_from
    union all
    select c.contact_id, case when a.outcome <> 'planned' then a.corrects end,
      case when a.outcome = 'planned' then c.reported_at else a.registered_at end, c.steps + 1
    from climb c join target a on a.contact_id = c.above
  ),
  reported as (
    select distinct on (contact_id) contact_id, reported_at from climb order by contact_id, steps desc
  ),
  moment as (
    select v.contact_id, client_key, occurred_on, scheme, district_id, office_id, outcome = 'held' as is_held,
      (coalesce(r.reported_at, v.registered_at) at time zone 'Europe/Amsterdam')::date - occurred_on as lag_days,
      outcome = 'planned' and occurred_on < ${to}::date as is_unreported,
      outcome = 'held' and coalesce(before_at >= occurred_at - interval '60 minutes', false) as is_duplicate,
      outcome not in ('cancelled', 'planned')
        and (occurred_on < start_date or coalesce(occurred_on >= end_date, false)) as is_outside
    from valid v left join reported r on r.contact_id = v.contact_id
    where occurred_on >= ${from}::date
  )`;
}
