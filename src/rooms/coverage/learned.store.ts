import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';

export interface LearnedAsked {
  readonly benefitIds: readonly string[];
  /** Facts that became known from the first instant on and before the second. */
  readonly from: string;
  readonly before: string;
  readonly at: string;
}

/**
 * What was learned of benefits between two instants, most telling first: of the benefit itself, of contacts of its
 * client, of what hangs on either, each with the day since which it is known and a contact with its kind and channel.
 * `replaced` where a delivered version put an entered one aside.
 */
export const listLearned = statement(
  'coverage.listLearned',
  {
    benefit_id: 'text',
    code: 'text',
    on_date: 'date?',
    known_on: 'date',
    kind: 'text?',
    channel: 'text?',
    place: 'int4',
  },
  ({ benefitIds, from, before, at }: LearnedAsked) => {
    const arrived = sql`v.known_from >= ${from}::timestamptz and v.known_from < ${before}::timestamptz and v.known_from < v.known_to`;
    // whose versions changed: those of the benefit, or of its client
    const changed = (code: string, rows: Sql, date: Sql): Sql => sql`
    select distinct p.benefit_id, ${code}::text as code, ${date} as on_date, v.known_from, null::text as kind, null::text as channel, 5 as place
    from ${rows} where ${arrived}`;
    return sql`
  with old as (
    select benefit_id, client_key, office_id, start_date, end_date, work_capacity, insurer, withdrawn, entry_id
    from registry.benefits
    where benefit_id = any (${benefitIds}::text[]) and known_from < ${from}::timestamptz and ${from}::timestamptz <= known_to
  ),
  new as (
    select benefit_id, client_key, office_id, start_date, end_date, work_capacity, insurer, withdrawn, delivery_id, known_from
    from registry.benefits
    where benefit_id = any (${benefitIds}::text[]) and known_from < ${before}::timestamptz and ${before}::timestamptz <= known_to
  ),
  own as (
    select n.benefit_id, coalesce(o.withdrawn, true) as was_absent, n.withdrawn as is_absent, n.known_from, o.client_key <> n.client_key as is_moved,
      o.office_id <> n.office_id as is_elsewhere, o.end_date as old_end, n.end_date as new_end, n.start_date,
      o.start_date <> n.start_date as is_shifted, o.work_capacity is distinct from n.work_capacity as is_reassessed,
      o.insurer is distinct from n.insurer as is_reinsured, o.entry_id is not null and n.delivery_id is not null as is_replaced
    from new n left join old o on o.benefit_id = n.benefit_id
  ),
  person as (
    select distinct c.benefit_id, c.client_key from (
      select benefit_id, client_key from old union select benefit_id, client_key from new
    ) c
  ),
  -- every benefit of the same client: contacts count for all of them
  related as (
    select distinct p.benefit_id, b.benefit_id as on_benefit
    from person p join registry.benefits b on b.client_key = p.client_key
  ),
  about_benefit as (
    select benefit_id, 'benefit_new' as code, start_date as on_date, known_from, 1 as place from own where was_absent and not is_absent
    union all select benefit_id, 'benefit_withdrawn', null, known_from, 1 from own where is_absent and not was_absent
    union all select benefit_id, 'benefit_replaced', null, known_from, 2 from own where is_replaced
    union all select benefit_id, 'benefit_moved_client', null, known_from, 2 from own where is_moved and not was_absent and not is_absent
    union all select benefit_id, 'benefit_moved_office', null, known_from, 3 from own where is_elsewhere and not was_absent and not is_absent
    union all select benefit_id, 'benefit_ended', new_end, known_from, 3 from own where not was_absent and old_end is null and new_end is not null
    union all select benefit_id, 'benefit_reopened', old_end, known_from, 3 from own where not was_absent and old_end is not null and new_end is null
    union all select benefit_id, 'benefit_end_changed', new_end, known_from, 3 from own where not was_absent and old_end <> new_end
    union all select benefit_id, 'benefit_start_changed', start_date, known_from, 3 from own where not was_absent and is_shifted
    union all select benefit_id, 'capacity_changed', null, known_from, 3 from own where not was_absent and not is_absent and is_reassessed
    union all select benefit_id, 'insurer_changed', null, known_from, 3 from own where not was_absent and not is_absent and is_reinsured
  ),
  learned as (
    select benefit_id, code, on_date, known_from, null::text as kind, null::text as channel, place from about_benefit
    union all
    select distinct r.benefit_id, case when v.outcome = 'void' then 'contact_withdrawn' when v.corrects is not null then 'contact_corrected' else 'contact_late' end,
      v.occurred_on, v.known_from, v.kind, v.channel, 4
    from related r join contacts.contacts v on v.benefit_id = r.on_benefit
    where v.known_from >= ${from}::timestamptz and v.known_from < ${before}::timestamptz and v.occurred_on <= ${at}::date and v.is_contact
      and (v.outcome = 'held' or v.corrects is not null or v.is_conversation)
    union all ${changed('enrolment_changed', sql`person p join registry.enrolments v on v.benefit_id = p.benefit_id`, sql`coalesce(v.to_date, v.from_date)`)}
    union all ${changed('job_changed', sql`person p join registry.employments v on v.client_key = p.client_key`, sql`coalesce(v.end_date, v.start_date)`)}
    union all ${changed('trajectory_changed', sql`person p join registry.trajectories v on v.benefit_id = p.benefit_id`, sql`coalesce(v.end_date, v.purchased_on)`)}
    union all ${changed('profile_changed', sql`person p join registry.profiles v on v.benefit_id = p.benefit_id`, sql`v.assessed_on`)}
  )
  select benefit_id, code, on_date, (known_from at time zone 'Europe/Amsterdam')::date as known_on, kind, channel, place
  from learned order by benefit_id, place, on_date desc nulls last, known_from, code`;
  },
);
