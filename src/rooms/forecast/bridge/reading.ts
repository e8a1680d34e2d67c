import type { IdentifiedCourses } from './identify.ts';
import type { Range } from './rounding.ts';

/** Whether a mechanism can give the second figure from the first, rounding taken into account. */
export type Verdict = 'explains' | 'explains_only_if' | 'rejected';

/** One mechanism that might lie behind a pair of figures, worked out. */
export interface Reading {
  readonly id: 'M0' | 'M1' | 'M2' | 'M3' | 'M4' | 'M5' | 'M6' | 'M7' | 'M8';
  readonly formula: string;
  /** The second figure (M0-M3, M7), or the parameter that is needed (M4 phi, M5 b, M8 r); null for M6, see `table`. */
  readonly value: number | null;
  /** What rounding leaves of `value`; null where the mechanism is fitted to the pair. */
  readonly range: Range | null;
  readonly verdict: Verdict;
  readonly params?: Readonly<Record<string, number>>;
  readonly identified?: IdentifiedCourses | null;
  readonly table?: readonly ServiceYearRow[];
}

/** M6 at one assumed survival. */
export interface ServiceYearRow {
  readonly survivalAfterYear: number;
  readonly avgStockBudget: number;
  readonly avgStockForecast: number;
  readonly ratio: number;
  /** Hours per client-year at the second inflow when the total stays the same. */
  readonly hForecast: number;
  readonly range: Range;
}

/** What the readings need beside the pair; every one is an assumption. */
export interface ReadingAssumptions {
  /** Half a unit of the last printed decimal. */
  readonly half: number;
  readonly previousInflow: number;
  readonly monthWeights: readonly number[];
  /** Share still in benefit after 12 months; the first is the one that M7 uses. */
  readonly survivals: readonly [number, ...number[]];
  readonly hoursPerFte: number;
}

/** The verdict on a mechanism without conditions. */
export function verdictOf(can: boolean): Verdict {
  return can ? 'explains' : 'rejected';
}
