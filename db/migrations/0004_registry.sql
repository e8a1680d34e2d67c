-- Clients and what the register holds of them. Versions as in 0003. client_key leads the keys of client data.
create schema registry;
grant usage on schema registry to {{app}}, {{figures}};

-- One unversioned row per client: the lock that every writer takes first, the reach, later the shard.
-- offices = those of all its benefits (latest versions, open or ended).
create table registry.client (
  client_key bigint generated always as identity primary key,
  client_id text collate "C" not null unique,
  offices smallint[] not null default '{}',
  protected boolean not null default false
);
-- Dates of each assignment's latest version: whose caseload opens the client today.
create table registry.client_adviser (
  client_key bigint not null,
  benefit_id text collate "C" not null,
  adviser_id text collate "C" not null,
  from_date date not null,
  to_date date,
  primary key (benefit_id, from_date)
);
create index client_adviser_client on registry.client_adviser (client_key, adviser_id);
create index client_adviser_adviser on registry.client_adviser (adviser_id);

create table registry.client_version (
  version_id bigint generated always as identity primary key,
  client_key bigint not null,
  client_id text collate "C" not null,
  birth_date date, bsn_cipher bytea, bsn_hash bytea,
  given_name text, family_name text, sex text, postcode text, phone text, email text,
  preferred_channel text, education text, language text, digital boolean, protected boolean,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create table registry.benefit_version (
  version_id bigint generated always as identity primary key,
  client_key bigint not null,
  benefit_id text collate "C" not null, client_id text collate "C" not null,
  scheme text, variant text, insurer text, office_id text collate "C", office_key smallint,
  start_date date, end_date date, end_reason text, max_end_date date, work_capacity text,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
-- client_key of what hangs on a benefit is that of the benefit's latest version (bookkeeping for reach and lock);
-- evaluation joins on benefit_id, because a benefit can move to another client.
create table registry.enrolment_version (
  version_id bigint generated always as identity primary key,
  client_key bigint not null,
  benefit_id text collate "C" not null, from_date date not null, to_date date, end_reason text, review_date date,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint,
  constraint overlapping_enrolment exclude using gist (benefit_id with =, daterange(from_date, to_date) with &&)
    where (known_to = 'infinity' and not withdrawn) deferrable initially deferred
);
create table registry.assignment_version (
  version_id bigint generated always as identity primary key,
  client_key bigint not null,
  benefit_id text collate "C" not null, from_date date not null, to_date date, adviser_id text collate "C",
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint,
  constraint overlapping_assignment exclude using gist (benefit_id with =, daterange(from_date, to_date) with &&)
    where (known_to = 'infinity' and not withdrawn) deferrable initially deferred
);
create table registry.employment_version (
  version_id bigint generated always as identity primary key,
  client_key bigint not null,
  employment_id text collate "C" not null, client_id text collate "C" not null,
  start_date date, end_date date, hours_per_week numeric, sector text,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create table registry.trajectory_version (
  version_id bigint generated always as identity primary key,
  client_key bigint not null,
  trajectory_id text collate "C" not null, benefit_id text collate "C" not null,
  kind text, purchased_on date, start_date date, end_date date, cost_cents bigint,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create table registry.profile_version (
  version_id bigint generated always as identity primary key,
  client_key bigint not null,
  profile_id text collate "C" not null, benefit_id text collate "C" not null,
  instrument text, assessed_on date, score numeric, valid_until date,
  possibilities text, obstacles text, goal text, support text,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);

create unique index client_latest on registry.client_version (client_id) where known_to = 'infinity';
create unique index benefit_latest on registry.benefit_version (benefit_id) where known_to = 'infinity';
create unique index enrolment_latest on registry.enrolment_version (benefit_id, from_date) where known_to = 'infinity';
create unique index assignment_latest on registry.assignment_version (benefit_id, from_date) where known_to = 'infinity';
create unique index employment_latest on registry.employment_version (employment_id) where known_to = 'infinity';
create unique index trajectory_latest on registry.trajectory_version (trajectory_id) where known_to = 'infinity';
create unique index profile_latest on registry.profile_version (profile_id) where known_to = 'infinity';

create index client_of on registry.client_version (client_id, version_id);
create index client_client on registry.client_version (client_key);
create index client_bsn on registry.client_version (bsn_hash) where bsn_hash is not null;
create index client_name on registry.client_version (lower(family_name) text_pattern_ops) where known_to = 'infinity';
create index client_birth on registry.client_version (birth_date) where known_to = 'infinity';
create index benefit_of on registry.benefit_version (benefit_id, version_id);
create index benefit_client on registry.benefit_version (client_key);
create index enrolment_of on registry.enrolment_version (benefit_id, from_date, version_id);
create index enrolment_client on registry.enrolment_version (client_key);
create index assignment_of on registry.assignment_version (benefit_id, from_date, version_id);
create index assignment_client on registry.assignment_version (client_key);
create index employment_of on registry.employment_version (employment_id, version_id);
create index employment_client on registry.employment_version (client_key);
create index trajectory_of on registry.trajectory_version (trajectory_id, version_id);
create index trajectory_client on registry.trajectory_version (client_key);
create index profile_of on registry.profile_version (profile_id, version_id);
create index profile_client on registry.profile_version (client_key);

-- Reach: the client row decides, every other client table follows it. Settings come from the platform with each
-- transaction; without them nothing is visible. client_adviser has a policy of its own that looks at no other table,
-- so that the policy of client may read it.
alter table registry.client enable row level security;
create policy reach on registry.client to {{app}} using (
  exists (
    select from registry.client_adviser a
    where a.client_key = client.client_key
      and a.adviser_id = (select nullif(current_setting('sluitend.adviser', true), ''))
      and a.from_date <= (select nullif(current_setting('sluitend.today', true), '')::date)
      and (a.to_date is null or a.to_date > (select nullif(current_setting('sluitend.today', true), '')::date))
  )
  or (
    ((select current_setting('sluitend.nation', true)) = 'true'
      or offices && (select nullif(current_setting('sluitend.offices', true), '')::smallint[]))
    and (not protected or (select current_setting('sluitend.opens_protected', true)) = 'true')
  )
);
create policy figures on registry.client for select to {{figures}} using (true);
alter table registry.client_adviser enable row level security;
create policy own on registry.client_adviser for select to {{app}}
  using (adviser_id = (select nullif(current_setting('sluitend.adviser', true), '')));
create policy figures on registry.client_adviser for select to {{figures}} using (true);

do $$
declare t text;
begin
  foreach t in array array['client', 'benefit', 'enrolment', 'assignment', 'employment', 'trajectory', 'profile'] loop
    execute format('alter table registry.%I enable row level security', t || '_version');
    execute format('create policy reach on registry.%1$I to {{app}} using (exists (select from registry.client c where c.client_key = %1$I.client_key))', t || '_version');
    execute format('create policy figures on registry.%I for select to {{figures}} using (true)', t || '_version');
  end loop;
end $$;

-- Published views: every version, for other rooms.
create view registry.clients with (security_invoker) as
  select client_key, client_id, birth_date, bsn_hash is not null as has_bsn, given_name, family_name, sex, postcode, phone,
    email, preferred_channel, education, language, digital, protected, known_from, known_to, withdrawn
  from registry.client_version;
create view registry.benefits with (security_invoker) as
  select version_id, client_key, benefit_id, client_id, scheme, variant, insurer, office_id, office_key, start_date,
    end_date, end_reason, max_end_date, work_capacity, known_from, known_to, withdrawn, delivery_id, entry_id
  from registry.benefit_version;
create view registry.enrolments with (security_invoker) as
  select version_id, client_key, benefit_id, from_date, to_date, end_reason, review_date, known_from, known_to, withdrawn,
    delivery_id, entry_id
  from registry.enrolment_version;
create view registry.assignments with (security_invoker) as
  select version_id, client_key, benefit_id, from_date, to_date, adviser_id, known_from, known_to, withdrawn, delivery_id,
    entry_id
  from registry.assignment_version;
create view registry.employments with (security_invoker) as
  select version_id, client_key, employment_id, client_id, start_date, end_date, hours_per_week, sector, known_from,
    known_to, withdrawn, delivery_id, entry_id
  from registry.employment_version;
create view registry.trajectories with (security_invoker) as
  select version_id, client_key, trajectory_id, benefit_id, kind, purchased_on, start_date, end_date, cost_cents,
    known_from, known_to, withdrawn, delivery_id, entry_id
  from registry.trajectory_version;
create view registry.profiles with (security_invoker) as
  select version_id, client_key, profile_id, benefit_id, instrument, assessed_on, score, valid_until, possibilities,
    obstacles, goal, support, known_from, known_to, withdrawn, delivery_id, entry_id
  from registry.profile_version;

grant select on all tables in schema registry to {{app}}, {{figures}};
-- A writer locks the client's row first; a lock needs the right to update, the columns are bookkeeping.
grant update (offices) on registry.client to {{app}};
grant insert on registry.benefit_version, registry.enrolment_version, registry.assignment_version,
  registry.profile_version to {{app}};
grant update (known_to) on registry.benefit_version, registry.enrolment_version, registry.assignment_version,
  registry.profile_version to {{app}};

-- Bookkeeping kept by the database itself, set-based, whoever writes: client_adviser from the latest assignments,
-- offices and protection of the client row from the latest benefits and client versions.
create function registry.keep_client_adviser() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from registry.client_adviser a
  using (select distinct benefit_id, from_date from changed) c
  where a.benefit_id = c.benefit_id and a.from_date = c.from_date;
  insert into registry.client_adviser (client_key, benefit_id, adviser_id, from_date, to_date)
  select v.client_key, v.benefit_id, v.adviser_id, v.from_date, v.to_date
  from registry.assignment_version v
  join (select distinct benefit_id, from_date from changed) c using (benefit_id, from_date)
  where v.known_to = 'infinity' and not v.withdrawn;
  return null;
end $$;
create trigger keep_inserted after insert on registry.assignment_version
  referencing new table as changed for each statement execute function registry.keep_client_adviser();
create trigger keep_updated after update on registry.assignment_version
  referencing new table as changed for each statement execute function registry.keep_client_adviser();

create function registry.keep_client_offices() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update registry.client c set offices = o.offices
  from (
    select k.client_key, coalesce(array_agg(distinct v.office_key order by v.office_key)
      filter (where v.office_key is not null), '{}') as offices
    from (select distinct client_key from changed) k
    left join registry.benefit_version v on v.client_key = k.client_key and v.known_to = 'infinity' and not v.withdrawn
    group by k.client_key
  ) o
  where c.client_key = o.client_key and c.offices is distinct from o.offices;
  return null;
end $$;
create trigger keep_inserted after insert on registry.benefit_version
  referencing new table as changed for each statement execute function registry.keep_client_offices();
create trigger keep_updated after update on registry.benefit_version
  referencing new table as changed for each statement execute function registry.keep_client_offices();

create function registry.keep_client_protection() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update registry.client c set protected = v.protected
  from (
    select v.client_key, coalesce(v.protected, false) as protected
    from registry.client_version v join (select distinct client_key from changed) k using (client_key)
    where v.known_to = 'infinity'
  ) v
  where c.client_key = v.client_key and c.protected is distinct from v.protected;
  return null;
end $$;
create trigger keep_inserted after insert on registry.client_version
  referencing new table as changed for each statement execute function registry.keep_client_protection();
create trigger keep_updated after update on registry.client_version
  referencing new table as changed for each statement execute function registry.keep_client_protection();

-- Which acts in the product touched a client: what a second writer on the same client is told.
create table registry.client_entry (
  client_key bigint not null,
  entry_id bigint not null,
  primary key (client_key, entry_id)
);
create index client_entry_entry on registry.client_entry (entry_id);
alter table registry.client_entry enable row level security;
create policy reach on registry.client_entry to {{app}}
  using (exists (select from registry.client c where c.client_key = client_entry.client_key));
create policy figures on registry.client_entry for select to {{figures}} using (true);
grant select, insert on registry.client_entry to {{app}};
grant select on registry.client_entry to {{figures}};
