import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary-folder.ts';
import { makeTestDatabase, type TestDatabase } from '../testing/database.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';

let db: TestDatabase;
let connection: pg.ClientConfig;
const place = temporaryFolder('migrations');
beforeAll(async () => {
  db = await makeTestDatabase();
  connection = db.database.pool.options;
});
afterAll(async () => {
  await db.close();
  rmSync(place, { recursive: true });
});

const all = readMigrations();
const next = { number: 9000, name: '9000_probe.sql', text: 'create table platform.probe (n int)' };

function folderWith(name: string, files: readonly string[]): string {
  const folder = resolve(place, name);
  mkdirSync(folder);
  for (const file of files) writeFileSync(resolve(folder, file), 'select 1;\r\n');
  return folder;
}

test('a database that is up to date is left alone', async () => {
  expect(await migrate(connection)).toBe(0);
});

test('a new migration is applied once, also by processes that start together', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(connection, [...all, next])));
  expect(applied.filter((n) => n > 0)).toEqual([1]);
});

test('a database newer than the product is refused', async () => {
  await expect(migrate(connection, all)).rejects.toThrow('newer than the product (migration 9000)');
});

test('a migration that changed after it was applied is refused by its name, and nothing else is done', async () => {
  const changed = { ...next, text: `${next.text}; create table platform.more (n int)` };
  const after = { ...next, number: 9001, name: '9001_after.sql', text: 'create table platform.after (n int)' };
  await expect(migrate(connection, [...all, changed, after])).rejects.toThrow('9000_probe.sql changed');
  expect(await migrate(connection, [...all, next])).toBe(0);
});

test('one that fails leaves nothing behind, and is named', async () => {
  const broken = { number: 9002, name: '9002_broken.sql', text: 'create table platform.half (n int); select 1 / 0' };
  await expect(migrate(connection, [...all, next, broken])).rejects.toThrow('9002_broken.sql failed');
  const { rows } = await db.database.pool.query<{ name: string | null }>(`select to_regclass('platform.half') as name`);
  expect(rows[0]?.name).toBeNull();
});

test('a file that would not be run, and two of one number, are faults', () => {
  expect(readMigrations(folderWith('right', ['0001_a.sql', '0002_b-c.sql'])).map((each) => each.text)).toEqual([
    'select 1;\n',
    'select 1;\n',
  ]);
  expect(() => readMigrations(folderWith('odd', ['0001_a.sql', '2_b.sql']))).toThrow('2_b.sql');
  expect(() => readMigrations(folderWith('twice', ['0001_a.sql', '0001_b.sql']))).toThrow('0001_b.sql');
});
