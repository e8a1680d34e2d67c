import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import type { QualityWindow } from './quality.store.ts';

/**
 * Hours of personal service of the window: minutes of valid held contacts on WW benefits, the inflow they are divided
 * by, and held conversations by channel on benefits of every scheme. For the nation (district null) and each district.
 */
export const listHours = statement(
  'contacts.listHours',
  {
    district_id: 'text?',
    ww_minutes: 'int8',
    ww_minutes_started_before: 'int8',
    ww_inflow: 'int8',
    ww_service_inflow: 'int8',
    office: 'int8',
    phone: 'int8',
    video: 'int8',
  },
  ({ from, to, knownBefore: k }: QualityWindow) => sql`
  with benefit as materialized (
    select benefit_id, scheme, start_date, district_id from registry.benefits_at(${k}::timestamptz)
  ),
  served as (
    select b.district_id,
      coalesce(sum(c.minutes) filter (where b.scheme = 'WW'), 0) as minutes,
      coalesce(sum(c.minutes) filter (where b.scheme = 'WW' and b.start_date < ${from}::date), 0) as minutes_before,
      count(*) filter (where c.is_conversation and c.channel = 'office') as office,
      count(*) filter (where c.is_conversation and c.channel = 'phone') as phone,
      count(*) filter (where c.is_conversation and c.channel = 'video') as video
    from contacts.contacts c join benefit b on b.benefit_id = c.benefit_id
    where c.known_from < ${k}::timestamptz and ${k}::timestamptz <= c.dead_from and c.outcome = 'held' and c.is_contact
      and c.occurred_on between ${from}::date and ${to}::date
    group by b.district_id
  ),
  first_enrolment as (
    select benefit_id, min(from_date) as from_date from registry.enrolments
    where known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn
    group by benefit_id
  ),
  inflow as (
    select b.district_id,
      count(*) filter (where b.start_date between ${from}::date and ${to}::date) as inflow,
      count(*) filter (where e.from_date between ${from}::date and ${to}::date) as service_inflow
    from benefit b left join first_enrolment e on e.benefit_id = b.benefit_id
    where b.scheme = 'WW'
    group by b.district_id
  )
  select district_id, coalesce(sum(s.minutes), 0)::int8 as ww_minutes,
    coalesce(sum(s.minutes_before), 0)::int8 as ww_minutes_started_before,
    coalesce(sum(i.inflow), 0)::int8 as ww_inflow, coalesce(sum(i.service_inflow), 0)::int8 as ww_service_inflow,
    coalesce(sum(s.office), 0)::int8 as office, coalesce(sum(s.phone), 0)::int8 as phone,
    coalesce(sum(s.video), 0)::int8 as video
  from served s full join inflow i using (district_id)
  group by grouping sets ((), (district_id))`,
);

/**
 * Minutes of class contact on WW benefits by advisers in the line WW, by the district of their formation (null: the
 * nation), fte-days of that formation in the window, and minutes that meet no such formation (nation only). A group
 * session counts once per adviser and instant with its largest minutes.
 */
export const listAdviserHours = statement(
  'contacts.listAdviserHours',
  { district_id: 'text?', minutes: 'int8', fte_days: 'numeric', unattributed_minutes: 'int8' },
  ({ from, to, knownBefore: k }: QualityWindow) => sql`
  with formation as materialized (
    select f.adviser_id, f.from_date, f.to_date, f.fte, o.district_id
    from organisation.formations f
    join organisation.advisers a on a.adviser_id = f.adviser_id and a.role in ('adviser', 'junior')
      and a.known_from < ${k}::timestamptz and ${k}::timestamptz <= a.known_to and not a.withdrawn
    join organisation.offices_at(${k}::timestamptz) o on o.office_id = f.office_id
    where f.known_from < ${k}::timestamptz and ${k}::timestamptz <= f.known_to and not f.withdrawn
      and f.line_of_work = 'ww'
  ),
  served as (
    select c.adviser_id, c.occurred_at, c.minutes, c.channel = 'group' as is_group, c.contact_id, f.adviser_id is not null as is_attributed,
      f.district_id
    from contacts.contacts c
    join registry.benefits_at(${k}::timestamptz) b on b.benefit_id = c.benefit_id and b.scheme = 'WW'
    left join formation f on f.adviser_id = c.adviser_id and f.from_date <= c.occurred_on
      and (f.to_date is null or f.to_date > c.occurred_on)
    where c.known_from < ${k}::timestamptz and ${k}::timestamptz <= c.dead_from and c.outcome = 'held' and c.is_contact
      and c.occurred_on between ${from}::date and ${to}::date
  ),
  talk as (
    select district_id, minutes from served where is_attributed and not is_group
    union all
    select district_id, max(minutes) from served where is_attributed and is_group
    group by district_id, adviser_id, occurred_at
  ),
  worked as (
    select district_id, sum(minutes) as minutes from talk group by district_id
  ),
  staffed as (
    select district_id,
      sum(fte * greatest(0, least(to_date, ${to}::date + 1) - greatest(from_date, ${from}::date))) as fte_days
    from formation group by district_id
  )
  select district_id, coalesce(sum(w.minutes), 0)::int8 as minutes, coalesce(sum(s.fte_days), 0) as fte_days,
    case when grouping(district_id) = 1
      then (select coalesce(sum(minutes), 0) from served where not is_attributed) else 0 end::int8 as unattributed_minutes
  from worked w full join staffed s using (district_id)
  group by grouping sets ((), (district_id))`,
);
