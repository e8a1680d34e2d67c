import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

const benefitColumns = {
  client_key: 'int8',
  benefit_id: 'text',
  version_id: 'int8',
  scheme: 'text',
  start_date: 'date',
  end_date: 'date?',
} as const;

/** Locks the clients of benefits, in the order of client_key. */
export const lockClientsOf = statement(
  'registry.lockClientsOf',
  { client_key: 'int8', client_id: 'text' },
  (benefitIds: readonly string[]) => sql`
    select c.client_key, c.client_id from registry.client c
    where c.client_key in (
      select b.client_key from registry.benefit_version b
      where b.benefit_id = any (${benefitIds}::text[]) and b.known_to = 'infinity' and not b.withdrawn
    )
    order by c.client_key
    for update of c`,
);

/** Benefits of these clients as they are now. */
export const benefitsOf = statement(
  'registry.benefitsOf',
  benefitColumns,
  (benefitIds: readonly string[], clientKeys: readonly number[]) => sql`
    select b.client_key, b.benefit_id, b.version_id, b.scheme, b.start_date, b.end_date
    from registry.benefit_version b
    where b.benefit_id = any (${benefitIds}::text[]) and b.client_key = any (${clientKeys}::bigint[])
      and b.known_to = 'infinity' and not b.withdrawn
    order by b.client_key, b.benefit_id`,
);

/** Notes that an act touched clients. */
export const saveClientEntries = statement(
  'registry.saveClientEntries',
  {},
  (clientKeys: readonly number[], entryId: number) => sql`
    insert into registry.client_entry (client_key, entry_id)
    select distinct unnest(${clientKeys}::bigint[]), ${entryId}::bigint`,
);

/** Acts of others on a client after an act, oldest first. */
export const entriesSince = statement(
  'registry.entriesSince',
  { action: 'text', person_name: 'text', entered_at: 'timestamptz' },
  (clientKey: number, after: number, personId: string) => sql`
    select e.action, e.person_name, e.entered_at
    from registry.client_entry c join platform.entry e using (entry_id)
    where c.client_key = ${clientKey} and c.entry_id > ${after}::bigint and e.person_id <> ${personId}
    order by e.entry_id`,
);

/** Of benefits, those with an enrolment that shares a day with [from, infinity). */
export const enrolledAfter = statement(
  'registry.enrolledAfter',
  { benefit_id: 'text' },
  (benefitIds: readonly string[], from: string) => sql`
    select distinct benefit_id from registry.enrolment_version
    where benefit_id = any (${benefitIds}::text[]) and known_to = 'infinity' and not withdrawn
      and (from_date = ${from}::date or daterange(from_date, to_date) && daterange(${from}::date, null))`,
);

export interface Act {
  readonly entryId: number;
  readonly at: string;
}

export const setAsideEnrolments = statement(
  'registry.setAsideEnrolments',
  {},
  (benefitIds: readonly string[], from: string, at: string) => sql`
    update registry.enrolment_version set known_to = ${at}
    where benefit_id = any (${benefitIds}::text[]) and from_date = ${from}::date and known_to = 'infinity'`,
);

export const saveEnrolments = statement(
  'registry.saveEnrolments',
  {},
  {
    build: (benefitIds: readonly string[], from: string, { entryId, at }: Act) => sql`
    insert into registry.enrolment_version (client_key, benefit_id, from_date, known_from, entry_id)
    select b.client_key, b.benefit_id, ${from}::date, ${at}::timestamptz, ${entryId}::bigint
    from registry.benefit_version b
    where b.benefit_id = any (${benefitIds}::text[]) and b.known_to = 'infinity' and not b.withdrawn`,
    samples: [[[], '', { entryId: 0, at: '' }]],
  },
);

/** The enrolment that began last, as it is now; one that ended on the day it began is none. */
export const lastEnrolment = statement(
  'registry.lastEnrolment',
  { version_id: 'int8', from_date: 'date', to_date: 'date?' },
  (benefitId: string) => sql`
    select version_id, from_date, to_date from registry.enrolment_version
    where benefit_id = ${benefitId} and known_to = 'infinity' and not withdrawn
      and (to_date is null or to_date > from_date)
    order by from_date desc limit 1`,
);

export interface Ending {
  readonly benefitId: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly reviewDate: string | null;
}

export const saveEnding = statement(
  'registry.saveEnding',
  {},
  {
    build: (ending: Ending, { entryId, at }: Act) => sql`
    insert into registry.enrolment_version (client_key, benefit_id, from_date, to_date, end_reason, review_date,
      known_from, entry_id)
    select b.client_key, b.benefit_id, ${ending.from}::date, ${ending.to}::date, ${ending.reason},
      ${ending.reviewDate}::date, ${at}::timestamptz, ${entryId}::bigint
    from registry.benefit_version b
    where b.benefit_id = ${ending.benefitId} and b.known_to = 'infinity' and not b.withdrawn`,
    samples: [
      [
        { benefitId: '', from: '', to: '', reason: '', reviewDate: null },
        { entryId: 0, at: '' },
      ],
    ],
  },
);

