import { daysInYear } from '../../time/calendar-date.ts';
import { addShown, computeTooSmall, isTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';
import { type NationalFigures, wiaWajong } from './standing.ts';

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
  readonly unit: string;
  readonly scheme: string | null;
  readonly held_12m: number;
  readonly timely_12m: number;
}
interface Beside {
  readonly norms: readonly NormVersion[];
  /** Registration quality of every unit. */
  readonly quality: readonly QualityRow[];
  readonly formation: NationalFigures['formation'];
  /** Offices of which the reader sees true counts; null for a reach over the nation. */
  readonly officeIds: readonly string[] | null;
}

/** A node of the public layout of measures. */
type Json = number | string | null | readonly Json[] | { readonly [key: string]: Json };

/** Takes what the agreements need from the public layout of measures of the nation. */
export function readFigures(
  national: Readonly<Record<string, Json>>,
  beside: Beside,
): NationalFigures & { readonly wwInflow: ShownCount } {
  const count = (...path: readonly string[]): ShownCount => {
    const found = at(national, path);
    return isTooSmall(found) ? TOO_SMALL : Number(found ?? 0);
  };
  const orNull = (...path: readonly string[]) => at(national, path) as number | null;
  const list = <T>(...path: readonly string[]) => (at(national, path) ?? null) as T | null;
  const sum = (key: string) => addShown(wiaWajong.map((scheme) => count('quality', scheme, key)));
  const ids = [...new Set(beside.norms.map((each) => each.norm.id))];
  return {
    norms: Object.fromEntries(ids.map((id) => [id, normFigures(id)])),
    closure: {
      population: count('closure', 'population'),
      overdue: addShown([count('closure', 'overdue'), count('closure', 'overdue_planned')]),
      notEnrolled: count('closure', 'not_enrolled'),
    },
    inclusion: {
      population: count('wajong-inclusion', 'population'),
      enrolled: count('wajong-inclusion', 'enrolled'),
      notEnrolled: count('wajong-inclusion', 'not_enrolled'),
      reviewPassed: count('wajong-inclusion', 'review_passed'),
    },
    hours: {
      minutes: Number(at(national, ['hours', 'ww_minutes']) ?? 0),
      serviceInflow: count('hours', 'ww_service_inflow'),
    },
    wwInflow: count('hours', 'ww_inflow'),
    adviserHours: {
      minutes: orNull('adviser_hours', 'year', 'minutes') ?? 0,
      meanFte: orNull('adviser_hours', 'year', 'mean_formation_fte') ?? 0,
      year: orNull('adviser_hours', 'year', 'annualised_hours_per_fte'),
    },
    timelyYear: [sum('timely'), sum('held')],
    timely12m: timelyOf(beside),
    toRegister: sum('unreported'),
    profiles: {
      valid: count('profiles', 'WAJONG', '0'),
      expired: count('profiles', 'WAJONG', '1'),
      none: count('profiles', 'WAJONG', '2'),
    },
    formation: beside.formation,
  };

  function normFigures(id: string): NationalFigures['norms'][string] {
    const versions = beside.norms.filter((each) => each.norm.id === id);
    const valid = versions.reduce((last, each) => (each.norm.validFrom > last.norm.validFrom ? each : last));
    return {
      version: valid.version,
      target: valid.norm.targets.shareYear ?? valid.norm.targets.meanYear ?? null,
      population: count(id, 'population'),
      overdue: count(id, 'states', 'overdue'),
      overduePlanned: count(id, 'states', 'overdue_planned'),
      shareYear: list<[ShownCount, ShownCount]>(id, 'share_year'),
      share12m: list<[ShownCount, ShownCount]>(id, 'share_12m'),
      stillToSee: list<ShownCount>(id, 'still_to_see'),
      meanYear: list<[ShownCount, ShownCount, number]>(id, 'mean_year'),
      mean12m: list<[ShownCount, ShownCount, number]>(id, 'mean_12m'),
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

/** Of contacts on WIA and Wajong benefits: reported in time and held, as far as the reader may see it. */
function timelyOf({ quality, officeIds }: Beside): [ShownCount, ShownCount] {
  const rows = quality.filter((row) => wiaWajong.includes(row.scheme ?? ''));
  const nation = rows.filter((row) => row.level === 'nation');
  const pair = (of: readonly QualityRow[]) => [total(of, 'timely_12m'), total(of, 'held_12m')] as const;
  const [timely, held] = pair(nation);
  if (officeIds === null) return [timely, held];
  const [ownTimely, ownHeld] = pair(rows.filter((row) => row.level === 'office' && officeIds.includes(row.unit)));
  const counts = new Map([
    ['timely', { nation: timely, own: ownTimely }],
    ['held', { nation: held, own: ownHeld }],
  ]);
  const hidden = computeTooSmall(counts, [{ total: 'held', parts: ['timely'] }]);
  return [hidden.has('timely') ? TOO_SMALL : timely, hidden.has('held') ? TOO_SMALL : held];
}

function total(rows: readonly QualityRow[], key: 'held_12m' | 'timely_12m'): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}
