import sql, { empty } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** A client's rows as known before an instant; `infinity`: the latest. Reach is that of now: it is not kept by date. */
export interface KnownClient {
  readonly clientKey: number;
  readonly knownBefore: string;
}

/** The client within reach, as known. */
export const clientById = statement(
  'registry.clientById',
  {
    client_key: 'int8',
    client_id: 'text',
    birth_date: 'date?',
    has_bsn: 'bool',
    given_name: 'text?',
    family_name: 'text?',
    sex: 'text?',
    postcode: 'text?',
    phone: 'text?',
    email: 'text?',
    preferred_channel: 'text?',
    education: 'text?',
    language: 'text?',
    digital: 'bool?',
    protected: 'bool',
  },
  ({ clientId, knownBefore: k }: { readonly clientId: string; readonly knownBefore: string }) => sql`
    select client_key, client_id, birth_date, bsn_hash is not null as has_bsn, given_name, family_name, sex, postcode,
      phone, email, preferred_channel, education, language, digital, coalesce(protected, false) as protected
    from registry.client_version
    where client_id = ${clientId} and known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn`,
);

const enteredBy = sql`v.entry_id is not null as entered, e.person_name as by, v.known_from`;
const versionColumns = { entered: 'bool', by: 'text?', known_from: 'timestamptz' } as const;

/** The last act on a client, 0 without one. */
export const lastEntryOfClient = statement(
  'registry.lastEntryOfClient',
  { entry_id: 'int8' },
  (clientKey: number) => sql`
    select coalesce(max(entry_id), 0) as entry_id from registry.client_entry where client_key = ${clientKey}`,
);

export const benefitsOfClient = statement(
  'registry.benefitsOfClient',
  {
    benefit_id: 'text',
    version_id: 'int8',
    scheme: 'text',
    variant: 'text?',
    insurer: 'text?',
    office_id: 'text',
    office_name: 'text',
    start_date: 'date',
    end_date: 'date?',
    end_reason: 'text?',
    max_end_date: 'date?',
    work_capacity: 'text?',
    entered_put_aside: 'bool',
    ...versionColumns,
  },
  ({ clientKey, knownBefore: k }: KnownClient) => sql`
    select v.benefit_id, v.version_id, v.scheme, v.variant, v.insurer, v.office_id, o.name as office_name, v.start_date, v.end_date,
      v.end_reason, v.max_end_date, v.work_capacity, ${enteredBy},
      v.entry_id is null and exists (select from registry.benefit_version p
        where p.benefit_id = v.benefit_id and p.entry_id is not null and p.known_to = v.known_from) as entered_put_aside
    from registry.benefit_version v
    join organisation.offices o on o.office_id = v.office_id and o.known_to = 'infinity'
    left join platform.entry e using (entry_id)
    where v.client_key = ${clientKey} and v.known_from < ${k}::timestamptz and ${k}::timestamptz <= v.known_to
      and not v.withdrawn
    order by v.start_date, v.benefit_id`,
);

export const enrolmentsOfClient = statement(
  'registry.enrolmentsOfClient',
  {
    benefit_id: 'text',
    version_id: 'int8',
    from_date: 'date',
    to_date: 'date?',
    end_reason: 'text?',
    review_date: 'date?',
    ...versionColumns,
  },
  ({ clientKey, knownBefore: k }: KnownClient) => sql`
    select v.benefit_id, v.version_id, v.from_date, v.to_date, v.end_reason, v.review_date, ${enteredBy}
    from registry.enrolment_version v left join platform.entry e using (entry_id)
    where v.client_key = ${clientKey} and v.known_from < ${k}::timestamptz and ${k}::timestamptz <= v.known_to
      and not v.withdrawn
    order by v.from_date, v.benefit_id`,
);

export const assignmentsOfClient = statement(
  'registry.assignmentsOfClient',
  {
    benefit_id: 'text',
    from_date: 'date',
    to_date: 'date?',
    adviser_id: 'text',
    adviser_name: 'text',
    ...versionColumns,
  },
  ({ clientKey, knownBefore: k }: KnownClient) => sql`
    select v.benefit_id, v.from_date, v.to_date, v.adviser_id, a.name as adviser_name, ${enteredBy}
    from registry.assignment_version v
    join organisation.advisers a on a.adviser_id = v.adviser_id and a.known_to = 'infinity'
    left join platform.entry e using (entry_id)
    where v.client_key = ${clientKey} and v.known_from < ${k}::timestamptz and ${k}::timestamptz <= v.known_to
      and not v.withdrawn
    order by v.from_date, v.benefit_id`,
);

export const employmentsOfClient = statement(
  'registry.employmentsOfClient',
  { employment_id: 'text', start_date: 'date', end_date: 'date?', hours_per_week: 'float8', sector: 'text?' },
  ({ clientKey, knownBefore: k }: KnownClient) => sql`
    select employment_id, start_date, end_date, hours_per_week::float8 as hours_per_week, sector
    from registry.employment_version
    where client_key = ${clientKey} and known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn
    order by start_date, employment_id`,
);

