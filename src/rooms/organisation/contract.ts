import * as z from 'zod';
import { contract, type Refusals } from '../../platform/contract.ts';
import { reaches, roles, systemRoles } from './role.ts';

export const organisationRefusals = {
  sign_in_closed: {
    http: 403,
    exit: 4,
    nl: 'Aanmelden zonder wachtwoord staat uit. Wie de server start, kan het toestaan met SLUITEND_LOCAL_SIGN_IN=1.',
    en: 'Sign-in without a password is off. Who starts the server can allow it with SLUITEND_LOCAL_SIGN_IN=1.',
  },
  unknown_person: {
    http: 404,
    exit: 5,
    nl: 'Deze persoon staat niet in het register. Kies iemand uit de lijst.',
    en: 'This person is not in the register. Choose someone from the list.',
  },
  person_exists: {
    http: 409,
    exit: 3,
    nl: 'Er is al iemand met dit id. Kies een ander id.',
    en: 'There is somebody with this id already. Choose another id.',
  },
  unit_not_known: {
    http: 400,
    exit: 2,
    nl: 'Deze vestiging, dit district of deze adviseur bestaat niet. Controleer het id.',
    en: 'This office, district or adviser does not exist. Check the id.',
  },
  reach_without_unit: {
    http: 400,
    exit: 2,
    nl: 'Bij bereik vestiging hoort een vestiging, bij bereik district een district, bij landelijk geen van beide.',
    en: 'Reach office goes with an office, reach district with a district, reach nation with neither.',
  },
  last_administrator: {
    http: 409,
    exit: 3,
    nl: 'Dit is de laatste beheerder. Maak eerst iemand anders beheerder.',
    en: 'This is the last administrator. Make somebody else administrator first.',
  },
  person_changed_since: {
    http: 409,
    exit: 3,
    nl: 'Dit is niet meer ongedaan te maken: deze medewerker is daarna weer gewijzigd. Bekijk hoe het nu is en wijzig dat.',
    en: 'This cannot be undone any more: this person was changed again after it. See how it is now and change that.',
  },
} as const satisfies Refusals;

const person = z.object({
  personId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  reach: z.enum(reaches),
  /** Name of the office or district; null for the nation. */
  unit: z.string().nullable(),
  adviserId: z.string().nullable(),
});
export type Person = z.output<typeof person>;

export const listSignIns = contract({
  name: 'organisation.list-sign-ins',
  method: 'GET',
  path: '/sign-ins',
  summary: { nl: 'Wie zich hier kan aanmelden', en: 'Who can sign in here' },
  input: z.object({}),
  output: z.object({
    people: z.array(person),
    demo: z.boolean(),
    today: z.iso.date(),
    /** Whether a practice date is set. */
    practice: z.boolean(),
  }),
  roles: 'everyone',
  reach: 'none',
  refusals: { sign_in_closed: organisationRefusals.sign_in_closed },
});

export const signIn = contract({
  name: 'organisation.sign-in',
  method: 'POST',
  path: '/sessions',
  summary: { nl: 'Aanmelden', en: 'Sign in' },
  input: z.object({ personId: z.string().min(1) }),
  output: z.object({ personId: z.string(), token: z.string().optional() }),
  roles: 'everyone',
  reach: 'self',
  refusals: {
    sign_in_closed: organisationRefusals.sign_in_closed,
    unknown_person: organisationRefusals.unknown_person,
  },
});

export const signOut = contract({
  name: 'organisation.sign-out',
  method: 'DELETE',
  path: '/sessions',
  summary: { nl: 'Afmelden op dit apparaat', en: 'Sign out on this device' },
  input: z.object({}),
  output: z.object({ ended: z.number() }),
  roles: [...roles],
  reach: 'self',
});

const unit = z.object({ id: z.string(), name: z.string() });

export const eraseEndedSessions = contract({
  name: 'organisation.erase-ended-sessions',
  method: 'DELETE',
  path: '/ended-sessions',
  machineOnly: true,
  summary: { nl: 'Wis sessies die lang voorbij zijn', en: 'Erase sessions that ended long ago' },
  input: z.object({}),
  output: z.object({ erased: z.number() }),
  roles: [...systemRoles],
  reach: 'none',
});

export const showMe = contract({
  name: 'organisation.show-me',
  method: 'GET',
  path: '/me',
  summary: { nl: 'Wie ik ben en wat ik mag', en: 'Who I am and what I may do' },
  input: z.object({}),
  output: z.object({
    personId: z.string(),
    name: z.string(),
    role: z.enum(roles),
    adviserId: z.string().nullable(),
    reach: z.enum(reaches),
    unit: unit.nullable(),
    /** Offices within reach, by district. */
    districts: z.array(unit.extend({ offices: z.array(unit) })),
    pages: z.array(z.string()),
    seesNames: z.boolean(),
    today: z.iso.date(),
    demo: z.boolean(),
    practice: z.boolean(),
  }),
  roles: [...roles],
  reach: 'self',
});

