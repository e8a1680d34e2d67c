import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config.ts';
import { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { rolesSql } from '../db/roles.ts';
import { startServer } from './launcher.ts';
import { isLostConnection } from './leave.ts';

const databaseName = 'sluitend';
const loginName = 'sluitend_login';

export interface OpenDatabase {
  readonly database: Database;
  /** Where the data really lie, for the built-in database. */
  readonly folder: string | null;
  close(): Promise<void>;
}

/** Opens the database of the configuration, up to date: the organisation's own server or the built-in one. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    await migrate({ connectionString: config.databaseUrl });
    const database = await Database.open({ connectionString: config.databaseUrl });
    return { database, folder: null, close: () => database.close() };
  }
  for (let turn = 0; ; turn += 1) {
    try {
      return await openBuiltIn(config.dataFolder);
    } catch (fault) {
      // Somebody who left stopped the server just as we came: it is started anew.
      if (turn === 5 || !isLostConnection(fault)) throw fault;
      await sleep(200);
    }
  }
}

async function openBuiltIn(dataFolder: string): Promise<OpenDatabase> {
  const server = await startServer(dataFolder);
  try {
    await ensureDatabase(server.admin);
    const login = { ...server.admin(databaseName), user: loginName };
    await migrate(login);
    const database = await Database.open(login);
    const close = async () => {
      await database.close();
      await server.leave();
    };
    return { database, folder: server.folder, close };
  } catch (fault) {
    await server.leave().catch(() => undefined);
    throw fault;
  }
}

async function ensureDatabase(admin: (database: string) => pg.ClientConfig): Promise<void> {
  const client = new pg.Client(admin('postgres'));
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) {
      await client.query(`create database ${databaseName}`).catch((fault: { code?: string }) => {
        // Two first starts at once: the other one made it.
        if (fault.code !== '42P04' && fault.code !== '23505') throw fault;
      });
      await client.query(rolesSql(databaseName, loginName));
    }
  } finally {
    await client.end();
  }
}
