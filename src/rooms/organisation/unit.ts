/** A unit that has an id and a name: a district or an office. */
export interface Unit {
  readonly id: string;
  readonly name: string;
}

interface OfficeRow {
  readonly office_id: string;
  readonly name: string;
  readonly district_id: string;
  readonly district_name: string;
}

/** Offices grouped under their districts, in the order in which they come. */
export function byDistrict(offices: readonly OfficeRow[]): (Unit & { offices: Unit[] })[] {
  const districts = new Map<string, Unit & { offices: Unit[] }>();
  for (const office of offices) {
    const district = districts.get(office.district_id) ?? {
      id: office.district_id,
      name: office.district_name,
      offices: [],
    };
    district.offices.push({ id: office.office_id, name: office.name });
    districts.set(office.district_id, district);
  }
  return [...districts.values()];
}
