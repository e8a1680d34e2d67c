import type { Actor } from '../../platform/access.ts';

/** What of an office decides who reaches it. */
export interface OfficePlace {
  readonly officeKey: number;
  readonly id: string;
  readonly districtId: string;
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
