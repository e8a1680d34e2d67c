import sql, { raw, type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import type { Act } from './work.store.ts';
import type { Entered } from './writer.ts';

/** Tables whose versions people enter, with what is entered in them, their keys and the columns that a version carries. */
const enterable = {
  enrolment: {
    entered: 'enrolment',
    key: ['benefit_id', 'from_date'],
    rest: ['client_key', 'to_date', 'end_reason', 'review_date'],
  },
  assignment: {
    entered: 'assignment',
    key: ['benefit_id', 'from_date'],
    rest: ['client_key', 'to_date', 'adviser_id'],
  },
  benefit: {
    entered: 'work_capacity',
    key: ['benefit_id'],
    rest: [
      'client_key',
      'client_id',
      'scheme',
      'variant',
      'insurer',
      'office_id',
      'office_key',
      'start_date',
      'end_date',
      'end_reason',
      'max_end_date',
      'work_capacity',
    ],
  },
  profile: {
    entered: 'profile',
    key: ['profile_id'],
    rest: [
      'client_key',
      'benefit_id',
      'instrument',
      'assessed_on',
      'score',
      'valid_until',
      'possibilities',
      'obstacles',
      'goal',
      'support',
    ],
  },
} as const satisfies Record<string, { entered: Entered; key: readonly string[]; rest: readonly string[] }>;

export type Enterable = keyof typeof enterable;
export const enterables = Object.keys(enterable) as readonly Enterable[];

/** What people enter in the versions of a table. */
export function enteredIn(table: Enterable): Entered {
  return enterable[table].entered;
}

/** Who entered an act, and when. */
export const actById = statement(
  'registry.actById',
  { person_id: 'text', entered_at: 'timestamptz' },
  (entryId: number) => sql`select person_id, entered_at from platform.entry where entry_id = ${entryId}`,
);

/** `version`: clients and benefits of all versions that an act entered. */
function versionsOf(entryId: number): Sql {
  return sql`
    version as (
      select client_key, benefit_id from registry.enrolment_version where entry_id = ${entryId}
      union select client_key, benefit_id from registry.assignment_version where entry_id = ${entryId}
      union select client_key, benefit_id from registry.benefit_version where entry_id = ${entryId}
      union select client_key, benefit_id from registry.profile_version where entry_id = ${entryId}
    )`;
}

/**
 * Clients that an act touched, and those of its versions since a benefit may have moved to another client; run as
 * `figures`, so that none is missing.
 */
export const clientsOfAct = statement(
  'registry.clientsOfAct',
  { client_key: 'int8' },
  (entryId: number) => sql`
    with ${versionsOf(entryId)}
    select client_key from registry.client_entry where entry_id = ${entryId}
    union select client_key from version`,
);

/** Schemes of the benefits that an act entered something of; run as `figures`. */
export const schemesOfAct = statement(
  'registry.schemesOfAct',
  { scheme: 'text' },
  (entryId: number) => sql`
    with ${versionsOf(entryId)}
    select distinct b.scheme
    from version v
    join registry.benefit_version b on b.benefit_id = v.benefit_id and b.known_to = 'infinity' and not b.withdrawn`,
);

/** Locks clients, in the order of client_key. */
export const lockClientsByKey = statement(
  'registry.lockClientsByKey',
  { client_key: 'int8' },
  (clientKeys: readonly number[]) => sql`
    select client_key from registry.client where client_key = any (${clientKeys}::bigint[])
    order by client_key
    for update`,
);

/** Versions of an act: how many there are, and how many are still the latest of their key. */
export const versionsOfAct = statement(
  'registry.versionsOfAct',
  { all: 'int8', latest: 'int8' },
  {
    build: (kind: Enterable, entryId: number) => sql`
    select count(*) as all, count(*) filter (where known_to = 'infinity') as latest
    from ${table(kind)} where entry_id = ${entryId}`,
    samples: enterables.map((kind): [Enterable, number] => [kind, 0]),
  },
);

/**
 * Puts the version before an act on top again, as a new version; where there was none, one that says "does not exist".
 */
export const restoreBefore = statement(
  'registry.restoreBefore',
  {},
  {
    build: (kind: Enterable, undone: number, { entryId, at }: Act) => {
      const { key, rest } = enterable[kind];
      const columns = [...key, ...rest];
      const sameKey = raw(key.map((name) => `p.${name} = u.${name}`).join(' and '));
      const restored = raw(
        columns.map((name) => `case when p.version_id is null then u.${name} else p.${name} end`).join(', '),
      );
      return sql`
      with u as (
        update ${table(kind)} set known_to = ${at} where entry_id = ${undone} and known_to = 'infinity'
        returning version_id, ${raw(columns.join(', '))}
      )
      insert into ${table(kind)} (${raw(columns.join(', '))}, withdrawn, known_from, entry_id)
      select ${restored}, coalesce(p.withdrawn, true), ${at}::timestamptz, ${entryId}::bigint
      from u left join lateral (
        select p.* from ${table(kind)} p
        where ${sameKey} and p.version_id <> u.version_id
          and p.known_to = (select v.known_from from ${table(kind)} v where v.version_id = u.version_id)
        order by p.known_from desc, p.version_id desc limit 1
      ) p on true`;
    },
    samples: enterables.map((kind): [Enterable, number, Act] => [kind, 0, { entryId: 0, at: '' }]),
  },
);

function table(kind: Enterable) {
  return raw(`registry.${kind}_version`);
}
