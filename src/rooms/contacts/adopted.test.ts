import sql from 'sql-template-tag';
import { beforeEach, expect, test } from 'vitest';
import { clients, makeRegister, organisation, type Rows, type TestRegister } from '../../../tests/register/register.ts';
import type { Actor } from '../../platform/access.ts';
import { call } from '../../platform/testing/call.ts';
import { contactActions } from './contacts.actions.ts';

const [list, plan, report, , correct, withdraw, undo] = contactActions;
let register: TestRegister;
let ada: Actor;

beforeEach(async () => {
  register = await makeRegister('2019-09-01T08:00:00Z');
  await register.deliver({ ...organisation, ...clients });
  ada = await register.person('P1');
  return () => register.close();
});

const contactsOf = async () => (await call(register.as(ada), list, { clientId: 'K1' })).contacts;

/** What is kept of contacts, bookkeeping included; not whether a delivery has brought them too. */
async function kept(): Promise<unknown> {
  const database = await register.database();
  return database.transaction({}, async (tx) => {
    const client = await tx.raw('owner');
    const contacts = await client.query(sql`
      select contact_id, client_key, outcome, minutes, corrects, report, reason, registered_at, known_from, dead_from,
        reported_at, entry_id from contacts.contact order by contact_id`);
    const voids = await client.query(sql`
      select contact_id, void_from, void_to from contacts.void_interval where void_from < void_to order by 1, 2`);
    return [contacts.rows, voids.rows];
  });
}

/** The rows entered here as the supplier gives them back. */
async function echo(): Promise<Rows> {
  return (await contactsOf())
    .filter((row) => row.by !== null)
    .toReversed()
    .map((row) => ({
      contact_id: row.contactId,
      benefit_id: row.benefitId,
      adviser_id: row.adviserId,
      kind: row.kind,
      channel: row.channel,
      occurred_at: row.occurredAt,
      minutes: row.minutes === null ? '' : String(row.minutes),
      outcome: row.outcome,
      registered_at: row.registeredAt,
      corrects: row.corrects ?? '',
      report: row.report ?? '',
    }));
}

/** A conversation planned, reported, corrected, withdrawn and put back, and an appointment after it: six rows. */
async function work(): Promise<void> {
  register.at = '2019-09-02T08:00:00.123456Z';
  const like = { benefitId: 'B1', kind: 'progress', channel: 'office', date: '2019-09-02', time: '11:00' } as const;
  const planned = await call(register.as(ada), plan, like);
  register.at = '2019-09-02T12:00:00.5Z';
  const held = await call(register.as(ada), report, {
    ...like,
    planned: planned.contactId,
    outcome: 'held',
    minutes: 30,
    report: 'Over werk, opleiding en "later" gesproken.',
    nextDate: '2019-10-02',
    nextTime: '10:00',
  });
  register.at = '2019-09-03T08:00:00Z';
  const { benefitId: _of, ...moment } = like;
  const corrected = await call(register.as(ada), correct, {
    contactId: held.contactId,
    ...moment,
    outcome: 'held',
    minutes: 35,
    reason: 'minuten verkeerd',
  });
  register.at = '2019-09-04T08:00:00Z';
  const away = await call(register.as(ada), withdraw, { contactId: corrected.contactId, reason: 'andere klant' });
  register.at = '2019-09-05T08:00:00Z';
  await call(register.as(ada), undo, { entryId: away.entryId });
}

test('rows entered here and given back by the supplier become delivered ones where they are', async () => {
  await work();
  const [before, rows] = [await kept(), await echo()];
  expect(rows).toHaveLength(6);
  register.at = '2019-09-06T08:00:00Z';
  const first = await register.deliver({ 'contacts.csv': rows });
  expect(first).toMatchObject({ status: 'accepted', unchanged: { 'contacts.csv': 6 }, refused: [], warned: [] });
  expect(first.accepted['contacts.csv'] ?? 0).toBe(0);
  expect(await kept()).toEqual(before);
  register.at = '2019-09-07T08:00:00Z';
  const again = await register.deliver({ 'contacts.csv': rows });
  expect(again).toMatchObject({ unchanged: { 'contacts.csv': 6 }, refused: [] });
  expect(await kept()).toEqual(before);
});

test('other content of a key that was entered here is refused, before and after it was given back', async () => {
  await work();
  const [before, rows] = [await kept(), await echo()];
  const others = rows.map((row) => (row['outcome'] === 'held' ? { ...row, minutes: '90' } : row));
  const changed = others.filter((row) => row['minutes'] === '90').length;
  register.at = '2019-09-06T08:00:00Z';
  const early = await register.deliver({ 'contacts.csv': others });
  expect(early.refused.map((row) => row.codes)).toEqual(Array.from({ length: changed }, () => ['entered_here']));
  register.at = '2019-09-07T08:00:00Z';
  await register.deliver({ 'contacts.csv': rows });
  register.at = '2019-09-08T08:00:00Z';
  const late = await register.deliver({ 'contacts.csv': others });
  expect(late.refused.map((row) => row.codes)).toEqual(
    Array.from({ length: changed }, () => ['changed_without_correction']),
  );
  const unknown = { ...rows[0], contact_id: 'sl-nobody', corrects: '' };
  register.at = '2019-09-09T08:00:00Z';
  expect((await register.deliver({ 'contacts.csv': [unknown] })).refused).toMatchObject([{ codes: ['entered_here'] }]);
  expect(await kept()).toEqual(before);
});

test('a delivered correction of an adopted row takes its place; work here goes on from there', async () => {
  await work();
  const rows = await echo();
  const last = rows.find(
    (row) => row['outcome'] === 'held' && !rows.some((of) => of['corrects'] === row['contact_id']),
  );
  register.at = '2019-09-06T08:00:00Z';

  const news = {
    ...last,
    contact_id: 'R1',
    corrects: last?.['contact_id'] ?? '',
    minutes: '40',
    registered_at: '2019-09-05T18:00:00Z',
  };
  const delivered = await register.deliver({ 'contacts.csv': [...rows, news] });
  expect(delivered).toMatchObject({ accepted: { 'contacts.csv': 1 }, unchanged: { 'contacts.csv': 6 }, refused: [] });
  const valid = async () => (await contactsOf()).filter((row) => row.valid && row.date === '2019-09-02');
  expect(await valid()).toMatchObject([{ contactId: 'R1', minutes: 40 }]);
  await call(register.as(ada), withdraw, { contactId: 'R1', reason: 'andere klant' });
  expect(await valid()).toEqual([]);
});
