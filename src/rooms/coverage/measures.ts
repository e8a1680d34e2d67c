import { addDays, addMonths, daysBetween, lastDayOfMonth } from '../../time/calendar-date.ts';
import { computeNormKind, type Norm } from './norm.ts';
import { computeNormFigure, type NormCounts, type NormFigure } from './norm-figure.ts';
import type { Windows } from './windows.ts';

/** What the rooms' statements give, keyed by district; '' is the nation. */
export interface MeasureSources {
  readonly windows: Windows;
  readonly norms: readonly Norm[];
  readonly districts: readonly string[];
  /** by norm id, then unit */
  readonly norm: Lookup<NormCounts>;
  readonly closure: Lookup<NormCounts>;
  readonly inclusion: Lookup<NormCounts>;
  /** by scheme (`all` included), then unit */
  readonly quality: Lookup<QualityCounts>;
  readonly profiles: Lookup<ProfileCounts>;
  readonly hours: ReadonlyMap<string, HoursCounts>;
  readonly adviserMonth: ReadonlyMap<string, AdviserCounts>;
  readonly adviserYear: ReadonlyMap<string, AdviserCounts>;
  readonly cohorts: ReadonlyMap<string, readonly [number, number]>;
  readonly outcomes: ReadonlyMap<
    string,
    { readonly started: number; readonly in_work: number; readonly on_ww: number }
  >;
}
export type Lookup<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

export interface QualityCounts {
  readonly valid: number;
  readonly held: number;
  readonly timely: number;
  readonly median_lag_days: number | null;
  readonly unreported: number;
  readonly duplicates: number;
  readonly outside: number;
}
export interface ProfileCounts {
  readonly valid: number;
  readonly expired: number;
  readonly none: number;
  readonly unprofiled: number;
}
export interface HoursCounts {
  readonly ww_minutes: number;
  readonly ww_minutes_started_before: number;
  readonly ww_inflow: number;
  readonly ww_service_inflow: number;
  readonly office: number;
  readonly phone: number;
  readonly video: number;
}
export interface AdviserCounts {
  readonly minutes: number;
  readonly fteDays: number;
  readonly unattributed: number;
}

/** A value of the public layout: counts, pairs, null where a figure cannot be made. */
export type MeasureValue = number | null | readonly (number | null)[] | { readonly [key: string]: MeasureValue };
export type UnitMeasures = Readonly<Record<string, MeasureValue>>;
export interface Measures {
  readonly at: string;
  readonly known: string;
  readonly national: UnitMeasures;
  readonly districts: Readonly<Record<string, UnitMeasures>>;
}

/** The reader's offices together, as a unit in the sources; no id of a district is empty or a NUL. */
export const readersOwn = '\u0000';

/** The figures of the reader's own offices. */
export function computeOwnMeasures(of: MeasureSources): UnitMeasures {
  return unitMeasures(of, readersOwn);
}

/** The public layout of `measures --json`. */
export function computeMeasures(known: string, of: MeasureSources): Measures {
  return {
    at: of.windows.at,
    known,
    national: {
      ...unitMeasures(of, ''),
      adviser_hours: { ...adviserHours(of, ''), unattributed_minutes: of.adviserYear.get('')?.unattributed ?? 0 },
      cohort_first_conversation: cohorts(of),
      outcome_12m: outcomes(of),
    },
    districts: Object.fromEntries(of.districts.map((id) => [id, unitMeasures(of, id)])),
  };
}

