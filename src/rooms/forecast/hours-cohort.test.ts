import { describe, expect, it } from 'vitest';
import { ASSUMED_MONTH_WEIGHTS, SURVIVALS_AFTER_YEAR } from './assumptions.ts';
import { bridgeArithmetic } from './bridge/arithmetic.ts';
import { identifyCourses } from './bridge/identify.ts';
import { averageInService } from './bridge/in-service.ts';
import { cohortJointly, fixedPlusVariableJointly } from './bridge/joint.ts';
import { readingsOf } from './bridge/readings.ts';
import { computeCohortCase } from './cohort/cohort-case.ts';
import { courseOf } from './cohort/course.ts';
import { monthIndex } from './cohort/entry-month.ts';
import { intensityFromCourse } from './cohort/intensity.ts';
import { type PublishedPair, SEPTEMBER_TO_DECEMBER, solvePair, WHOLE_YEAR } from './cohort/solve-pair.ts';
import { hazardFrom12Months, survivalMidMonth } from './cohort/survival.ts';
import { isNotEstimable, type NotEstimable } from './not-estimable.ts';
import { leaves, planningReference } from './planning.reference.ts';
import { readTriangle } from './triangle/read-triangle.ts';
import { valueYearFromTriangle } from './triangle/value-year.ts';

interface Scenario {
  readonly inflow_by_month: readonly number[];
}

interface CohortReference {
  readonly alternative_models: readonly { readonly id: string; readonly verdict: string }[];
  readonly cohort_cases: readonly {
    readonly parameters: { readonly N_prev: number };
    readonly inflow_prev_years: readonly number[];
    readonly scenarios: { readonly budget: Scenario; readonly forecast: Scenario };
  }[];
  readonly triangle_case_A: {
    readonly noise_free: {
      readonly cohorts: readonly string[];
      readonly inflow: readonly number[];
      readonly cumulative_hours: readonly (readonly number[])[];
      readonly future_inflow_2019_09_12: readonly number[];
      readonly inflow_2017: readonly number[];
    };
  };
}

const reference = planningReference<CohortReference>('hours_cohort.json');

const PAIR: PublishedPair = { from: { inflow: 254200, hours: 5.3 }, to: { inflow: 284050, hours: 5.1 } };
const SECOND: PublishedPair = { from: PAIR.from, to: { inflow: 275000, hours: 5.1 } };
const HALF = 0.05;
const PREVIOUS_2018_LIKE = 286919;

/** Beginnings of paths that are no result: facts, inputs, words; with what takes their place. */
const NOT_COMPUTED: readonly (readonly [start: string, reason: string])[] = [
  ['meta.', 'words about the file'],
  ['facts.', 'published inputs'],
  ['triangle_case_A.noise_free.', 'input of the triangle, made from case A and rounded to four decimals'],
  ['triangle_case_A.expected.note', 'words'],
  ['intensity_decomposition_case_A.note', 'words'],
  ['second_published_pair.source', 'words'],
  ['second_published_pair.text', 'words'],
  ['second_published_pair.caveat', 'words'],
  ['second_published_pair.evidence_T1_T2_joint', 'shares of random draws without a published seed'],
  ['capacity_checks.', 'tested in the room capacity'],
];

/** Words of the file that our own words do not repeat letter for letter. */
const WORDS = /\.(name|description|formula|verdict)$/;

function must<T extends object>(value: T): Exclude<T, NotEstimable<string>> {
  if (isNotEstimable(value)) throw new Error(value.code);
  return value as Exclude<T, NotEstimable<string>>;
}

function snake(value: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key === 'FRange' ? 'F_range' : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inner,
    ]),
  );
}

function assumed(previousInflow: number, extraMonths = WHOLE_YEAR) {
  return { previousInflow, monthWeights: ASSUMED_MONTH_WEIGHTS, extraMonths };
}

function yearOfMonths(year: number, clients: readonly number[]): Record<string, number> {
  return Object.fromEntries(clients.map((n, m) => [`${year}-${String(m + 1).padStart(2, '0')}`, n]));
}

