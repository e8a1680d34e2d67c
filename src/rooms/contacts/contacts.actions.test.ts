import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import type { Actor } from '../../platform/access.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { registryReadActions } from '../registry/client.actions.ts';
import { contactActions } from './contacts.actions.ts';

const [list, plan, report, move, correct, withdraw, undo, check] = contactActions;
const [, show] = registryReadActions;
let register: TestRegister;
let ada: Actor;
let zeno: Actor;
let piet: Actor;

beforeAll(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  [ada, zeno, piet] = await Promise.all([register.person('P1'), register.person('P2'), register.person('P3')]);
});
afterAll(() => register.close());

const rows = async () => (await call(register.as(ada), list, { clientId: 'K1' })).contacts;
const valid = async () => (await rows()).filter((row) => row.valid);

test('a conversation is planned, moved, reported with its next one, corrected and withdrawn; every row stays', async () => {
  register.at = '2019-09-02T08:00:00Z';
  const planned = await call(register.as(piet), plan, {
    benefitId: 'B1',
    kind: 'progress',
    channel: 'office',
    date: '2019-09-03',
    time: '10:00',
  });
  expect((await valid())[0]).toMatchObject({
    contactId: planned.contactId,
    adviserId: 'A1',
    outcome: 'planned',
    time: '10:00',
    by: 'Piet Plan',
  });

  const moved = await call(register.as(ada), move, { contactId: planned.contactId, date: '2019-09-04', time: '09:30' });
  register.at = '2019-09-04T09:00:00Z';
  const held = await call(register.as(ada), report, {
    benefitId: 'B1',
    planned: moved.contactId,
    kind: 'progress',
    channel: 'phone',
    date: '2019-09-04',
    time: '09:30',
    outcome: 'held',
    minutes: 25,
    nextDate: '2019-12-04',
    nextTime: '09:30',
  });
  expect(await valid()).toMatchObject([
    { contactId: held.nextContactId, outcome: 'planned', corrects: null, date: '2019-12-04' },
    { contactId: held.contactId, outcome: 'held', minutes: 25, corrects: moved.contactId },
    { contactId: 'C1' },
  ]);

  register.at = '2019-09-05T09:00:00Z';
  const corrected = await call(register.as(ada), correct, {
    contactId: held.contactId,
    kind: 'progress',
    channel: 'phone',
    date: '2019-09-04',
    time: '09:30',
    outcome: 'held',
    minutes: 35,
    reason: 'minuten verkeerd',
  });
  const away = await call(register.as(ada), withdraw, { contactId: corrected.contactId, reason: 'andere klant' });
  expect((await valid()).map((row) => row.contactId)).toEqual([held.nextContactId, 'C1']);
  await call(register.as(ada), undo, { entryId: away.entryId });
  expect((await valid())[1]).toMatchObject({ outcome: 'held', minutes: 35, date: '2019-09-04' });
  expect(await rows()).toHaveLength(8);
});

test('undo of a report puts the planned contact back; of what was replaced it is refused', async () => {
  register.at = '2019-09-06T08:00:00Z';
  const planned = await call(register.as(ada), plan, {
    benefitId: 'B1',
    kind: 'evaluation',
    channel: 'phone',
    date: '2019-09-06',
    time: '12:00',
  });
  register.at = '2019-09-06T11:00:00Z';
  const reported = await call(register.as(ada), report, {
    benefitId: 'B1',
    planned: planned.contactId,
    kind: 'evaluation',
    channel: 'phone',
    date: '2019-09-06',
    time: '12:00',
    outcome: 'no_show',
  });
  expect(await refusalOf(call(register.as(ada), undo, { entryId: planned.entryId }))).toBe('nothing_to_undo');
  await call(register.as(ada), undo, { entryId: reported.entryId });
  expect((await valid()).filter((row) => row.kind === 'evaluation')).toMatchObject([
    { outcome: 'planned', time: '12:00' },
  ]);
});

