import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Actor, machineActor } from '../../platform/access.ts';
import { call, makeStage, refusalOf, type Stage } from '../../platform/testing/call.ts';
import { makeTestDatabase, type TestDatabase } from '../../platform/testing/database.ts';
import { makeImportAction } from '../deliveries/deliveries.actions.ts';
import { findActor, organisationActions } from './organisation.actions.ts';
import { organisationFiles } from './organisation.import.ts';
import { peopleActions } from './people.actions.ts';

const [listPeople, addPerson, changePerson, endPerson, undoPerson] = peopleActions;
const [listSignIns, signIn] = organisationActions;
const importDelivery = makeImportAction(organisationFiles);

const header = 'person_id,name,email,role,reach,office_id,district_id,adviser_id,opens_protected\n';
const sanne = 'P1,Sanne Kok,s.kok@example.nl,planner,office,O1,,,\n';
const administrator = 'P9,Aad Blok,a.blok@example.nl,administrator,nation,,,,\n';
const today = '2019-09-15';

let db: TestDatabase;
/** Its `at` is the clock of all. */
let ground: Stage;
let stage: Stage;
let asAdministrator: Stage;
let root: string;
let deliveries = 0;

beforeEach(async () => {
  db = await makeTestDatabase();
  ground = makeStage(db.database, `${today}T10:00:00Z`);
  stage = { ...ground, config: { ...ground.config, localSignIn: true } };
  asAdministrator = as({ ...machineActor, personId: 'P9', name: 'Aad Blok', role: 'administrator' });
  root = mkdtempSync(resolve(tmpdir(), 'sluitend-people-'));
  await deliver('2019-09-01T06:00:00Z', sanne + administrator, {
    districts: 'district_id,name\nD1,Noord\n',
    offices: 'office_id,name,district_id\nO1,Groningen,D1\nO2,Assen,D1\n',
  });
  return () => db.close();
});

const as = (actor: Actor): Stage => ({ ...stage, actor });

function deliver(
  deliveredAt: string,
  people: string,
  { kind = 'incremental', ...more }: Readonly<Record<string, string>> = {},
) {
  deliveries += 1;
  const folder = resolve(root, String(deliveries));
  mkdirSync(folder);
  writeFileSync(resolve(folder, 'manifest.json'), JSON.stringify({ format: 1, deliveredAt, kind }));
  for (const [name, content] of Object.entries({ ...more, people: header + people }))
    writeFileSync(resolve(folder, `${name}.csv`), content);
  return call(stage, importDelivery, { folder });
}

const people = async (ended = false) => (await call(asAdministrator, listPeople, { ended })).people;
const personOf = async (personId: string) => (await people()).find((each) => each.personId === personId);
const change = (input: { readonly personId: string } & Record<string, unknown>) =>
  call(asAdministrator, changePerson, input);
const end = (personId: string) => call(asAdministrator, endPerson, { personId });
const undo = (entryId: number) => call(asAdministrator, undoPerson, { entryId });
const versionsOf = (personId: string) =>
  db.database.transaction({}, async (tx) => {
    const owner = await tx.raw('owner');
    const found = await owner.query<Record<string, unknown>>(
      `select role, known_from, known_to, withdrawn from organisation.person_version where person_id = $1 order by version_id`,
      [personId],
    );
    return found.rows;
  });

test('a change is a new version, in the name of who made it; the running session has it at once', async () => {
  const { token = '' } = await call(stage, signIn, { personId: 'P1' });
  const { entryId } = await change({ personId: 'P1', role: 'district_manager', reach: 'district', districtId: 'D1' });
  expect(await personOf('P1')).toMatchObject({
    name: 'Sanne Kok',
    role: 'district_manager',
    reach: 'district',
    officeId: null,
    districtId: 'D1',
    unit: 'Noord',
    entryId,
    enteredBy: 'Aad Blok',
    isDelivered: true,
  });
  expect((await versionsOf('P1')).map((row) => [row.role, row.withdrawn])).toEqual([
    ['planner', false],
    ['district_manager', false],
  ]);
  expect(await findActor(db.database, token, today)).toMatchObject({ role: 'district_manager', offices: [1, 2] });
});

test('a change of one thing leaves what a colleague changed meanwhile', async () => {
  await Promise.all([
    change({ personId: 'P1', role: 'controller' }),
    change({ personId: 'P1', name: 'Sanne Kok-Bos' }),
  ]);
  expect(await personOf('P1')).toMatchObject({ role: 'controller', name: 'Sanne Kok-Bos', officeId: 'O1' });
});

test('who has no access any more cannot sign in, and is out where signed in', async () => {
  const { token = '' } = await call(stage, signIn, { personId: 'P1' });
  expect(await end('P1')).toMatchObject({ endedSessions: 1 });
  expect(await findActor(db.database, token, today)).toBeNull();
  expect(await refusalOf(call(stage, signIn, { personId: 'P1' }))).toBe('unknown_person');
  expect((await call(stage, listSignIns, {})).people.map((each) => each.personId)).toEqual(['P9']);
  expect((await people()).map((each) => each.personId)).toEqual(['P9']);
  expect((await people(true)).map((each) => each.personId)).toEqual(['P1']);
  expect(await refusalOf(change({ personId: 'P1', role: 'planner' }))).toBe('unknown_person');
  expect(await refusalOf(end('P1'))).toBe('unknown_person');
});

