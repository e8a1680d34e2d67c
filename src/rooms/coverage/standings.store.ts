import sql, { type Sql } from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import { type Asked, judgedChain, knownFacts, sampleAsked, scopeSamples } from './evaluation.store.ts';

/** Whose benefits make the lines; other benefits of the same clients ride along. */
export type Owned =
  /** `onlyScheme`: the one scheme that the reader serves, else null */
  | { readonly kind: 'all'; readonly onlyScheme: string | null }
  | { readonly kind: 'offices'; readonly officeKeys: readonly number[]; readonly onlyScheme: string | null }
  | { readonly kind: 'caseload'; readonly adviserId: string };

export const ownedSamples: readonly Owned[] = [
  { kind: 'all', onlyScheme: null },
  { kind: 'offices', officeKeys: [], onlyScheme: null },
  { kind: 'caseload', adviserId: '' },
];

function ownedBenefits(owned: Owned): Sql {
  switch (owned.kind) {
    case 'all':
      return sql`(${owned.onlyScheme}::text is null or scheme = ${owned.onlyScheme}::text)`;
    case 'offices':
      return sql`office_key = any (${owned.officeKeys}::smallint[])
        and (${owned.onlyScheme}::text is null or scheme = ${owned.onlyScheme}::text)`;
    case 'caseload':
      return sql`benefit_id in (select benefit_id from assigned where adviser_id = ${owned.adviserId})`;
  }
}

/** `assigned`: assignments open on the date; `own`: the benefits that make the lines. */
export function ownedChain({ windows: w, knownBefore: k }: Asked, owned: Owned): Sql {
  return sql`
  assigned as materialized (
    select a.benefit_id, a.adviser_id
    from registry.assignments a
    join benefit b on b.benefit_id = a.benefit_id
    join organisation.advisers v on v.adviser_id = a.adviser_id
      and v.known_from < ${k}::timestamptz and ${k}::timestamptz <= v.known_to and not v.withdrawn
    where a.known_from < ${k}::timestamptz and ${k}::timestamptz <= a.known_to and not a.withdrawn
      and a.from_date <= ${w.at}::date and (a.to_date is null or a.to_date > ${w.at}::date)
  ),
  own as materialized (
    select b.benefit_id, b.client_key, b.scheme, b.work_capacity, b.start_date, b.is_open
    from benefit b where ${ownedBenefits(owned)}
  )`;
}

/**
 * Every client of the unit who stands on a list: earliest must obligation, earliest advised one, the lists of their own,
 * the norms with an open obligation and the schemes. Counters and lists are both made from these rows.
 */