export const trajectoriesOfClient = statement(
  'registry.trajectoriesOfClient',
  {
    trajectory_id: 'text',
    benefit_id: 'text',
    kind: 'text',
    purchased_on: 'date',
    start_date: 'date?',
    end_date: 'date?',
  },
  ({ clientKey, knownBefore: k }: KnownClient) => sql`
    select trajectory_id, benefit_id, kind, purchased_on, start_date, end_date from registry.trajectory_version
    where client_key = ${clientKey} and known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn
    order by purchased_on, trajectory_id`,
);

export const profilesOfClient = statement(
  'registry.profilesOfClient',
  {
    profile_id: 'text',
    benefit_id: 'text',
    instrument: 'text',
    assessed_on: 'date',
    score: 'float8?',
    valid_until: 'date?',
    possibilities: 'text?',
    obstacles: 'text?',
    goal: 'text?',
    support: 'text?',
    ...versionColumns,
  },
  ({ clientKey, knownBefore: k }: KnownClient) => sql`
    select v.profile_id, v.benefit_id, v.instrument, v.assessed_on, v.score::float8 as score, v.valid_until,
      v.possibilities, v.obstacles, v.goal, v.support, ${enteredBy}
    from registry.profile_version v left join platform.entry e using (entry_id)
    where v.client_key = ${clientKey} and v.known_from < ${k}::timestamptz and ${k}::timestamptz <= v.known_to
      and not v.withdrawn
    order by v.assessed_on desc, v.profile_id desc`,
);

/** What a search asks: exactly one of these. */
export type Wanted =
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'bsn'; readonly hash: Buffer }
  | { readonly by: 'birthDate'; readonly date: string }
  | { readonly by: 'name'; readonly words: readonly string[] };

interface SearchedBy {
  readonly limit: number;
  readonly today: string;
  /** The one scheme that who searches is shown; null: all of them. */
  readonly onlyScheme: string | null;
}

/** Clients within reach that fit, by id: one more than `limit` says that there are more. */
export const searchClients = statement(
  'registry.searchClients',
  {
    client_id: 'text',
    given_name: 'text?',
    family_name: 'text?',
    birth_date: 'date',
    protected: 'bool',
    schemes: 'text[]',
    offices: 'text[]',
    has_open: 'bool',
  },
  {
    build: (wanted: Wanted, { limit, today, onlyScheme }: SearchedBy) => sql`
    select v.client_id, v.given_name, v.family_name, v.birth_date, coalesce(v.protected, false) as protected,
      b.schemes, b.offices, b.has_open
    from registry.client_version v
    cross join lateral (
      select coalesce(array_agg(distinct x.scheme), '{}') as schemes, coalesce(array_agg(distinct o.name), '{}') as offices,
        coalesce(bool_or(x.end_date is null or x.end_date > ${today}::date), false) as has_open
      from registry.benefit_version x
      join organisation.offices o on o.office_id = x.office_id and o.known_to = 'infinity'
      where x.client_key = v.client_key and x.known_to = 'infinity' and not x.withdrawn
        and (${onlyScheme}::text is null or x.scheme = ${onlyScheme})
    ) b
    where v.known_to = 'infinity' and not v.withdrawn and ${condition(wanted)}
    order by b.has_open desc, v.family_name collate "nl-NL-x-icu", v.given_name collate "nl-NL-x-icu", v.client_id
    limit ${limit + 1}::int`,
    samples: [
      [
        { by: 'id', id: '' },
        { limit: 1, today: '', onlyScheme: null },
      ],
      [
        { by: 'bsn', hash: Buffer.alloc(0) },
        { limit: 1, today: '', onlyScheme: null },
      ],
      [
        { by: 'birthDate', date: '' },
        { limit: 1, today: '', onlyScheme: null },
      ],
      [
        { by: 'name', words: ['a'] },
        { limit: 1, today: '', onlyScheme: null },
      ],
      [
        { by: 'name', words: ['a', 'b'] },
        { limit: 1, today: '', onlyScheme: null },
      ],
    ],
  },
);

function condition(wanted: Wanted) {
  switch (wanted.by) {
    case 'id':
      return sql`v.client_id = ${wanted.id}`;
    case 'bsn':
      return sql`v.bsn_hash = ${wanted.hash}`;
    case 'birthDate':
      return sql`v.birth_date = ${wanted.date}::date`;
    case 'name': {
      // Each word begins the given name or stands in the family name: "jan berg" finds Jan van den Berg.
      const [first = '', second] = wanted.words;
      const fits = (word: string) =>
        sql`(lower(v.family_name) like ${`%${like(word)}%`} or lower(v.given_name) like ${`${like(word)}%`})`;
      return sql`${fits(first)} ${second === undefined ? empty : sql`and ${fits(second)}`}`;
    }
  }
}

function like(word: string): string {
  return word.toLocaleLowerCase('nl').replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
