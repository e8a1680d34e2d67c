import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import { type QualityWindow, qualityRows, timelyWithinDays } from './quality.store.ts';
import { type QualityList, qualityLists } from './quality-contract.ts';

/** What is counted per unit and scheme: level and unit as in `listQuality`. */
const keys = { scheme: 'text?', level: 'text', unit: 'text' } as const;

export interface PassedAsked {
  readonly at: string;
  readonly knownBefore: string;
}

/** `passed`: valid planned contacts whose day lies before the date, whatever their year. */
function passedRows({ at, knownBefore: k }: PassedAsked): Sql {
  return sql`
  passed as (
    select c.contact_id, c.client_key, c.occurred_on, b.scheme, b.district_id, b.office_id, ${at}::date - c.occurred_on as lag_days
    from contacts.contacts c
    join registry.benefits_at(${k}::timestamptz) b on b.benefit_id = c.benefit_id
    where c.known_from < ${k}::timestamptz and ${k}::timestamptz <= c.dead_from and c.outcome = 'planned'
      and c.occurred_on < ${at}::date
  )`;
}

/** How many are to register, and how many of them lie more than a month back. */
export const countToRegister = statement(
  'contacts.countToRegister',
  { ...keys, to_register: 'int8', over_month: 'int8' },
  (asked: PassedAsked) => sql`
  with ${passedRows(asked)}
  select scheme,
    case grouping(district_id, office_id) when 3 then 'nation' when 1 then 'district' else 'office' end as level,
    coalesce(office_id, district_id, '') as unit, count(*) as to_register,
    count(*) filter (where occurred_on < ${asked.at}::date - interval '1 month') as over_month
  from passed
  group by grouping sets ((), (district_id), (district_id, office_id), (scheme), (scheme, district_id), (scheme, district_id, office_id))`,
);

/** Where a list is taken from; null: not limited by it. */
export interface ListAsked extends QualityWindow {
  readonly list: QualityList;
  readonly officeIds: readonly string[] | null;
  readonly schemes: readonly string[] | null;
}

/** The contacts of a list with the client they belong to, in the order of the screen; run as `figures`. */
export const listQualityMoments = statement(
  'contacts.listQualityMoments',
  {
    contact_id: 'text',
    client_key: 'int8',
    scheme: 'text',
    office_id: 'text',
    occurred_on: 'date',
    lag_days: 'int4',
  },
  {
    build: (asked: ListAsked) => {
      const within = sql`(${asked.officeIds}::text[] is null or office_id = any (${asked.officeIds}::text[]))
    and (${asked.schemes}::text[] is null or scheme = any (${asked.schemes}::text[]))`;
      if (asked.list === 'to-register' || asked.list === 'to-register-month') {
        const overMonth = sql`occurred_on < ${asked.to}::date - interval '1 month'`;
        return sql`
  with ${passedRows({ at: asked.to, knownBefore: asked.knownBefore })}
  select contact_id, client_key, scheme, office_id, occurred_on, lag_days from passed
  where ${within} and ${asked.list === 'to-register' ? sql`true` : overMonth}
  order by occurred_on, contact_id`;
      }
      return sql`
  with recursive ${qualityRows(asked)}
  select contact_id, client_key, scheme, office_id, occurred_on, lag_days from moment where ${conditionOf(asked.list)} and ${within}
  order by occurred_on desc, contact_id desc`;
    },
    samples: qualityLists.map((list): [ListAsked] => [
      { list, officeIds: null, schemes: null, from: '', to: '', knownBefore: '' },
    ]),
  },
);

function conditionOf(list: Exclude<QualityList, 'to-register' | 'to-register-month'>): Sql {
  switch (list) {
    case 'valid':
      return sql`true`;
    case 'held':
      return sql`is_held`;
    case 'late':
      return sql`is_held and lag_days > ${timelyWithinDays}::int`;
    case 'duplicates':
      return sql`is_duplicate`;
    case 'outside':
      return sql`is_outside`;
  }
}

/** Which of the clients the reader may open, with what a line shows of them; run as `app`. */
export const listOpenClients = statement(
  'contacts.listOpenClients',
  {
    client_key: 'int8',
    client_id: 'text',
    given_name: 'text?',
    family_name: 'text?',
    protected: 'bool',
  },
  (clientKeys: readonly number[]) => sql`
  select client_key, client_id, given_name, family_name, coalesce(protected, false) as protected
  from registry.clients where known_to = 'infinity' and client_key = any (${clientKeys}::bigint[])`,
);

/** What a line shows of the contacts on a page; run as `app`. */
export const listQualityCards = statement(
  'contacts.listQualityCards',
  {
    contact_id: 'text',
    adviser_id: 'text',
    adviser_name: 'text?',
    kind: 'text',
    channel: 'text',
    outcome: 'text',
    local_date: 'date',
    local_time: 'text',
    minutes: 'int2?',
  },
  (contactIds: readonly string[]) => sql`
  select c.contact_id, c.adviser_id, a.name as adviser_name, c.kind, c.channel, c.outcome, c.occurred_on as local_date,
    to_char(c.occurred_at at time zone 'Europe/Amsterdam', 'HH24:MI') as local_time, c.minutes
  from contacts.contacts c
  left join organisation.advisers a on a.adviser_id = c.adviser_id and a.known_to = 'infinity' and not a.withdrawn
  where c.contact_id = any (${contactIds}::text[])`,
);
