import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import {
  type Asked,
  countedRows,
  includedRows,
  judgedChain,
  knownFacts,
  sampleAsked,
  scopeSamples,
} from './evaluation.store.ts';

/** What one benefit is to one norm: everything that any measure of the norm is made of. */
const memberColumns = {
  norm_id: 'text',
  benefit_id: 'text',
  client_key: 'int8',
  office_key: 'int2',
  scheme: 'text',
  start_date: 'date',
  is_open: 'bool',
  state: 'text?',
  due_on: 'date',
  last_on: 'date?',
  counted_year: 'int8',
  counted_12m: 'int8',
  days_year: 'int4',
  days_12m: 'int4',
  in_time: 'bool',
  in_time_of: 'bool',
} as const;

/** Benefits behind the figures: the same evaluation with the rows kept instead of counted. */
export const listMembers = statement('coverage.listMembers', memberColumns, {
  build: (asked: Asked) => sql`
  with ${knownFacts(asked)}, ${judgedChain(asked)}, ${countedRows(asked)}
  select norm_id, benefit_id, client_key, office_key, scheme, start_date, is_open, state, due_on, last_on, counted_year,
    counted_12m, days_year, days_12m, in_time_of and coalesce(first_on <= due_on, false) as in_time, in_time_of
  from counted
  where is_open or in_time_of or counted_12m > 0 or counted_year > 0 or days_year > 0 or days_12m > 0`,
  samples: scopeSamples.map((scope): [Asked] => [sampleAsked(scope)]),
});

/** Wajong benefits of the inclusion figures with their state in it. */
export const listIncluded = statement(
  'coverage.listIncluded',
  {
    benefit_id: 'text',
    client_key: 'int8',
    office_key: 'int2',
    scheme: 'text',
    start_date: 'date',
    state: 'text',
    is_review_passed: 'bool',
  },
  {
    build: (asked: Asked) => sql`
  with ${knownFacts(asked)}, ${includedRows(asked)}
  select benefit_id, client_key, office_key, scheme, start_date, state, is_review_passed from included`,
    samples: scopeSamples.map((scope): [Asked] => [sampleAsked(scope)]),
  },
);

export interface Entered {
  readonly scheme: string;
  readonly from: string;
  /** null: the nation */
  readonly officeKeys: readonly number[] | null;
}

/** First counted conversation of the benefits of a scheme, by quarter of entry. */
export const listEntryQuarters = statement(
  'coverage.listEntryQuarters',
  { quarter: 'text', months: 'int4', numerator: 'int8', denominator: 'int8' },
  {
    build: (asked: Asked, entered: Entered) => sql`
  with ${knownFacts(asked)},
  entered as (
    select date_trunc('quarter', b.start_date)::date as quarter, m.months, s.conversation_first, b.end_date,
      (b.start_date + make_interval(months => m.months))::date as seen_by
    from benefit b
    cross join unnest(array[1, 2, 3, 6, 9, 12]) as m (months)
    left join service s on s.benefit_id = b.benefit_id
    where b.scheme = ${entered.scheme} and b.start_date between ${entered.from}::date and ${asked.windows.at}::date
      and (${entered.officeKeys}::smallint[] is null or b.office_key = any (${entered.officeKeys}::smallint[]))
  )
  select to_char(quarter, 'YYYY-"Q"Q') as quarter, months, count(*) filter (where conversation_first <= seen_by) as numerator,
    count(*) filter (where conversation_first <= seen_by or end_date is null or end_date > seen_by) as denominator
  from entered
  where ((quarter + interval '3 months')::date - 1 + make_interval(months => months))::date <= ${asked.windows.at}::date
  group by quarter, months
  order by quarter, months`,
    samples: scopeSamples.map((scope): [Asked, Entered] => [
      sampleAsked(scope),
      { scheme: 'WW', from: '2017-01-01', officeKeys: null },
    ]),
  },
);
