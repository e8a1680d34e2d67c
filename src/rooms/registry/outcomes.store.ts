import sql from 'sql-template-tag';
import { statement } from '../../platform/db/statement.ts';
import type { RegisterAt } from './profiles.store.ts';

/**
 * WW benefits by month of start in the year before that of `at`, of months of which every day plus 12 months has come:
 * in work (a job open) and on WW (any WW benefit of the client open) on the day 12 months after their start.
 */
export const listOutcomes = statement(
  'registry.listOutcomes',
  { month: 'text', started: 'int8', in_work: 'int8', on_ww: 'int8' },
  ({ at, knownBefore: k }: RegisterAt) => sql`
  with ww as materialized (
    select benefit_id, client_key, start_date, end_date
    from registry.benefits_at(${k}::timestamptz)
    where scheme = 'WW'
  ),
  job as (
    select client_key, start_date, end_date from registry.employments
    where known_from < ${k}::timestamptz and ${k}::timestamptz <= known_to and not withdrawn
  ),
  started as (
    select benefit_id, client_key, date_trunc('month', start_date) as month,
      (start_date + interval '12 months')::date as judged_on
    from ww
    where extract(year from start_date) = extract(year from ${at}::date) - 1
      and (date_trunc('month', start_date) + interval '1 month' - interval '1 day' + interval '12 months')::date <= ${at}::date
  ),
  working as (
    select distinct s.benefit_id from started s join job j on j.client_key = s.client_key
    where j.start_date <= s.judged_on and (j.end_date is null or j.end_date > s.judged_on)
  ),
  receiving as (
    select distinct s.benefit_id from started s join ww b on b.client_key = s.client_key
    where b.start_date <= s.judged_on and (b.end_date is null or b.end_date > s.judged_on)
  )
  select to_char(s.month, 'YYYY-MM') as month, count(*) as started, count(w.benefit_id) as in_work,
    count(r.benefit_id) as on_ww
  from started s
  left join working w on w.benefit_id = s.benefit_id
  left join receiving r on r.benefit_id = s.benefit_id
  group by s.month`,
);
