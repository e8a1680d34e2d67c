import sql from 'sql-template-tag';
import { statement } from '../db/statement.ts';

/** Every process opens the run; one of them finds no row yet. */
export const openRun = statement(
  'platform.openRun',
  {},
  (job: string, dueAt: string) => sql`
    insert into platform.job_run (job, due_at, next_at)
    values (${job}, ${dueAt}, ${dueAt})
    on conflict do nothing`,
);

/** Takes the run for this transaction; no row when it is finished, must wait, or somebody else is doing it. */
export const takeRun = statement(
  'platform.takeRun',
  { failures: 'int4' },
  (job: string, dueAt: string, now: string) => sql`
    select failures from platform.job_run
    where job = ${job} and due_at = ${dueAt}::timestamptz and finished_at is null and next_at <= ${now}::timestamptz
    for update skip locked`,
);

export const finishRun = statement(
  'platform.finishRun',
  {},
  (job: string, dueAt: string, now: string) => sql`
    update platform.job_run set finished_at = ${now}::timestamptz
    where job = ${job} and due_at = ${dueAt}::timestamptz`,
);

/** After a failure the next try waits 1, 2, 4, ... minutes, at most an hour; no row when another process saw to it. */
export const postponeRun = statement(
  'platform.postponeRun',
  { failures: 'int4', next_at: 'timestamptz' },
  (job: string, dueAt: string, now: string) => sql`
    update platform.job_run
    set failures = failures + 1,
      next_at = ${now}::timestamptz + make_interval(mins => least(60, 2 ^ least(failures, 6))::int)
    where job = ${job} and due_at = ${dueAt}::timestamptz and finished_at is null and next_at <= ${now}::timestamptz
    returning failures, next_at`,
);