export const listStandings = statement(
  'coverage.listStandings',
  {
    client_key: 'int8',
    client_id: 'text',
    state: 'text?',
    due_on: 'date?',
    advised_on: 'date?',
    lists: 'text[]',
    norms: 'text[]',
    schemes: 'text[]',
  },
  {
    build: (asked: Asked, owned: Owned) => {
      const w = asked.windows;
      const k = asked.knownBefore;
      return sql`
  with ${knownFacts(asked)}, ${judgedChain(asked)}, ${ownedChain(asked, owned)},
  obliged as (
    -- membership rather than joins: a join is planned as a loop, for nobody can foresee how many there are
    select j.client_key,
      (array_agg(j.state order by j.due_on, j.norm_id, j.benefit_id) filter (where j.must and j.state in ('overdue', 'overdue_planned', 'due', 'due_planned', 'in_view')))[1] as state,
      min(j.due_on) filter (where j.must and j.state in ('overdue', 'overdue_planned', 'due', 'due_planned', 'in_view')) as due_on,
      min(j.due_on) filter (where not j.must and j.state in ('overdue', 'overdue_planned', 'due', 'due_planned')) as advised_on,
      bool_or(j.must and j.state = 'not_enrolled') as is_not_enrolled,
      bool_or(j.must and j.state not in ('declined', 'unreachable', 'not_enrolled')
        and j.benefit_id not in (select benefit_id from assigned)) as is_unassigned,
      array_agg(distinct j.norm_id) filter (where j.state in ('overdue', 'overdue_planned', 'due', 'due_planned', 'in_view')) as norms
    from (
      select j.*, j.benefit_id in (select benefit_id from own) as is_own
      from judged j where j.is_open and not j.reading
      offset 0
    ) j
    where j.is_own
    group by j.client_key
  ),
  planned as (
    select b.client_key, bool_or(c.occurred_on = ${w.at}::date) as is_today,
      bool_or(c.occurred_on between ${w.at}::date and ${w.at}::date + 6) as is_week,
      bool_or(c.occurred_on < ${w.at}::date and c.benefit_id in (select benefit_id from own)) as is_to_register
    from contacts.contacts c
    join benefit b on b.benefit_id = c.benefit_id
    where c.known_from < ${k}::timestamptz and ${k}::timestamptz <= c.dead_from and c.outcome = 'planned'
    group by b.client_key
  ),
  kept as (
    select o.client_key, array_agg(distinct o.scheme) filter (where o.is_open) as schemes,
      bool_or(o.is_open and o.scheme = 'WW' and o.start_date <= ${w.at}::date - 28
        and (p.assessed_on is null or p.assessed_on > ${w.at}::date)) as is_unprofiled,
      bool_or(o.is_open and not coalesce(e.is_enrolled, false) and e.ended_by in ('declined', 'unreachable')
        and e.review_date < ${w.at}::date) as is_review_passed,
      bool_or(o.is_open and o.scheme = 'WAJONG' and o.work_capacity = 'unknown') as is_capacity_unknown
    from own o
    left join first_profile p on p.benefit_id = o.benefit_id
    left join enrolment e on e.benefit_id = o.benefit_id
    group by o.client_key
  ),
  standing as (
    -- gathered rather than joined, for the same reason
    select client_key, max(state) as state, max(due_on) as due_on, max(advised_on) as advised_on,
      max(norms) as norms, max(schemes) as schemes,
      array_remove(array[
        case when bool_or(is_to_register) then 'to-register' end, case when bool_or(is_today) then 'planned-today' end,
        case when bool_or(is_week) then 'planned-week' end, case when bool_or(is_not_enrolled) then 'not-enrolled' end,
        case when bool_or(is_unassigned) then 'without-adviser' end,
        case when bool_or(is_unprofiled) then 'ww-unprofiled' end,
        case when bool_or(is_review_passed) then 'review-passed' end,
        case when bool_or(is_capacity_unknown) then 'capacity-unknown' end
      ], null) as lists
    from (
      select client_key, true as is_own, schemes, is_unprofiled, is_review_passed, is_capacity_unknown,
        null as state, null::date as due_on, null::date as advised_on, null::text[] as norms,
        null::bool as is_not_enrolled, null::bool as is_unassigned,
        null::bool as is_today, null::bool as is_week, null::bool as is_to_register
      from kept
      union all
      select client_key, false, null, null, null, null, state, due_on, advised_on, norms, is_not_enrolled, is_unassigned,
        null, null, null
      from obliged
      union all
      select client_key, false, null, null, null, null, null, null, null, null, null, null, is_today, is_week, is_to_register
      from planned
    ) part
    group by client_key
    having bool_or(is_own)
  )
  select s.client_key, c.client_id, s.state, s.due_on, s.advised_on, s.lists, coalesce(s.norms, '{}') as norms,
    coalesce(s.schemes, '{}') as schemes
  from standing s join registry.clients c on c.client_key = s.client_key and c.known_to = 'infinity'
  where s.state is not null or s.advised_on is not null or s.lists <> '{}'`;
    },
    samples: scopeSamples.flatMap((scope) => ownedSamples.map((owned): [Asked, Owned] => [sampleAsked(scope), owned])),
  },
);

/** Obligations of every open benefit of the clients in scope; `is_own` where the benefit makes the line. */
export const listObligations = statement(
  'coverage.listObligations',
  {
    client_key: 'int8',
    benefit_id: 'text',
    norm_id: 'text',
    state: 'text',
    due_on: 'date',
    basis: 'text',
    entry_by: 'text',
    entry_on: 'date',
    start_date: 'date',
    last_on: 'date?',
    is_own: 'bool',
  },
  {
    build: (asked: Asked, owned: Owned) => sql`
  with ${knownFacts(asked)}, ${judgedChain(asked)}, ${ownedChain(asked, owned)}
  select j.client_key, j.benefit_id, j.norm_id, j.state, j.due_on, j.basis, j.entry_by, j.entry_on, j.start_date, j.last_on,
    o.benefit_id is not null as is_own
  from judged j left join own o on o.benefit_id = j.benefit_id
  where j.is_open and not j.reading
  order by j.due_on, j.norm_id, j.benefit_id`,
    samples: ownedSamples.map((owned): [Asked, Owned] => [sampleAsked({ kind: 'clients', clientKeys: [] }), owned]),
  },
);
