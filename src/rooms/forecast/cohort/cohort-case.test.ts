import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSUMED_MONTH_WEIGHTS } from '../assumptions.ts';
import { computeBridge } from '../bridge/compute-bridge.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { type CohortCase, computeCohortCase } from './cohort-case.ts';
import { monthIndex, monthName } from './entry-month.ts';
import { courseFromIntensity, intensityFromCourse } from './intensity.ts';
import { hoursPerLifetimeHour, solvePair, unitHours, WHOLE_YEAR } from './solve-pair.ts';
import { lifeTable, monthsInService, survivalMidMonth } from './survival.ts';

function must<T extends object>(value: T): Exclude<T, NotEstimable<string>> {
  if (isNotEstimable(value)) throw new Error(value.code);
  return value as Exclude<T, NotEstimable<string>>;
}

const CASE: CohortCase = {
  year: 2019,
  inflow: { '2018-12': 100, '2019-01': 120 },
  hours: { byMonthSinceInflow: [1, 2, 0.5] },
};

describe('a cohort case', () => {
  it('by hand: two entry months, three months of hours', () => {
    const valued = must(computeCohortCase(CASE));
    expect(valued.hoursByMonth.slice(0, 4)).toEqual([120 * 1 + 100 * 2, 120 * 2 + 100 * 0.5, 120 * 0.5, 0]);
    expect(valued.hoursFromEarlierYears).toEqual({ '2018': 250 });
    expect(valued.hoursFromCurrentYear).toBe(420);
    expect(valued.hoursPerClient).toBeCloseTo(670 / 120, 12);
    expect(valued.cumulativeHours).toHaveLength(36);
    expect(valued.warnings).toEqual([
      {
        code: 'months_without_inflow',
        sentence: {
          nl: 'Zonder instroom gerekend: 2019-02 t/m 2019-12.',
          en: 'Counted as no inflow: 2019-02 to 2019-12.',
        },
      },
    ]);
  });

  it('refuses inflow of so long ago that it is a slip', () => {
    const early = computeCohortCase({ ...CASE, inflow: { ...CASE.inflow, '0019-01': 1 } });
    expect(early).toMatchObject({ code: 'inflow_too_early', detail: '0019-01' });
  });

  it('names the definition and the capacity assumption of every figure, three definitions side by side', () => {
    const { figures, reading } = must(computeCohortCase({ ...CASE, survivalAfterYear: 0.36, plannableHours: 500 }));
    expect(figures.map(({ definition, capacityAssumption }) => `${definition} ${capacityAssumption}`)).toEqual([
      'inflow_client_in_calendar_year follows_demand',
      'client_year_in_service follows_demand',
      'inflow_client_in_calendar_year fixed',
      'client_year_in_service fixed',
      'lifetime_of_cohort_client follows_demand',
    ]);
    expect(figures[0]?.numerator).toBe(670);
    expect(figures[2]?.numerator).toBe(500);
    expect(figures[4]?.value).toBe(3.5);
    for (const { sentence } of figures) expect(sentence.en).toMatch(/assumption: capacity|assumption: plannable/);
    expect(reading.en).toContain('our reading');
  });

  it('does the same for conversations', () => {
    const valued = must(computeCohortCase({ ...CASE, conversations: { byMonthSinceInflow: [0.5, 1] } }));
    expect(valued.conversations?.byMonth.slice(0, 3)).toEqual([0.5 * 120 + 100, 120, 0]);
  });

  it('never counts months after the year, and says so', () => {
    const later = must(computeCohortCase({ ...CASE, inflow: { ...CASE.inflow, '2020-01': 999 } }));
    expect(later.totalHours).toBe(670);
    expect(later.warnings.map(({ code }) => code)).toContain('months_after_the_year');
  });

  it('reaches back as far as the inflow does', () => {
    const old = must(
      computeCohortCase({
        ...CASE,
        inflow: { '2014-01': 10, '2019-01': 1 },
        hours: { lifetime: 5, runOffPerMonth: 0.01 },
      }),
    );
    expect(old.hoursFromEarlierYears['2014']).toBeGreaterThan(0);
    expect(old.cumulativeHours.length).toBe(72);
  });

  it.each([
    ['bad_inflow_month', { inflow: { '2019-1': 5 } }],
    ['bad_inflow', { inflow: { '2019-01': -5 } }],
    ['no_inflow_in_year', { inflow: { '2018-01': 5 } }],
    ['no_inflow_in_year', { inflow: { '2019-01': 0 } }],
    ['bad_hours', { hours: { byMonthSinceInflow: [1, -1] } }],
    ['bad_hours', { hours: { byMonthSinceInflow: [] } }],
    ['bad_hours', { hours: { lifetime: 0, runOffPerMonth: 0.2 } }],
    ['bad_run_off', { hours: { lifetime: 5, runOffPerMonth: 0 } }],
    ['bad_hours', { conversations: { byMonthSinceInflow: [0] } }],
    ['bad_survival', { survivalAfterYear: 1.2 }],
    ['bad_hours', { plannableHours: -1 }],
  ] as const)('refuses with %s', (code, change) => {
    expect(computeCohortCase({ ...CASE, ...(change as Partial<CohortCase>) })).toMatchObject({
      notEstimable: true,
      code,
    });
  });
});

