-- Norms as data. A version is valid from a date until the next one of its norm; its number is the rank of valid_from.
create schema coverage;
grant usage on schema coverage to {{app}}, {{figures}};

create table coverage.norm_version (
  norm_id text collate "C" not null,
  valid_from date not null,
  -- the whole norm in the JSON of its public definition
  definition jsonb not null,
  -- null: the preset that came with the product
  entry_id bigint references platform.entry,
  primary key (norm_id, valid_from)
);
grant select, insert on coverage.norm_version to {{app}};
grant select on coverage.norm_version to {{figures}};
