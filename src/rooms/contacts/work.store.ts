import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

/** A contact row as a person enters it. */
export interface NewContact {
  readonly contactId: string;
  readonly clientKey: number;
  readonly benefitId: string;
  readonly adviserId: string;
  readonly kind: string;
  readonly channel: string;
  readonly occurredAt: string;
  readonly occurredOn: string;
  readonly minutes: number | null;
  readonly outcome: string;
  readonly corrects: string | null;
  readonly report: string | null;
  /** Why it corrects or withdraws the row before it. */
  readonly reason: string | null;
  readonly isConversation: boolean;
  readonly isContact: boolean;
  /** When what it says was first reported; its own moment unless it corrects something reported before. */
  readonly reportedAt: string;
}

/** Registered and known at the moment of the act; a void row is never valid. */
export const saveContact = statement(
  'contacts.saveContact',
  {},
  (contact: NewContact, { entryId, at }: { readonly entryId: number; readonly at: string }) => sql`
    insert into contacts.contact (contact_id, client_key, benefit_id, adviser_id, kind, channel, occurred_at, occurred_on,
      minutes, outcome, registered_at, registered_on, corrects, report, reason, is_conversation, is_contact, known_from,
      dead_from, reported_at, entry_id)
    values (${contact.contactId}, ${contact.clientKey}, ${contact.benefitId}, ${contact.adviserId}, ${contact.kind},
      ${contact.channel}, ${contact.occurredAt}, ${contact.occurredOn}, ${contact.minutes}, ${contact.outcome}, ${at},
      (${at}::timestamptz at time zone 'Europe/Amsterdam')::date, ${contact.corrects}, ${contact.report},
      ${contact.reason}, ${contact.isConversation}, ${contact.isContact}, ${at},
      case when ${contact.outcome} = 'void' then ${at}::timestamptz else 'infinity' end, ${contact.reportedAt}, ${entryId})`,
);

export const contactById = statement(
  'contacts.contactById',
  {
    contact_id: 'text',
    client_key: 'int8',
    benefit_id: 'text',
    adviser_id: 'text',
    kind: 'text',
    channel: 'text',
    occurred_at: 'timestamptz',
    minutes: 'int2?',
    outcome: 'text',
    corrects: 'text?',
    report: 'text?',
    reported_at: 'timestamptz',
    valid: 'bool',
  },
  (contactId: string) => sql`
    select contact_id, client_key, benefit_id, adviser_id, kind, channel, occurred_at, minutes, outcome, corrects, report,
      reported_at, dead_from = 'infinity' as valid
    from contacts.contact where contact_id = ${contactId}`,
);

/** Whether a row, void or not, stands at the end of its chain: nothing corrects it, and no rival beats it or what it rests on. */
export const endsChain = statement(
  'contacts.endsChain',
  { ends: 'bool' },
  (contactId: string) => sql`
    with recursive above as (
      select contact_id, corrects, registered_at from contacts.contact where contact_id = ${contactId}
      union
      select c.contact_id, c.corrects, c.registered_at
      from contacts.contact c join above a on c.contact_id = a.corrects
    )
    select not exists (select from contacts.contact where corrects = ${contactId})
      and not exists (
        select from above a join contacts.contact rival on rival.corrects = a.corrects
        where (rival.registered_at, rival.contact_id) > (a.registered_at, a.contact_id)
      ) as ends`,
);

/** A row that is corrected is dead from then on. */
export const endValidity = statement(
  'contacts.endValidity',
  {},
  (contactId: string, at: string) => sql`
    update contacts.contact set dead_from = least(dead_from, ${at}::timestamptz) where contact_id = ${contactId}`,
);

/** Every row of the chain above a row, itself included, ends in void from a moment on. */
export const openVoid = statement(
  'contacts.openVoid',
  {},
  (contactId: string, at: string) => sql`
    with recursive above as (
      select contact_id, client_key, corrects from contacts.contact where contact_id = ${contactId}
      union
      select c.contact_id, c.client_key, c.corrects from contacts.contact c join above a on c.contact_id = a.corrects
    )
    insert into contacts.void_interval (contact_id, client_key, void_from)
    select contact_id, client_key, ${at}::timestamptz from above`,
);

