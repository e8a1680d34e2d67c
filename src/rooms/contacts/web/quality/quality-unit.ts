import type { OutputOf } from '../../../../platform/contract.ts';
import type { ProfilePart } from '../../../registry/index.ts';
import { type QualityList, type SchemeGroup, schemeGroups, type showQuality } from '../../index.ts';

export type Quality = OutputOf<typeof showQuality>;
export type QualityUnit = Quality['units'][number];
export type QualityFigures = QualityUnit['all'];
export type ProfileCounts = Omit<QualityUnit['profiles'][number], 'scheme'>;
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

/** What can be added up over schemes; a median cannot. */
export type GroupFigures = Omit<QualityFigures, 'medianLagDays'>;

export function figuresOf(unit: QualityUnit, schemes: string | undefined): GroupFigures {
  if (schemes === undefined) return unit.all;
  const named = unit.schemes.filter((each) => schemes.split(',').includes(each.scheme));
  const sum = (read: (of: GroupFigures) => number) => named.reduce((total, of) => total + read(of), 0);
  return {
    valid: sum((of) => of.valid),
    held: sum((of) => of.held),
    timely: sum((of) => of.timely),
    heldTwelveMonths: sum((of) => of.heldTwelveMonths),
    timelyTwelveMonths: sum((of) => of.timelyTwelveMonths),
    toRegister: sum((of) => of.toRegister),
    toRegisterOverMonth: sum((of) => of.toRegisterOverMonth),
    duplicates: sum((of) => of.duplicates),
    outside: sum((of) => of.outside),
    lags: Object.fromEntries(
      Object.keys(unit.all.lags).map((bucket) => [bucket, sum((of) => of.lags[bucket as 'd0'])]),
    ) as GroupFigures['lags'],
  };
}

/** The schemes whose profiles stand beside the contacts of a group: those that the agreements name. */
export function profileSchemesOf(group: Group): string | undefined {
  return group === 'wia-wajong' ? 'WAJONG' : schemesOf(group);
}

export function profilesOf(unit: QualityUnit, schemes: string | undefined): ProfileCounts {
  const named = unit.profiles.filter((each) => schemes === undefined || schemes.split(',').includes(each.scheme));
  const sum = (read: (of: ProfileCounts) => number) => named.reduce((total, of) => total + read(of), 0);
  return {
    valid: sum((of) => of.valid),
    expired: sum((of) => of.expired),
    none: sum((of) => of.none),
    unprofiled: sum((of) => of.unprofiled),
  };
}

/** How many benefits stand on a list of profiles. */
export function countProfiles(part: ProfilePart, of: ProfileCounts): number {
  return part === 'not-valid' ? of.expired + of.none : of[part];
}

/** The units below one: districts of the nation, offices of a district; where most is to register first. */
export function listParts(
  units: readonly QualityUnit[],
  of: UnitKey,
  schemes: string | undefined,
): readonly { readonly unit: QualityUnit; readonly figures: GroupFigures }[] {
  const late = ({ held, timely }: GroupFigures) => held - timely;
  return units
    .filter((unit) =>
      of.level === 'nation'
        ? unit.level === 'district'
        : of.level === 'district' && unit.level === 'office' && unit.districtId === of.id,
    )
    .map((unit) => ({ unit, figures: figuresOf(unit, schemes) }))
    .toSorted(
      (a, b) =>
        b.figures.toRegister - a.figures.toRegister ||
        late(b.figures) - late(a.figures) ||
        (a.unit.id < b.unit.id ? -1 : 1),
    );
}

/** How many contacts stand on a list. */
export function countOf(list: QualityList, of: GroupFigures): number {
  switch (list) {
    case 'to-register':
      return of.toRegister;
    case 'to-register-month':
      return of.toRegisterOverMonth;
    case 'late':
      return of.held - of.timely;
    case 'duplicates':
    case 'outside':
    case 'held':
    case 'valid':
      return of[list];
  }
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
