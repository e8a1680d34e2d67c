import type { Me } from '../../../organisation/web/me.tsx';

/** How the address says the nation, where the own district would stand without it. */
export const nation = 'nation';

/** The district of the address; without one the own, for who has the reach of a district. Null: the nation. */
export function readDistrict(text: string | null, me: Pick<Me, 'reach' | 'unit'>): string | null {
  if (text === nation) return null;
  return text ?? (me.reach === 'district' ? (me.unit?.id ?? null) : null);
}

/** The address of the page for a unit; an office shows in its district. */
export function coverageHref(districtId: string | null): string {
  return `/coverage?district=${encodeURIComponent(districtId ?? nation)}`;
}
