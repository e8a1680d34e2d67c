import type { NationalFigures } from './standing.ts';
import { daysInYear } from './window.ts';

/** The part of a norm's version that a standing needs. */
interface NormVersion {
  readonly version: number;
  readonly norm: {
    readonly id: string;
    readonly validFrom: string;
    readonly targets: { readonly shareYear?: number | undefined; readonly meanYear?: number | undefined };
  };
}
interface QualityRow {
  readonly level: string;
  readonly scheme: string | null;
  readonly held: number;
  readonly timely: number;
}
interface Beside {
  readonly norms: readonly NormVersion[];
  /** Registration quality over the 12 months. */
  readonly quality12m: readonly QualityRow[];
  readonly formation: NationalFigures['formation'];
}

/** A node of the public layout of measures. */
type Json = number | null | readonly (number | null)[] | { readonly [key: string]: Json };

const wiaWajong = ['WIA_WGA', 'WIA_IVA', 'WAJONG'];

/** Takes what the agreements need from the public layout of measures of the nation. */
export function readFigures(
  national: Readonly<Record<string, Json>>,
  beside: Beside,
): NationalFigures & { readonly wwInflow: number } {
  const number = (...path: readonly string[]) => Number(at(national, path) ?? 0);
  const orNull = (...path: readonly string[]) => at(national, path) as number | null;
  const list = <T>(...path: readonly string[]) => (at(national, path) ?? null) as T | null;
  const nation = beside.quality12m.filter((row) => row.level === 'nation' && wiaWajong.includes(row.scheme ?? ''));
  const sum = (key: string) => wiaWajong.reduce((total, scheme) => total + number('quality', scheme, key), 0);
  const ids = [...new Set(beside.norms.map((each) => each.norm.id))];
  return {
    norms: Object.fromEntries(ids.map((id) => [id, normFigures(id)])),
    closure: {
      population: number('closure', 'population'),
      overdue: number('closure', 'overdue') + number('closure', 'overdue_planned'),
      notEnrolled: number('closure', 'not_enrolled'),
    },
    inclusion: {
      population: number('wajong-inclusion', 'population'),
      enrolled: number('wajong-inclusion', 'enrolled'),
      notEnrolled: number('wajong-inclusion', 'not_enrolled'),
      reviewPassed: number('wajong-inclusion', 'review_passed'),
    },
    hours: { minutes: number('hours', 'ww_minutes'), serviceInflow: number('hours', 'ww_service_inflow') },
    wwInflow: number('hours', 'ww_inflow'),
    adviserHours: {
      year: orNull('adviser_hours', 'year', 'annualised_hours_per_fte'),
    },
    timelyYear: [sum('timely'), sum('held')],
    timely12m: [total(nation, 'timely'), total(nation, 'held')],
    toRegister: sum('unreported'),
    profiles: {
      valid: number('profiles', 'WAJONG', '0'),
      expired: number('profiles', 'WAJONG', '1'),
      none: number('profiles', 'WAJONG', '2'),
    },
    formation: beside.formation,
  };

  function normFigures(id: string): NationalFigures['norms'][string] {
    const versions = beside.norms.filter((each) => each.norm.id === id);
    const valid = versions.reduce((last, each) => (each.norm.validFrom > last.norm.validFrom ? each : last));
    return {
      version: valid.version,
      target: valid.norm.targets.shareYear ?? valid.norm.targets.meanYear ?? null,
      population: number(id, 'population'),
      overdue: number(id, 'states', 'overdue'),
      overduePlanned: number(id, 'states', 'overdue_planned'),
      shareYear: list<[number, number]>(id, 'share_year'),
      share12m: list<[number, number]>(id, 'share_12m'),
      stillToSee: list<number>(id, 'still_to_see'),
      meanYear: list<[number, number, number]>(id, 'mean_year'),
      mean12m: list<[number, number, number]>(id, 'mean_12m'),
    };
  }
}

/** Minutes as hours per fte of a whole year: fte-days divided by 365 (or 366) are fte-years. Null without formation. */
export function annualise({
  minutes,
  fteDays,
  year,
}: {
  readonly minutes: number;
  readonly fteDays: number;
  readonly year: number;
}): number | null {
  return fteDays === 0 ? null : (minutes / 60) * (daysInYear(year) / fteDays);
}

function at(node: Json | Readonly<Record<string, Json>>, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((place, key) => {
    if (place === null || place === undefined || typeof place !== 'object') return undefined;
    return (place as Readonly<Record<string, Json>>)[key];
  }, node);
}

function total(rows: readonly QualityRow[], key: 'held' | 'timely'): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}
