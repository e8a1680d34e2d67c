import { expect, test } from 'vitest';
import { isNotEstimable, type NotEstimableCode } from '../not-estimable.ts';
import { aalenJohansen } from './aalen-johansen.ts';
import { cox } from './cox/cox.ts';
import type { CoxRows } from './cox/cox-rows.ts';
import { discreteHazard } from './discrete-hazard.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { nelsonAalen } from './nelson-aalen.ts';
import { rmst } from './rmst.ts';
import type { Spells } from './spells.ts';
import { timingOfEvents } from './timing-of-events.ts';

const numbers = (...values: number[]): Float64Array => Float64Array.from(values);
const group = (...codes: number[]) => ({ codes: Uint8Array.from(codes), labels: ['0', '1'] });

const SPELLS: Spells = { time: numbers(3, 5, 8, 9), cause: numbers(1, 0, 1, 1), group: group(0, 0, 1, 1) };
const ROWS: CoxRows = {
  stop: numbers(3, 5, 8, 9, 11, 12),
  event: numbers(1, 0, 1, 1, 1, 1),
  covariates: [{ term: 'age', values: numbers(4, 1, 3, 2, 5, 2) }],
};

function expectRefusal(result: unknown, code: NotEstimableCode, what?: string): void {
  expect(isNotEstimable(result)).toBe(true);
  if (!isNotEstimable(result)) return;
  expect(result.code).toBe(code);
  for (const sentence of [result.sentence.nl, result.sentence.en]) {
    expect(sentence.length).toBeGreaterThan(10);
    if (what !== undefined) expect(sentence).toContain(what);
  }
}

const ESTIMATORS = {
  'kaplan-meier': (spells: Spells) => kaplanMeier(spells),
  'nelson-aalen': (spells: Spells) => nelsonAalen(spells),
  'log-rank': (spells: Spells) => logRank(spells),
  rmst: (spells: Spells) => rmst(spells, { tau: 4 }),
  'aalen-johansen': (spells: Spells) => aalenJohansen(spells),
};

for (const [name, estimate] of Object.entries(ESTIMATORS)) {
  test(`${name} refuses rows that are no durations`, () => {
    expect(isNotEstimable(estimate(SPELLS))).toBe(false);
    expectRefusal(estimate({ ...SPELLS, time: numbers(3, -1, 8, 9) }), 'negative_duration', 'time');
    expectRefusal(estimate({ ...SPELLS, time: numbers(3, Number.NaN, 8, 9) }), 'missing_value', 'time');
    expectRefusal(estimate({ ...SPELLS, time: numbers(3, Number.POSITIVE_INFINITY, 8, 9) }), 'out_of_range', 'time');
    expectRefusal(estimate({ ...SPELLS, cause: numbers(1, Number.NaN, 1, 1) }), 'missing_value');
    expectRefusal(
      estimate({ ...SPELLS, cause: numbers(1, 0.5, 1, 1) }),
      name === 'aalen-johansen' ? 'out_of_range' : 'not_binary',
    );
    expectRefusal(estimate({ ...SPELLS, cause: numbers(1, 0, 1) }), 'unequal_lengths');
    expectRefusal(estimate({ ...SPELLS, entry: numbers(0, 5, 0, 0) }), 'entry_after_exit', '2');
    expectRefusal(estimate({ ...SPELLS, entry: numbers(0, -5, 0, 0) }), 'negative_duration', 'entry');
    expectRefusal(estimate({ ...SPELLS, count: numbers(1, 1.5, 1, 1) }), 'bad_weight', 'count');
    expectRefusal(estimate({ ...SPELLS, count: numbers(0, 0, 0, 0) }), 'bad_weight', 'count');
    expectRefusal(estimate({ ...SPELLS, group: group(0, 0, 1, 7) }), 'out_of_range', 'group');
    expectRefusal(estimate({ time: numbers(), cause: numbers() }), 'too_few');
  });
}