export const listUnits = contract({
  name: 'organisation.list-units',
  method: 'GET',
  path: '/districts',
  summary: { nl: 'Alle districten met hun vestigingen', en: 'All districts with their offices' },
  input: z.object({}),
  output: z.object({ districts: z.array(unit.extend({ offices: z.array(unit) })) }),
  roles: [...roles],
  reach: 'none',
});

export const listAdvisers = contract({
  name: 'organisation.list-advisers',
  method: 'GET',
  path: '/advisers',
  summary: { nl: 'Adviseurs met formatie vandaag, per vestiging', en: 'Advisers with formation today, by office' },
  input: z.object({ officeId: z.string().optional().describe('only this office') }),
  output: z.object({
    advisers: z.array(
      unit.extend({ role: z.string(), officeId: z.string(), officeName: z.string(), lines: z.array(z.string()) }),
    ),
  }),
  roles: [...roles],
  reach: 'none',
});

/** What an administrator may write of a person. */
const writable = {
  name: z.string().min(1).max(200).describe('name'),
  email: z.email().describe('e-mail address'),
  role: z.enum(roles).describe(roles.join(', ')),
  reach: z.enum(reaches).describe(reaches.join(', ')),
  officeId: z.string().min(1).optional().describe('office, with reach office'),
  districtId: z.string().min(1).optional().describe('district, with reach district'),
};
const personId = z.string().min(1).describe('id of the person');
const { unknown_person, unit_not_known, reach_without_unit, last_administrator } = organisationRefusals;

export const listPeople = contract({
  name: 'organisation.list-people',
  method: 'GET',
  path: '/people',
  summary: { nl: 'Medewerkers met hun rol en bereik', en: 'People with their role and reach' },
  input: z.object({
    ended: z.boolean().default(false).describe('those whose access has ended instead'),
  }),
  output: z.object({
    people: z.array(
      person.extend({
        email: z.string(),
        officeId: z.string().nullable(),
        districtId: z.string().nullable(),
        opensProtected: z.boolean(),
        /** Whether a delivery ever brought this person: one with news replaces what was entered here. */
        isDelivered: z.boolean(),
        /** Since when it is known so; null: since ever. */
        knownFrom: z.string().nullable(),
        /** The act that entered it, and who did; null when delivered. */
        entryId: z.number().nullable(),
        enteredBy: z.string().nullable(),
      }),
    ),
  }),
  roles: ['administrator'],
  reach: 'none',
});

/** An id whose access has ended may be given again. */
export const addPerson = contract({
  name: 'organisation.add-person',
  method: 'POST',
  path: '/people',
  summary: { nl: 'Een medewerker toevoegen', en: 'Add a person' },
  input: z.object({
    personId: personId.optional().describe('id of the person; made when left out'),
    ...writable,
    adviserId: z.string().min(1).optional().describe('the adviser whose caseload is the own one'),
    opensProtected: z.boolean().default(false).describe('may open protected clients'),
  }),
  output: z.object({ personId: z.string(), entryId: z.number() }),
  roles: ['administrator'],
  reach: 'none',
  refusals: { person_exists: organisationRefusals.person_exists, unit_not_known, reach_without_unit },
});

/** What is left out stays as it is; running sessions have the new role and reach from the next request on. */
export const changePerson = contract({
  name: 'organisation.change-person',
  method: 'PATCH',
  path: '/people/{personId}',
  summary: { nl: 'Een medewerker wijzigen', en: 'Change a person' },
  positional: ['personId'],
  input: z.object({
    personId,
    ...z.object(writable).partial().shape,
    adviserId: z.string().optional().describe('the adviser whose caseload is the own one; empty for none'),
    opensProtected: z.boolean().optional().describe('may open protected clients'),
  }),
  output: z.object({ personId: z.string(), entryId: z.number() }),
  roles: ['administrator'],
  reach: 'none',
  refusals: { unknown_person, unit_not_known, reach_without_unit, last_administrator },
});

/** From now on the person cannot sign in; running sessions end. What the person entered stays. */
export const endPerson = contract({
  name: 'organisation.end-person',
  method: 'DELETE',
  path: '/people/{personId}',
  summary: { nl: 'De toegang van een medewerker beëindigen', en: 'End the access of a person' },
  positional: ['personId'],
  input: z.object({ personId }),
  output: z.object({ personId: z.string(), entryId: z.number(), endedSessions: z.number() }),
  roles: ['administrator'],
  reach: 'none',
  refusals: { unknown_person, last_administrator },
});

export const undoPerson = contract({
  name: 'organisation.undo-person',
  method: 'POST',
  path: '/people/_undo',
  summary: { nl: 'Maak het laatste bij een medewerker ongedaan', en: 'Undo the last act on a person' },
  input: z.object({ entryId: z.number().int().describe('the act, as it was answered') }),
  output: z.object({ personId: z.string(), entryId: z.number() }),
  roles: ['administrator'],
  reach: 'none',
  refusals: { person_changed_since: organisationRefusals.person_changed_since, last_administrator },
});
