import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import type { Actor } from '../../platform/access.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { registryReadActions } from './client.actions.ts';
import { registryWorkActions } from './registry.actions.ts';

const [find, show] = registryReadActions;
const [enrol, endEnrolment, assign, recordCapacity, recordProfile, undo] = registryWorkActions;
let register: TestRegister;
let ada: Actor;
let zeno: Actor;
let piet: Actor;
let kim: Actor;

beforeAll(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  [ada, zeno, piet, kim] = await Promise.all([
    register.person('P1'),
    register.person('P2'),
    register.person('P3'),
    register.person('P5'),
  ]);
});
afterAll(() => register.close());

const dossier = (clientId: string, actor: Actor = kim) => call(register.as(actor), show, { clientId });

/** What a form sends of the dossier that it was opened on. */
function seenOf(of: Awaited<ReturnType<typeof dossier>>, kind: 'benefits' | 'enrolments', benefitId: string) {
  const seenVersion = of[kind].find((each) => each.benefitId === benefitId)?.versionId ?? 0;
  return { seenEntry: of.lastEntry, seenVersion };
}

test('clients are found by name, birth date, id and BSN, within reach only', async () => {
  const found = async (text: string, actor: Actor) =>
    (await call(register.as(actor), find, { text })).clients.map((client) => client.clientId);
  expect(await found('berg', ada)).toEqual(['K1']);
  expect(await found('jan berg', ada)).toEqual(['K1']);
  expect(await found('31-1-1980', ada)).toEqual(['K1']);
  expect(await found('999990019', ada)).toEqual(['K1']);
  for (const mistyped of ['31-02-1980', '1980-02-30', '01-01-0000', '31-1-80']) {
    expect(await found(mistyped, ada), mistyped).toEqual([]);
  }
  expect(await found('K1', zeno)).toEqual([]);
  expect(await found('K3', zeno)).toEqual(['K3']);
});

test('a protected client is opened by the adviser of today and by who opens protected', async () => {
  expect(await refusalOf(dossier('K2', zeno))).toBe('not_found');
  expect((await dossier('K2', kim)).protected).toBe(true);
  await call(register, assign, { benefitIds: ['B2'], adviserId: 'A2', from: '2019-09-01' });
  expect((await dossier('K2', zeno)).clientId).toBe('K2');
  await call(register, assign, { benefitIds: ['B2'], adviserId: 'A1', from: '2019-09-01' });
  expect(await refusalOf(dossier('K2', zeno))).toBe('not_found');
  // An adviser who works elsewhere opens the own caseload.
  expect((await dossier('K2', ada)).clientId).toBe('K2');
});

test('an adviser who serves only WW sees nothing of another scheme in the dossier', async () => {
  const seen = await dossier('K3', zeno);
  expect(seen.benefits.map((each) => each.scheme)).toEqual(['WW']);
  expect((await dossier('K3', ada)).benefits.map((each) => each.scheme)).toEqual(['WAJONG', 'WW']);
  const found = await call(register.as(zeno), find, { text: 'K3' });
  expect(found.clients[0]?.schemes).toEqual(['WW']);
});

test('people are taken into service, each for itself; what cannot be is said with its code', async () => {
  const result = await call(register.as(piet), enrol, { benefitIds: ['B3', 'B1', 'B2', 'nope'], from: '2019-09-01' });
  expect(result.done).toEqual(['B3']);
  expect(result.refused.map((each) => [each.benefitId, each.code])).toEqual([
    ['B1', 'overlapping_enrolment'],
    ['B2', 'not_found'],
    ['nope', 'not_found'],
  ]);
  expect(await refusalOf(call(register.as(piet), enrol, { benefitIds: ['B3'], from: '2019-09-02' }))).toBe(
    'overlapping_enrolment',
  );
  expect(await refusalOf(call(register.as(piet), enrol, { benefitIds: ['B3'], from: '2014-09-02' }))).toBe(
    'outside_benefit',
  );
  await call(register.as(piet), undo, { entryId: result.entryId ?? 0 });
  expect((await dossier('K3')).enrolments.map((each) => each.benefitId)).toEqual(['B4']);
});

