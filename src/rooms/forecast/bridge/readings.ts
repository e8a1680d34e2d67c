import { type PublishedPair, SEPTEMBER_TO_DECEMBER, WHOLE_YEAR } from '../cohort/solve-pair.ts';
import type { BridgeArithmetic } from './arithmetic.ts';
import { identifyCourses } from './identify.ts';
import { type Reading, type ReadingAssumptions, verdictOf } from './reading.ts';
import { overlaps, printedRange, rangeFromRounding } from './rounding.ts';
import { stockReadings } from './stock-readings.ts';

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

function proportionReadings(pair: PublishedPair, sums: BridgeArithmetic, { half }: ReadingAssumptions): Reading[] {
  const target = printedRange(pair.to.hours, half);
  const norm = printedRange(pair.from.hours, half);
  const r = (h0: number, h1: number) => (h0 * pair.from.inflow) / (h1 * pair.to.inflow);
  const share = rangeFromRounding(pair, half, r);
  return [
    {
      id: 'M0',
      formula: 'h1 = h0 N0 / N1',
      value: sums.fixedHoursWouldGive,
      range: sums.fixedHoursRange,
      verdict: verdictOf(overlaps(sums.fixedHoursRange, target)),
    },
    { id: 'M1', formula: 'h1 = h0', value: pair.from.hours, range: norm, verdict: verdictOf(overlaps(norm, target)) },
    {
      id: 'M8',
      formula: 'r = h0 N0 / (h1 N1)',
      value: r(pair.from.hours, pair.to.hours),
      range: share,
      verdict: verdictOf(overlaps(share, [0, 1])),
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
      verdict: verdictOf(wholeYear !== null),
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
      verdict: verdictOf(overlaps(sums.capacityFollowRange, [0, 1])),
      params: { extraFte: sums.extraHours / hoursPerFte, hoursPerFte },
    },
    {
      id: 'M5',
      formula: 'h(N) = b + D / N',
      value: v,
      range: sums.marginalRangeFromRounding,
      verdict: verdictOf(bothPositive),
      params: { b: v, D: F },
    },
  ];
}
