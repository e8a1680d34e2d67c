import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, makeStage, refusalOf, type Stage } from '../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../platform/testing/database.ts';
import { contactFiles } from '../rooms/contacts/contacts.import.ts';
import { measureActions } from '../rooms/coverage/measures.actions.ts';
import { makeDeliveryActions, makeImportAction } from '../rooms/deliveries/deliveries.actions.ts';
import { organisationFiles } from '../rooms/organisation/organisation.import.ts';
import { registryFiles } from '../rooms/registry/registry.import.ts';
import { makeDeliveries } from './deliveries.ts';
import { makeDemoAction } from './demo.actions.ts';
import { makeRegister } from './make-register.ts';
import { writeDelivery } from './write-delivery.files.ts';

const files = [...organisationFiles, ...registryFiles, ...contactFiles];
const importDelivery = makeImportAction(files);
const deliveryActions = makeDeliveryActions(files);
const makeDemo = makeDemoAction({ importDelivery, listDeliveries: deliveryActions[0] });

/** The parts of the layout that are looked at; pairs are numerator and denominator. */
interface Figures {
  readonly 'wia-personal': { readonly share_12m: readonly [number, number] };
  readonly 'wia-frequency': { readonly mean_12m: readonly [number, number, number] };
  readonly 'wajong-personal': { readonly share_year: readonly [number, number] };
  readonly 'ww-orientation': { readonly share_in_time: readonly [number, number] };
  readonly 'wajong-inclusion': { readonly not_enrolled: number };
  readonly closure: { readonly population: number; readonly not_enrolled: number; readonly overdue: number };
  readonly quality: { readonly all: { readonly timely: number; readonly held: number } };
  readonly hours: { readonly ww_minutes: number; readonly ww_inflow: number; readonly ww_service_inflow: number };
  readonly adviser_hours: { readonly month: { readonly annualised_hours_per_fte: number } };
  readonly outcome_12m: Readonly<Record<string, { readonly n: number; readonly in_work_12m: number }>>;
}

