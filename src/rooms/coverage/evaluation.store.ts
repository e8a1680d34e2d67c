import sql, { empty, type Sql } from 'sql-template-tag';
import type { Norm } from './norm.ts';
import { computeNormTerms, type NormTerms } from './norm-terms.ts';
import { computeWindows, type Windows } from './windows.ts';

/** Whose benefits are evaluated; the rest of the evaluation is the same for one client and the nation. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'clients'; readonly clientKeys: readonly number[] }
  /** clients with any version of a benefit at one of these offices */
  | { readonly kind: 'offices'; readonly officeKeys: readonly number[] }
  /** clients with a benefit ever assigned to the adviser */
  | { readonly kind: 'caseload'; readonly adviserId: string };

export interface Asked {
  readonly windows: Windows;
  /** Known "at a date" is known before this instant. */
  readonly knownBefore: string;
  readonly scope: Scope;
  readonly norms: readonly NormTerms[];
}

/** The question of a date, as known before an instant, for these norms. */
export function askEvaluation(
  { at, knownBefore, scope }: { readonly at: string; readonly knownBefore: string; readonly scope: Scope },
  norms: readonly Norm[],
): Asked {
  return { windows: computeWindows(at), knownBefore, scope, norms: norms.map(computeNormTerms) };
}

/** Statements that cover every text an evaluation can have. */
export const scopeSamples: readonly Scope[] = [
  { kind: 'all' },
  { kind: 'clients', clientKeys: [] },
  { kind: 'offices', officeKeys: [] },
  { kind: 'caseload', adviserId: '' },
];

/** An evaluation of no norm, to prepare statements with. */
export function sampleAsked(scope: Scope): Asked {
  return askEvaluation({ at: '2019-08-31', knownBefore: '2019-08-31T22:00:00Z', scope }, []);
}

function scopeJoin(scope: Scope): Sql {
  switch (scope.kind) {
    case 'all':
      return empty;
    case 'clients':
      return sql`join unnest(${scope.clientKeys}::bigint[]) as scope (client_key) using (client_key)`;
    case 'offices':
      return sql`join (select distinct client_key from registry.benefits where office_key = any (${scope.officeKeys}::smallint[]))
        as scope using (client_key)`;
    case 'caseload':
      return sql`join (select distinct client_key from registry.assignments where adviser_id = ${scope.adviserId})
        as scope using (client_key)`;
  }
}

/**
 * The facts of the benefits in scope as known at K: `benefit`, `enrolment`, `job`, `trajectory`, `first_profile`, and
 * `service`, the one pass over contacts, with the counted contacts of every class per benefit. Ids are compared by byte:
 * sorting them in the order of Dutch takes most of the time otherwise.
 */
