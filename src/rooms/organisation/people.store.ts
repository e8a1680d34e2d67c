import sql, { type Sql } from 'sql-template-tag';
import { type RowOf, statement } from '../../platform/db/statement.ts';
import type { PersonFacts } from './person.ts';

/** Acts on people come one after the other, so that two of them at once cannot both leave the last administrator to the other. */
const peopleLock = 7_582_304;

export const lockPeople = statement(
  'organisation.lockPeople',
  { locked: 'text?' },
  () => sql`select pg_advisory_xact_lock(${peopleLock}::bigint)::text as locked`,
);

/** People who have access, or those whose access has ended, with how that came. Ordered by id: names may repeat. */
export const peopleWithAccess = statement(
  'organisation.peopleWithAccess',
  {
    person_id: 'text',
    name: 'text',
    email: 'text',
    role: 'text',
    reach: 'text',
    office_id: 'text?',
    district_id: 'text?',
    unit: 'text?',
    adviser_id: 'text?',
    opens_protected: 'bool',
    is_delivered: 'bool',
    known_from: 'timestamptz',
    entry_id: 'int8?',
    entered_by: 'text?',
  },
  (ended: boolean) => sql`
    select p.person_id, p.name, p.email, p.role, p.reach, p.office_id, p.district_id, coalesce(o.name, d.name) as unit,
      p.adviser_id, coalesce(p.opens_protected, false) as opens_protected,
      exists (
        select from organisation.person_version v where v.person_id = p.person_id and v.delivery_id is not null
      ) as is_delivered,
      p.known_from, p.entry_id, e.person_name as entered_by
    from organisation.person_version p
    left join organisation.office_version o on o.office_id = p.office_id and o.known_to = 'infinity'
    left join organisation.district_version d on d.district_id = p.district_id and d.known_to = 'infinity'
    left join platform.entry e on e.entry_id = p.entry_id
    where p.known_to = 'infinity' and p.withdrawn = ${ended}
    order by p.person_id`,
);

const versionColumns = {
  version_id: 'int8',
  person_id: 'text',
  name: 'text',
  email: 'text',
  role: 'text',
  reach: 'text',
  office_id: 'text?',
  district_id: 'text?',
  adviser_id: 'text?',
  opens_protected: 'bool',
  withdrawn: 'bool',
} as const;
export type PersonVersion = RowOf<typeof versionColumns>;

const versionInForce = (which: Sql) => sql`
  select version_id, person_id, name, email, role, reach, office_id, district_id, adviser_id,
    coalesce(opens_protected, false) as opens_protected, withdrawn
  from organisation.person_version where ${which} and known_to = 'infinity'`;

export const latestVersion = statement('organisation.latestVersion', versionColumns, (personId: string) =>
  versionInForce(sql`person_id = ${personId}`),
);

/** The version that an act entered, while it is the latest of its person. */
export const versionOfEntry = statement('organisation.versionOfEntry', versionColumns, (entryId: number) =>
  versionInForce(sql`entry_id = ${entryId}`),
);

/** The version that another one took the place of; none when that was the first. */
export const versionBefore = statement(
  'organisation.versionBefore',
  versionColumns,
  (versionId: number) => sql`
    select p.version_id, p.person_id, p.name, p.email, p.role, p.reach, p.office_id, p.district_id, p.adviser_id,
      coalesce(p.opens_protected, false) as opens_protected, p.withdrawn
    from organisation.person_version v
    join organisation.person_version p on p.person_id = v.person_id and p.version_id <> v.version_id
      and p.known_to = v.known_from
    where v.version_id = ${versionId}
    order by p.known_from desc, p.version_id desc limit 1`,
);

export const countOtherAdministrators = statement(
  'organisation.countOtherAdministrators',
  { n: 'int8' },
  (personId: string) => sql`
    select count(*) as n from organisation.person_version
    where role = 'administrator' and person_id <> ${personId} and known_to = 'infinity' and not withdrawn`,
);

/** Ends the version in force; the next one begins at the same moment. */
export const closeVersion = statement(
  'organisation.closeVersion',
  {},
  (personId: string, at: string) => sql`
    update organisation.person_version set known_to = ${at} where person_id = ${personId} and known_to = 'infinity'`,
);

export interface EnteredVersion {
  readonly personId: string;
  readonly facts: PersonFacts;
  /** Without access from now on. */
  readonly isEnded: boolean;
}

export const saveVersion = statement(
  'organisation.saveVersion',
  {},
  ({ personId, facts, isEnded }: EnteredVersion, at: string, entryId: number) => sql`
    insert into organisation.person_version (person_id, name, email, role, reach, office_id, district_id, adviser_id,
      opens_protected, withdrawn, known_from, entry_id)
    values (${personId}, ${facts.name}, ${facts.email}, ${facts.role}, ${facts.reach}, ${facts.officeId},
      ${facts.districtId}, ${facts.adviserId}, ${facts.opensProtected}, ${isEnded}, ${at}, ${entryId})`,
);

/** Whether the units that a person names exist; a unit that is not named counts as known. */
export const unitsExist = statement(
  'organisation.unitsExist',
  { known: 'bool' },
  ({ officeId, districtId, adviserId }: Pick<PersonFacts, 'officeId' | 'districtId' | 'adviserId'>) => sql`
    select (${officeId}::text is null or exists (select from organisation.office_version where office_id = ${officeId}))
      and (${districtId}::text is null or exists (select from organisation.district_version where district_id = ${districtId}))
      and (${adviserId}::text is null or exists (select from organisation.adviser_version where adviser_id = ${adviserId}))
      as known`,
);
