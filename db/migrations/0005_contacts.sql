-- Contact moments. A contact changes only by a row that corrects it. Bookkeeping, derived when a row comes:
-- known_from  the later of registered_at, deliveredAt (unless in a first delivery) and what is known of its adviser
-- dead_from   the instant from which the row is no longer valid: corrected, void, or beaten by a competing correction
-- reported_at registered_at of the row of its chain that followed the last planned one (for the lag)
create schema contacts;
grant usage on schema contacts to {{app}}, {{figures}};

create table contacts.contact (
  contact_id text collate "C" primary key,
  client_key bigint not null,
  benefit_id text collate "C" not null,
  adviser_id text collate "C" not null,
  kind text not null,
  channel text not null,
  occurred_at timestamptz not null,
  occurred_on date not null,
  minutes smallint,
  outcome text not null,
  registered_at timestamptz not null,
  registered_on date not null,
  corrects text collate "C",
  report text,
  is_conversation boolean not null,
  is_contact boolean not null,
  known_from timestamptz not null,
  dead_from timestamptz not null default 'infinity',
  reported_at timestamptz not null,
  content uuid, delivery_id bigint, line int, entry_id bigint
);
create index contact_client on contacts.contact (client_key, occurred_on);
create index contact_benefit on contacts.contact (benefit_id, occurred_on)
  include (known_from, dead_from, is_conversation, is_contact, outcome);
create index contact_corrects on contacts.contact (corrects) where corrects is not null;
create index contact_known on contacts.contact (known_from);

-- Half-open intervals of knowledge in which the chain of a row ends in void (an invitation withdrawn was none).
create table contacts.void_interval (
  contact_id text collate "C" not null references contacts.contact,
  client_key bigint not null,
  void_from timestamptz not null,
  void_to timestamptz not null default 'infinity',
  primary key (contact_id, void_from)
);

do $$
declare t text;
begin
  foreach t in array array['contact', 'void_interval'] loop
    execute format('alter table contacts.%I enable row level security', t);
    execute format('create policy reach on contacts.%1$I to {{app}} using (exists (select from registry.client c where c.client_key = %1$I.client_key))', t);
    execute format('create policy figures on contacts.%I for select to {{figures}} using (true)', t);
  end loop;
end $$;

create view contacts.contacts with (security_invoker) as
  select contact_id, client_key, benefit_id, adviser_id, kind, channel, occurred_at, occurred_on, minutes, outcome,
    registered_at, registered_on, corrects, report, is_conversation, is_contact, known_from, dead_from, reported_at,
    delivery_id, entry_id
  from contacts.contact;
create view contacts.void_intervals with (security_invoker) as
  select contact_id, client_key, void_from, void_to from contacts.void_interval;

grant select on all tables in schema contacts to {{app}}, {{figures}};
grant insert on contacts.contact to {{app}};
grant update (client_key, dead_from, reported_at) on contacts.contact to {{app}};
grant insert, update, delete on contacts.void_interval to {{app}};
