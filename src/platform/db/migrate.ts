import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../root.ts';
import type { RoleNames } from './database.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
}

export function readMigrations(folder = resolve(projectRoot, 'db', 'migrations')): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name, text: readFileSync(resolve(folder, name), 'utf8') }));
}

/** Names of the roles for a database of this name. */
export function roleNamesFor(databaseName: string): RoleNames {
  return { owner: `${databaseName}_owner`, app: `${databaseName}_app`, figures: `${databaseName}_figures` };
}

/** A hash of all migrations: names the template of the tests. */
export function migrationsHash(migrations: readonly Migration[]): string {
  return createHash('sha256')
    .update(migrations.map((m) => `${m.name}\n${m.text}`).join('\n'))
    .digest('hex')
    .slice(0, 12);
}

const lockKey = 7_582_301;

/**
 * Brings the database of `connection` up to date, one transaction per migration, under an advisory lock so that
 * processes that start together do it once. A database newer than the product is refused.
 */
export async function migrate(connection: pg.ClientConfig, migrations = readMigrations()): Promise<number> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const roles = await rolesOf(client);
    const done = await numbersDone(client);
    const newest = migrations.at(-1)?.number ?? 0;
    const ahead = done.filter((number) => number > newest);
    if (ahead.length > 0) {
      throw new Error(
        `this database is newer than the product (migration ${Math.max(...ahead)}): install a newer version`,
      );
    }
    const open = migrations.filter((migration) => !done.includes(migration.number));
    for (const migration of open) await apply(client, migration, roles);
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

async function numbersDone(client: pg.Client): Promise<number[]> {
  const rows = await client.query<{ number: number }>('select number from platform.migration order by number');
  return rows.rows.map((row) => row.number);
}
