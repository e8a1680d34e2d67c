import sql from 'sql-template-tag';
import type { Actor } from './access.ts';
import type { Queryable } from './db/database.ts';
import { statement } from './db/statement.ts';

/** What an act leaves behind: its number and its moment, the knowledge instant of the facts it enters. */
export interface Entry {
  readonly entryId: number;
  readonly at: string;
}

/** Writers share this lock; an import takes it alone. */
const registerLock = 7_582_302;

const limitWait = statement(
  'platform.limitWait',
  { set_config: 'text' },
  (seconds: number) => sql`select set_config('lock_timeout', (${seconds}::int * 1000)::text, true) as set_config`,
);

const shareLock = statement(
  'platform.shareLock',
  { shared: 'text?' },
  () => sql`select pg_advisory_xact_lock_shared(${registerLock}::bigint)::text as shared`,
);

const takeLock = statement(
  'platform.takeLock',
  { taken: 'text?' },
  () => sql`select pg_advisory_xact_lock(${registerLock}::bigint)::text as taken`,
);

/**
 * Lets no import run beside this transaction, and limits every wait of it from here on. First of all locks: a writer that
 * holds a client's row while it waits for an import would wait for ever when the import wants that row.
 */
export async function shareRegister(app: Queryable, waitSeconds: number): Promise<void> {
  await app.one(limitWait(waitSeconds));
  await app.one(shareLock());
}

/** Lets nobody else write while this transaction lasts; limits every wait of it from here on. */
export async function takeRegister(owner: Queryable, waitSeconds: number): Promise<void> {
  await owner.one(limitWait(waitSeconds));
  await owner.one(takeLock());
}

const findWriter = statement(
  'platform.findWriter',
  { is_written: 'bool' },
  () => sql`
    select exists (
      select from pg_catalog.pg_locks
      where locktype = 'advisory' and mode = 'ShareLock' and granted and objsubid = 1
        and database = (select oid from pg_catalog.pg_database where datname = current_database())
        and (classid::bigint << 32) + objid::bigint = ${registerLock}::bigint
    ) as is_written`,
);

/** Whether somebody is writing whose act is not there to be seen yet. */
export async function isRegisterWritten(reader: Queryable): Promise<boolean> {
  return (await reader.one(findWriter())).is_written;
}

const saveEntry = statement(
  'platform.saveEntry',
  { entry_id: 'int8', entered_at: 'timestamptz' },
  (now: string, action: string, actor: Actor) => sql`
    insert into platform.entry (entered_at, action, person_id, person_name)
    select greatest(${now}::timestamptz, (select max(entered_at) from platform.entry)), ${action}, ${actor.personId}, ${actor.name}
    returning entry_id, entered_at`,
);

/** Records an act of now; its moment never lies before what the register knows already. */
export async function enterNow(app: Queryable, now: string, by: { action: string; actor: Actor }): Promise<Entry> {
  const row = await app.one(saveEntry(now, by.action, by.actor));
  return { entryId: row.entry_id, at: row.entered_at };
}

const nextMoment = statement(
  'platform.nextMoment',
  { moment: 'timestamptz' },
  (now: string) => sql`
    select greatest(${now}::timestamptz, (select max(entered_at) + interval '1 microsecond' from platform.entry)) as moment`,
);

/** A moment of which nothing is known yet: that of `now`, or just after the last act. Only behind the register's lock. */
export async function findNextMoment(owner: Queryable, now: string): Promise<string> {
  return (await owner.one(nextMoment(now))).moment;
}

const saveEntryAt = statement(
  'platform.saveEntryAt',
  {},
  (at: string, action: string, actor: Actor) => sql`
    insert into platform.entry (entered_at, action, person_id, person_name)
    values (${at}, ${action}, ${actor.personId}, ${actor.name})`,
);

/** Records an act whose facts are known from a moment of their own, as those of a delivery are. */
export async function enterAt(owner: Queryable, at: string, by: { action: string; actor: Actor }): Promise<void> {
  await owner.run(saveEntryAt(at, by.action, by.actor));
}
