import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeArithmetic, isNotEstimable, type NotEstimable } from '../forecast/index.ts';
import { clientsServed, fteFor, hoursOf, productivityGain } from './adviser-hours.ts';
import { type ProjectCase, projectCaseShape } from './contract.ts';
import { type FormationPlan, projectFormation } from './formation.ts';
import { funnelArithmetic, projectHires } from './funnel.ts';
import { growthSignal } from './pace.ts';
import { projectCase } from './project.ts';
import { computeShortage } from './shortage.ts';

interface Row {
  readonly month: string;
  readonly [key: string]: number | string;
}
interface Reference {
  readonly inputs: { readonly funnel: Readonly<Record<string, number>>; readonly graduate_factor: number };
  readonly output_signal_1: readonly Row[];
  readonly output_signal_0_5: readonly Row[];
  readonly output_signal_0: readonly Row[];
  readonly demand_2019_case_A_forecast: readonly number[];
  readonly capacity_2019: readonly number[];
  readonly backlog_2019: readonly number[];
  readonly totals: { readonly demand: number; readonly capacity: number };
}

const FOLDER = new URL('../../../../shared/data/planning/', import.meta.url);

function planning<T>(name: string): T | null {
  const file = new URL(name, FOLDER);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

const reference = planning<Reference>('capacity_reference.json');
const checks = planning<{ capacity_checks: Readonly<Record<string, number>> }>('hours_cohort.json')?.capacity_checks;

function must<T extends object>(value: T): Exclude<T, NotEstimable<string>> {
  if (isNotEstimable(value)) throw new Error(value.code);
  return value as Exclude<T, NotEstimable<string>>;
}

function expectNear(actual: number | undefined, wanted: number): void {
  expect(Math.abs((actual ?? Number.NaN) - wanted), `${actual} is not ${wanted}`).toBeLessThanOrEqual(
    1e-6 * Math.abs(wanted),
  );
}

describe.skipIf(reference === null)(
  'every key of capacity_reference.json (skipped where ../shared/data/planning is absent)',
  () => {
    const given = reference as Reference;
    const projected = (growth_signal: number) =>
      must(projectCase(projectCaseShape.parse({ ...given.inputs, growth_signal })));
    const outputs = [
      ['output_signal_1', 1],
      ['output_signal_0_5', 0.5],
      ['output_signal_0', 0],
    ] as const;
    const cells = outputs.flatMap(([key, signal]) =>
      (reference?.[key] ?? []).flatMap((row, i) =>
        Object.entries(row).map(([name, value]) => [`${key}.${i}.${name}`, { signal, i, name, value }] as const),
      ),
    );

    it.each(cells)('%s', (_path, { signal, i, name, value }) => {
      const actual = projected(signal)[i]?.[name as 'month' | 'hours'];
      if (typeof value === 'string') expect(actual).toBe(value);
      else expectNear(actual as number, value);
    });

    it('has as many months as the file', () => {
      expect(projected(1)).toHaveLength(given.output_signal_1.length);
    });

    it.each((reference?.backlog_2019 ?? []).map((value, i) => [i, value]))('backlog_2019.%i', (i, value) => {
      const shortage = must(computeShortage(given.demand_2019_case_A_forecast, given.capacity_2019));
      expectNear(shortage.backlog[i], value);
    });

    it.each((reference?.capacity_2019 ?? []).map((value, i) => [i, value]))('capacity_2019.%i', (i, value) => {
      expectNear(projected(1)[i]?.hours, value);
    });

    it.each(['demand', 'capacity'] as const)('totals.%s', (key) => {
      const shortage = must(computeShortage(given.demand_2019_case_A_forecast, given.capacity_2019));
      expectNear(shortage.totals[key], given.totals[key]);
    });

    it.each(Object.keys(reference?.inputs.funnel ?? {}))('inputs.funnel.%s (arithmetic only)', (key) => {
      const sums = must(funnelArithmetic(2000, 200, 450));
      const computed: Readonly<Record<string, number>> = {
        applicants: sums.applicants,
        hired: sums.hired,
        conversion: sums.conversion,
        needed_applicants_for_450: sums.neededApplicants,
        remaining_if_same_conversion: sums.remainingApplicants,
      };
      expectNear(computed[key], given.inputs.funnel[key] ?? Number.NaN);
      expect(sums.label.en).toContain('not a conversion rate');
    });
  },
);

describe.skipIf(checks === undefined)(
  'capacity_checks of hours_cohort.json (skipped where ../shared/data/planning is absent)',
  () => {
    const pair = { from: { inflow: 254200, hours: 5.3 }, to: { inflow: 284050, hours: 5.1 } };
    const sums = must(bridgeArithmetic(pair, 0.05));
    const [january, august] = [1032, 1144];
    const meanToAugust = (january + august) / 2;
    const meanYear = (meanToAugust * 8 + august * 4) / 12;
    const hires = hoursOf(450, { months: 12, hoursPerFteYear: august });
    const computed: Readonly<Record<string, number>> = {
      fte_at_1032: fteFor(sums.totalHoursBudget, january),
      fte_at_1144: fteFor(sums.totalHoursBudget, august),
      fte_forecast_at_1144: fteFor(sums.totalHoursForecast, august),
      mean_prod_JanAug: meanToAugust,
      mean_prod_year_if_flat_1144_after_Aug: meanYear,
      productivity_gain_hours_if_year_mean_vs_JanAug: productivityGain(sums.totalHoursBudget, meanToAugust, meanYear),
      extra_hours_in_fte_at_1144: fteFor(sums.extraHours, august),
      productivity_only_from_mean_to_1144:
        (sums.totalHoursBudget + productivityGain(sums.totalHoursBudget, meanToAugust, august)) / pair.to.inflow,
      hires200_from_1Oct_full_productivity_hours: hoursOf(200, { months: 3, hoursPerFteYear: august }),
      grads27_Sep_Dec_80pct: hoursOf(27, { months: 4, hoursPerFteYear: august, factor: 0.8 }),
      fte450_hours_per_year: hires,
      clients_served_by_450_at_5_3: clientsServed(hires, 5.3),
      applicants_needed_at_10pct_for_450: must(funnelArithmetic(2000, 200, 450)).neededApplicants,
    };
    it.each(Object.entries(checks ?? {}))('%s', (key, value) => expectNear(computed[key], value));
  },
);

const MONTHS = 24;
const amount = fc.double({ min: 0, max: 500, noNaN: true });
const monthly = fc.array(amount, { minLength: MONTHS, maxLength: MONTHS });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const stream = fc.record({
  name: fc.constant('hires'),
  starts: monthly,
  ramp: fc.array(share, { minLength: 1, maxLength: 12 }),
  schoolFactor: share,
  schoolMonths: fc.integer({ min: 0, max: 18 }),
});
const plan: fc.Arbitrary<FormationPlan> = fc.record({
  baseFte: amount,
  attritionPerYear: fc.double({ min: 0, max: 3, noNaN: true }),
  hoursPerFteYear: fc.array(fc.double({ min: 0, max: 1800, noNaN: true }), { minLength: MONTHS, maxLength: MONTHS }),
  contractEnds: fc.oneof(fc.constant([]), monthly),
  streams: fc.array(stream, { maxLength: 3 }),
});

describe('a projection of formation', () => {
  it('balances: closing = opening + started - left, and nothing is below zero', () => {
    fc.assert(
      fc.property(plan, (given) => {
        let opening = given.baseFte;
        for (const month of must(projectFormation(given))) {
          const closing = month.baseFte + month.newHeadcount;
          expect(closing).toBeCloseTo(opening + month.started - month.left, 6);
          for (const value of [month.baseFte, month.newHeadcount, month.effectiveFte, month.hours])
            expect(value).toBeGreaterThanOrEqual(0);
          expect(month.left).toBeGreaterThanOrEqual(-1e-6);
          expect(month.effectiveFte).toBeLessThanOrEqual(closing + 1e-6);
          opening = closing;
        }
      }),
    );
  });

  it('does not depend on the order of streams, and two streams are the sum of each', () => {
    fc.assert(
      fc.property(plan, (given) => {
        const hours = (streams: FormationPlan['streams']) =>
          must(projectFormation({ ...given, streams })).map((row) => row.hours);
        const all = hours(given.streams);
        const turned = hours([...given.streams].reverse());
        const base = hours([]);
        const each = given.streams.map((one) => hours([one]));
        all.forEach((value, m) => {
          expect(turned[m]).toBeCloseTo(value, 6);
          const parts = each.reduce((sum, one) => sum + (one[m] ?? 0) - (base[m] ?? 0), base[m] ?? 0);
          expect(parts).toBeCloseTo(value, 4);
        });
      }),
    );
  });

  it('is slower at a lower pace, and the pace has limits', () => {
    expect(growthSignal(0.06, 0.12)).toBeCloseTo(0.5, 12);
    expect(growthSignal(-0.01, 0.12)).toBe(0);
    expect(growthSignal(0.5, 0.1)).toBe(1.5);
    expect(growthSignal(0.1, 0)).toMatchObject({ code: 'no_planned_growth' });
  });
});

describe('shortage', () => {
  it('never rises when capacity is added, and never falls below zero', () => {
    fc.assert(
      fc.property(monthly, monthly, monthly, (demand, capacity, extra) => {
        const before = must(computeShortage(demand, capacity));
        const after = must(
          computeShortage(
            demand,
            capacity.map((hours, m) => hours + (extra[m] ?? 0)),
          ),
        );
        before.backlog.forEach((hours, m) => {
          expect(after.backlog[m]).toBeLessThanOrEqual(hours + 1e-9);
          expect(after.backlog[m]).toBeGreaterThanOrEqual(0);
        });
        expect(after.totals.delivered).toBeGreaterThanOrEqual(before.totals.delivered - 1e-6);
      }),
    );
  });

  it('balances: demanded = delivered + still owed, and no more is delivered than can be planned', () => {
    fc.assert(
      fc.property(monthly, monthly, (demand, capacity) => {
        const { backlog, delivered, totals } = must(computeShortage(demand, capacity));
        expect(totals.delivered + (backlog.at(-1) ?? 0)).toBeCloseTo(totals.demand, 6);
        delivered.forEach((hours, m) => expect(hours).toBeLessThanOrEqual(capacity[m] ?? 0));
      }),
    );
  });
});

describe('a funnel', () => {
  it('gives every hire some month, with limits that hold the mean', () => {
    const months = must(
      projectHires({
        applicationsByMonth: [400, 0, 0, 0],
        lagShares: [0, 0.5, 0.5],
        decided: 1000,
        hiredOfDecided: 150,
      }),
    );
    expect(months.map(({ mean }) => mean)).toEqual([0, 30, 30, 0]);
    expect(months[1]?.low).toBeCloseTo(30 - 1.959963984540054 * Math.sqrt(0.15 * 0.85 * (200 + 40)), 9);
  });

  it('refuses a conversion that nobody can know yet', () => {
    const asked = { applicationsByMonth: [100], lagShares: [1], decided: null, hiredOfDecided: 200 };
    expect(projectHires(asked)).toMatchObject({ notEstimable: true, code: 'conversion_unknown' });
  });
});

describe('wrong input has its own code', () => {
  const good: ProjectCase = projectCaseShape.parse({
    base_fte: 10,
    attrition_per_year: 0.1,
    productivity_hours_per_fte_year: [1200, 1200],
    ramp: [0, 1],
    starts: [1, 0],
    planned: [0, 1],
    graduates: [0, 0],
    graduate_factor: 0.8,
    graduate_school_months: 12,
  });
  it.each([
    ['unequal_months', { starts: [1], planned: [0] }],
    ['unequal_months', { planned: [0] }],
    ['unequal_months', { graduates: [0, 0, 0] }],
    ['unequal_months', { contract_ends: [1] }],
    ['bad_amount', { base_fte: -1 }],
    ['bad_amount', { starts: [-1, 0] }],
    ['bad_share', { attrition_per_year: 13 }],
    ['bad_share', { ramp: [2] }],
    ['no_ramp', { ramp: [] }],
    ['bad_share', { graduate_factor: 1.1 }],
    ['bad_first_month', { first_month: '2019-13' }],
  ] as const)('%s', (code, change) => {
    expect(projectCase({ ...good, ...change })).toMatchObject({ notEstimable: true, code });
  });

  it('names the months and projects the good case', () => {
    const rows = must(projectCase({ ...good, first_month: '2019-12' }));
    expect(rows.map(({ month }) => month)).toEqual(['2019-12', '2020-01']);
    expect(rows[1]?.effective_fte).toBeCloseTo(10 * (1 - 0.1 / 12) ** 2 + (1 - 0.1 / 12), 12);
  });
});
