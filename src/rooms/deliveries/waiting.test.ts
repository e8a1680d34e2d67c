import { beforeEach, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import type { Actor } from '../../platform/access.ts';
import type { Database } from '../../platform/db/database.ts';
import { enterNow, shareRegister, takeRegister } from '../../platform/register-lock.store.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { hold, untilWaiting } from '../../platform/testing/locks.ts';
import { registryWorkActions } from '../registry/registry.actions.ts';
import { makeDeliveryActions } from './deliveries.actions.ts';

const [, , , recordCapacity] = registryWorkActions;
const [list] = makeDeliveryActions([]);
let register: TestRegister;
let database: Database;
let ada: Actor;

beforeEach(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  database = await register.database();
  await register.deliver({ ...organisation, ...clients });
  ada = await register.person('P1');
  register.at = '2019-09-02T08:00:00Z';
  return () => register.close();
});

const unnamed = { deliveredAt: undefined } as unknown as Readonly<Record<string, string>>;
const deliveredAts = async () =>
  (await call(register, list, { limit: 10 })).deliveries.map((delivery) => delivery.deliveredAt);

/** A delivery that moves K1 to the office in the south, so that its client row changes. */
const move = { 'benefits.csv': [{ ...clients['benefits.csv']?.[0], office_id: 'O2' }] };
const capacity = { benefitId: 'B1', workCapacity: 'yes' } as const;

const holdClient = (clientId: string) =>
  hold(database, async (tx) =>
    (await tx.raw('owner')).query('select from registry.client where client_id = $1 for update', [clientId]),
  );

test('a write and an import that changes the same client wait for each other in one order: both succeed', async () => {
  const letGo = await hold(database, (tx) => shareRegister(tx.as('owner'), 60));
  const importing = register.deliver(move);
  await untilWaiting(database, 1);
  const writing = call(register.as(ada), recordCapacity, capacity);
  await untilWaiting(database, 2);
  await letGo();
  const [imported, written] = await Promise.allSettled([importing, writing]);
  expect(imported).toMatchObject({ status: 'fulfilled', value: { status: 'accepted' } });
  // The delivery came first, and took the client out of her office; it is her caseload still.
  expect(written).toMatchObject({ status: 'fulfilled' });
});

test('a write that waits too long for a colleague on the same client is refused as busy', async () => {
  const letGo = await holdClient('K1');
  const impatient = { ...register.as(ada), config: { ...register.config, writeWaitSeconds: 1 } };
  expect(await refusalOf(call(impatient, recordCapacity, capacity))).toBe('busy');
  await letGo();
  expect(await call(impatient, recordCapacity, capacity)).toMatchObject({ meanwhile: [] });
});

test('of two imports at once the second waits, and is refused as busy when it waits too long', async () => {
  const letGo = await holdClient('K1');
  const first = register.deliver(move);
  await untilWaiting(database, 1);
  const other = {
    'employments.csv': [{ employment_id: 'E1', client_id: 'K1', start_date: '2019-01-01', hours_per_week: '8' }],
  };
  expect(await refusalOf(register.deliver(other, { source: 'other' }, { wait: 1 }))).toBe('busy');
  const patient = register.deliver(other, { source: 'other' });
  await untilWaiting(database, 2);
  await letGo();
  expect((await first).status).toBe('accepted');
  expect(await patient).toMatchObject({ status: 'accepted', accepted: { 'employments.csv': 1 } });
});

test('a delivery that names no moment has that of after its wait, so that of two the one that waited is not out of order', async () => {
  register.at = '2019-09-02T10:00:00.000000Z';
  const letGo = await hold(database, (tx) => takeRegister(tx.as('owner'), 60));
  const importing = register.deliver(move, unnamed);
  await untilWaiting(database, 1);
  register.at = '2019-09-02T10:05:00.000000Z';
  await letGo();
  expect(await importing).toMatchObject({ status: 'accepted' });
  expect((await deliveredAts())[0]).toBe('2019-09-02T10:05:00Z');
});

test('a delivery that names no moment lies above what a colleague entered, whatever the clock says', async () => {
  register.at = '2019-09-02T10:00:00Z';
  const by = { action: 'registry.record-capacity', actor: ada };
  const letGo = await hold(database, async (tx) => {
    await shareRegister(tx.as('app'), 60);
    await enterNow(tx.as('app'), '2019-09-02T10:03:00Z', by);
  });
  const importing = register.deliver(move, unnamed);
  await untilWaiting(database, 1);
  await letGo();
  expect(await importing).toMatchObject({ status: 'accepted' });
  // on a practice date the next morning lies before the evening
  register.at = '2019-09-02T07:00:00Z';
  expect(await register.deliver({ 'clients.csv': clients['clients.csv'] ?? [] }, unnamed)).toMatchObject({
    status: 'accepted',
  });
  expect((await deliveredAts()).slice(0, 2)).toEqual(['2019-09-02T10:03:00.000002Z', '2019-09-02T10:03:00.000001Z']);
});