test('what stands in the way is refused with a code', async () => {
  const base = { benefitId: 'B1', kind: 'progress', channel: 'phone', time: '10:00' } as const;
  expect(await refusalOf(call(register.as(ada), plan, { ...base, date: '2019-09-01' }))).toBe('in_the_past');
  expect(
    await refusalOf(call(register.as(ada), report, { ...base, date: '2019-09-08', outcome: 'held', minutes: 5 })),
  ).toBe('in_the_future');
  expect(await refusalOf(call(register.as(ada), report, { ...base, date: '2019-09-01', outcome: 'held' }))).toBe(
    'minutes_missing',
  );
  expect(await refusalOf(call(register.as(zeno), plan, { ...base, date: '2019-09-08' }))).toBe('not_found');
  expect(await refusalOf(call(register.as(piet), report, { ...base, date: '2019-09-01', outcome: 'no_show' }))).toBe(
    'not_allowed',
  );
});

test('two who report the same planned contact: the second is refused, nothing is lost', async () => {
  register.at = '2019-09-09T08:00:00Z';
  const planned = await call(register.as(ada), plan, {
    benefitId: 'B1',
    kind: 'monitoring',
    channel: 'phone',
    date: '2019-09-09',
    time: '11:00',
  });
  register.at = '2019-09-09T12:00:00Z';
  const input = {
    benefitId: 'B1',
    planned: planned.contactId,
    kind: 'monitoring',
    channel: 'phone',
    date: '2019-09-09',
    time: '11:00',
    outcome: 'held',
    minutes: 20,
  } as const;
  const both = await Promise.allSettled([call(register.as(ada), report, input), call(register.as(ada), report, input)]);
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await valid()).filter((row) => row.kind === 'monitoring')).toHaveLength(1);
});

test('the second of two writers is told what the first did', async () => {
  register.at = '2019-09-10T08:00:00Z';
  const { lastEntry } = await call(register.as(ada), show, { clientId: 'K1' });
  await call(register.as(piet), plan, {
    benefitId: 'B1',
    kind: 'test',
    channel: 'office',
    date: '2019-09-20',
    time: '10:00',
  });
  const second = await call(register.as(ada), plan, {
    benefitId: 'B1',
    kind: 'intake',
    channel: 'office',
    date: '2019-09-21',
    time: '10:00',
    seenEntry: lastEntry,
  });
  expect(second.meanwhile).toMatchObject([{ action: 'contacts.plan', by: 'Piet Plan' }]);
});

test('what is odd is said at once and never blocks', async () => {
  register.at = '2019-09-11T12:00:00Z';
  const input = {
    benefitId: 'B1',
    kind: 'progress',
    channel: 'phone',
    date: '2018-06-01',
    time: '10:30',
    outcome: 'held',
    minutes: 10,
  } as const;
  const checked = await call(register.as(ada), check, {
    benefitId: 'B1',
    kind: 'progress',
    date: '2018-06-01',
    time: '10:30',
  });
  expect(checked.warnings.map((each) => each.code)).toEqual(['twice_within_hour']);
  const saved = await call(register.as(ada), report, input);
  expect(saved.warnings.map((each) => each.code)).toEqual(['twice_within_hour']);
  const early = await call(register.as(ada), check, {
    benefitId: 'B1',
    kind: 'progress',
    date: '2018-02-28',
    time: '10:00',
  });
  expect(early.warnings.map((each) => each.code)).toEqual(['before_benefit']);
});

test('an adviser who serves only WW writes nothing on a benefit of another scheme, and is told nothing of it', async () => {
  register.at = '2019-09-12T12:00:00Z';
  const when = { kind: 'progress', date: '2019-09-12', time: '09:00' } as const;
  const moment = { benefitId: 'B3', channel: 'office', ...when } as const;
  const made = await call(register.as(ada), report, { ...moment, outcome: 'held', minutes: 30 });
  const { contactId } = made;
  const reason = 'vergissing';
  const acts = [
    call(register.as(zeno), plan, { ...moment, date: '2019-09-20' }),
    call(register.as(zeno), report, { ...moment, outcome: 'no_show' }),
    call(register.as(zeno), check, { benefitId: 'B3', ...when }),
    call(register.as(zeno), move, { contactId, date: '2019-09-20', time: '09:00' }),
    call(register.as(zeno), correct, { ...when, channel: 'office', contactId, outcome: 'no_show', reason }),
    call(register.as(zeno), withdraw, { contactId, reason }),
    call(register.as(zeno), undo, { entryId: made.entryId }),
  ];
  expect(await Promise.all(acts.map(refusalOf))).toEqual(acts.map(() => 'not_found'));
  const ofClient = (await call(register.as(ada), list, { clientId: 'K3' })).contacts;
  expect(ofClient).toMatchObject([{ contactId, valid: true }]);
});

