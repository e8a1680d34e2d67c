-- An undo finds the versions of an act by its number; few versions are entered, so these stay small.
create index enrolment_entry on registry.enrolment_version (entry_id) where entry_id is not null;
create index assignment_entry on registry.assignment_version (entry_id) where entry_id is not null;
create index benefit_entry on registry.benefit_version (entry_id) where entry_id is not null;
create index profile_entry on registry.profile_version (entry_id) where entry_id is not null;
create index contact_entry on contacts.contact (entry_id) where entry_id is not null;

-- A name is searched for anywhere in it, which an index on how it begins never served.
drop index registry.client_name;
