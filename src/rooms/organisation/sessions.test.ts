import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Actor, machineActor } from '../../platform/access.ts';
import { runAction } from '../../platform/actions.ts';
import { call, makeStage, refusalOf, type Stage } from '../../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { eraseEndedSessions, findActor, organisationActions } from './organisation.actions.ts';
import { organisationJobs } from './organisation.jobs.ts';

let db: TestDatabase;
let stage: Stage;
beforeAll(async () => {
  db = await makeTestDatabase();
  // A practice date far away: sessions follow the real clock.
  stage = makeStage(db.database, '2031-01-01T10:00:00Z');
});
beforeEach(async () => {
  await query('delete from organisation.session');
});
afterAll(() => db.close());

const query = (text: string) =>
  db.database.transaction({}, async (tx) => (await (await tx.raw('owner')).query<{ person_id: string }>(text)).rows);
const addSession = (personId: string, expires: string) =>
  query(`insert into organisation.session (token_hash, person_id, expires_at)
    values (sha256('${personId}'), '${personId}', now() + interval '${expires}')`);
const people = async () =>
  (await query('select person_id from organisation.session order by 1')).map((row) => row.person_id);

const signOut = organisationActions[2];
const housekeeper = organisationJobs[0].actor;
/** By the clock: as the job declares. */
const callAsHousekeeper = () =>
  runAction(stage, eraseEndedSessions, { call: { actor: housekeeper, language: 'nl', fromMachine: true }, input: {} });
const person = (role: string): Actor => ({ ...machineActor, personId: 'P1', role });

test('the scheduled work erases only sessions that ended more than seven days ago', async () => {
  await addSession('running', '11 hours');
  await addSession('just-over', '-1 minute');
  await addSession('six-days', '-6 days -23 hours');
  await addSession('old', '-7 days -1 minute');
  await addSession('very-old', '-400 days');
  expect(await callAsHousekeeper()).toEqual({ erased: 2 });
  expect(await people()).toEqual(['just-over', 'running', 'six-days']);
});

test('no person may erase them, and the housekeeper may do nothing else', async () => {
  await addSession('old', '-30 days');
  expect(await refusalOf(call(stage.as(person('administrator')), eraseEndedSessions, {}))).toBe('not_allowed');
  expect(await people()).toEqual(['old']);
  const admitting = organisationActions.filter(({ contract }) =>
    (contract.roles as string[]).includes(housekeeper.role),
  );
  expect(admitting.map(({ contract }) => contract.name)).toEqual(['organisation.erase-ended-sessions']);
});

test('signing out ends the session by which it comes; the same person stays signed in on another machine', async () => {
  await query(`insert into organisation.person_version (person_id, name, email, role, reach, known_from)
    values ('P1', 'Sanne Kok', 's.kok@example.nl', 'controller', 'nation', '-infinity')`);
  const addSignIn = (token: string) =>
    query(`insert into organisation.session (token_hash, person_id, expires_at)
      values (sha256('${token}'), 'P1', now() + interval '1 hour')`);
  await addSignIn('here');
  await addSignIn('elsewhere');
  const actor = await findActor(db.database, 'here', '2031-01-01');
  if (actor === null) throw new Error('P1 is signed in');
  expect(await call(stage.as(actor), signOut, {})).toEqual({ ended: 1 });
  expect(await findActor(db.database, 'here', '2031-01-01')).toBeNull();
  expect((await findActor(db.database, 'elsewhere', '2031-01-01'))?.personId).toBe('P1');
  expect(await call(stage.as(actor), signOut, {})).toEqual({ ended: 0 });
});
