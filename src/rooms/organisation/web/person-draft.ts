import type { OutputOf, RawInputOf } from '../../../platform/contract.ts';
import { addPerson, changePerson, type listPeople } from '../contract.ts';
import type { PersonReach, Role } from '../role.ts';

export type ListedPerson = OutputOf<typeof listPeople>['people'][number];

/** What stands in the form. */
export interface PersonDraft {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly reach: PersonReach;
  /** Of the office or district; empty for the nation. */
  readonly unit: string;
  /** Empty: none. */
  readonly adviserId: string;
  readonly opensProtected: boolean;
}

export const blankDraft: PersonDraft = {
  name: '',
  email: '',
  role: 'adviser',
  reach: 'office',
  unit: '',
  adviserId: '',
  opensProtected: false,
};

export function draftOf(person: ListedPerson): PersonDraft {
  const { name, email, role, reach, officeId, districtId, adviserId, opensProtected } = person;
  return { name, email, role, reach, unit: officeId ?? districtId ?? '', adviserId: adviserId ?? '', opensProtected };
}

export function inputToAdd({ unit, reach, adviserId, ...rest }: PersonDraft): RawInputOf<typeof addPerson> {
  return { ...rest, ...reachOf(reach, unit), ...(adviserId === '' ? {} : { adviserId }) };
}

/** Only what differs, so that what a colleague changed meanwhile stays; null: nothing does. */
export function inputToChange(person: ListedPerson, draft: PersonDraft): RawInputOf<typeof changePerson> | null {
  const before = draftOf(person);
  const differs = (field: keyof PersonDraft) => draft[field] !== before[field];
  const { name, email, role, adviserId, opensProtected } = draft;
  const input = {
    ...(differs('name') ? { name } : {}),
    ...(differs('email') ? { email } : {}),
    ...(differs('role') ? { role } : {}),
    ...(differs('reach') || differs('unit') ? reachOf(draft.reach, draft.unit) : {}),
    ...(differs('adviserId') ? { adviserId } : {}),
    ...(differs('opensProtected') ? { opensProtected } : {}),
  };
  return Object.keys(input).length === 0 ? null : { personId: person.personId, ...input };
}

/** Fields that cannot be saved so, in the order of the form; what is not changed is not judged. */
export function findFaults(person: ListedPerson | null, draft: PersonDraft): readonly ('name' | 'email' | 'unit')[] {
  const parsed =
    person === null
      ? addPerson.input.safeParse(inputToAdd(draft))
      : changePerson.input.safeParse(inputToChange(person, draft) ?? { personId: person.personId });
  const wrong = new Set(parsed.error?.issues.map((issue) => issue.path[0]));
  const misses = { name: wrong.has('name'), email: wrong.has('email'), unit: draft.reach !== 'nation' && !draft.unit };
  return (['name', 'email', 'unit'] as const).filter((field) => misses[field]);
}

function reachOf(reach: PersonReach, unit: string) {
  if (reach === 'nation' || unit === '') return { reach };
  return reach === 'office' ? { reach, officeId: unit } : { reach, districtId: unit };
}