export function knownFacts({ windows: w, knownBefore: k, scope }: Omit<Asked, 'norms'>): Sql {
  const known = sql`known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn`;
  const isHeld = sql`c.outcome = 'held' and ${k}::timestamptz <= c.dead_from`;
  const isOpenOn = (day: Sql): Sql => sql`${day} between b.start_date and b.last_day`;
  return sql`
  benefit as materialized (
    select b.benefit_id collate "C" as benefit_id, b.client_key, b.scheme collate "C" as scheme, b.variant, b.insurer,
      b.work_capacity, b.start_date, b.end_date, b.office_key, b.office_id collate "C" as office_id,
      b.district_id collate "C" as district_id,
      b.start_date <= ${w.at}::date and (b.end_date is null or b.end_date > ${w.at}::date) as is_open,
      least(${w.at}::date, b.end_date - 1) as last_day
    from registry.benefits_at(${k}::timestamptz) b ${scopeJoin(scope)}
  ),
  enrolment as (
    select e.benefit_id,
      bool_or(e.from_date <= ${w.at}::date and (e.to_date is null or e.to_date > ${w.at}::date)) as is_enrolled,
      (array_agg(e.end_reason order by e.to_date desc, e.from_date desc) filter (where e.to_date <= ${w.at}::date))[1] as ended_by,
      (array_agg(e.review_date order by e.to_date desc, e.from_date desc) filter (where e.to_date <= ${w.at}::date))[1] as review_date
    from registry.enrolments e join benefit b on b.benefit_id = e.benefit_id
    where ${known}
    group by e.benefit_id
  ),
  job as (
    select client_key,
      bool_or(start_date <= ${w.at}::date and (end_date is null or end_date > ${w.at}::date)) as is_open,
      max(end_date) filter (where end_date <= ${w.at}::date) as ended_on
    from registry.employments
    where ${known} and client_key in (select client_key from benefit)
    group by client_key
  ),
  trajectory as (
    select t.benefit_id, min(t.purchased_on) as purchased_on
    from registry.trajectories t join benefit b on b.benefit_id = t.benefit_id
    where ${known} and t.purchased_on <= ${w.at}::date and (t.end_date is null or t.end_date > ${w.at}::date)
    group by t.benefit_id
  ),
  first_profile as (
    select distinct on (p.benefit_id) p.benefit_id, p.assessed_on, p.score
    from registry.profiles p join benefit b on b.benefit_id = p.benefit_id
    where ${known}
    order by p.benefit_id, p.assessed_on, p.profile_id
  ),
  moment as (
    select b.benefit_id,
      case when ${isHeld} and c.is_contact and ${isOpenOn(sql`c.occurred_on`)} then c.occurred_on end as contact_on,
      case when ${isHeld} and c.is_conversation and ${isOpenOn(sql`c.occurred_on`)} then c.occurred_on end as conversation_on,
      case
        when c.is_conversation and c.outcome <> 'void' and ${isOpenOn(sql`c.registered_on`)}
          and not exists (select from contacts.void_intervals v
            where v.contact_id = c.contact_id and v.void_from < ${k}::timestamptz and ${k}::timestamptz <= v.void_to)
        then c.registered_on
      end as invited_on,
      c.outcome = 'planned' and c.is_conversation and ${k}::timestamptz <= c.dead_from
        and c.occurred_on >= ${w.at}::date as is_ahead
    from contacts.contacts c
    join benefit booked on booked.benefit_id = c.benefit_id
    join benefit b on b.client_key = booked.client_key
    where c.known_from < ${k}::timestamptz and (c.is_contact or c.is_conversation)
    -- kept apart: the planner would write these cases out in each of the aggregates, twice the time of the whole
    offset 0
  ),
  service as materialized (
    select benefit_id,
      min(conversation_on) as conversation_first,
      max(conversation_on) as conversation_last,
      count(*) filter (where conversation_on >= ${w.yearStart}::date) as conversations_year,
      count(*) filter (where conversation_on > ${w.twelveMonthsBefore}::date) as conversations_12m,
      min(contact_on) as contact_first,
      max(contact_on) as contact_last,
      count(*) filter (where contact_on >= ${w.yearStart}::date) as contacts_year,
      count(*) filter (where contact_on > ${w.twelveMonthsBefore}::date) as contacts_12m,
      min(invited_on) as invited_first,
      bool_or(is_ahead) as is_planned
    from moment
    group by benefit_id
  )`;
}

/**
 * A norm as SQL, once: population and entry, counted contacts, due date, state. `fact` holds all that is known of a
 * benefit in one row, joined once for all norms. `judged` has one row for each norm and
 * each benefit that meets its filter, open or not; `state` is null where the benefit is not open on the date.
 */
