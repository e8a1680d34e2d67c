import { groupBy } from '../../platform/group.ts';
import { readersOwn } from './measures.ts';
import { addValues } from './unit-figures.ts';

/** Units of which a reader sees true counts: offices, and districts all of whose offices are among them. */
export interface OwnUnits {
  readonly officeIds: readonly string[];
  readonly districtIds: readonly string[];
}

interface FigureRow {
  readonly part: string;
  readonly key: string;
  readonly level: string;
  readonly unit: string;
  readonly values: readonly number[];
}

/** The figures of the reader's offices together, as a unit of their own. */
export function addOffices(rows: readonly FigureRow[], officeIds: readonly string[]): readonly FigureRow[] {
  const own = rows.filter((row) => row.level === 'office' && officeIds.includes(row.unit));
  return groupsOf(own, (row) => `${row.part}|${row.key}`).map(([first, all]) => ({
    part: first.part,
    key: first.key,
    level: 'office',
    unit: readersOwn,
    values: addValues(all.map((row) => row.values)),
  }));
}

interface QualityRow {
  readonly scheme: string | null;
  readonly level: string;
  readonly unit: string;
  readonly valid: number;
  readonly held: number;
  readonly timely: number;
  readonly median_lag_days: number | null;
  readonly unreported: number;
  readonly duplicates: number;
  readonly outside: number;
}

/** A median has no sum: that of several offices is left out. */
export function addQuality(rows: readonly QualityRow[], officeIds: readonly string[]): readonly QualityRow[] {
  const own = rows.filter((row) => row.level === 'office' && officeIds.includes(row.unit));
  return groupsOf(own, (row) => row.scheme ?? '').map(([first, all]) => ({
    ...addUp(all, ['valid', 'held', 'timely', 'unreported', 'duplicates', 'outside']),
    scheme: first.scheme,
    level: 'office',
    unit: readersOwn,
    median_lag_days: null,
  }));
}

interface DistrictRow {
  readonly district_id: string | null;
}

type ProfileRow = DistrictRow & { readonly scheme: string } & Readonly<Record<(typeof profileCounts)[number], number>>;
const profileCounts = ['valid', 'expired', 'none', 'unprofiled'] as const;

/** Profiles and hours are counted by district: a reader of single offices has none of them as own. */
export function addProfiles(rows: readonly ProfileRow[], districtIds: readonly string[]): readonly ProfileRow[] {
  return groupsOf(ofDistricts(rows, districtIds), (row) => row.scheme).map(([first, all]) => ({
    ...addUp(all, profileCounts),
    scheme: first.scheme,
    district_id: readersOwn,
  }));
}

type HoursRow = DistrictRow & Readonly<Record<(typeof hoursCounts)[number], number>>;
const hoursCounts = [
  'ww_minutes',
  'ww_minutes_started_before',
  'ww_inflow',
  'ww_service_inflow',
  'office',
  'phone',
  'video',
] as const;

export function addHours(rows: readonly HoursRow[], districtIds: readonly string[]): readonly HoursRow[] {
  const own = ofDistricts(rows, districtIds);
  return own.length === 0 ? [] : [{ ...addUp(own, hoursCounts), district_id: readersOwn }];
}

function ofDistricts<Row extends DistrictRow>(rows: readonly Row[], districtIds: readonly string[]): readonly Row[] {
  return rows.filter((row) => row.district_id !== null && districtIds.includes(row.district_id));
}

function addUp<Key extends string>(
  rows: readonly Readonly<Record<Key, number>>[],
  keys: readonly Key[],
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])) as Record<
    Key,
    number
  >;
}

/** Rows with the same key together, each group with its first. */
function groupsOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly (readonly [Row, readonly Row[]])[] {
  return [...groupBy(rows, keyOf).values()].map((all) => [all[0] as Row, all] as const);
}
