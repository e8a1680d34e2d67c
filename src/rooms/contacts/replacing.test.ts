import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import type { Actor } from '../../platform/access.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { hold, untilWaiting } from '../../platform/testing/locks.ts';
import { contactActions } from './contacts.actions.ts';

const [list, plan, report, move, correct, withdraw, undo] = contactActions;
let register: TestRegister;
let ada: Actor;
let piet: Actor;

beforeAll(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  [ada, piet] = await Promise.all([register.person('P1'), register.person('P3')]);
});
afterAll(() => register.close());

const rows = async () => (await call(register.as(ada), list, { clientId: 'K1' })).contacts;
const valid = async () => (await rows()).filter((row) => row.valid);

/** A conversation of Ada with K1 that was held on a day. */
async function speak(date: string) {
  return call(register.as(ada), report, {
    benefitId: 'B1',
    kind: 'intake',
    channel: 'office',
    date,
    time: '10:00',
    outcome: 'held',
    minutes: 40,
    report: 'Over de overstap gesproken.',
  });
}
const validOn = async (date: string) => (await valid()).filter((row) => row.date === date);

/** Two calls that both wait for the client, and so decide one after the other. */
async function sideBySide(calling: () => Promise<unknown>): Promise<readonly string[]> {
  const database = await register.database();
  const letGo = await hold(database, async (tx) =>
    (await tx.raw('owner')).query("select from registry.client where client_id = 'K1' for update"),
  );
  const both = Promise.allSettled([calling(), calling()]);
  await untilWaiting(database, 2);
  await letGo();
  return (await both).map((each) => each.status).sort();
}

test('a withdrawal is undone once: a second time it is refused', async () => {
  register.at = '2019-09-06T15:00:00Z';
  const held = await speak('2019-08-01');
  const away = await call(register.as(ada), withdraw, { contactId: held.contactId, reason: 'andere klant' });
  const undoing = () => call(register.as(ada), undo, { entryId: away.entryId });
  await undoing();
  expect(await refusalOf(undoing())).toBe('nothing_to_undo');
  expect(await validOn('2019-08-01')).toMatchObject([
    { outcome: 'held', minutes: 40, report: 'Over de overstap gesproken.' },
  ]);
});

test('of two who undo the same act at the same moment one is refused', async () => {
  register.at = '2019-09-06T16:00:00Z';
  const held = await speak('2019-08-05');
  const away = await call(register.as(ada), withdraw, { contactId: held.contactId, reason: 'andere klant' });
  const other = await speak('2019-08-06');
  for (const { entryId } of [away, other]) {
    const undoing = () => call(register.as(ada), undo, { entryId });
    expect(await sideBySide(undoing)).toEqual(['fulfilled', 'rejected']);
  }
  expect(await validOn('2019-08-05')).toHaveLength(1);
  expect(await validOn('2019-08-06')).toEqual([]);
  expect((await rows()).filter((row) => row.date === '2019-08-06')).toHaveLength(2);
});

test('a withdrawal that a delivered correction has beaten is not undone', async () => {
  register.at = '2019-09-06T17:00:00Z';
  const held = await speak('2019-08-12');
  const away = await call(register.as(ada), withdraw, { contactId: held.contactId, reason: 'andere klant' });
  register.at = '2019-09-06T18:00:00Z';
  const rival = { ...clients['contacts.csv']?.[0], contact_id: 'R1', corrects: held.contactId };
  const delivered = await register.deliver({
    'contacts.csv': [
      { ...rival, occurred_at: '2019-08-12T10:00:00+02:00', registered_at: '2019-09-06T17:30:00Z', kind: 'intake' },
    ],
  });
  expect(delivered.refused).toEqual([]);
  expect(await refusalOf(call(register.as(ada), undo, { entryId: away.entryId }))).toBe('nothing_to_undo');
  expect(await validOn('2019-08-12')).toMatchObject([{ contactId: 'R1' }]);
});

test('a report takes the place of a planned contact of its own benefit only', async () => {
  register.at = '2019-09-07T08:00:00Z';
  const like = { kind: 'monitoring', channel: 'phone', date: '2019-09-07', time: '10:30' } as const;
  const planned = await call(register.as(piet), plan, { benefitId: 'B1', ...like });
  const held = await speak('2019-08-07');
  register.at = '2019-09-07T12:00:00Z';
  const reporting = (benefitId: string, contactId: string) =>
    refusalOf(call(register.as(ada), report, { benefitId, planned: contactId, ...like, outcome: 'held', minutes: 15 }));
  const before = await rows();
  expect(await reporting('B3', planned.contactId)).toBe('not_found');
  expect(await reporting('B1', held.contactId)).toBe('changed_meanwhile');
  expect(await rows()).toEqual(before);
  expect((await call(register.as(ada), list, { clientId: 'K3' })).contacts).toEqual([]);
  // A chain stays with one benefit, also of one client.
  const own = await call(register.as(ada), plan, { benefitId: 'B3', ...like, date: '2019-09-08' });
  expect(await reporting('B4', own.contactId)).toBe('not_found');
});

test('who plans moves, withdraws and undoes what is planned; what was reported is of advisers', async () => {
  register.at = '2019-09-08T08:00:00Z';
  const planned = await call(register.as(piet), plan, {
    benefitId: 'B1',
    kind: 'test',
    channel: 'office',
    date: '2019-09-30',
    time: '10:00',
  });
  const moved = await call(register.as(piet), move, {
    contactId: planned.contactId,
    date: '2019-10-01',
    time: '10:00',
  });
  await call(register.as(piet), undo, { entryId: moved.entryId });
  const [back] = await validOn('2019-09-30');
  const away = await call(register.as(piet), withdraw, { contactId: back?.contactId ?? '', reason: 'klant belde af' });
  await call(register.as(piet), undo, { entryId: away.entryId });
  expect(await validOn('2019-09-30')).toMatchObject([{ outcome: 'planned' }]);

  const held = await speak('2019-08-08');
  const byPiet = register.as(piet);
  const { contactId, entryId } = held;
  expect(await refusalOf(call(byPiet, withdraw, { contactId, reason: 'vergissing' }))).toBe('not_allowed');
  expect(await refusalOf(call(byPiet, undo, { entryId }))).toBe('not_allowed');
  const withdrawn = await call(register.as(ada), withdraw, { contactId, reason: 'vergissing' });
  expect(await refusalOf(call(byPiet, undo, { entryId: withdrawn.entryId }))).toBe('not_allowed');
});

test('a reason stands beside the report, which stays when nothing else is sent', async () => {
  register.at = '2019-09-08T12:00:00Z';
  const held = await speak('2019-08-09');
  const again = { kind: 'intake', channel: 'office', date: '2019-08-09', time: '10:00', outcome: 'held' } as const;
  const corrected = await call(register.as(ada), correct, {
    contactId: held.contactId,
    ...again,
    minutes: 45,
    reason: 'minuten verkeerd',
  });
  const away = await call(register.as(ada), withdraw, { contactId: corrected.contactId, reason: 'andere klant' });
  await call(register.as(ada), undo, { entryId: away.entryId });
  const report = 'Over de overstap gesproken.';
  expect((await rows()).filter((row) => row.date === '2019-08-09').toReversed()).toMatchObject([
    { outcome: 'held', minutes: 40, report, reason: null },
    { outcome: 'held', minutes: 45, report, reason: 'minuten verkeerd' },
    { outcome: 'void', report, reason: 'andere klant' },
    { outcome: 'held', minutes: 45, report, reason: null, valid: true },
  ]);
});
