-- What others need to know of accepted deliveries: their place in the order of acceptance, and whether rows in them are
-- known since ever (a file's first delivery).
create view deliveries.acceptances with (security_invoker) as
  select d.delivery_id, d.delivered_at, row_number() over (order by d.delivery_id)::int as place,
    exists (
      select from deliveries.delivery_file f
      where f.delivery_id = d.delivery_id and not exists (
        select from deliveries.delivery_file e where e.file = f.file and e.delivery_id < f.delivery_id
      )
    ) as holds_first_file
  from deliveries.delivery d;
grant select on deliveries.acceptances to {{app}}, {{figures}};

-- Figures kept for trends: one evaluation of all norms in force at a date, as known at another. It holds as long as no
-- fact known then has come since: `deliveries` and `entries` say what it was computed from.
create table coverage.kept_evaluation (
  at date not null,
  known date not null,
  -- a hash of the question: text of the statement, windows, norms; another product version asks another question
  method text not null,
  -- id and version of each norm
  norms text[] not null,
  -- accepted deliveries at the time
  deliveries int not null,
  -- acts entered before the end of `known`
  entries int not null,
  primary key (at, known)
);
create table coverage.kept_figure (
  at date not null,
  known date not null,
  part text not null,
  -- the norm's id in part `norm`
  key text not null,
  level text not null,
  unit text collate "C" not null,
  values int[] not null,
  primary key (at, known, part, key, level, unit),
  foreign key (at, known) references coverage.kept_evaluation on delete cascade
);
grant select, insert, delete on coverage.kept_evaluation to {{app}};
grant select, insert on coverage.kept_figure to {{app}};
grant select on coverage.kept_evaluation, coverage.kept_figure to {{figures}};