test('an end can be undone; the old session does not come back', async () => {
  const { token = '' } = await call(stage, signIn, { personId: 'P1' });
  const { entryId } = await end('P1');
  await undo(entryId);
  expect(await personOf('P1')).toMatchObject({ role: 'planner', officeId: 'O1' });
  expect(await findActor(db.database, token, today)).toBeNull();
  expect((await call(stage, signIn, { personId: 'P1' })).personId).toBe('P1');
  expect(await refusalOf(undo(entryId))).toBe('person_changed_since');
});

test('undoing a change brings back what was before; undoing the adding of somebody ends the access', async () => {
  const changed = await change({ personId: 'P1', role: 'controller', reach: 'nation' });
  await undo(changed.entryId);
  expect(await personOf('P1')).toMatchObject({ role: 'planner', reach: 'office', officeId: 'O1' });
  const added = await call(asAdministrator, addPerson, {
    name: 'Daan Vos',
    email: 'd.vos@example.nl',
    role: 'researcher',
    reach: 'nation',
  });
  await undo(added.entryId);
  expect(await personOf(added.personId)).toBeUndefined();
  expect(await refusalOf(undo(999_999))).toBe('person_changed_since');
});

test('the last administrator cannot go, in whatever way', async () => {
  expect(await refusalOf(end('P9'))).toBe('last_administrator');
  expect(await refusalOf(change({ personId: 'P9', role: 'controller' }))).toBe('last_administrator');
  const made = await change({ personId: 'P1', role: 'administrator' });
  await end('P9');
  expect(await refusalOf(undo(made.entryId))).toBe('last_administrator');
  await change({ personId: 'P1', email: 'sanne@example.nl' });
  expect((await people()).map((each) => [each.personId, each.role])).toEqual([['P1', 'administrator']]);
});

test('of two administrators who end each other at once one stays', async () => {
  await change({ personId: 'P1', role: 'administrator' });
  const ends = await Promise.allSettled([end('P1'), end('P9')]);
  expect(ends.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await people()).toHaveLength(1);
});

test('reach and unit go together, units exist, and only an administrator writes people', async () => {
  expect(await refusalOf(change({ personId: 'P1', reach: 'district' }))).toBe('reach_without_unit');
  expect(await refusalOf(change({ personId: 'P1', officeId: 'O7' }))).toBe('unit_not_known');
  expect(await refusalOf(change({ personId: 'P1', adviserId: 'A7' }))).toBe('unit_not_known');
  expect(await refusalOf(change({ personId: 'P7', role: 'planner' }))).toBe('unknown_person');
  const asController: Actor = { ...machineActor, personId: 'P2', role: 'controller' };
  const tries = [
    call(as(asController), changePerson, { personId: 'P1', role: 'administrator' }),
    call(as(asController), endPerson, { personId: 'P1' }),
    call(as(asController), undoPerson, { entryId: 1 }),
  ];
  for (const each of tries) expect(await refusalOf(each)).toBe('not_allowed');
  expect(await versionsOf('P1')).toHaveLength(1);
});

test('an id is taken while it has access, and can be given again after that', async () => {
  const again = {
    personId: 'P1',
    name: 'Sanne Kok',
    email: 's.kok@example.nl',
    role: 'controller',
    reach: 'nation',
  } as const;
  expect(await refusalOf(call(asAdministrator, addPerson, again))).toBe('person_exists');
  await end('P1');
  await call(asAdministrator, addPerson, again);
  expect(await personOf('P1')).toMatchObject({ role: 'controller' });
  expect((await versionsOf('P1')).map((row) => row.withdrawn)).toEqual([false, true, false]);
});

test('a delivery without news leaves an end; one with news puts it aside and says so', async () => {
  await end('P1');
  ground.at = '2019-09-20T10:00:00Z';
  const same = await deliver('2019-09-16T06:00:00Z', sanne + administrator, { kind: 'full' });
  expect(same.notes).toEqual([]);
  expect(await personOf('P1')).toBeUndefined();
  const news = await deliver('2019-09-17T06:00:00Z', sanne.replace('planner', 'controller'));
  expect(news.notes.map((note) => [note.code, note.keys])).toEqual([['replaced_entered', ['P1']]]);
  expect(await personOf('P1')).toMatchObject({ role: 'controller', enteredBy: null });
});

test('who a full delivery no longer has is out where signed in, also when a next one brings the key back', async () => {
  const { token = '' } = await call(stage, signIn, { personId: 'P1' });
  ground.at = '2019-09-20T10:00:00Z';
  await deliver('2019-09-16T06:00:00Z', administrator, { kind: 'full' });
  expect(await findActor(db.database, token, today)).toBeNull();
  await deliver('2019-09-17T06:00:00Z', sanne);
  expect(await personOf('P1')).toBeDefined();
  expect(await findActor(db.database, token, today)).toBeNull();
});
