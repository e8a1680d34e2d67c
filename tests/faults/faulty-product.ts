import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { environment } from '../../src/platform/env.ts';
import { type Server, startServer } from '../../src/platform/postgres/launcher.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { csvOf, type Files } from '../register/register.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A process of the product: what it said and how it ended. */
export interface Started {
  readonly child: ChildProcess;
  /** All that it printed, once it has ended; `code` is null when it was killed. */
  readonly ended: Promise<{ readonly code: number | null; readonly out: string }>;
  readonly said: () => string;
}

/** The product on a data folder of its own, of which any process may be killed at any moment. */
export class FaultyProduct {
  readonly #place = temporaryFolder('faults');
  readonly #data = resolve(this.#place, 'data');
  readonly #children: Started[] = [];
  #server: Server | null = null;
  #asking: pg.Client | null = null;

  /** Starts a command of the product. */
  start(args: readonly string[]): Started {
    const child = spawn(process.execPath, [resolve(projectRoot, 'bin', 'sluitend'), ...args, '--data', this.#data], {
      env: {
        ...environment(),
        DATABASE_URL: undefined,
        SLUITEND_LOG: 'silent',
        SLUITEND_LOCAL_SIGN_IN: '1',
        SLUITEND_BSN_KEY: Buffer.alloc(32, 7).toString('base64'),
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    const ended = new Promise<{ code: number | null; out: string }>((done) =>
      child.on('close', (code) => done({ code, out })),
    );
    const started = { child, ended, said: () => out };
    this.#children.push(started);
    return started;
  }

  writeDelivery(name: string, files: Files, deliveredAt: string): string {
    const folder = resolve(this.#place, name);
    mkdirSync(folder, { recursive: true });
    for (const [file, rows] of Object.entries(files)) writeFileSync(resolve(folder, file), csvOf(rows));
    writeFileSync(resolve(folder, 'manifest.json'), JSON.stringify({ format: 1, source: 'test', deliveredAt }));
    return folder;
  }

  /** Asks the database itself, past the product; starts it when it was killed. */
  async ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
    this.#server ??= await startServer(this.#data);
    if (this.#asking === null) {
      const client = new pg.Client(this.#server.admin('sluitend'));
      client.on('error', () => undefined);
      await client.connect();
      this.#asking = client;
    }
    return (await this.#asking.query<Row>(text)).rows;
  }

  /** Whether an import is at work: it holds the register alone. */
  async isImporting(): Promise<boolean> {
    const held = await this.ask(`select from pg_locks where locktype = 'advisory' and granted and mode = 'ExclusiveLock'
      and database = (select oid from pg_database where datname = current_database())`);
    return held.length > 0;
  }

  /** How many rows each table holds, once no killed process is at work any more. */
  async countRows(): Promise<Readonly<Record<string, string>>> {
    await until('no process of the product is connected', async () => {
      const others = await this.ask(
        `select from pg_stat_activity where datname = 'sluitend' and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      );
      return others.length === 0;
    });
    const tables = await this.ask<{
      name: string;
    }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('job_run', 'session') order by 1`);
    const parts = tables.map(({ name }) => `select '${name}' as name, count(*)::text as n from ${name}`);
    const counts = await this.ask<{ name: string; n: string }>(parts.join(' union all '));
    return Object.fromEntries(counts.map(({ name, n }) => [name, n]));
  }

  /** Kills the database too, as a machine that loses its power would. */
  async killDatabase(): Promise<void> {
    const { folder } = (this.#server ??= await startServer(this.#data));
    const pid = Number(readFileSync(resolve(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    this.#server = null;
    this.#asking = null;
  }

  async close(): Promise<void> {
    for (const { child } of this.#children) child.kill('SIGKILL');
    await Promise.all(this.#children.map(({ ended }) => ended));
    await this.#asking?.end();
    this.#server ??= await startServer(this.#data);
    await this.#server.leave();
    rmSync(this.#place, { recursive: true, force: true });
  }
}

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not seen in time: ${what}`);
    await sleep(5);
  }
}
