-- Why a contact was corrected or withdrawn: a column of its own, so that the report stays the report.
alter table contacts.contact add column reason text;

create or replace view contacts.contacts with (security_invoker) as
  select contact_id, client_key, benefit_id, adviser_id, kind, channel, occurred_at, occurred_on, minutes, outcome,
    registered_at, registered_on, corrects, report, is_conversation, is_contact, known_from, dead_from, reported_at,
    delivery_id, entry_id, reason
  from contacts.contact;

-- Deliveries may bring rows that compete for the same target; what is entered here never does, because its target must
-- hold when the client is locked. So one conversation cannot be counted twice.
create unique index contact_entered_correction on contacts.contact (corrects)
  where corrects is not null and entry_id is not null;
