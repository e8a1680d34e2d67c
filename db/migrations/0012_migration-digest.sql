-- What each migration was when it was applied: a start refuses one that has changed since.
alter table platform.migration add column digest text;
