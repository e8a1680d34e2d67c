import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import type { ProfilePart } from './profile-part.ts';
import { type ProfilesWithin, profileRows, type RegisterAt } from './profiles.store.ts';

/** Counts per scheme, for the nation, each district and each office of the benefit. */
export const countProfiles = statement(
  'registry.countProfiles',
  {
    scheme: 'text',
    level: 'text',
    unit: 'text',
    valid: 'int8',
    expired: 'int8',
    none: 'int8',
    unprofiled: 'int8',
  },
  (asked: RegisterAt) => sql`
  with ${profileRows([asked])}
  select scheme,
    case grouping(district_id, office_id) when 3 then 'nation' when 1 then 'district' else 'office' end as level,
    coalesce(office_id, district_id, '') as unit, count(*) filter (where part = 'valid') as valid,
    count(*) filter (where part = 'expired') as expired, count(*) filter (where part = 'none') as none,
    count(*) filter (where is_unprofiled) as unprofiled
  from profiled
  group by grouping sets ((scheme), (scheme, district_id), (scheme, district_id, office_id))`,
);

/** Of each point how many of the enrolled have a valid profile; a point without enrolled benefits is left out. */
export const listProfileTrend = statement(
  'registry.listProfileTrend',
  { at: 'date', valid: 'int8', enrolled: 'int8' },
  (points: readonly RegisterAt[], within: ProfilesWithin) => sql`
  with ${profileRows(points, within)}
  select at, count(*) filter (where part = 'valid') as valid, count(*) as enrolled
  from profiled where part is not null group by at order by at`,
);

/** The benefits of a part with their client, what has waited longest first; run as `figures`. */
export const listProfiledBenefits = statement(
  'registry.listProfiledBenefits',
  {
    benefit_id: 'text',
    client_key: 'int8',
    scheme: 'text',
    office_id: 'text',
    start_date: 'date',
    assessed_on: 'date?',
    valid_until: 'date?',
    since: 'date',
  },
  {
    build: (asked: RegisterAt, within: ProfilesWithin, part: ProfilePart) => sql`
  with ${profileRows([asked], within)},
  listed as (
    select *, case when assessed_on is null then start_date else coalesce(valid_until, date '9999-12-31') end as since
    from profiled where ${conditionOf(part)}
  )
  select benefit_id, client_key, scheme, office_id, start_date, assessed_on, valid_until, since
  from listed order by since, benefit_id collate "C"`,
    samples: (['valid', 'expired', 'none', 'not-valid', 'unprofiled'] as const).map(
      (part): [RegisterAt, ProfilesWithin, ProfilePart] => [
        { at: '', knownBefore: '' },
        { schemes: null, officeIds: null },
        part,
      ],
    ),
  },
);

function conditionOf(part: ProfilePart): Sql {
  switch (part) {
    case 'valid':
      return sql`part = 'valid'`;
    case 'expired':
      return sql`part = 'expired'`;
    case 'none':
      return sql`part = 'none'`;
    case 'not-valid':
      return sql`part in ('expired', 'none')`;
    case 'unprofiled':
      return sql`is_unprofiled`;
  }
}

/** Who the benefits are assigned to on the date, as known; run as `app`. */
export const listAssignedAdvisers = statement(
  'registry.listAssignedAdvisers',
  { benefit_id: 'text', adviser_id: 'text', adviser_name: 'text' },
  (benefitIds: readonly string[], { at, knownBefore: k }: RegisterAt) => sql`
  select a.benefit_id, a.adviser_id, v.name as adviser_name
  from registry.assignments a
  join organisation.advisers v on v.adviser_id = a.adviser_id
    and v.known_from < ${k}::timestamptz and ${k}::timestamptz <= v.known_to and not v.withdrawn
  where a.benefit_id = any (${benefitIds}::text[]) and a.known_from < ${k}::timestamptz and ${k}::timestamptz <= a.known_to
    and not a.withdrawn and a.from_date <= ${at}::date and (a.to_date is null or a.to_date > ${at}::date)`,
);
