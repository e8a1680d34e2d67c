import type { Context } from '../../platform/actions.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { addDays } from '../../time/calendar-date.ts';
import { endOfDay } from '../../time/zone.ts';
import { loadAdviserHours, loadHours, loadQuality } from '../contacts/measures.actions.ts';
import { loadUnits } from '../organisation/units.actions.ts';
import { loadOutcomes, loadProfileFigures } from '../registry/measures.actions.ts';
import { closureValues, inclusionValues, normValues } from './figures.store.ts';
import { type AskedDates, loadKeptFigures, readFigures } from './kept-figures.actions.ts';
import {
  type AdviserCounts,
  computeMeasures,
  computeOwnMeasures,
  type Lookup,
  type MeasureSources,
  type Measures,
} from './measures.ts';
import { computeShownMeasures } from './national-measures.ts';
import { listNormsValidAt, type NormVersion, readNormVersion } from './norm-version.ts';
import { listNormVersions } from './norms.store.ts';
import { addHours, addOffices, addProfiles, addQuality } from './own-units.ts';
import { ownUnitsOf } from './reach.actions.ts';
import { nameCounts } from './unit-figures.ts';
import { computeWindows } from './windows.ts';

/** All versions of all norms. */
export async function loadNorms(figures: Queryable): Promise<readonly NormVersion[]> {
  return (await figures.all(listNormVersions())).map(readNormVersion);
}

export interface LoadedMeasures {
  readonly measures: Measures;
  /** Registration quality of every unit, with the timely share of 12 months; not yet as the actor may see it. */
  readonly quality: Awaited<ReturnType<typeof loadQuality>>;
}

/**
 * Every figure at a date as known at another, in the public layout, as the actor may see it. Call it before anything
 * else is read in the call: figures that stand on states are kept ones where they hold (`loadKeptFigures`).
 */
export async function loadMeasures(context: Context, { at, known }: AskedDates): Promise<LoadedMeasures> {
  const windows = computeWindows(at);
  const knownBefore = endOfDay(known);
  const versions = listNormsValidAt(await readFigures(context, loadNorms), at);
  const rows = await loadKeptFigures(context, versions, { at, known });
  const norms = versions.map((version) => version.norm);
  const { figures } = context;
  const units = await loadUnits(context, knownBefore);
  const own = ownUnitsOf(context.actor, units);
  const year = { from: windows.yearStart, to: at, knownBefore };
  const month = { from: `${at.slice(0, 7)}-01`, to: at, knownBefore };
  const figure = [
    ...rows.filter((row) => row.level !== 'office'),
    ...(own === null ? [] : addOffices(rows, own.officeIds)),
  ];
  const allQuality = await loadQuality(figures, {
    ...year,
    from: addDays(windows.twelveMonthsBefore, 1),
    yearStart: windows.yearStart,
  });
  const quality = [
    ...allQuality.filter((row) => row.level !== 'office'),
    ...(own === null ? [] : addQuality(allQuality, own.officeIds)),
  ];
  const allHours = await loadHours(figures, year);
  const hours = [...allHours, ...(own === null ? [] : addHours(allHours, own.districtIds))];
  const adviserMonth = await loadAdviserHours(figures, month);
  const adviserYear = await loadAdviserHours(figures, year);
  const allProfiles = await loadProfileFigures(figures, { at, knownBefore });
  const profiles = [...allProfiles, ...(own === null ? [] : addProfiles(allProfiles, own.districtIds))];
  const outcomes = await loadOutcomes(figures, { at, knownBefore });
  const part = (name: string, names: readonly string[]) =>
    lookup(
      figure.filter((row) => row.part === name),
      (row) => [row.key, row.unit, nameCounts(names, row.values)],
    );
  const sources: MeasureSources = {
    windows,
    norms,
    // Those without benefits show zeros.
    districts: units.districts.map((district) => district.id),
    norm: part('norm', normValues),
    closure: part('closure', closureValues),
    inclusion: part('inclusion', inclusionValues),
    quality: lookup(quality, (row) => [row.scheme ?? 'all', row.unit, row]),
    profiles: lookup(profiles, (row) => [row.scheme, row.district_id ?? '', row]),
    hours: new Map(hours.map((row) => [row.district_id ?? '', row])),
    adviserMonth: adviserCounts(adviserMonth),
    adviserYear: adviserCounts(adviserYear),
    cohorts: new Map(
      figure.filter((row) => row.part === 'cohort').map((row) => [row.key, [row.values[0] ?? 0, row.values[1] ?? 0]]),
    ),
    outcomes: new Map(outcomes.map((row) => [row.month, row])),
  };
  const measures = computeMeasures(known, sources);
  if (own === null) return { measures, quality: allQuality };
  const national = computeShownMeasures(measures.national, computeOwnMeasures(sources), norms);
  return { measures: { ...measures, national }, quality: allQuality };
}

function lookup<Row, T>(rows: readonly Row[], place: (row: Row) => [string, string, T]): Lookup<T> {
  const found = new Map<string, Map<string, T>>();
  for (const row of rows) {
    const [key, unit, value] = place(row);
    const units = found.get(key) ?? new Map<string, T>();
    found.set(key, units.set(unit, value));
  }
  return found;
}

interface AdviserRow {
  readonly district_id: string | null;
  readonly minutes: number;
  readonly fte_days: string;
  readonly unattributed_minutes: number;
}

function adviserCounts(rows: readonly AdviserRow[]): ReadonlyMap<string, AdviserCounts> {
  return new Map(
    rows.map((row) => [
      row.district_id ?? '',
      { minutes: row.minutes, fteDays: Number(row.fte_days), unattributed: row.unattributed_minutes },
    ]),
  );
}
