import * as z from 'zod';
import { contract, type Refusals } from '../../platform/contract.ts';
import { reaches, roles, systemRoles } from './role.ts';

export const organisationRefusals = {
  sign_in_closed: {
    http: 403,
    exit: 4,
    nl: 'Aanmelden zonder wachtwoord staat uit. Vraag de beheerder van de machine.',
    en: 'Sign-in without a password is off. Ask the administrator of the machine.',
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
    people: z.array(person.extend({ hint: z.string().nullable() })),
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
  summary: { nl: 'Afmelden', en: 'Sign out' },
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

export const listPeople = contract({
  name: 'organisation.list-people',
  method: 'GET',
  path: '/people',
  summary: { nl: 'Medewerkers met hun rol en bereik', en: 'People with their role and reach' },
  input: z.object({}),
  output: z.object({ people: z.array(person.extend({ email: z.string(), opensProtected: z.boolean() })) }),
  roles: ['administrator'],
  reach: 'none',
});

export const addPerson = contract({
  name: 'organisation.add-person',
  method: 'POST',
  path: '/people',
  summary: { nl: 'Een medewerker toevoegen', en: 'Add a person' },
  input: z.object({
    personId: z.string().min(1).optional().describe('id of the person; made when left out'),
    name: z.string().min(1).describe('name'),
    email: z.email().describe('e-mail address'),
    role: z.enum(roles).describe(roles.join(', ')),
    reach: z.enum(reaches).describe(reaches.join(', ')),
    officeId: z.string().optional().describe('office, with reach office'),
    districtId: z.string().optional().describe('district, with reach district'),
    adviserId: z.string().optional().describe('the adviser whose caseload is the own one'),
    opensProtected: z.boolean().default(false).describe('may open protected clients'),
  }),
  output: z.object({ personId: z.string() }),
  roles: ['administrator'],
  reach: 'none',
  refusals: {
    person_exists: organisationRefusals.person_exists,
    unit_not_known: organisationRefusals.unit_not_known,
    reach_without_unit: organisationRefusals.reach_without_unit,
  },
});
