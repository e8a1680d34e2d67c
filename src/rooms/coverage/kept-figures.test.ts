import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { call, makeStage, type Stage } from '../../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { endOfDay } from '../../time/zone.ts';
import { evaluate } from '../registry/measures.actions.ts';
import { coveragePageActions } from './coverage-page.actions.ts';
import { listFigures } from './figures.store.ts';
import { findKeptFigures, loadKeptFigures } from './kept-figures.actions.ts';
import type { FigureRow } from './kept-figures.store.ts';
import { loadNorms } from './load-measures.actions.ts';
import { computeNormTerms } from './norm-terms.ts';
import { listNormsValidAt, type NormVersion } from './norm-version.ts';
import { extracts, extractsThere, importDelivery } from './testing/extract.reference.ts';
import { trendActions } from './trend.actions.ts';
import { computeWindows } from './windows.ts';

const dates = { at: '2019-08-31', known: '2019-08-31' };
const skipped = extractsThere ? '' : ' (skipped: ../shared/data/extracts is absent)';

describe.skipIf(!extractsThere)(`kept figures${skipped}`, () => {
  let db: TestDatabase;
  let stage: Stage;
  let versions: readonly NormVersion[];
  const context = { database: () => Promise.resolve(db.database), today: '2019-11-05' };
  beforeAll(async () => {
    db = await makeTestDatabase();
    stage = makeStage(db.database, '2019-11-05T12:00:00Z');
    for (const n of [1, 2]) await call(stage, importDelivery, { folder: `${extracts}/register-2019/${n}` });
    versions = await db.database.transaction({}, (tx) => loadNorms(tx.as('figures')));
  });
  afterAll(() => db?.close());

  const owner = async (text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
    db.database.transaction({}, async (tx) => (await (await tx.raw('owner')).query(text, [...values])).rows);
  const sorted = (rows: readonly FigureRow[]) =>
    rows
      .map((row) => [row.part, row.key, row.level, row.unit, row.values])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));
  const evaluated = ({ at, known } = dates) => {
    const norms = listNormsValidAt(versions, at).map(({ norm }) => computeNormTerms(norm));
    const asked = { windows: computeWindows(at), knownBefore: endOfDay(known), scope: { kind: 'all' as const }, norms };
    return db.database.transaction({}, (tx) => evaluate(tx.as('figures'), listFigures(asked), true));
  };
  const trend = (norm: string, measure: 'share_year' | 'share_closed', districtId?: string) =>
    call(stage, trendActions[0], { at: '2019-10-31', norm, measure, ...(districtId ? { districtId } : {}) });
  const addDelivery = async (deliveredAt: string, file: string) => {
    const [row] = await owner(
      `insert into deliveries.delivery (source, delivered_at, kind, end_dates, encoding, content_hash, imported_at,
         imported_by, accepted, unchanged, withdrawn, notes)
       values ('later', $1, 'incremental', 'exclusive', 'utf-8', sha256($2::bytea), now(), 'test', '{}', '{}', '{}', '[]')
       returning delivery_id`,
      [deliveredAt, `${deliveredAt}${file}`],
    );
    await owner(
      `insert into deliveries.delivery_file (delivery_id, file, rows, header, delimiter) values ($1, $2, 0, '{}', ',')`,
      [row?.delivery_id, file],
    );
  };
  const forget = () =>
    owner(`with f as (delete from deliveries.delivery_file f using deliveries.delivery d
      where d.delivery_id = f.delivery_id and d.source = 'later') select 1`).then(() =>
      owner(`delete from deliveries.delivery where source = 'later'`),
    );

  test('one trend keeps 13 evaluations; what is kept equals what is computed, in every unit', async () => {
    const first = await trend('wia-personal', 'share_year');
    const [count] = await owner(
      'select count(*)::int as n, max(cardinality(norms)) as norms from coverage.kept_evaluation',
    );
    expect(count).toEqual({ n: 13, norms: versions.length });
    expect(await trend('wia-personal', 'share_year')).toEqual(first);
    expect(first.points.some((point) => Number(point.numerator) > 0)).toBe(true);
    for (const { at } of first.points.filter((_, i) => i % 4 === 0)) {
      const kept = await findKeptFigures(context, versions, { at, known: at });
      expect(sorted(kept ?? [])).toEqual(sorted(await evaluated({ at, known: at })));
    }
  });

  test('other trends, districts and the page read the same evaluations', async () => {
    await trend('wia-personal', 'share_year');
    await owner(`update coverage.kept_figure set values[1] = 987654 where part = 'closure'`);
    const at = '2019-10-31';
    const nation = await trend('closure', 'share_closed');
    const district = await trend('closure', 'share_closed', 'D01');
    expect(nation.points.at(-1)?.denominator).toBe(987654);
    expect(district.points.at(-1)?.denominator).toBe(987654);
    const page = await call(stage, coveragePageActions[0], { at, districtId: 'D01' });
    expect(page.of.closure.population).toBe(987654);
    await owner('delete from coverage.kept_evaluation');
    const alone = await call(stage, coveragePageActions[0], { at, districtId: 'D01' });
    const again = await trend('closure', 'share_closed', 'D01');
    expect(alone.of.closure.population).toBe(again.points.at(-1)?.denominator);
    expect(alone.of.closure.population).toBeLessThan(987654);
  });

  test('side by side, one call evaluates and the others wait for it', async () => {
    await owner('delete from coverage.kept_evaluation');
    const all = await Promise.all(Array.from({ length: 12 }, () => loadKeptFigures(context, versions, dates)));
    expect(new Set(all.map((rows) => JSON.stringify(sorted(rows)))).size).toBe(1);
    expect(await owner('select deliveries, last_entry from coverage.kept_evaluation')).toEqual([
      { deliveries: 2, last_entry: null },
    ]);
  });

  describe('are used until a fact known then can have come', () => {
    beforeEach(async () => {
      await forget();
      await owner('delete from coverage.kept_evaluation');
      await loadKeptFigures(context, versions, dates);
      await owner('update coverage.kept_figure set values[1] = 987654');
    });
    const isUsed = async () => {
      const rows = await loadKeptFigures(context, versions, dates);
      const used = rows.every((row) => row.values[0] === 987654);
      if (!used) expect(sorted(rows)).toEqual(sorted(await evaluated()));
      return used;
    };

    test('without anything new, and after a later delivery of a file that was there', async () => {
      expect(await isUsed()).toBe(true);
      await addDelivery('2019-11-04T10:00:00Z', 'benefits.csv');
      expect(await isUsed()).toBe(true);
    });

    test('not after a delivery delivered by the end of that day', async () => {
      await addDelivery(endOfDay(dates.known), 'benefits.csv');
      expect(await isUsed()).toBe(false);
      // and what replaced it is kept in its place
      const kept = await findKeptFigures(context, versions, dates);
      expect(sorted(kept ?? [])).toEqual(sorted(await evaluated()));
    });

    test('not after a delivery that brings a first file', async () => {
      await addDelivery('2019-11-04T10:00:00Z', 'never-seen.csv');
      expect(await isUsed()).toBe(false);
    });

    test('not after an act entered by then, but after one entered later', async () => {
      const enter = (at: string) =>
        owner(`insert into platform.entry (entered_at, action, person_id, person_name) values ($1, 'test', 'P', 'P')`, [
          at,
        ]);
      await enter('2019-11-05T10:00:00Z');
      expect(await isUsed()).toBe(true);
      await enter('2019-08-31T10:00:00Z');
      expect(await isUsed()).toBe(false);
    });

    test('not by another definition of a norm', async () => {
      const other = versions.map((version) => ({ ...version, norm: { ...version.norm, weight: 'advised' as const } }));
      expect(await findKeptFigures(context, other, dates)).toBeNull();
    });
  });

  test('what is known after today is computed and not kept', async () => {
    const ahead = { at: '2019-08-31', known: '2019-11-06' };
    expect(sorted(await loadKeptFigures(context, versions, ahead))).toEqual(sorted(await evaluated(ahead)));
    expect(await findKeptFigures(context, versions, ahead)).toBeNull();
  });
});