describe('months', () => {
  it('go to an index and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000 * 12, max: 9999 * 12 }), (index) => {
        expect(monthIndex(monthName(index))).toBe(index);
      }),
    );
    expect(monthIndex('2019-13')).toBeNull();
  });
});

const rate = fc.double({ min: 0.005, max: 2, noNaN: true });

describe('survival in benefit', () => {
  it('without censoring is the share that is left; it never rises and stays within zero and one', () => {
    const cohorts = fc.array(
      fc.record({
        clients: fc.integer({ min: 1, max: 1000 }),
        shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(cohorts, (given) => {
        const rows = given.map(({ clients, shares }) => {
          let left = clients;
          const exits = shares.map((share) => {
            const out = Math.floor(left * share);
            left -= out;
            return out;
          });
          return { clients, exits };
        });
        const table = must(lifeTable(rows));
        table.survival.forEach((share, k) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(k === 0 ? 1 : (table.survival[k - 1] ?? 0));
          expect(table.exits[k]).toBeLessThanOrEqual(table.atRisk[k] ?? 0);
        });
        const [first] = rows;
        if (rows.length === 1 && first !== undefined && first.exits.length > 0) {
          const gone = first.exits.reduce((sum, out) => sum + out, 0);
          expect(table.survival.at(-1)).toBeCloseTo(1 - gone / first.clients, 9);
        }
      }),
    );
  });

  it('by hand: of 100, 20 leave and 10 are lost, then 15 leave; 40 newer ones are seen for one month', () => {
    const table = must(
      lifeTable([
        { clients: 100, exits: [20, 15], censored: [10, 0] },
        { clients: 40, exits: [4] },
      ]),
    );
    expect([...table.atRisk]).toEqual([140, 70]);
    expect(table.survival[0]).toBeCloseTo(1 - 24 / 135, 12);
    expect(table.survival[1]).toBeCloseTo((1 - 24 / 135) * (1 - 15 / 70), 12);
    expect(lifeTable([{ clients: 10, exits: [6, 6] }])).toMatchObject({ code: 'more_exits_than_clients' });
    expect(lifeTable([{ clients: -1, exits: [] }])).toMatchObject({ code: 'bad_inflow' });
  });

  it('spends one over the hazard in service', () => {
    fc.assert(
      fc.property(rate, (hazard) => {
        const months = monthsInService(hazard, 12_000);
        expect(months.reduce((sum, value) => sum + value, 0) * hazard).toBeCloseTo(1, 9);
      }),
    );
  });

  it('times intensity is the course, and back', () => {
    fc.assert(
      fc.property(
        rate,
        fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 24, maxLength: 24 }),
        (hazard, intensity) => {
          const survival = survivalMidMonth(hazard / 10, 24);
          const back = must(intensityFromCourse(must(courseFromIntensity(survival, intensity)), survival));
          back.forEach((hours, k) => expect(hours).toBeCloseTo(intensity[k] ?? Number.NaN, 9));
        },
      ),
    );
    expect(courseFromIntensity([0.5, 0.6], [1, 1])).toMatchObject({ code: 'bad_survival' });
    expect(courseFromIntensity([0.5], [1, 1])).toMatchObject({ code: 'unequal_shape' });
    expect(intensityFromCourse([1], [0])).toMatchObject({ code: 'bad_survival' });
  });
});

