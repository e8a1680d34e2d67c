import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** Which of the clients the reader may open; run as `app`. */
export const listOpenable = statement(
  'coverage.listOpenable',
  { client_key: 'int8' },
  (clientKeys: readonly number[]) => sql`
  select client_key from registry.clients where known_to = 'infinity' and client_key = any (${clientKeys}::bigint[])`,
);

/** What a line shows of the clients the reader may open, as latest known; run as `app`. */
export const listCards = statement(
  'coverage.listCards',
  {
    client_key: 'int8',
    client_id: 'text',
    given_name: 'text?',
    family_name: 'text?',
    protected: 'bool',
    preferred_channel: 'text?',
  },
  (clientKeys: readonly number[]) => sql`
  select client_key, client_id, given_name, family_name, coalesce(protected, false) as protected, preferred_channel
  from registry.clients
  where known_to = 'infinity' and client_key = any (${clientKeys}::bigint[])`,
);

export interface LineAsked {
  readonly at: string;
  readonly knownBefore: string;
  readonly clientKeys: readonly number[];
  /** The one scheme that the reader is shown; null: all of them. */
  readonly onlyScheme: string | null;
}

/** Health-related content stays with who serves the scheme: also the last contact is that of the schemes shown. */
function ofScheme(onlyScheme: string | null): Sql {
  return sql`(${onlyScheme}::text is null or b.scheme = ${onlyScheme})`;
}

/** Open benefits of the clients with their office; run as `app`. */
export const listOpenBenefits = statement(
  'coverage.listOpenBenefits',
  {
    client_key: 'int8',
    scheme: 'text',
    office_id: 'text',
    office_name: 'text',
    review_date: 'date?',
  },
  ({ at, knownBefore: k, clientKeys, onlyScheme }: LineAsked) => sql`
  select b.client_key, b.scheme, b.office_id, o.name as office_name,
    (select e.review_date from registry.enrolments e
      where e.benefit_id = b.benefit_id and e.known_from < ${k}::timestamptz and ${k}::timestamptz <= e.known_to
        and not e.withdrawn and e.to_date <= ${at}::date
      order by e.to_date desc, e.from_date desc limit 1) as review_date
  from registry.benefits_at(${k}::timestamptz) b
  join organisation.offices_at(${k}::timestamptz) o on o.office_id = b.office_id
  where b.client_key = any (${clientKeys}::bigint[]) and b.start_date <= ${at}::date
    and (b.end_date is null or b.end_date > ${at}::date) and ${ofScheme(onlyScheme)}
  order by b.start_date, b.benefit_id`,
);

/**
 * Of each client: last held contact and last held conversation up to the date, next planned contact from the date on,
 * and every planned one whose day has passed; run as `app`.
 */
export const listMoments = statement(
  'coverage.listMoments',
  {
    role: 'text',
    client_key: 'int8',
    contact_id: 'text',
    benefit_id: 'text',
    occurred_at: 'timestamptz',
    occurred_on: 'date',
    kind: 'text',
    channel: 'text',
    minutes: 'int2?',
  },
  ({ at, knownBefore: k, clientKeys, onlyScheme }: LineAsked) => sql`
  with moment as materialized (
    select b.client_key, c.contact_id, c.benefit_id, c.occurred_at, c.occurred_on, c.kind, c.channel, c.minutes,
      c.outcome, c.is_conversation, c.is_contact
    from registry.benefits_at(${k}::timestamptz) b
    join contacts.contacts c on c.benefit_id = b.benefit_id
    where b.client_key = any (${clientKeys}::bigint[]) and c.known_from < ${k}::timestamptz
      and ${k}::timestamptz <= c.dead_from and c.outcome in ('held', 'planned') and ${ofScheme(onlyScheme)}
  ),
  placed as (
    select 'last_contact' as role, m.*, row_number() over (partition by client_key order by occurred_at desc, contact_id desc) as n
    from moment m where outcome = 'held' and is_contact and occurred_on <= ${at}::date
    union all
    select 'last_conversation', m.*, row_number() over (partition by client_key order by occurred_at desc, contact_id desc)
    from moment m where outcome = 'held' and is_conversation and occurred_on <= ${at}::date
    union all
    select 'next_planned', m.*, row_number() over (partition by client_key order by occurred_at, contact_id)
    from moment m where outcome = 'planned' and occurred_on >= ${at}::date
    union all
    select 'to_register', m.*, 1 from moment m where outcome = 'planned' and occurred_on < ${at}::date
  )
  select role, client_key, contact_id, benefit_id, occurred_at, occurred_on, kind, channel, minutes
  from placed
  where n = 1
  order by occurred_at, contact_id`,
);

/** The key of a client that the reader may open and who existed as known then; run as `app`. */
export const findClientKey = statement(
  'coverage.findClientKey',
  { client_key: 'int8' },
  ({ clientId, knownBefore: k }: { readonly clientId: string; readonly knownBefore: string }) => sql`
  select client_key from registry.clients
  where known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn and client_id = ${clientId}`,
);