test('a comparison needs two arms with events', () => {
  expectRefusal(logRank({ ...SPELLS, group: undefined }), 'one_arm');
  expectRefusal(logRank({ ...SPELLS, group: group(1, 1, 1, 1) }), 'one_arm');
  expectRefusal(logRank({ ...SPELLS, cause: numbers(0, 0, 0, 0) }), 'no_events');
  expectRefusal(rmst({ ...SPELLS, group: group(1, 1, 1, 1) }, { tau: 4 }), 'one_arm');
  expectRefusal(rmst(SPELLS, { tau: 7 }), 'beyond_follow_up', '0');
  expectRefusal(rmst(SPELLS, { tau: 2 }), 'no_events');
  const three = { codes: Uint8Array.from([0, 0, 1, 2]), labels: ['0', '1', '2'] };
  expectRefusal(rmst({ ...SPELLS, group: three }, { tau: 4 }), 'too_many_groups');
  expectRefusal(rmst(SPELLS, { tau: 0 }), 'out_of_range', 'tau');
  expectRefusal(aalenJohansen({ ...SPELLS, cause: numbers(0, 0, 0, 0) }), 'no_events');
});

test('a column of people taken for groups is refused, not computed with', () => {
  const n = 8000;
  const people = {
    codes: Int32Array.from({ length: n }, (_, i) => i),
    labels: Array.from({ length: n }, (_, i) => `${i}`),
  };
  const time = Int32Array.from({ length: n }, (_, i) => 1 + ((i * 7) % n));
  const spells: Spells = { time, cause: new Uint8Array(n).fill(1), group: people };
  for (const estimate of [kaplanMeier, nelsonAalen, aalenJohansen])
    expectRefusal(estimate(spells), 'table_too_large', '8000 x');
  expectRefusal(logRank(spells), 'too_many_levels', '8000');
  expectRefusal(rmst(spells, { tau: 4 }), 'too_many_groups');
});

test('curves of very many groups stand without a test, and say so', () => {
  const n = 1001;
  const people = {
    codes: Int32Array.from({ length: n }, (_, i) => i),
    labels: Array.from({ length: n }, (_, i) => `${i}`),
  };
  const spells: Spells = { time: new Uint8Array(n).fill(3), cause: new Uint8Array(n).fill(1), group: people };
  const result = aalenJohansen(spells);
  if (isNotEstimable(result)) throw new Error(result.code);
  expect(result.warnings.map(({ code }) => code)).toEqual(['groups_not_compared']);
  expect(result.gray).toBeUndefined();
  expect(Object.keys(result.groups).length).toBe(n);
});

test('strata that hold no comparison are told, not dropped in silence', () => {
  const stratum = { codes: Uint8Array.from([0, 0, 0, 0, 1]), labels: ['a', 'b'] };
  const spells = { time: numbers(3, 5, 8, 9, 4), cause: numbers(1, 0, 1, 1, 1), group: group(0, 1, 1, 0, 1), stratum };
  const result = logRank(spells);
  expect(isNotEstimable(result) ? [] : result.warnings.map(({ code }) => code)).toEqual(['strata_without_comparison']);
});

test('beyond the follow-up a curve has no value, and says so', () => {
  const result = kaplanMeier(SPELLS, { at: [4, 7] });
  if (isNotEstimable(result)) throw new Error(result.code);
  expect(result.groups['0']?.surv).toEqual([0.5, null]);
  expect(result.groups['1']?.surv).toEqual([1, 1]);
  expect(result.warnings.map(({ code }) => code)).toEqual(['beyond_follow_up']);
});

