import type { Context } from '../../platform/actions.ts';
import type { Units } from './reach.ts';
import { listDistricts, listOffices } from './units.store.ts';

/** Districts and offices as known before an instant. */
export async function loadUnits({ figures }: Pick<Context, 'figures'>, knownBefore: string): Promise<Units> {
  const districts = await figures.all(listDistricts(knownBefore));
  const offices = await figures.all(listOffices(knownBefore));
  return {
    districts: districts.map((row) => ({ id: row.district_id, name: row.name })),
    offices: offices.map((row) => ({
      officeKey: row.office_key,
      id: row.office_id,
      name: row.name,
      districtId: row.district_id,
    })),
  };
}