test('a next appointment has a date and a time, or there is none', async () => {
  register.at = '2019-09-13T12:00:00Z';
  const held = { benefitId: 'B1', kind: 'progress', channel: 'phone', outcome: 'held', minutes: 30 } as const;
  const input = { ...held, date: '2019-09-13', time: '10:00' };
  const before = await rows();
  for (const next of [
    { nextDate: '2019-10-10' },
    { nextTime: '10:00' },
    { nextKind: 'intake' },
    { nextChannel: 'phone' },
  ] as const) {
    expect(await refusalOf(call(register.as(ada), report, { ...input, ...next }))).toBe('invalid_input');
  }
  expect(await rows()).toEqual(before);
  const next = { nextDate: '2019-10-10', nextTime: '10:00' };
  expect((await call(register.as(ada), report, { ...input, ...next })).nextContactId).not.toBeNull();
});

test('a contact of a named client goes with a benefit of that client only, and is refused with that of another', async () => {
  register.at = '2019-09-13T12:00:00Z';
  const moment = { benefitId: 'B1', kind: 'progress', channel: 'phone', time: '10:00' } as const;
  const held = { ...moment, date: '2019-09-12', outcome: 'held', minutes: 30 } as const;
  const planned = { ...moment, date: '2019-09-20' };
  const before = await rows();
  for (const act of [
    () => call(register.as(ada), report, { ...held, clientId: 'K2' }),
    () => call(register.as(ada), plan, { ...planned, clientId: 'K2' }),
  ]) {
    expect(await refusalOf(act())).toBe('other_client');
  }
  expect(await rows()).toEqual(before);
  await call(register.as(ada), report, { ...held, clientId: 'K1' });
  await call(register.as(ada), plan, { ...planned, clientId: 'K1' });
  expect(await rows()).toHaveLength(before.length + 2);
});

test('a planner plans for the adviser of the caseload; who holds the conversation as an adviser, has held it', async () => {
  await register.deliver({
    'advisers.csv': [{ adviser_id: 'A3', name: 'Piet Plan', role: 'planner' }],
    'people.csv': [
      {
        person_id: 'P3',
        name: 'Piet Plan',
        email: 'p@example.org',
        role: 'planner',
        reach: 'district',
        district_id: 'D1',
        adviser_id: 'A3',
      },
    ],
  });
  const planner = await register.person('P3');
  expect(planner.adviserId).toBe('A3');
  register.at = '2019-09-17T08:00:00Z';
  const moment = { benefitId: 'B1', kind: 'monitoring', channel: 'phone', date: '2019-09-17', time: '12:00' } as const;
  const planned = await call(register.as(planner), plan, moment);
  const found = async (contactId: string) => (await rows()).find((row) => row.contactId === contactId);
  expect(await found(planned.contactId)).toMatchObject({ adviserId: 'A1', by: 'Piet Plan' });
  const later = await call(register.as(planner), plan, { ...moment, adviserId: 'A2', date: '2019-09-18' });
  register.at = '2019-09-18T11:00:00Z';
  const held = { ...moment, date: '2019-09-18', planned: later.contactId, outcome: 'held', minutes: 20 } as const;
  const reported = await call(register.as(ada), report, held);
  expect(await found(reported.contactId)).toMatchObject({ adviserId: 'A1', corrects: later.contactId });
});

test('an appointment is called off before it comes, and only that; the invitation stays', async () => {
  register.at = '2019-09-19T08:00:00Z';
  const moment = { benefitId: 'B1', kind: 'evaluation', channel: 'office', date: '2019-09-30', time: '10:00' } as const;
  const planned = await call(register.as(ada), plan, moment);
  const off = { ...moment, outcome: 'cancelled' } as const;
  expect(await refusalOf(call(register.as(ada), report, off))).toBe('in_the_future');
  const missed = { ...off, planned: planned.contactId, outcome: 'no_show' } as const;
  expect(await refusalOf(call(register.as(ada), report, missed))).toBe('in_the_future');
  const called = await call(register.as(ada), report, { ...off, planned: planned.contactId });
  const row = (await valid()).find((each) => each.contactId === called.contactId);
  expect(row).toMatchObject({ outcome: 'cancelled', date: '2019-09-30', corrects: planned.contactId, minutes: null });
});
