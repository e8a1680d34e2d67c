-- Runs of scheduled work: one row for each instant at which a job was due. Who holds the row's lock is doing the run, in
-- the very transaction that marks it finished; so of all processes exactly one does it, and a run that is broken off,
-- whatever the cause, leaves the row free and as it was.
create table platform.job_run (
  -- name of the action
  job text collate "C" not null,
  due_at timestamptz not null,
  failures int not null default 0,
  -- not before this: the due instant, later after a failure
  next_at timestamptz not null,
  finished_at timestamptz,
  primary key (job, due_at)
);
grant select, insert, update (failures, next_at, finished_at) on platform.job_run to {{app}};
