import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { machineActor } from '../access.ts';
import { refusalOf } from '../testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/database.ts';
import { Database } from './database.ts';
import { statement } from './statement.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await makeTestDatabase();
});
afterAll(() => db.close());

const count = statement('test.countClients', { n: 'int8' }, () => sql`select count(*) as n from registry.client`);
const add = statement(
  'test.addClient',
  {},
  (id: string) => sql`
  insert into registry.client (client_id, offices) values (${id}, '{3}')`,
);

test('a statement outside a transaction has no rights', async () => {
  await expect(db.database.pool.query('select 1 from registry.client')).rejects.toThrow('permission denied');
});

test('app sees no client row without settings, and only offices within reach with them', async () => {
  await db.database.transaction({}, (tx) => tx.as('owner').run(add('K1')));
  const seenBy = (offices: number[] | 'all') =>
    db.database.transaction({ actor: { ...machineActor, offices } }, async (tx) => (await tx.as('app').one(count())).n);
  const bare = await db.database.transaction({}, async (tx) => (await tx.as('app').one(count())).n);
  expect([bare, await seenBy([4]), await seenBy([3, 4]), await seenBy('all')]).toEqual([0, 0, 1, 1]);
});

test('roles alternate within one transaction, also in parallel', async () => {
  const seen = await db.database.transaction({}, (tx) =>
    Promise.all([tx.as('figures').one(count()), tx.as('app').one(count()), tx.as('figures').one(count())]),
  );
  expect(seen.map((row) => row.n)).toEqual([1, 0, 1]);
});

test('a null where the row type has none is a fault in tests', async () => {
  const nothing = statement(
    'test.nothing',
    { n: 'int8', m: 'int8?' },
    () => sql`select null::int8 as n, null::int8 as m`,
  );
  const work = db.database.transaction({}, (tx) => tx.as('app').one(nothing()));
  await expect(work).rejects.toThrow('n is null');
});

test('a transaction that cannot begin as its role leaves a connection that works', async () => {
  const rename = (to: string) =>
    db.database.transaction({}, async (tx) =>
      (await tx.raw('owner')).query('update platform.database_role set name = $1 where role = $2', [to, 'app']),
    );
  await rename('nobody_is_called_so');
  const lost = await Database.open({ ...db.database.pool.options, max: 1 });
  await rename(db.database.roles.app);
  await expect(lost.transaction({}, (tx) => tx.as('app').one(count()))).rejects.toThrow('does not exist');
  expect((await lost.transaction({}, (tx) => tx.as('figures').one(count()))).n).toBe(1);
  await lost.close();
});

test('a statement that failed unseen keeps the rest from being taken for kept', async () => {
  const work = db.database.transaction({}, async (tx) => {
    await tx.as('owner').run(add('K2'));
    await tx
      .as('owner')
      .run(add('K2'))
      .catch(() => null);
  });
  await expect(work).rejects.toThrow('nothing was kept');
});

test('of two transactions that wait for each other one is refused as busy, the other goes on', async () => {
  const met: (() => void)[] = [];
  const bothHold = () =>
    new Promise<void>((resolve) => {
      met.push(resolve);
      if (met.length === 2) for (const go of met) go();
    });
  const lockBoth = (first: number, second: number) =>
    db.database.transaction({}, async (tx) => {
      const client = await tx.raw('app');
      await client.query('select pg_advisory_xact_lock($1)', [first]);
      await bothHold();
      await client.query('select pg_advisory_xact_lock($1)', [second]);
    });
  const both = [lockBoth(1, 2), lockBoth(2, 1)];
  const ended = await Promise.allSettled(both);
  expect(ended.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  const victim = both[ended.findIndex((each) => each.status === 'rejected')];
  expect(await refusalOf(Promise.resolve(victim))).toBe('busy');
});
