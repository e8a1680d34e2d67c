import type { Actor } from '../../platform/access.ts';

/** What of an office decides who reaches it. */
export interface OfficePlace {
  readonly officeKey: number;
  readonly id: string;
  readonly districtId: string;
}

export interface OfficeKnown extends OfficePlace {
  readonly name: string;
}

/** Districts and offices as known at an instant. */
export interface Units {
  readonly districts: readonly { readonly id: string; readonly name: string }[];
  readonly offices: readonly OfficeKnown[];
}

export function isWithinReach(actor: Actor, office: Pick<OfficePlace, 'officeKey'>): boolean {
  return actor.offices === 'all' || actor.offices.includes(office.officeKey);
}

/**
 * The offices of an office or district that is within reach as a whole; null where there is none such. A district without
 * offices is nobody's.
 */
export function findOfficesWithinReach<O extends OfficePlace>(
  actor: Actor,
  offices: readonly O[],
  unit: { readonly level: 'office' | 'district'; readonly unitId: string | undefined },
): readonly O[] | null {
  const found = offices.filter((office) => (unit.level === 'office' ? office.id : office.districtId) === unit.unitId);
  return found.length > 0 && found.every((office) => isWithinReach(actor, office)) ? found : null;
}

/** A district is within reach when all its offices are; one without offices only with the nation. */
export function isDistrictWithinReach(actor: Actor, units: Units, districtId: string): boolean {
  if (actor.offices === 'all') return units.districts.some((district) => district.id === districtId);
  return findOfficesWithinReach(actor, units.offices, { level: 'district', unitId: districtId }) !== null;
}