/** A correction of a void row lifts the void of its whole chain. */
export const closeVoid = statement(
  'contacts.closeVoid',
  {},
  (contactId: string, at: string) => sql`
    with recursive above as (
      select contact_id, corrects from contacts.contact where contact_id = ${contactId}
      union
      select c.contact_id, c.corrects from contacts.contact c join above a on c.contact_id = a.corrects
    )
    update contacts.void_interval v set void_to = ${at}::timestamptz
    from above where v.contact_id = above.contact_id and v.void_to = 'infinity'`,
);

/** Another valid held contact of the benefit, adviser and kind that begins within 60 minutes. */
export const twiceWithinHour = statement(
  'contacts.twiceWithinHour',
  { twice: 'bool' },
  {
    build: (
      like: { readonly benefitId: string; readonly adviserId: string; readonly kind: string },
      occurredAt: string,
      except: string | null,
    ) => sql`
    select exists (
      select from contacts.contact
      where benefit_id = ${like.benefitId} and adviser_id = ${like.adviserId} and kind = ${like.kind}
        and outcome = 'held' and dead_from = 'infinity' and contact_id is distinct from ${except}
        and occurred_at between ${occurredAt}::timestamptz - interval '60 minutes'
          and ${occurredAt}::timestamptz + interval '60 minutes'
    ) as twice`,
    samples: [[{ benefitId: '', adviserId: '', kind: '' }, '', null]],
  },
);

export const benefitSpell = statement(
  'contacts.benefitSpell',
  { scheme: 'text', start_date: 'date', end_date: 'date?' },
  (benefitId: string) => sql`
    select scheme, start_date, end_date from registry.benefits
    where benefit_id = ${benefitId} and known_to = 'infinity' and not withdrawn`,
);

/** The adviser in whose caseload a benefit is on a day. */
export const adviserOfBenefit = statement(
  'contacts.adviserOfBenefit',
  { adviser_id: 'text' },
  (benefitId: string, day: string) => sql`
    select adviser_id from registry.assignments
    where benefit_id = ${benefitId} and known_to = 'infinity' and not withdrawn
      and from_date <= ${day}::date and (to_date is null or to_date > ${day}::date)`,
);

/** Rows that an act entered. */
export const contactsOfEntry = statement(
  'contacts.contactsOfEntry',
  { contact_id: 'text', benefit_id: 'text' },
  (entryId: number) => sql`
    select contact_id, benefit_id from contacts.contact where entry_id = ${entryId} order by contact_id`,
);

/** All rows of a client's contacts, corrected ones too, latest first. */
export const contactsOfClient = statement(
  'contacts.contactsOfClient',
  {
    contact_id: 'text',
    benefit_id: 'text',
    scheme: 'text',
    adviser_id: 'text',
    adviser_name: 'text',
    kind: 'text',
    channel: 'text',
    occurred_at: 'timestamptz',
    occurred_on: 'date',
    local_time: 'text',
    minutes: 'int2?',
    outcome: 'text',
    registered_at: 'timestamptz',
    corrects: 'text?',
    report: 'text?',
    reason: 'text?',
    valid: 'bool',
    replaced_by: 'text?',
    is_conversation: 'bool',
    is_contact: 'bool',
    by: 'text?',
    entry_id: 'int8?',
  },
  (clientId: string) => sql`
    select k.contact_id, k.benefit_id, b.scheme, k.adviser_id, a.name as adviser_name, k.kind, k.channel, k.occurred_at,
      k.occurred_on, to_char(k.occurred_at at time zone 'Europe/Amsterdam', 'HH24:MI') as local_time, k.minutes, k.outcome,
      k.registered_at, k.corrects, k.report, k.reason, k.dead_from = 'infinity' as valid, r.contact_id as replaced_by,
      k.is_conversation, k.is_contact, e.person_name as by, k.entry_id
    from registry.client c
    join contacts.contact k using (client_key)
    join registry.benefits b on b.benefit_id = k.benefit_id and b.known_to = 'infinity' and not b.withdrawn
    join organisation.advisers a on a.adviser_id = k.adviser_id and a.known_to = 'infinity'
    left join lateral (
      select w.contact_id from contacts.contact w where w.corrects = k.contact_id
      order by w.registered_at desc, w.contact_id desc limit 1
    ) r on true
    left join platform.entry e on e.entry_id = k.entry_id
    where c.client_id = ${clientId}
    order by k.occurred_at desc, k.registered_at desc, k.contact_id desc`,
);