function cohortCase(name: 'A_prev2018like' | 'C_late', index: number) {
  const late = name === 'C_late';
  const previous = late ? 254200 : PREVIOUS_2018_LIKE;
  const solved = must(solvePair(PAIR, assumed(previous, late ? SEPTEMBER_TO_DECEMBER : WHOLE_YEAR)));
  const hours = { lifetime: solved.lifetimeHours, runOffPerMonth: solved.runOffPerMonth };
  const course = must(courseOf(hours, 36));
  const previousMonths = ASSUMED_MONTH_WEIGHTS.map((weight) => weight * previous);
  const scenario = (inflow: readonly number[]) => {
    const valued = must(
      computeCohortCase({
        year: 2019,
        hours,
        inflow: {
          ...yearOfMonths(2017, previousMonths),
          ...yearOfMonths(2018, previousMonths),
          ...yearOfMonths(2019, inflow),
        },
      }),
    );
    return {
      inflow_total: valued.inflowTotal,
      inflow_by_month: inflow,
      hours_by_month: valued.hoursByMonth,
      hours_from_year_minus_2: valued.hoursFromEarlierYears['2017'],
      hours_from_year_minus_1: valued.hoursFromEarlierYears['2018'],
      hours_from_current_year: valued.hoursFromCurrentYear,
      total_hours: valued.totalHours,
      hours_per_client: valued.hoursPerClient,
      in_year_hours_per_current_client: valued.inYearHoursPerCurrentClient,
    };
  };
  const spread = (extraMonths: readonly number[]) => {
    const weight = extraMonths.reduce((sum, month) => sum + (ASSUMED_MONTH_WEIGHTS[month] ?? 0), 0);
    return ASSUMED_MONTH_WEIGHTS.map(
      (share, m) => share * 254200 + (extraMonths.includes(m) ? (share / weight) * 29850 : 0),
    );
  };
  const given = reference?.cohort_cases[index];
  return {
    name,
    parameters: {
      N_prev: given?.parameters.N_prev,
      L_lifetime_hours: solved.lifetimeHours,
      lambda_per_month: solved.runOffPerMonth,
      mean_lag_months: solved.meanLagMonths,
    },
    cumulative_hours_C_k: [...course.cumulative],
    hours_g_k: [...course.perMonth],
    hours_in_calendar_year_by_entry_month: Array.from({ length: 12 }, (_, m) => course.cumulative[11 - m]),
    inflow_prev_years: previousMonths,
    scenarios: { budget: scenario(spread([])), forecast: scenario(spread(late ? SEPTEMBER_TO_DECEMBER : WHOLE_YEAR)) },
  };
}

function decomposition() {
  const hazard = hazardFrom12Months(0.36) as number;
  const solved = must(solvePair(PAIR, assumed(PREVIOUS_2018_LIKE)));
  const course = must(courseOf({ lifetime: solved.lifetimeHours, runOffPerMonth: solved.runOffPerMonth }, 36));
  const survival = survivalMidMonth(hazard, 36);
  return {
    survival_12m: 0.36,
    hazard_per_month: hazard,
    survival_mid_k: [...survival],
    intensity_hours_per_month_in_service: [...must(intensityFromCourse(course.perMonth, survival))],
  };
}

function readings() {
  return readingsOf(PAIR, must(bridgeArithmetic(PAIR, HALF)), {
    half: HALF,
    previousInflow: 254200,
    monthWeights: ASSUMED_MONTH_WEIGHTS,
    survivals: [0.36, ...SURVIVALS_AFTER_YEAR],
    hoursPerFte: 1144,
  });
}

function alternatives() {
  const region = (previous: number, extraMonths = WHOLE_YEAR) => {
    const found = identifyCourses(PAIR, HALF, assumed(previous, extraMonths));
    return found === null ? null : { L: found.L, mean_lag_months: found.meanLagMonths, n: found.n };
  };
  return readings().map((reading) => ({
    id: reading.id,
    value: reading.value,
    range: reading.range,
    params: reading.params,
    ...(reading.id === 'M2' && {
      identified: {
        uniform_prev_budget: region(254200),
        uniform_prev_2018like: region(PREVIOUS_2018_LIKE),
        late_SepDec_prev_budget: region(254200, SEPTEMBER_TO_DECEMBER),
        late_SepDec_prev_2018like: region(PREVIOUS_2018_LIKE, SEPTEMBER_TO_DECEMBER),
      },
    }),
    ...(reading.id === 'M4' && {
      phi: reading.value,
      phi_range: reading.range,
      extra_fte_at_1144: reading.params?.extraFte,
    }),
    ...(reading.id === 'M5' && { b: reading.params?.b, D: reading.params?.D }),
    ...(reading.id === 'M6' && {
      table: Object.fromEntries(
        (reading.table ?? []).map((row) => [
          String(row.survivalAfterYear),
          {
            avg_stock_budget: row.avgStockBudget,
            avg_stock_forecast: row.avgStockForecast,
            ratio: row.ratio,
            h_forecast_if_5_3: row.hForecast,
            range: row.range,
          },
        ]),
      ),
    }),
  }));
}