describe('the demo register at its usual size', () => {
  let db: TestDatabase;
  let stage: Stage;
  let folder: string;
  let made: Awaited<ReturnType<typeof call<typeof makeDemo.contract>>>;
  beforeAll(async () => {
    folder = mkdtempSync(resolve(tmpdir(), 'demo-'));
    db = await makeTestDatabase();
    stage = makeStage(db.database, '2019-09-15T12:00:00Z');
    made = await call(stage, makeDemo, { folder });
  }, 240_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await db.close();
  });

  const national = async (at: string, known: string) => {
    const { national: figures } = await call(stage, measureActions[0], { at, known });
    return figures as unknown as Figures;
  };

  test('is accepted, but for the faults that it holds on purpose', () => {
    expect(made.deliveries.map(({ status, refused, warned }) => ({ status, refused, warned }))).toEqual([
      { status: 'accepted', refused: 0, warned: 0 },
      { status: 'accepted', refused: 6, warned: 2 },
    ]);
    expect(made.deliveries[0]?.accepted).toBeLessThan(300_000);
  });

  test('names its faults', async () => {
    const { rows } = await call(stage, deliveryActions[2], { deliveryId: made.deliveries[1]?.deliveryId ?? 0 });
    expect(rows.map(({ file, codes }) => `${file} ${codes.join(' ')}`).sort()).toEqual([
      'benefits.csv end_before_start',
      'clients.csv bsn_check',
      'clients.csv format',
      'contacts.csv changed_without_correction',
      'contacts.csv enum',
      'contacts.csv held_without_minutes',
      'contacts.csv unknown_reference',
      'employments.csv range',
    ]);
  });

  test('comes out at the published figures on 31 August 2019 as known then', async () => {
    const figures = await national('2019-08-31', '2019-08-31');
    expect(percent(figures['wia-personal'].share_12m)).toBe(92);
    const [contacts, days, window] = figures['wia-frequency'].mean_12m;
    expect(((contacts / days) * window).toFixed(1)).toBe('2.3');
    expect(percent(figures['wajong-personal'].share_year)).toBe(90);
    const { ww_minutes: minutes, ww_service_inflow: served } = figures.hours;
    expect(minutes / 60 / served).toBeGreaterThan(5.1);
    expect(minutes / 60 / served).toBeLessThan(5.3);
  });

  test('is plausible in the rest', async () => {
    const august = await national('2019-08-31', '2019-08-31');
    const january = await national('2019-01-31', '2019-08-31');
    const before = await national('2018-08-31', '2019-08-31');
    expect(january.adviser_hours.month.annualised_hours_per_fte).toBeGreaterThan(1010);
    expect(january.adviser_hours.month.annualised_hours_per_fte).toBeLessThan(1055);
    expect(august.adviser_hours.month.annualised_hours_per_fte).toBeGreaterThan(1120);
    expect(august.adviser_hours.month.annualised_hours_per_fte).toBeLessThan(1165);
    expect(august.hours.ww_inflow / before.hours.ww_inflow).toBeCloseTo(0.99, 2);
    expect(percent(august['ww-orientation'].share_in_time)).toBeGreaterThanOrEqual(90);
    expect(percent([august.quality.all.timely, august.quality.all.held])).toBeGreaterThanOrEqual(83);
    expect(percent([august.quality.all.timely, august.quality.all.held])).toBeLessThanOrEqual(90);
    expect(august['wajong-inclusion'].not_enrolled).toBeGreaterThanOrEqual(40);
    expect(august['wajong-inclusion'].not_enrolled).toBeLessThanOrEqual(50);
    expect(august.closure.not_enrolled + august.closure.overdue).toBeGreaterThan(200);
    const months = Object.values(august.outcome_12m);
    const share = sum(months.map(({ in_work_12m: n }) => n)) / sum(months.map(({ n }) => n));
    expect(share).toBeCloseTo(0.65, 2);
  });

  test('has a story to tell of what changed since the report', async () => {
    const then = await national('2019-08-31', '2019-08-31');
    const now = await national('2019-08-31', '2019-09-15');
    expect(now['wajong-personal'].share_year[1]).toBeLessThan(then['wajong-personal'].share_year[1]);
    expect(now['wia-personal'].share_12m).not.toEqual(then['wia-personal'].share_12m);
  });

  test('misses most clients, for their number, in Limburg', async () => {
    const { districts } = await call(stage, measureActions[0], { at: '2019-09-15' });
    const shares = Object.entries(districts as unknown as Record<string, Figures>).map(([id, { closure }]) => ({
      id,
      share: (closure.not_enrolled + closure.overdue) / closure.population,
    }));
    expect(shares.sort((a, b) => b.share - a.share)[0]?.id).toBe('D10');
  });

  test('is made in an empty register only', async () => {
    expect(await refusalOf(call(stage, makeDemo, { folder }))).toBe('register_not_empty');
    expect(await call(stage, makeDemo, { folder, ifEmpty: true })).toEqual({ folder, deliveries: [] });
  });
});

describe('a demo that was stopped between its deliveries', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await makeTestDatabase();
  });
  afterAll(() => db.close());

  test('is finished by the next start', async () => {
    const folder = mkdtempSync(resolve(tmpdir(), 'demo-'));
    const stage = makeStage(db.database, '2019-09-15T12:00:00Z');
    const [first] = makeDeliveries(5, makeRegister(500, 5));
    if (first === undefined) throw new Error('no first delivery');
    await call(stage, importDelivery, { folder: await writeDelivery(folder, first) });
    const { deliveries } = await call(stage, makeDemo, { clients: 500, seed: 5, folder, ifEmpty: true });
    expect(deliveries.map(({ status }) => status)).toEqual(['already_imported', 'accepted']);
    rmSync(folder, { recursive: true, force: true });
  });
});

function percent([part, whole]: readonly [number, number]): number {
  return Math.round((100 * part) / whole);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
