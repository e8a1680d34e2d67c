import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

export interface RegisterAt {
  /** Reference date, the end of that day. */
  readonly at: string;
  readonly knownBefore: string;
}

/**
 * Profiles of benefits open and enrolled on the date, by the latest profile assessed by then; and `unprofiled`: open
 * benefits that started 28 days ago or longer without one. Per scheme, for the nation (district null) and each district.
 */
export const listProfileFigures = statement(
  'registry.listProfileFigures',
  { scheme: 'text', district_id: 'text?', valid: 'int8', expired: 'int8', none: 'int8', unprofiled: 'int8' },
  ({ at, knownBefore: k }: RegisterAt) => sql`
  with benefit as materialized (
    select benefit_id, scheme, district_id, start_date
    from registry.benefits_at(${k}::timestamptz)
    where start_date <= ${at}::date and (end_date is null or end_date > ${at}::date)
  ),
  enrolled as (
    select distinct benefit_id from registry.enrolments
    where known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn
      and from_date <= ${at}::date and (to_date is null or to_date > ${at}::date)
  ),
  latest as (
    select distinct on (p.benefit_id) p.benefit_id, p.valid_until
    from registry.profiles p join benefit b on b.benefit_id = p.benefit_id
    where p.known_from < ${k}::timestamptz and ${k}::timestamptz <= p.known_to and not p.withdrawn
      and p.assessed_on <= ${at}::date
    order by p.benefit_id, p.assessed_on desc, p.profile_id desc
  )
  select b.scheme, b.district_id,
    count(*) filter (where e.benefit_id is not null and l.benefit_id is not null
      and (l.valid_until is null or l.valid_until > ${at}::date)) as valid,
    count(*) filter (where e.benefit_id is not null and l.valid_until <= ${at}::date) as expired,
    count(*) filter (where e.benefit_id is not null and l.benefit_id is null) as none,
    count(*) filter (where l.benefit_id is null and b.start_date <= ${at}::date - 28) as unprofiled
  from benefit b
  left join enrolled e on e.benefit_id = b.benefit_id
  left join latest l on l.benefit_id = b.benefit_id
  group by grouping sets ((b.scheme), (b.scheme, b.district_id))`,
);
