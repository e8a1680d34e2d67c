import sql, { type Sql } from 'sql-template-tag';
import type { DeliveryFacts, FileDeclaration } from '../deliveries/index.ts';
import { settleChains } from './chain.import.ts';
import { judgeCorrections } from './correction.import.ts';
import { channels, contactKinds, conversationChannels, conversationKinds, kindNames } from './kind.ts';

const attempted = ['held', 'no_show', 'not_reached'];

const contacts: FileDeclaration = {
  name: 'contacts.csv',
  key: ['contact_id'],
  columns: [
    { name: 'contact_id', type: { kind: 'id' }, required: true },
    {
      name: 'benefit_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'registry.benefits', column: 'benefit_id' },
    },
    {
      name: 'adviser_id',
      type: { kind: 'id' },
      required: true,
      references: { table: 'organisation.advisers', column: 'adviser_id' },
    },
    {
      name: 'kind',
      type: {
        kind: 'enum',
        values: kindNames,
      },
      required: true,
    },
    {
      name: 'channel',
      type: { kind: 'enum', values: channels },
      required: true,
    },
    { name: 'occurred_at', type: { kind: 'instant' }, required: true },
    { name: 'minutes', type: { kind: 'whole', from: 1, upTo: 480 } },
    {
      name: 'outcome',
      type: { kind: 'enum', values: ['planned', 'held', 'no_show', 'not_reached', 'cancelled', 'void'] },
      required: true,
    },
    { name: 'registered_at', type: { kind: 'instant' }, required: true },
    { name: 'corrects', type: { kind: 'id' } },
    { name: 'report', type: { kind: 'text', maxCharacters: 4000 }, descriptive: true },
  ],
  rules: [
    {
      code: 'minutes_without_held',
      column: 'minutes',
      uses: ['minutes', 'outcome'],
      breaks: (row) => row.minutes !== null && row.outcome !== 'held',
    },
    {
      code: 'held_without_minutes',
      column: 'minutes',
      uses: ['minutes', 'outcome'],
      breaks: (row) => row.minutes === null && row.outcome === 'held',
    },
    {
      code: 'occurred_after_registered',
      column: 'registered_at',
      uses: ['outcome', 'occurred_at', 'registered_at'],
      breaks: (row) => attempted.includes(String(row.outcome)) && Number(row.occurred_at) > Number(row.registered_at),
    },
  ],
  withdrawable: false,
  judge: judgeCorrections,
  keeping: {
    kind: 'once',
    table: 'contacts.contact',
    changed: { code: 'changed_without_correction', column: 'corrects' },
    apply: insertContacts,
  },
  settle: settleChains,
  finish: (delivery) => [
    sql`update contacts.contact c set client_key = b.client_key from registry.benefits b
      where b.benefit_id = c.benefit_id and b.known_to = 'infinity' and b.delivery_id = ${delivery.deliveryId}
        and c.client_key <> b.client_key`,
    sql`update contacts.void_interval i set client_key = c.client_key from contacts.contact c
      join registry.benefits b on b.benefit_id = c.benefit_id and b.known_to = 'infinity'
        and b.delivery_id = ${delivery.deliveryId}
      where c.contact_id = i.contact_id and i.client_key <> c.client_key`,
  ],
};

/**
 * Known from the latest of: registered, delivered (unless in a first delivery), its adviser known. A void row is never
 * valid; rows without corrections need no other bookkeeping.
 */
function insertContacts(delivery: DeliveryFacts): readonly Sql[] {
  return [
    sql`insert into contacts.contact (contact_id, client_key, benefit_id, adviser_id, kind, channel, occurred_at, occurred_on,
        minutes, outcome, registered_at, registered_on, corrects, report, is_conversation, is_contact, known_from, dead_from,
        reported_at, content, delivery_id, line)
      select s.contact_id, b.client_key, s.benefit_id, s.adviser_id, s.kind, s.channel, s.occurred_at,
        (s.occurred_at at time zone 'Europe/Amsterdam')::date, s.minutes, s.outcome, s.registered_at,
        (s.registered_at at time zone 'Europe/Amsterdam')::date, s.corrects, s.report,
        s.kind = any (${conversationKinds}::text[]) and s.channel = any (${conversationChannels}::text[]),
        s.kind = any (${contactKinds}::text[]),
        k.known_from, case when s.outcome = 'void' then k.known_from else 'infinity' end, s.registered_at,
        s.content, ${delivery.deliveryId}, s.line
      from pg_temp.arriving a
      join pg_temp.staged s using (n)
      join registry.benefits b on b.benefit_id = s.benefit_id and b.known_to = 'infinity'
      join (select adviser_id, min(known_from) as known_from from organisation.advisers group by adviser_id) d
        on d.adviser_id = s.adviser_id
      cross join lateral (
        select greatest(s.registered_at, ${delivery.knownFrom}::timestamptz, d.known_from) as known_from
      ) k
      order by s.n`,
    sql`insert into contacts.void_interval (contact_id, client_key, void_from)
      select c.contact_id, c.client_key, c.known_from
      from pg_temp.arriving a join pg_temp.staged s using (n) join contacts.contact c on c.contact_id = s.contact_id
      where s.outcome = 'void'`,
  ];
}

/** The file that this room keeps. */
export const contactFiles: readonly FileDeclaration[] = [contacts];
