import { resolve } from 'node:path';
import pg from 'pg';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { migrationsHash, readMigrations } from '../db/migrations.ts';
import { rolesSql } from '../db/roles.ts';
import { environment } from '../env.ts';
import { startServer } from '../postgres/launcher.ts';
import { projectRoot } from '../root.ts';

/** A database of a test's own: a clone of a migrated template. */
export interface TestDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

type Admin = (database: string) => pg.ClientConfig;

/**
 * Makes a database for one test file, on the built-in server or on the one that `SLUITEND_TEST_SERVER` names
 * (a connection of an administrator, `postgres://...`).
 */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const admin = await testServer();
  const template = await ensureTemplate(admin);
  const name = `${template}_${process.pid}_${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;
  await onServer(admin, `create database ${name} template ${template}`);
  const database = await Database.open({ ...admin(name), user: `${template}_login` }, { checksRows: true });
  const close = async () => {
    await database.close();
    await onServer(admin, `drop database if exists ${name} with (force)`);
  };
  return { database, close };
}

/** One for the process: it keeps a connection open as long as the process lives. */
let builtIn: ReturnType<typeof startServer> | null = null;

async function testServer(): Promise<Admin> {
  const url = environment().SLUITEND_TEST_SERVER;
  if (url === undefined) {
    builtIn ??= startServer(resolve(projectRoot, '.data', 'test'));
    return (await builtIn).admin;
  }
  return (database) => {
    const target = new URL(url);
    const host = target.searchParams.get('host') ?? target.hostname;
    return { host, port: Number(target.port || 5432), user: target.username || 'postgres', database };
  };
}

/** Made once per state of the migrations, under a lock: test files start side by side. */
async function ensureTemplate(admin: Admin): Promise<string> {
  const template = `sluitend_t_${migrationsHash(readMigrations())}`;
  const client = new pg.Client(admin('postgres'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7582303)');
    const found = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [template]);
    if (found.rowCount === 1) return template;
    await client.query(`drop database if exists ${template} with (force)`);
    await client.query(`create database ${template}`);
    await client.query(rolesSql(template, `${template}_login`));
    await migrate({ ...admin(template), user: `${template}_login` });
    await client.query(`alter database ${template} is_template true`);
    return template;
  } finally {
    await client.end();
  }
}

async function onServer(admin: Admin, text: string): Promise<void> {
  const client = new pg.Client(admin('postgres'));
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
