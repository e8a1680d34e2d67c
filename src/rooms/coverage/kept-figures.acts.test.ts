import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Statement } from '../../platform/db/statement.ts';
import { shareRegister } from '../../platform/register-lock.store.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { hold } from '../../platform/testing/locks.ts';
import { endOfDay } from '../../time/zone.ts';
import { findKeptFigures, loadKeptFigures } from './kept-figures.actions.ts';
import { listKeptFigures } from './kept-figures.store.ts';
import { loadNorms } from './load-measures.actions.ts';

const dates = { at: '2019-08-31', known: '2019-08-31' };
let db: TestDatabase;
let versions: Awaited<ReturnType<typeof loadNorms>>;
const context = { database: () => Promise.resolve(db.database), today: '2019-11-05' };
const keptNow = () => findKeptFigures(context, versions, dates);

const owner = async (text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
  db.database.transaction({}, async (tx) => (await (await tx.raw('owner')).query(text, [...values])).rows);
const enter = (at: string, count = 1) =>
  owner(
    `insert into platform.entry (entered_at, action, person_id, person_name)
     select $1::timestamptz - make_interval(secs => $2 - n), 'test', 'P', 'P' from generate_series(1, $2) n`,
    [at, count],
  );

beforeAll(async () => {
  db = await makeTestDatabase();
  await owner(`insert into deliveries.delivery (source, delivered_at, kind, end_dates, encoding, content_hash, imported_at,
      imported_by, accepted, unchanged, withdrawn, notes)
    values ('register', '2019-08-01T06:00:00Z', 'full', 'exclusive', 'utf-8', sha256('1'), now(), 'test', '{}', '{}', '{}', '[]')`);
  versions = await db.database.transaction({}, (tx) => loadNorms(tx.as('figures')));
});
afterAll(() => db.close());

test('figures that are made while somebody is writing are not kept: that act may lie before the last one seen', async () => {
  const letGo = await hold(db.database, (tx) => shareRegister(tx.as('app'), 10));
  expect((await loadKeptFigures(context, versions, dates)).length).toBeGreaterThan(0);
  expect(await keptNow()).toBeNull();
  await letGo();
  await loadKeptFigures(context, versions, dates);
  expect(await keptNow()).not.toBeNull();
});

test('what is kept is judged by the last act alone, however many were ever entered', async () => {
  await enter('2019-08-30T10:00:00Z', 50_000);
  await owner('analyze platform.entry');
  await loadKeptFigures(context, versions, dates);
  expect(await keptNow()).not.toBeNull();
  const asked = { ...dates, knownBefore: endOfDay(dates.known), method: 'any' };
  expect(await countRead(listKeptFigures(asked))).toBeLessThan(10);
  await enter('2019-08-31T20:00:00Z');
  expect(await keptNow()).toBeNull();
});

/** Rows of acts that a statement reads. */
async function countRead({ text, values }: Statement<unknown>): Promise<number> {
  const [row] = await owner(`explain (analyze, format json) ${text}`, values);
  const visit = (node: unknown): number => {
    if (typeof node !== 'object' || node === null) return 0;
    const { 'Relation Name': name, 'Actual Rows': rows, 'Actual Loops': loops } = node as Record<string, unknown>;
    const own = name === 'entry' ? Number(rows) * Number(loops) : 0;
    return Object.values(node).reduce<number>((sum, each) => sum + visit(each), own);
  };
  return visit(row?.['QUERY PLAN']);
}
