import type { PersonReach, Role } from './role.ts';

/** What the register says of a person. */
export interface PersonFacts {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly reach: PersonReach;
  readonly officeId: string | null;
  readonly districtId: string | null;
  /** The adviser whose caseload is the own one. */
  readonly adviserId: string | null;
  readonly opensProtected: boolean;
}

/** What is to change; what is left out stays. */
export interface PersonChange {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly role?: Role | undefined;
  readonly reach?: PersonReach | undefined;
  readonly officeId?: string | undefined;
  readonly districtId?: string | undefined;
  /** Empty: none any more. */
  readonly adviserId?: string | undefined;
  readonly opensProtected?: boolean | undefined;
}

/** The person after a change. Another reach leaves the unit of the old one behind; a unit that is named stays, fitting or not. */
export function changePerson(person: PersonFacts, change: PersonChange): PersonFacts {
  const reach = change.reach ?? person.reach;
  const { officeId, districtId, adviserId } = change;
  return {
    name: change.name ?? person.name,
    email: change.email ?? person.email,
    role: change.role ?? person.role,
    reach,
    officeId: officeId ?? (reach === 'office' ? person.officeId : null),
    districtId: districtId ?? (reach === 'district' ? person.districtId : null),
    adviserId: adviserId === undefined ? person.adviserId : adviserId === '' ? null : adviserId,
    opensProtected: change.opensProtected ?? person.opensProtected,
  };
}

/** Whether the units are those of the reach: an office with reach office, a district with reach district, else neither. */
export function isUnitOfReach({
  reach,
  officeId,
  districtId,
}: Pick<PersonFacts, 'reach' | 'officeId' | 'districtId'>): boolean {
  return (officeId !== null) === (reach === 'office') && (districtId !== null) === (reach === 'district');
}

/** Whether an act takes away the only administrator; null: somebody without access. */
export function losesLastAdministrator(
  before: Pick<PersonFacts, 'role'> | null,
  after: Pick<PersonFacts, 'role'> | null,
  otherAdministrators: number,
): boolean {
  return before?.role === 'administrator' && after?.role !== 'administrator' && otherAdministrators === 0;
}