test('many of whom nothing can be done leave no act', async () => {
  const none = await call(register.as(piet), enrol, { benefitIds: ['B1', 'nope'], from: '2019-09-01' });
  expect(none).toMatchObject({ entryId: null, done: [], refused: [{ benefitId: 'B1' }, { benefitId: 'nope' }] });
  const handed = await call(register.as(piet), assign, {
    benefitIds: ['B2', 'nope'],
    adviserId: 'A1',
    from: '2019-09-01',
  });
  expect(handed).toMatchObject({ entryId: null, done: [], refused: [{ code: 'not_found' }, { code: 'not_found' }] });
  const acts = await register.database().then((database) =>
    database.transaction({}, async (tx) => {
      const found = await (await tx.raw('owner')).query<{ n: number }>(
        "select count(*) as n from platform.entry where action in ('registry.enrol', 'registry.assign')",
      );
      return found.rows[0]?.n;
    }),
  );
  // the hand-overs and the enrolment of the tests above
  expect(acts).toBe(3);
});

test('an adviser who serves only WW writes on no benefit of another scheme', async () => {
  const of = { benefitId: 'B3' } as const;
  expect(await refusalOf(call(register.as(zeno), recordCapacity, { ...of, workCapacity: 'no' }))).toBe('not_found');
  expect(await refusalOf(call(register.as(zeno), recordProfile, { ...of, assessedOn: '2019-08-30' }))).toBe(
    'not_found',
  );
  const from = '2019-09-01';
  expect(await refusalOf(call(register.as(zeno), enrol, { benefitIds: ['B3'], from }))).toBe('not_found');
  expect(await refusalOf(call(register.as(zeno), assign, { benefitIds: ['B3'], adviserId: 'A2', from }))).toBe(
    'not_found',
  );
  const { entryId } = await call(register.as(ada), recordCapacity, { ...of, workCapacity: 'no' });
  expect(await refusalOf(call(register.as(zeno), undo, { entryId }))).toBe('not_found');
  await call(register.as(ada), undo, { entryId });
});

test('service ends with a reason; a decision on an enrolment that changed meanwhile is refused', async () => {
  register.at = '2019-09-02T08:00:00Z';
  const seen = seenOf(await dossier('K1'), 'enrolments', 'B1');
  const end = { benefitId: 'B1', to: '2019-09-02', reason: 'declined' } as const;
  expect(await refusalOf(call(register.as(ada), endEnrolment, end))).toBe('review_date_missing');
  const reviewed = { ...end, reviewDate: '2019-12-01', ...seen };
  expect(await refusalOf(call(register.as(ada), endEnrolment, { ...reviewed, reviewDate: '2019-09-01' }))).toBe(
    'review_before_end',
  );
  register.at = '2019-09-02T09:00:00Z';
  const ended = await call(register.as(ada), endEnrolment, reviewed);
  expect((await dossier('K1')).enrolments).toMatchObject([
    { to: '2019-09-02', endReason: 'declined', reviewDate: '2019-12-01', entered: true, by: 'Ada Noord' },
  ]);
  expect(await refusalOf(call(register.as(ada), endEnrolment, { ...end, reason: 'completed', ...seen }))).toBe(
    'changed_meanwhile',
  );
  await call(register.as(ada), undo, { entryId: ended.entryId });
  expect((await dossier('K1')).enrolments).toMatchObject([{ to: null, endReason: null }]);
  expect(await refusalOf(call(register.as(ada), undo, { entryId: ended.entryId }))).toBe('nothing_to_undo');
});

test('a hand-over ends the old spell where the new one begins', async () => {
  register.at = '2019-09-03T08:00:00Z';
  await call(register.as(zeno), assign, { benefitIds: ['B4'], adviserId: 'A1', from: '2019-09-10' });
  expect((await dossier('K3')).assignments.map((each) => [each.adviserId, each.from, each.to])).toEqual([
    ['A2', '2019-05-02', '2019-09-10'],
    ['A1', '2019-09-10', null],
  ]);
  expect(
    await refusalOf(call(register.as(zeno), assign, { benefitIds: ['B4'], adviserId: 'X', from: '2019-09-10' })),
  ).toBe('unknown_adviser');
});

