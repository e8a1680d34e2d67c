import type { Actor } from '../../platform/access.ts';
import { action, type Context } from '../../platform/actions.ts';
import type { Database, Queryable } from '../../platform/db/database.ts';
import { newToken } from '../../platform/ids.ts';
import {
  eraseEndedSessions as eraseEndedSessionsContract,
  listAdvisers as listAdvisersContract,
  listSignIns as listSignInsContract,
  listUnits as listUnitsContract,
  type Person,
  showMe as showMeContract,
  signIn as signInContract,
  signOut as signOutContract,
} from './contract.ts';
import { advisersOn, allOffices, allPeople, findPerson } from './organisation.store.ts';
import { peopleActions } from './people.actions.ts';
import { type PersonReach, pagesOf, type Role, seesNames } from './role.ts';
import { endSession, eraseEnded, findSession, hashToken, saveSession } from './session.store.ts';
import { byDistrict } from './unit.ts';

const sessionHours = 12;

/**
 * Days that a session stays after it ran out, so that a fault in signing in can be looked into; one that is ended, by
 * signing out or with somebody's access, goes at once. They are no record of who was signed in: kept longer they would
 * only tell when colleagues worked (AVG, article 5(1)(e): kept no longer than needed).
 */
const endedSessionDays = 7;

const listSignIns = action(listSignInsContract, async (context) => {
  if (!context.config.localSignIn) context.refuse('sign_in_closed');
  const people = await context.figures.all(allPeople());
  return {
    people: people.map(personOf),
    ...situation(context),
  };
});

const signIn = action(signInContract, async (context, { personId }) => {
  if (!context.config.localSignIn) context.refuse('sign_in_closed');
  const person = await context.app.maybe(findPerson(personId, context.today));
  if (person === null) return context.refuse('unknown_person');
  const token = newToken();
  await context.app.run(saveSession(hashToken(token), personId, sessionHours));
  return { personId, token };
});

/** The session by which the call came, and no other of the same person. */
const signOut = action(signOutContract, async (context) => {
  const { session } = context.actor;
  return { ended: session === undefined ? 0 : await context.app.run(endSession(session)) };
});

export const eraseEndedSessions = action(eraseEndedSessionsContract, async (context) => ({
  erased: await context.app.run(eraseEnded(endedSessionDays)),
}));

const showMe = action(showMeContract, async (context) => {
  const person = await context.figures.maybe(findPerson(context.actor.personId, context.today));
  if (person === null) return context.refuse('not_signed_in');
  const offices = await context.figures.all(allOffices());
  const within = offices.filter(
    (office) => person.office_keys === null || person.office_keys.includes(office.office_key),
  );
  const role = person.role as Role;
  return {
    personId: person.person_id,
    name: person.name,
    role,
    adviserId: person.adviser_id,
    reach: person.reach as PersonReach,
    unit: person.unit === null ? null : { id: person.office_id ?? person.district_id ?? '', name: person.unit },
    districts: byDistrict(within),
    pages: [...pagesOf(role)],
    seesNames: seesNames({ role }),
    ...situation(context),
  };
});

const listUnits = action(listUnitsContract, async (context) => ({
  districts: byDistrict(await context.figures.all(allOffices())),
}));

const listAdvisers = action(listAdvisersContract, async (context, { officeId }) => {
  const rows = await context.figures.all(advisersOn(context.today, officeId ?? null));
  return {
    advisers: rows.map((row) => ({
      id: row.adviser_id,
      name: row.name,
      role: row.role,
      officeId: row.office_id,
      officeName: row.office_name,
      lines: row.lines,
    })),
  };
});

export const organisationActions = [
  listSignIns,
  signIn,
  signOut,
  eraseEndedSessions,
  showMe,
  listUnits,
  listAdvisers,
  ...peopleActions,
] as const;

/** Who a session's token stands for, with the reach of today; null when the session has ended. */
export async function findActor(database: Database, token: string, today: string): Promise<Actor | null> {
  return database.transaction({}, async (tx) => {
    const hash = hashToken(token);
    const session = await tx.as('app').maybe(findSession(hash));
    const actor = session === null ? null : await actorOf(tx.as('app'), session.person_id, today);
    return actor === null ? null : { ...actor, session: hash.toString('hex') };
  });
}

/** The actor that a person is on a day; null for an unknown person. */
export async function actorOf(queryable: Queryable, personId: string, today: string): Promise<Actor | null> {
  const person = await queryable.maybe(findPerson(personId, today));
  if (person === null) return null;
  return {
    personId: person.person_id,
    name: person.name,
    role: person.role,
    offices: person.office_keys ?? 'all',
    adviserId: person.adviser_id,
    opensProtected: person.opens_protected,
    marks: person.lines,
  };
}

function situation(context: Context<string>): { today: string; demo: boolean; practice: boolean } {
  return { today: context.today, demo: context.config.demo, practice: context.config.practiceDate !== null };
}

function personOf(row: {
  person_id: string;
  name: string;
  role: string;
  reach: string;
  unit: string | null;
  adviser_id: string | null;
}): Person {
  return {
    personId: row.person_id,
    name: row.name,
    role: row.role as Role,
    reach: row.reach as PersonReach,
    unit: row.unit,
    adviserId: row.adviser_id,
  };
}
