import { type PublishedPair, SEPTEMBER_TO_DECEMBER, WHOLE_YEAR } from '../cohort/solve-pair.ts';
import type { BridgeArithmetic } from './arithmetic.ts';
import { type IdentifiedCourses, identifyCourses } from './identify.ts';
import { averageInService } from './in-service.ts';
import { overlaps, type Range, rangeFromRounding } from './rounding.ts';

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

/** All nine readings of a pair, in order M0 .. M8. The arithmetic must be that of the same pair. */
export function readingsOf(
  pair: PublishedPair,
  sums: BridgeArithmetic,
  assumed: ReadingAssumptions,
): readonly Reading[] {
  return [
    ...proportionReadings(pair, sums, assumed),
    ...cohortReadings(pair, sums, assumed),
    ...capacityReadings(sums, assumed),
    ...stockReadings(pair, sums, assumed),
  ].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function printed(hours: number, half: number): Range {
  return [hours - half, hours + half];
}

function verdict(can: boolean): Verdict {
  return can ? 'explains' : 'rejected';
}

function proportionReadings(pair: PublishedPair, sums: BridgeArithmetic, { half }: ReadingAssumptions): Reading[] {
  const target = printed(pair.to.hours, half);
  const norm = printed(pair.from.hours, half);
  const r = (h0: number, h1: number) => (h0 * pair.from.inflow) / (h1 * pair.to.inflow);
  const share = rangeFromRounding(pair, half, r);
  return [
    {
      id: 'M0',
      formula: 'h1 = h0 N0 / N1',
      value: sums.fixedHoursWouldGive,
      range: sums.fixedHoursRange,
      verdict: verdict(overlaps(sums.fixedHoursRange, target)),
    },
    { id: 'M1', formula: 'h1 = h0', value: pair.from.hours, range: norm, verdict: verdict(overlaps(norm, target)) },
    {
      id: 'M8',
      formula: 'r = h0 N0 / (h1 N1)',
      value: r(pair.from.hours, pair.to.hours),
      range: share,
      verdict: verdict(overlaps(share, [0, 1])),
    },
  ];
}

function cohortReadings(pair: PublishedPair, sums: BridgeArithmetic, assumed: ReadingAssumptions): Reading[] {
  const courses = (extraMonths: readonly number[]) => identifyCourses(pair, assumed.half, { ...assumed, extraMonths });
  const wholeYear = courses(WHOLE_YEAR);
  const late = courses(SEPTEMBER_TO_DECEMBER);
  const lateWeight = SEPTEMBER_TO_DECEMBER.reduce((sum, month) => sum + (assumed.monthWeights[month] ?? 0), 0);
  const surge = sums.extraClients / (pair.from.inflow * lateWeight);
  return [
    {
      id: 'M2',
      formula: 'h(N) = gbar1 + F / N; gbar1 = sum_m w_m C_(12-m); F = hours to earlier cohorts',
      value: wholeYear === null ? null : pair.to.hours,
      range: null,
      verdict: verdict(wholeYear !== null),
      params: { gbar1: sums.fixedPlusVariable.v, F: sums.fixedPlusVariable.F },
      identified: wholeYear,
    },
    {
      id: 'M3',
      formula: 'v = mean of C_0 .. C_3',
      value: late === null ? null : pair.to.hours,
      range: null,
      verdict: late === null ? 'rejected' : 'explains_only_if',
      params: { surgeInLateMonths: surge },
      identified: late,
    },
  ];
}

function capacityReadings(sums: BridgeArithmetic, { hoursPerFte }: ReadingAssumptions): Reading[] {
  const { F, v } = sums.fixedPlusVariable;
  const bothPositive = sums.marginalRangeFromRounding[1] >= 0 && sums.FRange[1] >= 0;
  return [
    {
      id: 'M4',
      formula: 'h1 = h0 (1 + phi (N1 / N0 - 1)) / (N1 / N0)',
      value: sums.capacityFollowSharePhi,
      range: sums.capacityFollowRange,
      verdict: verdict(overlaps(sums.capacityFollowRange, [0, 1])),
      params: { extraFte: sums.extraHours / hoursPerFte, hoursPerFte },
    },
    {
      id: 'M5',
      formula: 'h(N) = b + D / N',
      value: v,
      range: sums.marginalRangeFromRounding,
      verdict: verdict(bothPositive),
      params: { b: v, D: F },
    },
  ];
}

function stockReadings(pair: PublishedPair, sums: BridgeArithmetic, assumed: ReadingAssumptions): Reading[] {
  const { half } = assumed;
  const target = printed(pair.to.hours, half);
  const table = assumed.survivals.map((survival) => serviceYearRow(pair, survival, assumed));
  const ratio = table[0]?.ratio ?? 1;
  const inBenefit: Range = [sums.fixedHoursRange[0] * ratio, sums.fixedHoursRange[1] * ratio];
  return [
    {
      id: 'M6',
      formula: 'h1 = h0 S0 / S1',
      value: null,
      range: null,
      verdict: verdict(table.some((row) => overlaps(row.range, target))),
      table,
    },
    {
      id: 'M7',
      formula: 'h1 = h0 N0 S1 / (N1 S0)',
      value: sums.fixedHoursWouldGive * ratio,
      range: inBenefit,
      verdict: verdict(overlaps(inBenefit, target)),
      params: { survivalAfterYear: assumed.survivals[0] },
    },
  ];
}

function serviceYearRow(pair: PublishedPair, survivalAfterYear: number, assumed: ReadingAssumptions): ServiceYearRow {
  const hazard = -Math.log(survivalAfterYear) / 12;
  const stock = (inflow: number) => averageInService(hazard, { ...assumed, inflow });
  const avgStockBudget = stock(pair.from.inflow);
  const avgStockForecast = stock(pair.to.inflow);
  const ratio = avgStockForecast / avgStockBudget;
  const [low, high] = printed(pair.from.hours, assumed.half);
  return {
    survivalAfterYear,
    avgStockBudget,
    avgStockForecast,
    ratio,
    hForecast: pair.from.hours / ratio,
    range: [low / ratio, high / ratio],
  };
}
