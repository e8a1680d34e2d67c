import { afterAll, beforeAll, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type TestRegister } from '../../../tests/register/register.ts';
import type { Actor } from '../../platform/access.ts';
import { call, refusalOf } from '../../platform/testing/call.ts';
import { registryReadActions } from './client.actions.ts';
import { registryWorkActions } from './registry.actions.ts';

const [, show] = registryReadActions;
const [enrol, endEnrolment, , recordCapacity, recordProfile] = registryWorkActions;
let register: TestRegister;
let ada: Actor;
let piet: Actor;

beforeAll(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  [ada, piet] = await Promise.all([register.person('P1'), register.person('P3')]);
});
afterAll(() => register.close());

const dossier = () => call(register.as(ada), show, { clientId: 'K3' });
const benefit = {
  benefit_id: 'B3',
  client_id: 'K3',
  scheme: 'WAJONG',
  office_id: 'O1',
  start_date: '2015-01-01',
};

/** What the form of the Wajong benefit sends of the dossier that it was opened on. */
async function seen() {
  const { lastEntry, benefits } = await dossier();
  return { seenEntry: lastEntry, seenVersion: benefits.find((of) => of.benefitId === 'B3')?.versionId ?? 0 };
}

test('a delivery that came in between is seen, though it is known from an earlier moment than the form', async () => {
  register.at = '2019-09-02T10:30:00Z';
  const form = { benefitId: 'B3', workCapacity: 'unknown', ...(await seen()) } as const;
  register.at = '2019-09-02T11:00:00Z';
  const news = { 'benefits.csv': [{ ...benefit, work_capacity: 'no' }] };
  await register.deliver(news, { deliveredAt: '2019-09-02T06:00:00Z' });
  register.at = '2019-09-02T11:05:00Z';
  expect(await refusalOf(call(register.as(ada), recordCapacity, form))).toBe('changed_meanwhile');
  expect((await dossier()).benefits[0]).toMatchObject({ workCapacity: 'no' });
  await call(register.as(ada), recordCapacity, { ...form, ...(await seen()) });
  expect((await dossier()).benefits[0]).toMatchObject({ workCapacity: 'unknown' });
});

test('what was entered in the evening does not block the morning, where the practice date goes back in time', async () => {
  register.at = '2019-09-03T21:00:00Z';
  await call(register.as(piet), enrol, { benefitIds: ['B3'], from: '2019-09-02' });
  await call(register.as(ada), recordCapacity, { benefitId: 'B3', workCapacity: 'yes' });
  register.at = '2019-09-03T07:00:00Z';
  const before = await dossier();
  const enrolment = before.enrolments.find((of) => of.benefitId === 'B3');
  const ended = await call(register.as(ada), endEnrolment, {
    benefitId: 'B3',
    to: '2019-09-03',
    reason: 'completed',
    seenEntry: before.lastEntry,
    seenVersion: enrolment?.versionId ?? 0,
  });
  expect(ended.meanwhile).toEqual([]);
  const recorded = await call(register.as(ada), recordCapacity, {
    benefitId: 'B3',
    workCapacity: 'no',
    ...(await seen()),
  });
  expect(recorded.meanwhile).toEqual([]);
});

test('acts of others since the form was opened are told, own ones are not', async () => {
  const { seenEntry } = await seen();
  await call(register.as(ada), recordCapacity, { benefitId: 'B3', workCapacity: 'yes' });
  await call(register.as(piet), enrol, { benefitIds: ['B3'], from: '2019-09-03' });
  const profile = { benefitId: 'B3', assessedOn: '2019-09-01', seenEntry };
  expect((await call(register.as(ada), recordProfile, profile)).meanwhile).toMatchObject([
    { action: 'registry.enrol', by: 'Piet Plan' },
  ]);
});

test('an enrolment that ended on the day it began does not stand in the way of ending the one that holds', async () => {
  register.at = '2019-09-04T07:00:00Z';
  await call(register.as(ada), endEnrolment, { benefitId: 'B3', to: '2019-09-04', reason: 'completed' });
  const empty = { benefit_id: 'B4', from: '2019-08-01', to: '2019-08-01', end_reason: 'completed' };
  await register.deliver({ 'enrolments.csv': [empty] });
  await call(register.as(piet), endEnrolment, { benefitId: 'B4', to: '2019-09-04', reason: 'completed' });
  expect((await dossier()).enrolments.filter((of) => of.to === null)).toEqual([]);
});