function grid(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

function secondPair() {
  const first = must(bridgeArithmetic(SECOND, HALF));
  const asked = { fromInflow: 254200, half: HALF, targets: [SECOND.to, PAIR.to] };
  const straight = fixedPlusVariableJointly(
    { ...asked, fromHours: grid(5.25, 5.3499, 200) },
    Array.from({ length: 1000 }, (_, i) => 2 + i * 0.0025),
  );
  const atCentre = (straight?.found ?? []).filter(({ h0 }) => Math.abs(h0 - 5.3) < 0.0005).map(({ v }) => v);
  const cohort = (previous: number) => {
    const lags = Array.from({ length: 310 }, (_, i) => 0.5 + i * 0.05);
    const found = cohortJointly({ ...asked, fromHours: grid(5.25, 5.3499, 60) }, lags, assumed(previous));
    return {
      mean_lag: found?.meanLag,
      L: found?.L,
      in_year_hours: found?.inYearHours,
      centre: found?.centre && {
        lag: found.centre.lag,
        L: found.centre.L,
        in_year: found.centre.inYear,
      },
    };
  };
  const stock = (survival: number, inflow: number) =>
    averageInService(hazardFrom12Months(survival) as number, {
      inflow,
      previousInflow: 254200,
      monthWeights: ASSUMED_MONTH_WEIGHTS,
    });
  const perClientYear = (survival: number, inflow: number) => (5.3 * stock(survival, 254200)) / stock(survival, inflow);
  return {
    pair: [275000, 5.1],
    T1_only: {
      forecast_inflow: 275000,
      h: first.bridge.end,
      marginal: first.marginalHoursPerExtraClient,
      range: first.marginalRangeFromRounding,
      fixed_hours: first.fixedHoursWouldGive,
      fixed_range: first.fixedHoursRange,
    },
    joint_fixed_plus_variable: {
      v: straight?.v,
      v_mean: straight?.vMean,
      v_at_h0_530: [Math.min(...atCentre), Math.max(...atCentre)],
      share_of_h0: straight?.shareOfH0,
      F_mean: straight?.FMean,
    },
    joint_cohort_prev_budget: cohort(254200),
    joint_cohort_prev_2018like: cohort(PREVIOUS_2018_LIKE),
    M6: Object.fromEntries(
      [0.3, 0.33, 0.36, 0.4, 0.45].map((survival) => [
        String(survival),
        { h_275000: perClientYear(survival, 275000), h_284050: perClientYear(survival, 284050) },
      ]),
    ),
  };
}

function triangleExpected() {
  const given = reference?.triangle_case_A.noise_free;
  if (given === undefined) return null;
  const cohorts = given.cohorts.map((name, i) => ({
    month: monthIndex(name) as number,
    clients: given.inflow[i] ?? 0,
  }));
  const triangle = must(readTriangle(given.cumulative_hours));
  const months = (first: string, clients: readonly number[]) =>
    clients.map((n, i) => ({ month: (monthIndex(first) as number) + i, clients: n }));
  const future = months('2019-09', given.future_inflow_2019_09_12);
  const total = valueYearFromTriangle(
    { cohorts, triangle, earlier: months('2017-01', given.inflow_2017), future },
    2019,
  );
  if (typeof total !== 'number') throw new Error(total.code);
  const solved = must(solvePair(PAIR, assumed(PREVIOUS_2018_LIKE)));
  return {
    total_2019_hours: total,
    h_forecast: total / 284050,
    cohort_2018_01_ultimate_share:
      (given.cumulative_hours[0]?.[19] ?? 0) / ((given.inflow[0] ?? 0) * solved.lifetimeHours),
  };
}

function near(actual: unknown, expected: number): boolean {
  return typeof actual === 'number' && Math.abs(actual - expected) <= 1e-6 * Math.abs(expected) + 1e-14;
}

describe.skipIf(reference === null)(
  'every key of hours_cohort.json (skipped where ../shared/data/planning is absent)',
  () => {
    const sums = must(bridgeArithmetic(PAIR, HALF));
    const computed = new Map(
      leaves({
        month_weights: ASSUMED_MONTH_WEIGHTS,
        arithmetic: {
          ...snake(sums),
          bridge: snake(sums.bridge),
          fixed_plus_variable: sums.fixedPlusVariable,
        },
        cohort_cases: [cohortCase('A_prev2018like', 0), cohortCase('C_late', 1)],
        intensity_decomposition_case_A: decomposition(),
        alternative_models: alternatives(),
        triangle_case_A: { expected: triangleExpected() },
        second_published_pair: secondPair(),
      }).map(({ path, value }) => [path, value]),
    );
    const rows = leaves(reference)
      .filter(({ path }) => !NOT_COMPUTED.some(([start]) => path.startsWith(start)))
      .filter(({ path }) => !WORDS.test(path));

    it.each(rows.map(({ path, value }) => [path, value]))('%s', (path, expected) => {
      const actual = computed.get(path);
      if (typeof expected === 'number')
        expect(near(actual, expected), `${String(actual)} is not ${expected}`).toBe(true);
      else expect(actual).toBe(expected);
    });

    it.each((reference?.alternative_models ?? []).map(({ id, verdict }) => [id, verdict]))(
      'verdict on %s: %s',
      (id, verdict) => {
        const only = verdict.startsWith('explains only') ? 'explains_only_if' : verdict.split(/[^a-z]/)[0];
        expect(readings().find((reading) => reading.id === id)?.verdict).toBe(only);
      },
    );

    it('every beginning that is left out occurs in the file', () => {
      const paths = leaves(reference).map(({ path }) => path);
      for (const [start] of NOT_COMPUTED)
        expect(
          paths.some((path) => path.startsWith(start)),
          start,
        ).toBe(true);
    });
  },
);
