import pg from 'pg';
import type { RoleNames } from './database.ts';
import { digestOf, type Migration, readMigrations } from './migrations.ts';

/** Names of the roles for a database of this name. */
export function roleNamesFor(databaseName: string): RoleNames {
  return { owner: `${databaseName}_owner`, app: `${databaseName}_app`, figures: `${databaseName}_figures` };
}

const lockKey = 7_582_301;

/**
 * Brings the database of `connection` up to date, one transaction per migration, under an advisory lock so that
 * processes that start together do it once. A database newer than the product is refused, and so is one that was made by
 * a migration that has changed since: what is written here would not be what is there.
 */
export async function migrate(connection: pg.ClientConfig, migrations = readMigrations()): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const roles = await rolesOf(client);
    const numbers = await numbersDone(client);
    const newest = migrations.at(-1)?.number ?? 0;
    const ahead = numbers.filter((number) => number > newest);
    if (ahead.length > 0) {
      throw new Error(
        `this database is newer than the product (migration ${Math.max(...ahead)}): install a newer version`,
      );
    }
    const done = migrations.filter((migration) => numbers.includes(migration.number));
    await refuseChanged(client, done);
    const open = migrations.filter((migration) => !done.includes(migration));
    for (const migration of open) await apply(client, migration, roles);
    await keepDigests(client, migrations, roles);
    return open.length;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration, roles: RoleNames): Promise<void> {
  const text = migration.text.replaceAll(/\{\{(owner|app|figures)\}\}/g, (_all, role: keyof RoleNames) =>
    pg.escapeIdentifier(roles[role]),
  );
  await client.query('begin');
  try {
    await client.query(`set local role ${pg.escapeIdentifier(roles.owner)}`);
    await client.query(text);
    await client.query('insert into platform.migration (number, name) values ($1, $2)', [
      migration.number,
      migration.name,
    ]);
    await client.query('commit');
  } catch (fault) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed`, { cause: fault });
  }
}

/** A clone of a template keeps the roles of the template; a new database gets those that carry its name. */
async function rolesOf(client: pg.Client): Promise<RoleNames> {
  const name = (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '';
  const fresh = roleNamesFor(name);
  const exists = await client.query(`select 1 where to_regclass('platform.database_role') is not null`);
  if (exists.rowCount === 1) {
    const kept = await client.query<{ role: keyof RoleNames; name: string }>(
      'select role, name from platform.database_role',
    );
    return Object.fromEntries(kept.rows.map((row) => [row.role, row.name])) as unknown as RoleNames;
  }
  await client.query('begin');
  await client.query(`set local role ${pg.escapeIdentifier(fresh.owner)}`);
  await client.query(`create schema platform;
    create table platform.database_role (role text primary key check (role in ('owner', 'app', 'figures')), name text not null);
    create table platform.migration (number int primary key, name text not null, applied_at timestamptz not null default now());
    grant usage on schema platform to public;
    grant select on platform.database_role, platform.migration to public`);
  for (const [role, roleName] of Object.entries(fresh)) {
    await client.query('insert into platform.database_role (role, name) values ($1, $2)', [role, roleName]);
  }
  await client.query('commit');
  return fresh;
}

type Digests = ReadonlyMap<number, string | null>;

/** What each migration was when it was applied; null in a database of before they were kept. */
async function digestsOf(client: pg.Client): Promise<Digests | null> {
  const column = await client.query(
    `select from pg_attribute where attrelid = 'platform.migration'::regclass and attname = 'digest'`,
  );
  if (column.rowCount === 0) return null;
  const { rows } = await client.query<{ number: number; digest: string | null }>(
    'select number, digest from platform.migration',
  );
  return new Map(rows.map((row) => [row.number, row.digest]));
}

async function refuseChanged(client: pg.Client, done: readonly Migration[]): Promise<void> {
  const digests = await digestsOf(client);
  const changed = done.filter((each) => (digests?.get(each.number) ?? digestOf(each)) !== digestOf(each));
  if (changed.length === 0) return;
  const names = changed.map(({ name }) => name).join(', ');
  throw new Error(`${names} changed after this database was made by it: put it back, and add a new migration`);
}

/** What was applied before digests were kept is taken as it is now. */
async function keepDigests(client: pg.Client, migrations: readonly Migration[], roles: RoleNames): Promise<void> {
  const digests = await digestsOf(client);
  const missing = migrations.filter(({ number }) => digests?.get(number) === null);
  if (missing.length === 0) return;
  await client.query('begin');
  await client.query(`set local role ${pg.escapeIdentifier(roles.owner)}`);
  for (const each of missing) {
    await client.query('update platform.migration set digest = $1 where number = $2', [digestOf(each), each.number]);
  }
  await client.query('commit');
}

async function numbersDone(client: pg.Client): Promise<number[]> {
  const rows = await client.query<{ number: number }>('select number from platform.migration order by number');
  return rows.rows.map((row) => row.number);
}
