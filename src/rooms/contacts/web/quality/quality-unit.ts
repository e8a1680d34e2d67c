import type { OutputOf } from '../../../../platform/contract.ts';
import type { QualityList, showQuality } from '../../index.ts';

export type Quality = OutputOf<typeof showQuality>;
export type QualityUnit = Quality['units'][number];
export type QualityFigures = QualityUnit['all'];
export type UnitKey = Pick<QualityUnit, 'level' | 'id'>;

/** The unit of the address, else the widest one of the reader's own: nation, district, office. */
export function findUnit(
  units: readonly QualityUnit[],
  asked: {
    readonly level: string | null;
    readonly unit: string | null;
    readonly reach: 'nation' | 'district' | 'office';
  },
): QualityUnit | undefined {
  const named = units.find((unit) => unit.level === asked.level && unit.id === (asked.unit ?? ''));
  if (named !== undefined) return named;
  return units.find((unit) => unit.level === asked.reach) ?? units.at(0);
}

/** The units below one: districts of the nation, offices of a district; where most came late first. */
export function listParts(units: readonly QualityUnit[], of: UnitKey): readonly QualityUnit[] {
  const parts = units.filter((unit) =>
    of.level === 'nation'
      ? unit.level === 'district'
      : of.level === 'district' && unit.level === 'office' && unit.districtId === of.id,
  );
  const late = ({ all }: QualityUnit) => all.held - all.timely;
  return parts.toSorted((a, b) => late(b) - late(a) || (a.id < b.id ? -1 : 1));
}

/** How many contacts stand on a list. */
export function countOf(list: QualityList, of: QualityFigures): number {
  switch (list) {
    case 'to-register':
      return of.toRegister;
    case 'late':
      return of.held - of.timely;
    case 'duplicates':
      return of.duplicates;
    case 'outside':
      return of.outside;
  }
}

/** Address of the page, or of one of its lists, for a unit; dates stay. */
export function qualityHref(
  unit: UnitKey,
  more: { readonly list?: QualityList; readonly scheme?: string | undefined; readonly dates: Dates },
): string {
  const query = new URLSearchParams({ level: unit.level });
  if (unit.id !== '') query.set('unit', unit.id);
  if (more.scheme) query.set('scheme', more.scheme);
  if (more.dates.at !== null) query.set('at', more.dates.at);
  if (more.dates.known !== null) query.set('known', more.dates.known);
  return `/registration${more.list ? `/${more.list}` : ''}?${query.toString()}`;
}

/** Dates as they stand in the address. */
export interface Dates {
  readonly at: string | null;
  readonly known: string | null;
}