export const adviserExists = statement(
  'registry.adviserExists',
  { known: 'bool' },
  (adviserId: string) => sql`
    select exists (select from organisation.advisers
      where adviser_id = ${adviserId} and known_to = 'infinity' and not withdrawn) as known`,
);

/** Assignments open on or after a day, as they are now. */
export const assignmentsFrom = statement(
  'registry.assignmentsFrom',
  { benefit_id: 'text', from_date: 'date', to_date: 'date?', adviser_id: 'text' },
  (benefitIds: readonly string[], from: string) => sql`
    select benefit_id, from_date, to_date, adviser_id from registry.assignment_version
    where benefit_id = any (${benefitIds}::text[]) and known_to = 'infinity' and not withdrawn
      and (to_date is null or to_date > ${from}::date)
    order by benefit_id, from_date`,
);

export interface AssignmentRow {
  readonly benefitId: string;
  readonly from: string;
  readonly to: string | null;
  readonly adviserId: string;
}

const column = <K extends keyof AssignmentRow>(rows: readonly AssignmentRow[], key: K) => rows.map((row) => row[key]);

/**
 * In one statement: between putting aside and saving, the client would be out of the reach of its own adviser. That
 * something is asked of `aside` makes it come first: two versions of a key that are both the latest break an index.
 */
export const saveAssignments = statement(
  'registry.saveAssignments',
  {},
  {
    build: (rows: readonly AssignmentRow[], { entryId, at }: Act) => sql`
    with r as (
      select * from unnest(${column(rows, 'benefitId')}::text[], ${column(rows, 'from')}::date[],
        ${column(rows, 'to')}::date[], ${column(rows, 'adviserId')}::text[]) r (benefit_id, from_date, to_date, adviser_id)
    ), aside as (
      update registry.assignment_version v set known_to = ${at}
      from r where v.benefit_id = r.benefit_id and v.from_date = r.from_date and v.known_to = 'infinity'
      returning v.version_id
    )
    insert into registry.assignment_version (client_key, benefit_id, from_date, to_date, adviser_id, known_from, entry_id)
    select b.client_key, r.benefit_id, r.from_date, r.to_date, r.adviser_id, ${at}::timestamptz, ${entryId}::bigint
    from r join registry.benefit_version b on b.benefit_id = r.benefit_id and b.known_to = 'infinity' and not b.withdrawn
    where (select count(*) from aside) >= 0`,
    samples: [[[], { entryId: 0, at: '' }]],
  },
);

/** A version of the benefit that differs in its work capacity only; in one statement, so that reach never lapses. */
export const saveCapacity = statement(
  'registry.saveCapacity',
  {},
  {
    build: (versionId: number, workCapacity: string, { entryId, at }: Act) => sql`
    with aside as (
      update registry.benefit_version set known_to = ${at} where version_id = ${versionId} and known_to = 'infinity'
      returning client_key, benefit_id, client_id, scheme, variant, insurer, office_id, office_key, start_date, end_date,
        end_reason, max_end_date
    )
    insert into registry.benefit_version (client_key, benefit_id, client_id, scheme, variant, insurer, office_id,
      office_key, start_date, end_date, end_reason, max_end_date, work_capacity, known_from, entry_id)
    select client_key, benefit_id, client_id, scheme, variant, insurer, office_id, office_key, start_date, end_date,
      end_reason, max_end_date, ${workCapacity}, ${at}::timestamptz, ${entryId}::bigint
    from aside`,
    samples: [[0, '', { entryId: 0, at: '' }]],
  },
);

export interface NewProfile {
  readonly profileId: string;
  readonly benefitId: string;
  readonly assessedOn: string;
  readonly score: number | null;
  readonly validUntil: string | null;
  readonly possibilities: string | null;
  readonly obstacles: string | null;
  readonly goal: string | null;
  readonly support: string | null;
}

export const saveProfile = statement(
  'registry.saveProfile',
  {},
  (profile: NewProfile, { entryId, at }: Act) => sql`
    insert into registry.profile_version (client_key, profile_id, benefit_id, instrument, assessed_on, score, valid_until,
      possibilities, obstacles, goal, support, known_from, entry_id)
    select b.client_key, ${profile.profileId}, b.benefit_id, 'sluitend', ${profile.assessedOn}::date,
      ${profile.score}::numeric, ${profile.validUntil}::date, ${profile.possibilities}, ${profile.obstacles},
      ${profile.goal}, ${profile.support}, ${at}::timestamptz, ${entryId}::bigint
    from registry.benefit_version b
    where b.benefit_id = ${profile.benefitId} and b.known_to = 'infinity' and not b.withdrawn`,
);
