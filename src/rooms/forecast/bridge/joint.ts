import { hoursPerLifetimeHour, type PairAssumptions, type PublishedPair, unitHours } from '../cohort/solve-pair.ts';
import type { Range } from './rounding.ts';

/** Several second figures that one relation must explain together, and the grids it is searched on. */
export interface JointQuestion {
  readonly fromInflow: number;
  readonly targets: readonly PublishedPair['to'][];
  readonly half: number;
  /** Values of the first figure within its rounding. */
  readonly fromHours: readonly number[];
}

/** hours = F + v N, searched over `marginals`; null when no combination fits every figure. */
export function fixedPlusVariableJointly(asked: JointQuestion, marginals: readonly number[]) {
  const found: { h0: number; v: number; F: number }[] = [];
  for (const h0 of asked.fromHours) {
    for (const v of marginals) {
      const F = (h0 - v) * asked.fromInflow;
      if (fitsAll(asked, (inflow) => v + F / inflow)) found.push({ h0, v, F });
    }
  }
  if (found.length === 0) return null;
  return {
    found,
    v: extremes(found.map(({ v }) => v)),
    vMean: mean(found.map(({ v }) => v)),
    shareOfH0: extremes(found.map(({ h0, v }) => v / h0)),
    FMean: mean(found.map(({ F }) => F)),
  };
}

/** The cohort relation searched over `lags`; the first figure fixes the lifetime hours at each. Null when nothing fits. */
export function cohortJointly(asked: JointQuestion, lags: readonly number[], assumed: PairAssumptions) {
  const found: { lag: number; L: number; inYear: number }[] = [];
  for (const lag of lags) {
    const unit = unitHours(1 / lag, assumed);
    for (const h0 of asked.fromHours) {
      const L = (h0 * asked.fromInflow) / hoursPerLifetimeHour(asked.fromInflow, unit, assumed);
      const F = L * assumed.previousInflow * unit.spillOver;
      if (fitsAll(asked, (inflow) => L * unit.inYear + F / inflow)) found.push({ lag, L, inYear: L * unit.inYear });
    }
  }
  if (found.length === 0) return null;
  const lag = found.map((one) => one.lag);
  const L = found.map((one) => one.L);
  const inYear = found.map((one) => one.inYear);
  return {
    meanLag: extremes(lag),
    L: extremes(L),
    inYearHours: extremes(inYear),
    centre: { lag: median(lag), L: median(L), inYear: median(inYear) },
  };
}

function fitsAll({ targets, half }: JointQuestion, hours: (inflow: number) => number): boolean {
  return targets.every((target) => Math.abs(hours(target.inflow) - target.hours) <= half);
}

function extremes(values: readonly number[]): Range {
  return values.reduce<Range>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
