-- What the key of the machine makes of a fixed word when something is first sealed: another key is known by it.
create table platform.seal_mark (
  is_only boolean primary key default true check (is_only),
  mark bytea not null
);
grant select on platform.seal_mark to {{app}};
