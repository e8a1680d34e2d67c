import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpSchema, tablesWithoutPolicy } from '../../scripts/dump-schema.ts';
import '../../src/apps/actions.ts';
import { declaredStatements } from '../../src/platform/db/statement.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { makeTestDatabase, type TestDatabase } from '../../src/platform/testing/database.ts';
import { describeColumns } from './columns.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await makeTestDatabase();
});
afterAll(() => db.close());

const asOwner = <T>(work: Parameters<typeof db.database.transaction<T>>[1]) => db.database.transaction<T>({}, work);

test('the committed schema dump is that of the migrations (made on PostgreSQL 18)', async (context) => {
  const version = await db.database.pool.query<{ v: string }>(`select current_setting('server_version_num') as v`);
  if (Number(version.rows[0]?.v) < 180_000) context.skip('the dump is made on PostgreSQL 18 only');
  const dump = await asOwner(async (tx) => dumpSchema(await tx.raw('owner'), db.database.roles));
  expect(dump).toBe(readFileSync(resolve(projectRoot, 'db', 'schema.sql'), 'utf8'));
});

test('the dump shows a column that a migration adds', async () => {
  const [before, after] = await asOwner(async (tx) => {
    const owner = await tx.raw('owner');
    const first = await dumpSchema(owner, db.database.roles);
    await owner.query('alter table coverage.norm_version add column seeded int');
    const second = await dumpSchema(owner, db.database.roles);
    await owner.query('alter table coverage.norm_version drop column seeded');
    return [first, second];
  });
  expect(after).not.toBe(before);
  expect(after).toContain('seeded integer');
});

test.each([
  ['a column', 'update (report, minutes) on contacts.contact', 'grant UPDATE on contacts.contact.minutes to app'],
  ['a table', 'delete on contacts.contact', 'grant DELETE on contacts.contact to app'],
  ['a schema', 'create on schema contacts', 'grant CREATE on schema contacts to app'],
  ['a function', 'execute on function registry.keep_client_offices()', 'keep_client_offices() to app'],
])('the dump shows a right on %s that a migration gives', async (_on, right, line) => {
  const [before, after] = await asOwner(async (tx) => {
    const owner = await tx.raw('owner');
    const app = db.database.roles.app;
    const first = await dumpSchema(owner, db.database.roles);
    await owner.query(`grant ${right} to ${app}`);
    const second = await dumpSchema(owner, db.database.roles);
    await owner.query(`revoke ${right} from ${app}`);
    return [first, second];
  });
  expect(before).not.toContain(line);
  expect(after).toContain(line);
});

test('every table with rows of clients has row-level security and a policy for app', async () => {
  expect(await asOwner(async (tx) => tablesWithoutPolicy(await tx.raw('owner')))).toEqual([]);
});

test('a client table without a policy is found', async () => {
  const found = await asOwner(async (tx) => {
    const owner = await tx.raw('owner');
    await owner.query('create table registry.seeded (client_key bigint)');
    const names = await tablesWithoutPolicy(owner);
    await owner.query('drop table registry.seeded');
    return names;
  });
  expect(found).toEqual(['registry.seeded']);
});

/** Schemas that a statement writes. */
const writes = (text: string) =>
  [...text.matchAll(/\b(?:insert into|update|delete from|merge into)\s+([a-z_]+)\./gi)].map(([, schema]) => schema);

test('a statement writes the schema of its own room alone', () => {
  expect(writes('with x as (update registry.a set b = 1) insert into contacts.c select')).toEqual([
    'registry',
    'contacts',
  ]);
  // Test files that run in the same process declare some of their own.
  const product = declaredStatements().filter(({ name }) => !name.startsWith('test.'));
  const foreign = product.flatMap(({ name, texts }) =>
    texts()
      .flatMap(writes)
      .filter((schema) => schema !== name.split('.')[0])
      .map((schema) => `${name} writes ${schema}`),
  );
  expect(foreign).toEqual([]);
});

test('every declared statement prepares, and its columns are those of its row type', async () => {
  const faults: string[] = [];
  expect(declaredStatements().length).toBeGreaterThan(20);
  for (const declared of declaredStatements()) {
    for (const text of declared.texts()) {
      const fault = await asOwner(async (tx) => describeColumns(await tx.raw('owner'), declared, text)).catch(
        (cause: unknown) => `${declared.name}: ${cause instanceof Error ? cause.message : String(cause)}`,
      );
      if (fault !== null) faults.push(fault);
    }
  }
  expect(faults).toEqual([]);
});
