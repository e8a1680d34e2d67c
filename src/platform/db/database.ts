import { once } from 'node:events';
import pg from 'pg';
import type { Actor } from '../access.ts';
import { log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { refuseNulls, type Statement } from './statement.ts';
import { typeParsers } from './types.ts';

/** The three roles of `roles.sql`; their names carry that of the database they were made for. */
export type DatabaseRole = 'owner' | 'app' | 'figures';
export type RoleNames = Readonly<Record<DatabaseRole, string>>;

export interface TransactionOptions {
  /** Whose reach limits what role `app` sees. Without one, `app` sees no client row. */
  readonly actor?: Actor | null;
  /** The date on which an assignment must be open to give access. */
  readonly today?: string;
  /** `snapshot`: all reads see one state and nothing is written. */
  readonly isolation?: 'snapshot' | 'write';
}

/** Runs statements under one of the roles. */
export interface Queryable {
  all<Row>(statement: Statement<Row>): Promise<Row[]>;
  /** The only row; none or several is a fault. */
  one<Row>(statement: Statement<Row>): Promise<Row>;
  /** The only row or null. */
  maybe<Row>(statement: Statement<Row>): Promise<Row | null>;
  /** Runs a statement for its effect; gives the number of rows. */
  run(statement: Statement<unknown>): Promise<number>;
}

export interface Transaction {
  as(role: DatabaseRole): Queryable;
  /** The client, for COPY; the role is set. */
  raw(role: DatabaseRole): Promise<pg.PoolClient>;
}

/** A pool on one database. Every transaction sets its role; a statement without one has no rights. */
export class Database {
  readonly pool: pg.Pool;
  readonly roles: RoleNames;
  readonly checksRows: boolean;
  private readonly connections: ReadonlySet<pg.PoolClient>;

  private constructor(
    { pool, connections }: { readonly pool: pg.Pool; readonly connections: ReadonlySet<pg.PoolClient> },
    roles: RoleNames,
    checksRows: boolean,
  ) {
    this.pool = pool;
    this.roles = roles;
    this.checksRows = checksRows;
    this.connections = connections;
  }

  /** `checksRows`: every row is held against the nulls of its type, as tests do. */
  static async open(connection: pg.PoolConfig, { checksRows = false } = {}): Promise<Database> {
    const pool = new pg.Pool({
      max: 10,
      ...connection,
      options: '-c timezone=UTC -c search_path=',
      types: typeParsers,
    });
    pool.on('error', (fault) => log.warn({ err: fault }, 'a database connection was lost'));
    const connections = new Set<pg.PoolClient>();
    pool.on('connect', (client) => connections.add(client));
    pool.on('remove', (client) => connections.delete(client));
    const found = await pool.query<{ role: DatabaseRole; name: string }>(
      'select role, name from platform.database_role',
    );
    const roles = Object.fromEntries(found.rows.map((row) => [row.role, row.name])) as Record<DatabaseRole, string>;
    return new Database({ pool, connections }, roles, checksRows);
  }

  /** Every connection has ended when this has: the pool itself does not wait for that. */
  async close(): Promise<void> {
    await this.pool.end();
    while (this.connections.size > 0) await once(this.pool, 'remove');
  }

  /** Runs `work` in one transaction: all of it holds or none. */
  transaction<T>(options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return transaction(() => Promise.resolve(this), options, work);
  }
}

/**
 * One transaction on a database that is opened only when the first statement comes: work that needs none starts none.
 */
export async function transaction<T>(
  database: () => Promise<Database>,
  options: TransactionOptions,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const tx = new OpenTransaction(database, options);
  let broken: Error | undefined;
  try {
    const result = await work(tx);
    await tx.end('commit');
    return result;
  } catch (fault) {
    await tx.end('rollback').catch((second: unknown) => {
      broken = second instanceof Error ? second : new Error('rollback failed');
    });
    throw isBusy(fault) ? new Refusal('busy') : fault;
  } finally {
    tx.release(broken);
  }
}

/** A wait for a lock that took too long (55P03), or two that waited for each other (40P01). */
function isBusy(fault: unknown): boolean {
  const { code } = fault as { code?: unknown };
  return code === '55P03' || code === '40P01';
}

class OpenTransaction implements Transaction {
  private last: Promise<unknown> = Promise.resolve();
  private client: pg.PoolClient | null = null;
  private roles: RoleNames | null = null;
  private role: DatabaseRole | null = null;
  private checksRows = false;
  private readonly database: () => Promise<Database>;
  private readonly options: TransactionOptions;

  constructor(database: () => Promise<Database>, options: TransactionOptions) {
    this.database = database;
    this.options = options;
  }

  as(role: DatabaseRole): Queryable {
    const query = async <Row>(statement: Statement<Row>): Promise<pg.QueryResult> => {
      return this.inTurn(async () => {
        const client = await this.become(role);
        const { name, text, values } = statement;
        const result = await client.query({ name: `${role}.${name}`, text, values: [...values] });
        if (this.checksRows) refuseNulls(statement, result.rows as Record<string, unknown>[]);
        return result;
      });
    };
    const all = async <Row>(statement: Statement<Row>): Promise<Row[]> => (await query(statement)).rows as Row[];
    return {
      all,
      one: async (statement) => {
        const rows = await all(statement);
        if (rows.length !== 1) throw new Error(`${statement.name}: one row expected, ${rows.length} came`);
        return rows[0] as never;
      },
      maybe: async (statement) => {
        const rows = await all(statement);
        if (rows.length > 1) throw new Error(`${statement.name}: at most one row expected, ${rows.length} came`);
        return rows[0] ?? null;
      },
      run: async (statement) => (await query(statement)).rowCount ?? 0,
    };
  }

  raw(role: DatabaseRole): Promise<pg.PoolClient> {
    return this.inTurn(() => this.become(role));
  }

  /** Statements that are asked side by side run one after the other, each under its own role. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async become(role: DatabaseRole): Promise<pg.PoolClient> {
    const client = this.client ?? (await this.open(role));
    if (this.role !== role) {
      await client.query(`set local role ${pg.escapeIdentifier(this.roles?.[role] ?? '')}`);
      this.role = role;
    }
    return client;
  }

  async end(how: 'commit' | 'rollback'): Promise<void> {
    await this.last;
    if (this.client === null) return;
    // Also when the message with `begin` failed: what it began would go back to the pool.
    const { command } = await this.client.query(how);
    // PostgreSQL answers a commit of what has failed with a rollback, and with no fault.
    if (how === 'commit' && command !== 'COMMIT') throw new Error('a statement failed unseen: nothing was kept');
  }

  release(broken: Error | undefined): void {
    this.client?.release(broken);
  }

  /** Begin, role and settings travel in one message. */
  private async open(role: DatabaseRole): Promise<pg.PoolClient> {
    const database = await this.database();
    this.roles = database.roles;
    this.checksRows = database.checksRows;
    this.client = await database.pool.connect();
    const begin = this.options.isolation === 'snapshot' ? 'begin isolation level repeatable read read only' : 'begin';
    const setRole = `set local role ${pg.escapeIdentifier(database.roles[role])}`;
    await this.client.query(`${begin}; ${setRole}; ${reachSettings(this.options)}`);
    this.role = role;
    return this.client;
  }
}

/** What the policies on client tables read; without an actor nothing is set and `app` sees nothing. */
function reachSettings({ actor, today }: TransactionOptions): string {
  if (!actor) return 'select 1';
  const settings: Record<string, string> = {
    'sluitend.nation': actor.offices === 'all' ? 'true' : '',
    'sluitend.offices': actor.offices === 'all' ? '' : `{${actor.offices.join(',')}}`,
    'sluitend.adviser': actor.adviserId ?? '',
    'sluitend.role': actor.role,
    'sluitend.opens_protected': actor.opensProtected ? 'true' : '',
    'sluitend.today': today ?? '',
  };
  const parts = Object.entries(settings).map(
    ([key, value]) => `set_config('${key}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `select ${parts.join(', ')}`;
}
