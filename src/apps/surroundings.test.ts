import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../platform/config.ts';
import { makeTestDatabase, type TestDatabase } from '../platform/testing/database.ts';
import { makeSurroundings } from './surroundings.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await makeTestDatabase();
  await asOwner(`insert into platform.entry (entered_at, action, person_id, person_name)
    values ('2019-09-15T08:00:00Z', 'test', 'machine', 'Test')`);
});
afterAll(() => db.close());

const asOwner = (text: string) =>
  db.database.transaction({}, async (tx) => (await (await tx.raw('owner')).query<{ n: number }>(text)).rows);

function surroundingsOn(practiceDate: string) {
  const { host, port, user, database } = db.database.pool.options as pg.PoolConfig;
  const databaseUrl = `postgres://${user}@localhost:${port ?? 5432}/${database}?host=${encodeURIComponent(host ?? '')}`;
  return makeSurroundings({ ...readConfig(), databaseUrl, practiceDate });
}

const othersConnected = async () =>
  (
    await asOwner(`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and application_name = '' and backend_type = 'client backend'
        and pid <> pg_backend_pid()`)
  )[0]?.n;

test('a practice date before the last facts is refused, and the process is left with nothing open', async () => {
  const before = await othersConnected();
  const surroundings = surroundingsOn('2019-09-14');
  await expect(surroundings.database()).rejects.toThrow('lies before 2019-09-15');
  await surroundings.close();
  expect(await othersConnected()).toBe(before);
});

test('a practice date on the day of the last facts opens', async () => {
  const surroundings = surroundingsOn('2019-09-15');
  await surroundings.database();
  await surroundings.close();
});
