import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import type { Actor } from '../../platform/access.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { registryReadActions } from './client.actions.ts';
import { registryWorkActions } from './registry.actions.ts';

const [, show] = registryReadActions;
const [, , assign, , , undo] = registryWorkActions;
let register: TestRegister;
let ada: Actor;
let zeno: Actor;

beforeAll(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  const district = organisation['districts.csv']?.[0]?.district_id ?? '';
  const leader = {
    person_id: 'P6',
    name: 'Dora Druk',
    email: 'd@example.org',
    role: 'district_manager',
    reach: 'district',
  };
  const people = [...(organisation['people.csv'] ?? []), { ...leader, district_id: district }];
  await register.deliver({ ...organisation, ...clients, 'people.csv': people });
  [ada, zeno] = await Promise.all([register.person('P1'), register.person('P2')]);
});
afterAll(() => register.close());

const advisersOf = async (clientId: string) =>
  (await call(register, show, { clientId })).assignments.map((each) => [each.adviserId, each.to]);
const handOver = (benefitIds: string[], adviserId: string, actor?: Actor) =>
  call(register.as(actor), assign, { benefitIds, adviserId, from: '2019-09-01' });

/** Zeno gets the protected client, and hands it over with another: that takes it out of his reach. */
async function giveAway() {
  await handOver(['B2'], 'A2');
  const { entryId } = await handOver(['B2', 'B4'], 'A1', zeno);
  if (entryId === null) throw new Error('the hand-over was refused');
  expect(await refusalOf(call(register.as(zeno), show, { clientId: 'K2' }))).toBe('not_found');
  return entryId;
}

test('the undo of a hand-over brings every client back, also who left the reach of its maker by it', async () => {
  const entryId = await giveAway();
  expect(await call(register.as(zeno), undo, { entryId })).toMatchObject({ undone: 3 });
  expect(await advisersOf('K2')).toEqual([['A2', null]]);
  expect(await advisersOf('K3')).toEqual([['A2', null]]);
  expect((await call(register.as(zeno), show, { clientId: 'K2' })).clientId).toBe('K2');
  expect(await refusalOf(call(register.as(zeno), undo, { entryId }))).toBe('nothing_to_undo');
});

test('the hand-over of a protected client alone is undone by its maker', async () => {
  await handOver(['B2'], 'A2');
  const { entryId } = await handOver(['B2'], 'A1', zeno);
  expect(await call(register.as(zeno), undo, { entryId: entryId ?? 0 })).toMatchObject({ undone: 1 });
  expect(await advisersOf('K2')).toEqual([['A2', null]]);
});

test('who reaches only part of an act undoes nothing of it: another at once, its maker from the next day on', async () => {
  const entryId = await giveAway();
  const before = [await advisersOf('K2'), await advisersOf('K3')];
  const dora = await register.person('P6');
  expect(await refusalOf(call(register.as(dora), undo, { entryId }))).toBe('partly_out_of_reach');
  register.at = '2019-09-02T08:00:00Z';
  expect(await refusalOf(call(register.as(zeno), undo, { entryId }))).toBe('partly_out_of_reach');
  expect([await advisersOf('K2'), await advisersOf('K3')]).toEqual(before);
  // Ada has both in her caseload now.
  expect(await call(register.as(ada), undo, { entryId })).toMatchObject({ undone: 3 });
});

test('an act that nobody in reach was touched by is not found', async () => {
  register.at = '2019-09-03T08:00:00Z';
  const { entryId } = await handOver(['B1'], 'A1');
  expect(await refusalOf(call(register.as(zeno), undo, { entryId: entryId ?? 0 }))).toBe('not_found');
  expect(await refusalOf(call(register.as(zeno), undo, { entryId: 1_000_000 }))).toBe('not_found');
});