test('Cox refuses what has no finite estimate, and names the term', () => {
  expect(isNotEstimable(cox(ROWS))).toBe(false);
  const [age] = ROWS.covariates;
  const twice = { term: 'months', values: age?.values.map((value) => 12 * value + 3) as Float64Array };
  expectRefusal(cox({ ...ROWS, covariates: [...ROWS.covariates, twice] }), 'collinearity', 'months');
  expectRefusal(cox({ ...ROWS, covariates: [{ term: 'one', values: numbers(1, 1, 1, 1, 1, 1) }] }), 'constant', 'one');
  expectRefusal(
    cox({ ...ROWS, covariates: [{ term: 'last', values: numbers(6, 5, 4, 3, 2, 1) }] }),
    'separation',
    'last',
  );
  expectRefusal(
    cox({ ...ROWS, covariates: [{ term: 'age', values: numbers(1, 2, 3, 4, Number.NaN, 6) }] }),
    'missing_value',
    'age',
  );
  expectRefusal(cox({ ...ROWS, covariates: [{ term: 'age', values: numbers(1, 2) }] }), 'unequal_lengths', 'age');
  expectRefusal(cox({ ...ROWS, covariates: [] }), 'unknown_column');
  expectRefusal(cox({ ...ROWS, event: numbers(0, 0, 0, 0, 0, 0) }), 'no_events');
  expectRefusal(cox({ ...ROWS, start: numbers(3, 0, 0, 0, 0, 0) }), 'entry_after_exit', '1');
  expectRefusal(cox({ ...ROWS, cluster: numbers(1, 1, 1, 1, 1, 1) }), 'one_cluster');
  expectRefusal(cox(ROWS, { level: 95 }), 'out_of_range', 'level');
  const stratum = { codes: Uint8Array.from([0, 0, 1, 1, 2, 2]), labels: ['a', 'b', 'c'] };
  const within = [{ term: 'district', values: numbers(1, 1, 2, 2, 3, 3) }];
  expectRefusal(cox({ ...ROWS, stratum, covariates: within }), 'collinearity', 'district');
});

test('exact ties beyond reach are refused instead of running for hours', () => {
  const n = 200_000;
  const rows = {
    stop: Int32Array.from({ length: n }, (_, i) => i % 10),
    event: new Uint8Array(n).fill(1),
    covariates: [{ term: 'x', values: Float64Array.from({ length: n }, (_, i) => (i * 7) % 13) }],
  };
  expectRefusal(cox(rows, { ties: 'exact' }), 'out_of_range', 'exact ties');
});

test('hundreds of exact ties do not overflow', () => {
  const n = 900;
  const rows = {
    stop: Int32Array.from({ length: n }, (_, i) => i % 3),
    event: Uint8Array.from({ length: n }, (_, i) => (i % 4 === 0 ? 0 : 1)),
    covariates: [{ term: 'x', values: Float64Array.from({ length: n }, (_, i) => Math.sin(i)) }],
  };
  const exact = cox(rows, { ties: 'exact' });
  const efron = cox(rows, { ties: 'efron' });
  if (isNotEstimable(exact) || isNotEstimable(efron)) throw new Error('both must fit');
  expect(Number.isFinite(exact.logLik)).toBe(true);
  expect(Math.sign(exact.coef.x as number)).toBe(Math.sign(efron.coef.x as number));
});

test('hazards per period need whole periods, timing of events known lengths', () => {
  const people = { time: numbers(1, 2, 3, 2, 1, 3), event: numbers(1, 0, 1, 1, 0, 1), covariates: ROWS.covariates };
  expectRefusal(discreteHazard({ ...people, time: numbers(1, 2.5, 3, 2, 1, 3) }), 'out_of_range', '2.5');
  expectRefusal(discreteHazard({ ...people, time: numbers(0, 2, 3, 2, 1, 3) }), 'out_of_range', '0');
  expectRefusal(discreteHazard({ ...people, event: numbers(2, 0, 1, 1, 0, 1) }), 'not_binary');
  const contactTime = numbers(1, Number.NaN, 2, 50, 0, 2);
  const timed = { time: ROWS.stop, event: ROWS.event, covariates: ROWS.covariates, contactTime };
  const result = timingOfEvents(timed);
  if (isNotEstimable(result)) throw new Error(result.code);
  expect(result.rows).toBe(9);
  expectRefusal(timingOfEvents({ ...timed, contactTime: numbers(1) }), 'unequal_lengths');
  expectRefusal(timingOfEvents({ ...timed, contactTime: numbers(-1, 1, 1, 1, 1, 1) }), 'negative_duration', 'contact');
});

