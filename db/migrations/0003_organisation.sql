-- Districts, offices, advisers, formation and people. Every fact is a version with a knowledge interval:
-- known_from <= instant < known_to; the latest has known_to = infinity. A version that is put aside the moment it
-- comes has an empty interval. content = hash of the delivered raw text (null when entered in the product).
-- Clients, deliveries and entries are never deleted, so facts have no foreign keys to them: each check would lock the
-- row it refers to, for every row of a bulk load.
create schema organisation;
grant usage on schema organisation to {{app}}, {{figures}};

-- Small keys for reach: an actor's offices and a client's offices are arrays of these.
create table organisation.office_key (
  office_key smallint generated always as identity primary key,
  office_id text collate "C" not null unique
);

create table organisation.district_version (
  version_id bigint generated always as identity primary key,
  district_id text collate "C" not null,
  name text,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create table organisation.office_version (
  version_id bigint generated always as identity primary key,
  office_id text collate "C" not null, name text, district_id text collate "C", labour_market_region text,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create table organisation.adviser_version (
  version_id bigint generated always as identity primary key,
  adviser_id text collate "C" not null, name text, role text, email text,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create table organisation.person_version (
  version_id bigint generated always as identity primary key,
  person_id text collate "C" not null, name text, email text, role text, reach text,
  office_id text collate "C", district_id text collate "C", adviser_id text collate "C",
  opens_protected boolean,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create table organisation.formation_version (
  version_id bigint generated always as identity primary key,
  adviser_id text collate "C" not null, from_date date not null, to_date date,
  office_id text collate "C", line_of_work text, fte numeric,
  known_from timestamptz not null, known_to timestamptz not null default 'infinity',
  withdrawn boolean not null default false,
  content uuid, delivery_id bigint, line int, entry_id bigint,
  -- two spells of one adviser never share a day; an empty spell overlaps nothing
  constraint overlapping_formation exclude using gist (adviser_id with =, daterange(from_date, to_date) with &&)
    where (known_to = 'infinity' and not withdrawn) deferrable initially deferred
);
create unique index district_latest on organisation.district_version (district_id) where known_to = 'infinity';
create unique index office_latest on organisation.office_version (office_id) where known_to = 'infinity';
create unique index adviser_latest on organisation.adviser_version (adviser_id) where known_to = 'infinity';
create unique index person_latest on organisation.person_version (person_id) where known_to = 'infinity';
create unique index formation_latest on organisation.formation_version (adviser_id, from_date) where known_to = 'infinity';
create index district_of on organisation.district_version (district_id, version_id);
create index office_of on organisation.office_version (office_id, version_id);
create index adviser_of on organisation.adviser_version (adviser_id, version_id);
create index person_of on organisation.person_version (person_id, version_id);
create index formation_of on organisation.formation_version (adviser_id, from_date, version_id);

-- Published views: every version, read by other rooms.
create view organisation.offices with (security_invoker) as
  select k.office_key, v.office_id, v.name, v.district_id, v.labour_market_region, v.known_from, v.known_to, v.withdrawn
  from organisation.office_version v join organisation.office_key k using (office_id);
create view organisation.districts with (security_invoker) as
  select district_id, name, known_from, known_to, withdrawn from organisation.district_version;
create view organisation.advisers with (security_invoker) as
  select adviser_id, name, role, email, known_from, known_to, withdrawn from organisation.adviser_version;
create view organisation.formations with (security_invoker) as
  select adviser_id, from_date, to_date, office_id, line_of_work, fte, known_from, known_to, withdrawn
  from organisation.formation_version;

grant select on all tables in schema organisation to {{app}}, {{figures}};
grant insert on organisation.person_version to {{app}};
grant update (known_to) on organisation.person_version to {{app}};
