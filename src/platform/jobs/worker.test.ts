import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import type { Actor } from '../access.ts';
import { action } from '../actions.ts';
import { contract } from '../contract.ts';
import { makeStage, type Stage } from '../testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/database.ts';
import type { Job } from './job.ts';
import { runDue, startWorker } from './worker.ts';

let db: TestDatabase;
let stage: Stage;
/** The clock of the schedules; the stage's own stands on a practice date. */
let now = '';
let failing = false;
/** What the action waits for, so that a run lasts as long as a test wants. */
let held: Promise<void> = Promise.resolve();
let whenStarted = (): void => undefined;

const clerk: Actor = {
  personId: 'job',
  name: 'Test',
  role: 'clerk',
  offices: [],
  adviserId: null,
  opensProtected: false,
  marks: [],
};

const countRuns = contract({
  name: 'test.count-runs',
  method: 'POST',
  path: '/test-runs',
  summary: { nl: 'Tel', en: 'Count' },
  input: z.object({ times: z.number() }),
  output: z.object({}),
  roles: ['clerk'],
  reach: 'none',
});
const job: Job<typeof countRuns> = {
  action: action(countRuns, async (context, { times }) => {
    const client = await context.tx.raw('app');
    await client.query(
      `insert into platform.probe select now(), $1, current_user, current_setting('sluitend.nation', true) from generate_series(1, $2)`,
      [context.now, times],
    );
    whenStarted();
    await held;
    if (failing) throw new Error('the work broke down');
    return {};
  }),
  schedule: { dailyAt: '03:10' },
  input: { times: 1 },
  actor: clerk,
};

const workplace = () => ({ surroundings: stage, jobs: [job], clock: { now: () => now } });
const runOnce = () => runDue(workplace(), job);
const rows = async (text: string) =>
  db.database.transaction({}, async (tx) => (await (await tx.raw('owner')).query<Record<string, unknown>>(text)).rows);
const runsDone = async () => (await rows('select from platform.probe')).length;

beforeAll(async () => {
  db = await makeTestDatabase();
  stage = makeStage(db.database, '2019-09-15T10:00:00Z');
  await rows(`create table platform.probe (at timestamptz, saw text, who text, nation text)`);
  await rows(`grant insert on platform.probe to ${db.database.roles.app}`);
});
beforeEach(async () => {
  await rows('delete from platform.probe');
  await rows('delete from platform.job_run');
  now = '2026-01-15T08:00:00Z';
  failing = false;
  held = Promise.resolve();
  whenStarted = () => undefined;
});
afterAll(() => db.close());

test('of many that look at once one does the run, and nobody does it again', async () => {
  await Promise.all(Array.from({ length: 8 }, runOnce));
  await runOnce();
  expect(await runsDone()).toBe(1);
  expect(await rows('select job, due_at, failures, finished_at from platform.job_run')).toEqual([
    { job: 'test.count-runs', due_at: '2026-01-15T02:10:00Z', failures: 0, finished_at: '2026-01-15T08:00:00Z' },
  ]);
});

test('the next day brings the next run; days on which nothing ran are not made up for', async () => {
  await runOnce();
  now = '2026-01-16T02:09:00Z';
  await runOnce();
  expect(await runsDone()).toBe(1);
  now = '2026-01-16T02:10:00Z';
  await runOnce();
  expect(await runsDone()).toBe(2);
  now = '2026-01-20T12:00:00Z';
  await runOnce();
  await runOnce();
  expect(await runsDone()).toBe(3);
});

test('the action runs as the declared actor, without reach, at the time of the facts', async () => {
  await runOnce();
  expect(await rows('select saw, who, nation from platform.probe')).toEqual([
    { saw: '2019-09-15T10:00:00Z', who: db.database.roles.app, nation: '' },
  ]);
});

test('a job whose actor the contract does not admit does nothing', async () => {
  const barred = { ...job, actor: { ...clerk, role: 'stranger' } };
  await expect(runDue(workplace(), barred)).rejects.toThrow('not_allowed');
  expect(await runsDone()).toBe(0);
});

test('a run that fails leaves nothing, waits longer each time, and succeeds once', async () => {
  failing = true;
  const waits: number[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    await runOnce();
    const [run] = await rows('select failures, next_at, finished_at from platform.job_run');
    expect(run).toMatchObject({ failures: turn + 1, finished_at: null });
    const next = Date.parse(String(run?.next_at));
    waits.push((next - Date.parse(now)) / 60_000);
    // Too early: nobody tries.
    await runOnce();
    expect(await rows('select failures from platform.job_run')).toEqual([{ failures: turn + 1 }]);
    now = new Date(next).toISOString();
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(await runsDone()).toBe(0);
  failing = false;
  await runOnce();
  await runOnce();
  expect(await runsDone()).toBe(1);
});

test('workers that fail on one run at the same time postpone it once', async () => {
  failing = true;
  await Promise.all([runOnce(), runOnce(), runOnce()]);
  const [run] = await rows('select failures from platform.job_run');
  expect(run?.failures).toBe(1);
});

test('a worker that is told to stop finishes the run at hand and begins no other', async () => {
  const started = new Promise<void>((done) => {
    whenStarted = done;
  });
  let letGo = (): void => undefined;
  held = new Promise((done) => {
    letGo = done;
  });
  const worker = startWorker(workplace());
  await started;
  let isStopped = false;
  const stopped = worker.stop().then(() => {
    isStopped = true;
  });
  // Meanwhile another worker leaves the run alone.
  await runOnce();
  expect(isStopped).toBe(false);
  letGo();
  await stopped;
  expect(await runsDone()).toBe(1);
  expect(await rows('select from platform.job_run where finished_at is not null')).toHaveLength(1);
});