function unitMeasures(of: MeasureSources, unit: string): UnitMeasures {
  const days = { inYear: of.windows.daysInYear, inTwelveMonths: of.windows.daysInTwelveMonths };
  const norms = of.norms.map((norm): [string, NormFigure] => [
    norm.id,
    computeNormFigure(computeNormKind(norm), of.norm.get(norm.id)?.get(unit) ?? {}, days),
  ]);
  const count = (from: Lookup<NormCounts>, key: string) => from.get(key)?.get(unit) ?? {};
  const hours = of.hours.get(unit);
  return {
    ...(Object.fromEntries(norms) as unknown as UnitMeasures),
    closure: named(count(of.closure, 'closure'), closureKeys),
    'wajong-inclusion': named(count(of.inclusion, 'wajong-inclusion'), inclusionKeys),
    quality: Object.fromEntries(
      ['all', 'WW', 'WIA_WGA', 'WIA_IVA', 'WAJONG'].map((scheme) => [
        scheme,
        quality(of.quality.get(scheme)?.get(unit)),
      ]),
    ),
    profiles: {
      ww_unprofiled: of.profiles.get('WW')?.get(unit)?.unprofiled ?? 0,
      ...Object.fromEntries(
        ['WW', 'WIA_WGA', 'WAJONG'].map((scheme) => {
          const found = of.profiles.get(scheme)?.get(unit);
          return [scheme, [found?.valid ?? 0, found?.expired ?? 0, found?.none ?? 0]];
        }),
      ),
    },
    hours: {
      ww_minutes: hours?.ww_minutes ?? 0,
      ww_minutes_started_before: hours?.ww_minutes_started_before ?? 0,
      ww_inflow: hours?.ww_inflow ?? 0,
      ww_service_inflow: hours?.ww_service_inflow ?? 0,
      conversations: { office: hours?.office ?? 0, phone: hours?.phone ?? 0, video: hours?.video ?? 0 },
    },
    adviser_hours: adviserHours(of, unit),
  };
}

const closureKeys = [
  'population',
  'declined',
  'unreachable',
  'not_offered',
  'not_enrolled',
  'overdue',
  'overdue_planned',
  'in_view',
];
const inclusionKeys = [
  'population',
  'enrolled',
  'declined',
  'unreachable',
  'not_enrolled',
  'review_passed',
  'capacity_unknown',
];

function named(counts: NormCounts, keys: readonly string[]): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, counts[key] ?? 0]));
}

function quality(found: QualityCounts | undefined): UnitMeasures {
  return {
    valid: found?.valid ?? 0,
    held: found?.held ?? 0,
    timely: found?.timely ?? 0,
    median_lag_days: found?.median_lag_days ?? null,
    unreported: found?.unreported ?? 0,
    duplicates: found?.duplicates ?? 0,
    outside: found?.outside ?? 0,
  };
}

function adviserHours(of: MeasureSources, unit: string): Record<string, MeasureValue> {
  const { at, yearStart } = of.windows;
  const monthStart = `${at.slice(0, 7)}-01`;
  return {
    month: adviserPeriod(of.adviserMonth.get(unit), daysBetween(monthStart, at) + 1, of.windows.daysInYear),
    year: adviserPeriod(of.adviserYear.get(unit), daysBetween(yearStart, at) + 1, of.windows.daysInYear),
  };
}

/** Hours per fte of the period, as if it lasted the year; null without formation. */
function adviserPeriod(
  found: AdviserCounts | undefined,
  days: number,
  daysInYear: number,
): Record<string, number | null> {
  const minutes = found?.minutes ?? 0;
  const formation = (found?.fteDays ?? 0) / days;
  return {
    minutes,
    mean_formation_fte: round(formation),
    annualised_hours_per_fte: formation === 0 ? null : round(((minutes / 60) * daysInYear) / days / formation),
  };
}

function round(value: number): number {
  return Number(value.toFixed(9));
}

/** Months whose every day has reached the term by the date; those without benefits show [0, 0]. */
function cohorts(of: MeasureSources): UnitMeasures {
  const { year, at } = of.windows;
  const wanted = [
    { scheme: 'WIA_WGA', year: year - 1, days: 365 },
    { scheme: 'WW', year, days: 90 },
  ];
  return Object.fromEntries(
    wanted.flatMap(({ scheme, year: started, days }) =>
      months(started)
        .filter(({ lastDay }) => addDays(lastDay, days) <= at)
        .map(({ month }) => {
          const key = `${scheme}/${month}/${days}d`;
          return [key, of.cohorts.get(key) ?? [0, 0]];
        }),
    ),
  );
}

function outcomes(of: MeasureSources): UnitMeasures {
  const { year, at } = of.windows;
  return Object.fromEntries(
    months(year - 1)
      .filter(({ lastDay }) => `${Number(lastDay.slice(0, 4)) + 1}${lastDay.slice(4)}` <= at)
      .map(({ month }) => {
        const found = of.outcomes.get(month);
        return [month, { n: found?.started ?? 0, in_work_12m: found?.in_work ?? 0, on_ww_12m: found?.on_ww ?? 0 }];
      }),
  );
}

function months(year: number): { month: string; lastDay: string }[] {
  return Array.from({ length: 12 }, (_, i) => {
    const month = addMonths(`${year}-01-01`, i).slice(0, 7);
    return { month, lastDay: lastDayOfMonth(month) };
  });
}