test('what no number can hold is told in a warning, not shown as infinity', () => {
  const tiny = cox({ ...ROWS, covariates: [{ term: 'tiny', values: numbers(4e-6, 1e-6, 3e-6, 2e-6, 5e-6, 2e-6) }] });
  if (isNotEstimable(tiny)) throw new Error(tiny.code);
  expect(Object.values(tiny.hrHigh).every(Number.isFinite)).toBe(true);
  expect(tiny.warnings.map(({ code }) => code)).toEqual(['ratio_out_of_reach']);
  const plain = cox(ROWS);
  const shifted = [1e5, -1e5].map((shift) => {
    const covariates = ROWS.covariates.map(({ term, values }) => ({
      term,
      values: values.map((value) => value + shift),
    }));
    return cox({ ...ROWS, covariates }, { baselineAt: [9] });
  });
  // Towards one side the hazard at zero is beyond any number, towards the other it is next to none.
  const codes = shifted.flatMap((model) =>
    isNotEstimable(model) ? [model.code] : model.warnings.map(({ code }) => code),
  );
  expect(codes).toEqual(['baseline_out_of_reach']);
  for (const model of shifted) {
    if (isNotEstimable(model) || isNotEstimable(plain)) throw new Error('all must fit');
    expect(model.coef.age).toBeCloseTo(plain.coef.age as number, 9);
    expect(model.baseline === undefined).toBe(model.warnings.length === 1);
  }
});

test('a period without an event, or with nothing else, is named before a fit is tried', () => {
  const covariates = [{ term: 'x', values: numbers(1, 5, 2, 4, 3, 6, 2, 1) }];
  const silent = { time: numbers(1, 1, 2, 3, 3, 4, 4, 4), event: numbers(1, 0, 0, 1, 0, 1, 0, 0), covariates };
  expectRefusal(discreteHazard(silent), 'bare_period', 'period 2');
  const last = { time: numbers(1, 1, 2, 2, 3, 3, 3, 3), event: numbers(1, 0, 1, 0, 1, 1, 1, 1), covariates };
  expectRefusal(discreteHazard(last), 'bare_period', 'period 3');
  const counted = { ...silent, count: numbers(1, 1, 1, 1, 1, 1, 1, 1) };
  expectRefusal(discreteHazard(counted), 'bare_period', 'period 2');
  const pooled = discreteHazard(silent, { poolFrom: 2 });
  expect(pooled).toMatchObject({ people: 8, rows: 22 });
});

test('people are counted beside the stretches of their time', () => {
  const contactTime = numbers(1, Number.NaN, 2, 50, 0, 2);
  const timed = { time: ROWS.stop, event: ROWS.event, covariates: ROWS.covariates, contactTime };
  expect(timingOfEvents(timed)).toMatchObject({ people: 6, rows: 9 });
});

test('a time before the origin has no curve', () => {
  const spells = { time: numbers(3, 5, 8), cause: numbers(1, 0, 1) };
  expectRefusal(kaplanMeier(spells, { at: [-5, 4] }), 'out_of_range', 'at = -5');
  expectRefusal(nelsonAalen(spells, { at: [-0.5] }), 'out_of_range', 'at = -0.5');
  expectRefusal(aalenJohansen(spells, { at: [-5] }), 'out_of_range', 'at = -5');
});

test('curves of no event at all say so', () => {
  const spells = { time: numbers(3, 5, 8), cause: numbers(0, 0, 0) };
  for (const curves of [kaplanMeier(spells), nelsonAalen(spells, { at: [4] })]) {
    expect(curves).toMatchObject({ warnings: [{ code: 'no_events' }] });
  }
});
