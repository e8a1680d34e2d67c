-- What every room stands on. {{owner}}, {{app}} and {{figures}} are the roles of this database (platform.database_role).
create extension if not exists btree_gist with schema platform;

-- One row for each act of a person or the machine that enters facts: actor, moment and action. Facts name the entry
-- they came with; nothing here is ever changed. Its latest moment is the register's last knowledge instant.
create table platform.entry (
  entry_id bigint generated always as identity primary key,
  entered_at timestamptz not null,
  action text not null,
  person_id text collate "C" not null,
  person_name text not null
);
create index entry_entered_at on platform.entry (entered_at);
grant select, insert on platform.entry to {{app}};
grant select on platform.entry to {{figures}};

-- Sessions follow the real clock, not the practice date. Only a hash of the token is kept.
create table platform.session (
  token_hash bytea primary key,
  person_id text collate "C" not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
grant select, insert, delete on platform.session to {{app}};
