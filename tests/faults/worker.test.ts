import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, so that it runs before anything is built
import { ensureBundle } from '../../scripts/build.mjs';
import { environment } from '../../src/platform/env.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { makeTestDatabase, type TestDatabase } from '../../src/platform/testing/database.ts';

/** The product's own processes on one database: started together, killed, stopped in the middle of a run. */

let db: TestDatabase;
const children: { child: ChildProcess; ended: Promise<number | null>; said: () => string }[] = [];

beforeAll(async () => {
  await ensureBundle();
  db = await makeTestDatabase();
  // Each time the sessions are cleared away leaves a row, also when none goes.
  await rows(`create table platform.clearing (at timestamptz)`);
  await rows(`create function platform.note_clearing() returns trigger language plpgsql security definer
    as $$ begin insert into platform.clearing values (now()); return null; end $$`);
  await rows(`create trigger noted after delete on organisation.session for each statement
    execute function platform.note_clearing()`);
});
beforeEach(async () => {
  await rows('delete from platform.job_run');
  await rows('delete from platform.clearing');
});
afterEach(async () => {
  for (const { child } of children) child.kill('SIGKILL');
  await Promise.all(children.splice(0).map(({ ended }) => ended));
});
afterAll(() => db.close());

const rows = (text: string) =>
  db.database.transaction({}, async (tx) => (await (await tx.raw('owner')).query<Record<string, unknown>>(text)).rows);
const clearings = async () => (await rows('select from platform.clearing')).length;
const finished = () => rows('select job, failures from platform.job_run where finished_at is not null');
const sessionsJob = { job: 'organisation.erase-ended-sessions', failures: 0 };

function startChild(command = 'work', settings: Readonly<Record<string, string>> = {}) {
  const { host, port, user, database } = db.database.pool.options as pg.PoolConfig;
  const url = `postgres://${user}@localhost:${port ?? 5432}/${database}?host=${encodeURIComponent(host ?? '')}`;
  const child = spawn(process.execPath, [resolve(projectRoot, 'bin', 'sluitend'), command], {
    env: { ...environment(), DATABASE_URL: url, SLUITEND_LOG: 'info', SLUITEND_LOCAL_SIGN_IN: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
    });
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  const made = { child, ended, said: () => said };
  children.push(made);
  return made;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 900; turn += 1) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error(`not seen in time: ${what}; ${children.map(({ said }) => said()).join(' | ')}`);
}

/** Whether a worker stands in the middle of the run: its statement waits for the table that is held. */
const isWaiting = async () =>
  (
    await db.database.pool.query(
      // The login role may use no schema: a name of a table would be refused, the catalogue is open to all.
      `select from pg_locks l join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
       where not l.granted and n.nspname = 'organisation' and c.relname = 'session'
       and l.database = (select oid from pg_database where datname = current_database())`,
    )
  ).rowCount === 1;

/** Keeps every worker's run waiting in its middle while `work` is done. */
async function whileRunsWait(work: () => Promise<void>): Promise<void> {
  await db.database.transaction({}, async (tx) => {
    await (await tx.raw('owner')).query('lock table organisation.session in share mode');
    await work();
  });
}

test('of two workers that start together one does the run', async () => {
  const pair = [startChild(), startChild()];
  await until('the run', async () => (await finished()).length === 1);
  await until('both at work', () => Promise.resolve(pair.every(({ said }) => said().includes('scheduled work'))));
  for (const { child } of pair) child.kill('SIGTERM');
  expect(await Promise.all(pair.map(({ ended }) => ended))).toEqual([0, 0]);
  expect(await finished()).toEqual([sessionsJob]);
  expect(await clearings()).toBe(1);
});

test('the run of a worker that is killed is taken up by another', async () => {
  await whileRunsWait(async () => {
    const { child, ended } = startChild();
    await until('a run at hand', isWaiting);
    child.kill('SIGKILL');
    await ended;
  });
  expect(await finished()).toEqual([]);
  // The database notices the broken connection when it next has something to say on it.
  await until('the run is free', async () => {
    const free = await rows('select from platform.job_run for update skip locked');
    return free.length === 1;
  });
  startChild();
  await until('the run', async () => (await finished()).length === 1);
  expect(await finished()).toEqual([sessionsJob]);
  expect(await clearings()).toBe(1);
});

test('a worker that is told to stop finishes its run first', async () => {
  let leaving: Promise<number | null> = Promise.resolve(null);
  await whileRunsWait(async () => {
    const { child, ended } = startChild();
    leaving = ended;
    await until('a run at hand', isWaiting);
    child.kill('SIGTERM');
    expect(await Promise.race([ended, sleep(500, 'still there')])).toBe('still there');
  });
  expect(await leaving).toBe(0);
  expect(await finished()).toEqual([sessionsJob]);
  expect(await clearings()).toBe(1);
});

test('a server does the scheduled work itself, beside a worker', async () => {
  const server = startChild('serve', { PORT: '0' });
  await until('the run', async () => (await finished()).length === 1);
  const worker = startChild();
  await until('both at work', () =>
    Promise.resolve(server.said().includes('http://') && worker.said().includes('Sluitend: ')),
  );
  for (const { child } of [server, worker]) child.kill('SIGTERM');
  expect(await Promise.all([server.ended, worker.ended])).toEqual([0, 0]);
  expect(await clearings()).toBe(1);
});

test('a server whose port is taken says so and ends', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { ended, said } = startChild('serve', { PORT: String((taken.address() as AddressInfo).port) });
  expect(await ended).toBe(1);
  expect(said()).toContain('EADDRINUSE');
  taken.close();
});

test('a run that fails stands in the log without what the fault says of people, and is retried', async () => {
  await rows(`create function platform.break_down() returns trigger language plpgsql
    as $$ begin raise exception E'a session cannot go\\nof "Jansen"'; end $$`);
  await rows(`create trigger broken before delete on organisation.session for each statement
    execute function platform.break_down()`);
  const { said } = startChild();
  await until('the failure', async () => (await rows('select from platform.job_run where failures = 1')).length === 1);
  await until('the line in the log', () => Promise.resolve(said().includes('scheduled work failed')));
  expect(said()).toContain('"job":"organisation.erase-ended-sessions"');
  expect(said()).toContain('"failures":1');
  expect(said()).not.toContain('Jansen');
  await rows('drop function platform.break_down cascade');
  await rows(`update platform.job_run set next_at = now()`);
  await until('the run', async () => (await finished()).length === 1);
  expect(await clearings()).toBe(1);
});
