import type { OutputOf } from '../../../../platform/contract.ts';
import { isShown, type ShownNumber } from '../../../../ui/shown-number.ts';
import type { ProfilePart } from '../../../registry/index.ts';
import {
  countOf,
  figuresOf,
  type GroupFigures,
  type QualityList,
  type QualityUnit,
  type SchemeGroup,
  schemeGroups,
  type showQuality,
} from '../../index.ts';

export {
  countEnrolled,
  countOf,
  countProfiles,
  figuresOf,
  type GroupFigures,
  profilesOf,
  type QualityUnit,
} from '../../index.ts';
export type Quality = OutputOf<typeof showQuality>;
export type UnitKey = Pick<QualityUnit, 'level' | 'id'>;
/** Whose contacts the page is about. */
export type Group = SchemeGroup | 'all';

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

export const groups: readonly Group[] = ['wia-wajong', 'ww', 'all'];

export function readGroup(text: string | null, focus: SchemeGroup): Group {
  return groups.find((group) => group === text) ?? focus;
}

/** The schemes of a group as contracts and addresses name them; undefined for all. */
export function schemesOf(group: Group): string | undefined {
  return group === 'all' ? undefined : schemeGroups[group].join(',');
}

/** The group to which schemes of an address belong. */
export function groupOf(schemes: string | undefined): Group {
  const [first] = schemes?.split(',') ?? [];
  return groups.find((group) => group !== 'all' && schemeGroups[group].some((scheme) => scheme === first)) ?? 'all';
}

/** The schemes whose profiles stand beside the contacts of a group: those that the agreements name. */
export function profileSchemesOf(group: Group): string | undefined {
  return group === 'wia-wajong' ? 'WAJONG' : schemesOf(group);
}

/** The units below one: districts of the nation, offices of a district; where most is to register first. */
export function listParts(
  units: readonly QualityUnit[],
  of: UnitKey,
  schemes: string | undefined,
): readonly { readonly unit: QualityUnit; readonly figures: GroupFigures }[] {
  // below the nation stand units within reach: of those nothing is withheld
  const size = (count: ShownNumber) => (isShown(count) ? count : 0);
  const late = (figures: GroupFigures) => size(countOf('late', figures));
  return units
    .filter((unit) =>
      of.level === 'nation'
        ? unit.level === 'district'
        : of.level === 'district' && unit.level === 'office' && unit.districtId === of.id,
    )
    .map((unit) => ({ unit, figures: figuresOf(unit, schemes) }))
    .toSorted(
      (a, b) =>
        size(b.figures.toRegister) - size(a.figures.toRegister) ||
        late(b.figures) - late(a.figures) ||
        (a.unit.id < b.unit.id ? -1 : 1),
    );
}

interface Address {
  /** Of the page itself. */
  readonly group?: Group | undefined;
  /** One of its lists: of contacts, or of benefits by profile. */
  readonly list?: QualityList | undefined;
  readonly profiles?: ProfilePart | undefined;
  readonly schemes?: string | undefined;
  readonly dates: Dates;
}

/** Address of the page, or of one of its lists, for a unit; dates stay. */
export function qualityHref(unit: UnitKey, { group, list, profiles, schemes, dates }: Address): string {
  const query = new URLSearchParams({ level: unit.level });
  if (unit.id !== '') query.set('unit', unit.id);
  if (group !== undefined) query.set('group', group);
  if (schemes !== undefined) query.set('schemes', schemes);
  if (dates.at !== null) query.set('at', dates.at);
  if (dates.known !== null) query.set('known', dates.known);
  const path = profiles === undefined ? (list === undefined ? '' : `/${list}`) : `/profiles/${profiles}`;
  return `/registration${path}?${query.toString()}`;
}

/** Dates as they stand in the address. */
export interface Dates {
  readonly at: string | null;
  readonly known: string | null;
}

/** The dates of an address as a contract takes them. */
export function datesAsked(dates: Dates): { readonly at?: string; readonly known?: string } {
  return {
    ...(dates.at === null ? {} : { at: dates.at }),
    ...(dates.known === null ? {} : { known: dates.known }),
  };
}
