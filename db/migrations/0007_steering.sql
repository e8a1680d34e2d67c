-- Cause and measure beside an agreement: text of the organisation, with owner and date. Corrections are new rows.
create schema steering;
grant usage on schema steering to {{app}}, {{figures}};

create table steering.agreement_note (
  note_id bigint generated always as identity primary key,
  agreement_id text collate "C" not null,
  cause text not null,
  measure text not null,
  owner text not null,
  noted_on date not null,
  entry_id bigint not null references platform.entry
);
create index agreement_note_agreement on steering.agreement_note (agreement_id, note_id);
grant select, insert on steering.agreement_note to {{app}};
