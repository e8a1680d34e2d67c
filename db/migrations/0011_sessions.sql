-- Sessions are kept by the room that knows people: only its store writes them.
alter table platform.session set schema organisation;