export function judgedChain({ windows: w, norms }: Asked): Sql {
  return sql`
  norm as materialized (
    select norm_id collate "C" as norm_id, must, reading, scheme collate "C" as scheme, variant, insurer, capacity, capacity_not, start_from, start_to, by_activity,
      activities, score_max, counts, once_term, first_term, every_term, each_year
    from jsonb_to_recordset(${JSON.stringify(norms)}::jsonb) as n (norm_id text, must boolean, reading boolean, scheme text,
      variant text[], insurer text, capacity text[], capacity_not text[], start_from date, start_to date,
      by_activity boolean, activities boolean[], score_max numeric, counts text, once_term interval, first_term interval,
      every_term interval, each_year boolean)
  ),
  fact as materialized (
    select b.*, coalesce(e.is_enrolled, false) as is_enrolled, e.ended_by, e.review_date, coalesce(j.is_open, false) as is_working,
      j.ended_on as job_ended_on, t.purchased_on, f.assessed_on, f.score, s.conversation_first, s.conversation_last,
      coalesce(s.conversations_year, 0) as conversations_year, coalesce(s.conversations_12m, 0) as conversations_12m,
      s.contact_first, s.contact_last, coalesce(s.contacts_year, 0) as contacts_year,
      coalesce(s.contacts_12m, 0) as contacts_12m, s.invited_first, coalesce(s.is_planned, false) as is_planned
    from benefit b
    left join service s on s.benefit_id = b.benefit_id
    left join enrolment e on e.benefit_id = b.benefit_id
    left join job j on j.client_key = b.client_key
    left join trajectory t on t.benefit_id = b.benefit_id
    left join first_profile f on f.benefit_id = b.benefit_id
  ),
  candidate as (
    select n.norm_id, n.must, n.reading, n.counts, n.once_term, n.first_term, n.every_term, n.each_year, n.score_max,
      b.benefit_id, b.client_key, b.office_key, b.office_id, b.district_id, b.scheme, b.start_date, b.end_date,
      b.last_day, b.is_open, b.assessed_on, b.score, b.is_planned, b.is_enrolled, b.ended_by,
      case
        when not n.by_activity then 'start'
        when b.is_working then case when b.purchased_on > b.start_date then 'purchase' else 'start' end
        when b.job_ended_on > b.start_date then 'job_end' else 'start'
      end as entry_by,
      case
        when not n.by_activity then b.start_date
        when b.is_working then greatest(b.start_date, b.purchased_on)
        else greatest(b.start_date, b.job_ended_on)
      end as entry_on,
      case n.counts when 'conversation' then b.conversation_first when 'contact' then b.contact_first else b.invited_first end as first_on,
      case n.counts when 'conversation' then b.conversation_last when 'contact' then b.contact_last end as last_on,
      case n.counts when 'conversation' then b.conversations_year when 'contact' then b.contacts_year else 0 end as counted_year,
      case n.counts when 'conversation' then b.conversations_12m when 'contact' then b.contacts_12m else 0 end as counted_12m
    from norm n
    join fact b on b.scheme = n.scheme
    where b.start_date <= ${w.at}::date
      and (n.variant is null or b.variant = any (n.variant))
      and (n.insurer is null or b.insurer = n.insurer)
      and (n.capacity is null or b.work_capacity = any (n.capacity))
      and (n.capacity_not is null or b.work_capacity is null or b.work_capacity <> all (n.capacity_not))
      and (n.start_from is null or b.start_date >= n.start_from)
      and (n.start_to is null or b.start_date <= n.start_to)
      and n.activities[1 + 2 * b.is_working::int + (b.purchased_on is not null)::int]
  ),
  dated as (
    select c.*,
      case
        when once_term is not null then 'once'
        when last_on >= entry_on or last_on + every_term >= entry_on + first_term then 'every'
        else 'first'
      end as basis,
      case
        when once_term is not null then start_date + once_term
        when last_on >= entry_on then last_on + every_term
        else greatest(last_on + every_term, entry_on + first_term)
      end::date as term_on
    from candidate c
  ),
  judged as materialized (
    select d.norm_id, d.must, d.reading, d.counts, d.benefit_id, d.client_key, d.office_key, d.office_id, d.district_id,
      d.scheme, d.start_date, d.end_date, d.last_day, d.is_open, d.entry_by, d.entry_on, d.first_on, d.last_on, d.counted_year,
      d.counted_12m, d.is_planned, d.once_term is not null as is_once,
      case when d.each_year and d.counted_year = 0 and d.term_on > ${w.yearEnd}::date then 'calendar_year' else d.basis end as basis,
      y.due_on,
      case
        when not d.is_open then null
        when not d.is_enrolled and d.ended_by = 'declined' then 'declined'
        when not d.is_enrolled and d.ended_by = 'unreachable' then 'unreachable'
        when not d.is_enrolled then 'not_enrolled'
        when d.once_term is not null and d.first_on is not null then 'met'
        when y.due_on < ${w.at}::date then case when d.is_planned then 'overdue_planned' else 'overdue' end
        when y.due_on <= ${w.at}::date + 28 then case when d.is_planned then 'due_planned' else 'due' end
        else 'in_view'
      end as state
    from dated d
    cross join lateral (
      select case when d.each_year and d.counted_year = 0 then least(d.term_on, ${w.yearEnd}::date) else d.term_on end as due_on
    ) y
    where d.score_max is null
      or (d.assessed_on <= least(${w.at}::date, y.due_on) and d.score <= d.score_max)
  )`;
}

/** `counted`: what a benefit adds to each measure of a norm; days open in the year and in the 12 months before. */
export function countedRows({ windows: w }: Asked): Sql {
  return sql`
  counted as (
    select j.*, greatest(0, j.last_day - greatest(j.start_date, ${w.yearStart}::date) + 1) as days_year,
      greatest(0, j.last_day - greatest(j.start_date, ${w.twelveMonthsBefore}::date + 1) + 1) as days_12m,
      j.is_once and j.due_on between ${w.yearStart}::date and ${w.at}::date
        and (coalesce(j.first_on <= j.due_on, false) or j.end_date is null or j.end_date > j.due_on) as in_time_of
    from judged j
  )`;
}

/** `included`: the Wajong benefits of the figures of inclusion with their state in it. */
export function includedRows({ windows: w }: Asked): Sql {
  return sql`
  included as (
    select b.benefit_id, b.client_key, b.office_key, b.office_id, b.district_id, b.scheme, b.start_date,
      case
        when b.work_capacity = 'unknown' then 'capacity_unknown'
        when coalesce(e.is_enrolled, false) then 'enrolled'
        when e.ended_by in ('declined', 'unreachable') then e.ended_by
        else 'not_enrolled'
      end as state,
      b.work_capacity = 'yes' and not coalesce(e.is_enrolled, false)
        and coalesce(e.ended_by in ('declined', 'unreachable') and e.review_date < ${w.at}::date, false) as is_review_passed
    from benefit b left join enrolment e on e.benefit_id = b.benefit_id
    where b.scheme = 'WAJONG' and b.is_open and b.work_capacity in ('yes', 'unknown')
  )`;
}
