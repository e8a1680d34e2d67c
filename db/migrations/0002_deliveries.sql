create schema deliveries;
grant usage on schema deliveries to {{app}}, {{figures}};

-- Accepted and refused deliveries. The order of delivery_id is the order of acceptance.
create table deliveries.delivery (
  delivery_id bigint generated always as identity primary key,
  source text not null,
  delivered_at timestamptz not null,
  kind text not null check (kind in ('incremental', 'full')),
  end_dates text not null check (end_dates in ('exclusive', 'inclusive')),
  encoding text not null,
  content_hash bytea not null,
  imported_at timestamptz not null,
  imported_by text not null,
  -- what the import printed, without the rows: counts per file and notes
  accepted jsonb not null,
  unchanged jsonb not null,
  withdrawn jsonb not null,
  notes jsonb not null
);
create unique index delivery_same on deliveries.delivery (source, content_hash);
create index delivery_delivered_at on deliveries.delivery (delivered_at);

-- Which files a delivery held: the first accepted one that holds a file is that file's first delivery.
create table deliveries.delivery_file (
  delivery_id bigint not null references deliveries.delivery,
  file text not null,
  rows bigint not null,
  header text[] not null,
  delimiter text not null,
  primary key (delivery_id, file)
);

-- Refused rows and warnings, with their reasons; values of bsn are masked here, the raw row is encrypted.
create table deliveries.row_report (
  delivery_id bigint not null references deliveries.delivery,
  file text not null,
  line int not null,
  verdict text not null check (verdict in ('refused', 'warned')),
  codes text[] not null,
  details jsonb not null,
  raw_row bytea,
  primary key (delivery_id, file, line, verdict)
);
grant select on all tables in schema deliveries to {{app}}, {{figures}};
