import type { Actor } from '../../platform/access.ts';
import type { Context } from '../../platform/actions.ts';
import {
  findOfficesWithinReach,
  isDistrictWithinReach,
  isWithinReach,
  type OfficeKnown,
  type Units,
} from '../organisation/index.ts';
import type { OwnUnits } from './own-units.ts';

export interface UnitAsked {
  readonly level: 'own' | 'office' | 'district' | 'nation';
  readonly unitId?: string | undefined;
}

/** Ids of the offices of which the reader sees true counts; null: of all, the nation's totals included. */
export function ownOfficesOf(actor: Actor, units: Units): readonly string[] | null {
  if (actor.offices === 'all') return null;
  return units.offices.filter((office) => isWithinReach(actor, office)).map((office) => office.id);
}

/** Units of which the reader sees true counts; null: all, the nation's totals included. */
export function ownUnitsOf(actor: Actor, units: Units): OwnUnits | null {
  const officeIds = ownOfficesOf(actor, units);
  if (officeIds === null) return null;
  const districts = units.districts.filter((district) => isDistrictWithinReach(actor, units, district.id));
  return { officeIds, districtIds: districts.map((district) => district.id) };
}

/** The offices of the unit, null for the nation; `unknown_unit` where it does not exist or lies outside reach. */
export function officesOf(
  context: Context<'unknown_unit'>,
  units: Units,
  { level, unitId }: UnitAsked,
): readonly OfficeKnown[] | null {
  if (level === 'nation') return null;
  const unit = { level: level === 'office' ? ('office' as const) : ('district' as const), unitId };
  const offices = findOfficesWithinReach(context.actor, units.offices, unit);
  if (offices !== null) return offices;
  const isEmptyDistrict =
    unit.level === 'district' && unitId !== undefined && isDistrictWithinReach(context.actor, units, unitId);
  return isEmptyDistrict ? [] : context.refuse('unknown_unit');
}