test('two enrolments at once cannot both win', async () => {
  register.at = '2019-09-04T08:00:00Z';
  const both = await Promise.allSettled([
    call(register.as(piet), enrol, { benefitIds: ['B3'], from: '2019-09-03' }),
    call(register.as(ada), enrol, { benefitIds: ['B3'], from: '2019-09-04' }),
  ]);
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('work capacity and profile are entered over what was delivered, and undone', async () => {
  register.at = '2019-09-05T08:00:00Z';
  const capacity = await call(register.as(ada), recordCapacity, { benefitId: 'B3', workCapacity: 'no' });
  expect((await dossier('K3')).benefits[0]).toMatchObject({ workCapacity: 'no', entered: true });
  expect(await refusalOf(call(register.as(ada), recordCapacity, { benefitId: 'B4', workCapacity: 'no' }))).toBe(
    'capacity_outside_scheme',
  );
  await call(register.as(ada), undo, { entryId: capacity.entryId });
  expect((await dossier('K3')).benefits[0]).toMatchObject({ workCapacity: 'yes' });
  const profile = await call(register.as(ada), recordProfile, {
    benefitId: 'B3',
    assessedOn: '2019-09-05',
    goal: 'werk in de zorg',
  });
  expect((await dossier('K3')).profiles).toMatchObject([{ profileId: profile.profileId, goal: 'werk in de zorg' }]);
});

test('work capacity and profile are entered and undone by advisers only; enrolments by who plans too', async () => {
  register.at = '2019-09-05T12:00:00Z';
  const capacity = await call(register.as(ada), recordCapacity, { benefitId: 'B3', workCapacity: 'unknown' });
  const profile = await call(register.as(ada), recordProfile, { benefitId: 'B3', assessedOn: '2019-09-05' });
  for (const { entryId } of [capacity, profile]) {
    expect(await refusalOf(call(register.as(piet), undo, { entryId }))).toBe('not_allowed');
    await call(register.as(ada), undo, { entryId });
  }
  const ended = await call(register.as(ada), endEnrolment, { benefitId: 'B1', to: '2019-09-05', reason: 'completed' });
  await call(register.as(piet), undo, { entryId: ended.entryId });
  expect((await dossier('K1')).enrolments).toMatchObject([{ to: null }]);
});

test('two who record the work capacity at once both leave their version', async () => {
  register.at = '2019-09-05T13:00:00Z';
  const writes = (['no', 'unknown'] as const).map((workCapacity) =>
    call(register.as(ada), recordCapacity, { benefitId: 'B3', workCapacity }),
  );
  const [one, other] = await Promise.all(writes);
  const last = Math.max(one?.entryId ?? 0, other?.entryId ?? 0);
  // Undoing the last puts the first on top again, and undoing that the one before both.
  await call(register.as(ada), undo, { entryId: last });
  expect((await dossier('K3')).benefits[0]?.workCapacity).toBe(last === other?.entryId ? 'no' : 'unknown');
});

test('a profile is of today or before, and valid from the day it was made', async () => {
  register.at = '2019-09-05T14:00:00Z';
  const recording = (dates: { assessedOn: string; validUntil?: string }) =>
    call(register.as(ada), recordProfile, { benefitId: 'B3', ...dates });
  expect(await refusalOf(recording({ assessedOn: '2019-09-06' }))).toBe('assessed_in_future');
  expect(await refusalOf(recording({ assessedOn: '2019-09-05', validUntil: '2019-09-04' }))).toBe(
    'expired_when_assessed',
  );
  const { entryId } = await recording({ assessedOn: '2019-09-05', validUntil: '2019-09-05' });
  await call(register.as(ada), undo, { entryId });
});

test('a delivery without news leaves the work; one with news puts it aside and says so', async () => {
  register.at = '2019-09-06T08:00:00Z';
  await call(register.as(ada), recordCapacity, { benefitId: 'B3', workCapacity: 'no' });
  const benefit = {
    benefit_id: 'B3',
    client_id: 'K3',
    scheme: 'WAJONG',
    office_id: 'O1',
    start_date: '2015-01-01',
    work_capacity: 'yes',
  };
  register.at = '2019-09-07T08:00:00Z';
  expect((await register.deliver({ 'benefits.csv': [benefit] })).notes).toEqual([]);
  expect((await dossier('K3')).benefits[0]).toMatchObject({ workCapacity: 'no', entered: true });
  register.at = '2019-09-08T08:00:00Z';
  const news = await register.deliver({ 'benefits.csv': [{ ...benefit, work_capacity: 'unknown' }] });
  expect(news.notes).toMatchObject([{ code: 'replaced_entered', file: 'benefits.csv', keys: ['B3'] }]);
  expect((await dossier('K3')).benefits[0]).toMatchObject({
    workCapacity: 'unknown',
    entered: false,
    enteredPutAside: true,
  });
});