describe('the course that a pair implies', () => {
  const assumed = { previousInflow: 260_000, monthWeights: ASSUMED_MONTH_WEIGHTS, extraMonths: WHOLE_YEAR };

  it('is the one the pair was made with', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 24, noNaN: true }),
        fc.double({ min: 1, max: 20, noNaN: true }),
        (lag, lifetime) => {
          const unit = unitHours(1 / lag, assumed);
          const total = lifetime * hoursPerLifetimeHour(254_200, unit, assumed);
          const more = total + lifetime * unit.extra * 29_850;
          const solved = must(
            solvePair(
              { from: { inflow: 254_200, hours: total / 254_200 }, to: { inflow: 284_050, hours: more / 284_050 } },
              assumed,
            ),
          );
          expect(solved.meanLagMonths / lag).toBeCloseTo(1, 7);
          expect(solved.lifetimeHours / lifetime).toBeCloseTo(1, 7);
        },
      ),
    );
  });

  it.each([
    ['no_difference_in_inflow', { from: { inflow: 10, hours: 5 }, to: { inflow: 10, hours: 5.1 } }, assumed],
    ['pair_outside_cohort_reading', { from: { inflow: 10, hours: 5 }, to: { inflow: 11, hours: 9 } }, assumed],
    [
      'bad_month_weights',
      { from: { inflow: 10, hours: 5 }, to: { inflow: 11, hours: 5 } },
      { ...assumed, monthWeights: [1] },
    ],
  ] as const)('refuses with %s', (code, pair, given) => {
    expect(solvePair(pair, given)).toMatchObject({ notEstimable: true, code });
  });
});

describe('a bridge', () => {
  const inflow = fc.double({ min: 1000, max: 1e6, noNaN: true });
  const hours = fc.double({ min: 0.5, max: 50, noNaN: true });

  it('adds up for any pair, every range holds its value, and nothing is NaN', () => {
    fc.assert(
      fc.property(fc.tuple(inflow, hours), fc.tuple(inflow, hours), ([n0, h0], [n1, h1]) => {
        fc.pre(Math.abs(n1 / n0 - 1) > 1e-3);
        const found = must(
          computeBridge({
            from: { inflow: n0, hours: h0 },
            to: { inflow: n1, hours: h1 },
            decimals: 1,
            hoursPerFte: 1144,
          }),
        );
        const { start, dilutionIfNoExtraHours, extraHoursEffect, end } = found.bridge;
        expect(start + dilutionIfNoExtraHours + extraHoursEffect).toBeCloseTo(end, 9);
        const pairs = [
          [found.marginalHoursPerExtraClient, found.marginalRangeFromRounding],
          [found.fixedHoursWouldGive, found.fixedHoursRange],
          [found.fixedPlusVariable.F, found.FRange],
          [found.elasticityOfHours, found.elasticityRange],
          [found.capacityFollowSharePhi, found.capacityFollowRange],
          [found.hoursRatio, found.hoursRatioRange],
        ] as const;
        for (const [value, [low, high]] of pairs) {
          const slack = 1e-9 * (1 + Math.abs(value));
          expect(value).toBeGreaterThanOrEqual(low - slack);
          expect(value).toBeLessThanOrEqual(high + slack);
        }
        expect(found.readings.map(({ id }) => id)).toEqual(['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8']);
        expect(JSON.stringify(found)).not.toMatch(/NaN|Infinity/);
        expect(found.sentence.nl).not.toContain('NaN');
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['no_difference_in_inflow', { to: { inflow: 254200, hours: 5.1 } }],
    ['bad_inflow', { to: { inflow: 0, hours: 5.1 } }],
    ['bad_hours', { to: { inflow: 284050, hours: 0 } }],
    ['bad_inflow', { previousInflow: -1 }],
    ['bad_survival', { survivalAfterYear: 1 }],
    ['bad_hours', { hoursPerFte: 0 }],
  ] as const)('refuses with %s', (code, change) => {
    const good = {
      from: { inflow: 254200, hours: 5.3 },
      to: { inflow: 284050, hours: 5.1 },
      decimals: 1,
      hoursPerFte: 1144,
    };
    expect(computeBridge({ ...good, ...change })).toMatchObject({ notEstimable: true, code });
  });
});
