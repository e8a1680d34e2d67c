import { action, type Context, type Entry } from '../../platform/actions.ts';
import { newId } from '../../platform/ids.ts';
import {
  addPerson as addPersonContract,
  changePerson as changePersonContract,
  endPerson as endPersonContract,
  listPeople as listPeopleContract,
  undoPerson as undoPersonContract,
} from './contract.ts';
import {
  closeVersion,
  countOtherAdministrators,
  type EnteredVersion,
  latestVersion,
  lockPeople,
  type PersonVersion,
  peopleWithAccess,
  saveVersion,
  unitsExist,
  versionBefore,
  versionOfEntry,
} from './people.store.ts';
import { changePerson as applyChange, isUnitOfReach, losesLastAdministrator, type PersonFacts } from './person.ts';
import type { PersonReach, Role } from './role.ts';
import { endSessions } from './session.store.ts';

const listPeople = action(listPeopleContract, async (context, { ended }) => ({
  people: (await context.figures.all(peopleWithAccess(ended))).map((row) => ({
    personId: row.person_id,
    ...factsOf(row),
    unit: row.unit,
    isDelivered: row.is_delivered,
    // Of a register's first delivery it is not known since when.
    knownFrom: row.known_from === '-infinity' ? null : row.known_from,
    entryId: row.entry_id,
    enteredBy: row.entered_by,
  })),
}));

const addPerson = action(addPersonContract, async (context, { personId = newId(), ...input }) => {
  const { officeId = null, districtId = null, adviserId = null } = input;
  const facts = { ...input, officeId, districtId, adviserId };
  await beginWrite(context);
  await refuseUnits(context, facts);
  const before = await context.app.maybe(latestVersion(personId));
  if (before?.withdrawn === false) context.refuse('person_exists');
  const entry = await save(context, { personId, facts, isEnded: false });
  return { personId, entryId: entry.entryId };
});

const changePerson = action(changePersonContract, async (context, { personId, ...change }) => {
  await beginWrite(context);
  const before = await context.app.maybe(latestVersion(personId));
  if (before === null || before.withdrawn) return context.refuse('unknown_person');
  const facts = applyChange(factsOf(before), change);
  await refuseUnits(context, facts);
  await refuseLastAdministrator(context, before, facts);
  const entry = await save(context, { personId, facts, isEnded: false });
  return { personId, entryId: entry.entryId };
});

const endPerson = action(endPersonContract, async (context, { personId }) => {
  await beginWrite(context);
  const before = await context.app.maybe(latestVersion(personId));
  if (before === null || before.withdrawn) return context.refuse('unknown_person');
  await refuseLastAdministrator(context, before, null);
  const entry = await save(context, { personId, facts: factsOf(before), isEnded: true });
  const endedSessions = await context.app.run(endSessions(personId));
  return { personId, entryId: entry.entryId, endedSessions };
});

/** Puts the version before an act on top again; who was new has no access any more. */
const undoPerson = action(undoPersonContract, async (context, { entryId }) => {
  await beginWrite(context);
  const undone = await context.app.maybe(versionOfEntry(entryId));
  if (undone === null) return context.refuse('person_changed_since');
  const before = await context.app.maybe(versionBefore(undone.version_id));
  const isEnded = before?.withdrawn ?? true;
  const facts = factsOf(before ?? undone);
  await refuseLastAdministrator(context, undone, isEnded ? null : facts);
  const personId = undone.person_id;
  const entry = await save(context, { personId, facts, isEnded });
  if (isEnded) await context.app.run(endSessions(personId));
  return { personId, entryId: entry.entryId };
});

export const peopleActions = [listPeople, addPerson, changePerson, endPerson, undoPerson] as const;

type Writing<Code extends string> = Pick<Context<Code>, 'app' | 'refuse' | 'beginWrite' | 'enter'>;

async function beginWrite(context: Writing<never>): Promise<void> {
  await context.beginWrite();
  await context.app.one(lockPeople());
}

async function save(context: Writing<never>, version: EnteredVersion): Promise<Entry> {
  const entry = await context.enter();
  await context.app.run(closeVersion(version.personId, entry.at));
  await context.app.run(saveVersion(version, entry.at, entry.entryId));
  return entry;
}

async function refuseUnits(
  context: Writing<'reach_without_unit' | 'unit_not_known'>,
  facts: PersonFacts,
): Promise<void> {
  if (!isUnitOfReach(facts)) context.refuse('reach_without_unit');
  if (!(await context.app.one(unitsExist(facts))).known) context.refuse('unit_not_known');
}

async function refuseLastAdministrator(
  context: Writing<'last_administrator'>,
  before: PersonVersion,
  after: PersonFacts | null,
): Promise<void> {
  const { n } = await context.app.one(countOtherAdministrators(before.person_id));
  if (losesLastAdministrator(before.withdrawn ? null : factsOf(before), after, n)) context.refuse('last_administrator');
}

type PersonRow = Pick<
  PersonVersion,
  'name' | 'email' | 'role' | 'reach' | 'office_id' | 'district_id' | 'adviser_id' | 'opens_protected'
>;

function factsOf(row: PersonRow): PersonFacts {
  return {
    name: row.name,
    email: row.email,
    role: row.role as Role,
    reach: row.reach as PersonReach,
    officeId: row.office_id,
    districtId: row.district_id,
    adviserId: row.adviser_id,
    opensProtected: row.opens_protected,
  };
}
