import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance } from './balance/balance.ts';
import { flow } from './balance/flow.ts';
import { cochranMantelHaenszel } from './differences/cmh.ts';
import { fisher } from './differences/fisher.ts';
import { meanDifference } from './differences/mean-difference.ts';
import { countProportions, proportionDifference } from './differences/proportion-difference.ts';
import { rankSum } from './differences/rank-sum.ts';
import { isNotEstimable, type NotEstimable } from './not-estimable.ts';
import { seededGenerator } from './random/generator.ts';
import { cloglog, logit } from './regression/binary-regression.ts';
import { gComputation } from './regression/g-computation.ts';
import { instrumental } from './regression/instrumental.ts';
import { lin } from './regression/lin.ts';
import { ols } from './regression/ols.ts';
import { postStratified } from './regression/post-stratified.ts';
import type { StandardError } from './regression/standard-error.ts';
import { aalenJohansen } from './survival/aalen-johansen.ts';
import { cox } from './survival/cox/cox.ts';
import { discreteHazard } from './survival/discrete-hazard.ts';
import { kaplanMeier } from './survival/kaplan-meier.ts';
import { logRank } from './survival/log-rank.ts';
import { nelsonAalen } from './survival/nelson-aalen.ts';
import { rmst } from './survival/rmst.ts';
import { timingOfEvents } from './survival/timing-of-events.ts';
import { aipw } from './weighting/aipw.ts';
import { ipw } from './weighting/ipw.ts';
import { responseWeighted } from './weighting/response-weighted.ts';

const COLUMNS = [
  'treatment',
  'x',
  'z',
  'strata',
  'cluster',
  'weight',
  'takeUp',
  'invited',
  'responded',
  'cause',
  'time',
  'contact',
  'work',
  'hours',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Record<Column, number>;

/** A made-up trial whose columns take few values, hours apart: rows fall into cells. */
function trial(seed: number, n: number): Row[] {
  const { uniform: next, below: upTo } = seededGenerator(seed);
  const chance = (p: number): number => (next() < p ? 1 : 0);
  return Array.from({ length: n }, () => {
    const treatment = chance(0.45);
    const [x, z, strata, cluster] = [upTo(3), chance(0.4), upTo(3), upTo(14)];
    const invited = chance(0.85);
    const cause = upTo(3);
    return {
      treatment,
      x,
      z,
      strata,
      cluster,
      weight: 0.5 + strata + 0.25 * z,
      takeUp: chance(0.15 + 0.6 * treatment + 0.05 * x),
      invited,
      responded: invited * chance(0.5 + 0.1 * x),
      cause,
      time: 1 + upTo(6),
      contact: next() < 0.4 ? Number.NaN : upTo(3),
      work: chance(0.3 + 0.15 * treatment + 0.1 * x - 0.1 * z),
      hours: Math.round(3 * (treatment + 2 * next() + x * next() - 0.3 * z)) / 7,
    };
  });
}

/** Columns as an estimator reads them; of rows, of cells of equal rows, or of cells that sum the outcome. */
type Table = Record<Column, Float64Array> & {
  readonly count?: Float64Array;
  readonly sumOfSquares?: Float64Array;
};

const columnOf = <T>(list: readonly T[], value: (one: T) => number): Float64Array => Float64Array.from(list, value);

function tableOf(rows: readonly Row[]): Table {
  return Object.fromEntries(COLUMNS.map((name) => [name, columnOf(rows, (row) => row[name])])) as Table;
}

/** Rows that agree in the columns used (but the outcome that is summed), in another order, and a cell of no rows. */
function cellsOf(rows: readonly Row[], used: readonly Column[], outcome?: 'hours' | 'work'): Table {
  const cells = new Map<string, Row[]>();
  for (const row of rows) {
    const key = used.map((name) => (name === outcome ? '' : row[name])).join();
    cells.set(key, [...(cells.get(key) ?? []), row]);
  }
  const list: Row[][] = [...cells]
    .sort(([a], [b]) => (a.split('').reverse().join() < b.split('').reverse().join() ? -1 : 1))
    .map(([, each]) => each);
  const none = { ...(rows[0] as Row), cluster: 99, strata: 0, hours: 0, work: 0 };
  const count = Float64Array.of(0, ...list.map((each) => each.length));
  const table = tableOf([none, ...list.map((each) => each[0] as Row)]);
  if (outcome === undefined) return { ...table, count };
  const sum = (of: (row: Row) => number): Float64Array =>
    Float64Array.of(0, ...list.map((each) => each.reduce((total, row) => total + of(row), 0)));
  return { ...table, [outcome]: sum((row) => row[outcome]), sumOfSquares: sum((row) => row[outcome] ** 2), count };
}

/** Per row or cell, or how the climb went: not part of what is estimated. */
const ASIDE = ['iterations', 'fitted', 'predictor'];

function expectSame(actual: unknown, expected: unknown, path = 'result'): void {
  if (typeof expected === 'number') {
    expect(typeof actual, path).toBe('number');
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) {
      if (!ASIDE.includes(key)) expectSame((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
    }
  } else {
    expect(actual, path).toBe(expected);
  }
}

/** A table that tells which of its columns were read. */
function watched(table: Table): { table: Table; used: () => Column[] } {
  const read = new Set<string | symbol>();
  const get = (target: Table, key: string | symbol) => {
    read.add(key);
    return Reflect.get(target, key) as unknown;
  };
  return { table: new Proxy(table, { get }), used: () => COLUMNS.filter((name) => read.has(name)) };
}

type Estimator = (table: Table) => object | NotEstimable;

const runs = fc.record({ seed: fc.integer({ min: 1, max: 2 ** 31 }), n: fc.integer({ min: 400, max: 800 }) });

function holds(estimator: Estimator, outcome?: 'hours' | 'work'): void {
  fc.assert(
    fc.property(runs, ({ seed, n }) => {
      const rows = trial(seed, n);
      const { table, used } = watched(tableOf(rows));
      const whole = estimator(table);
      if (isNotEstimable(whole)) throw new Error(`refused: ${whole.sentence.en}`);
      const equal = cellsOf(rows, used());
      expect(equal.time.length).toBeLessThan(n);
      expectSame(estimator(equal), whole);
      if (outcome !== undefined) expectSame(estimator(cellsOf(rows, used(), outcome)), whole);
    }),
    { numRuns: 6 },
  );
}

const named = (table: Table, ...names: Column[]) => names.map((name) => ({ name, values: table[name] }));
const termed = (table: Table, ...names: Column[]) => names.map((term) => ({ term, values: table[term] }));
const cells = ({ count, sumOfSquares }: Table) => ({ count, sumOfSquares });
const hours = (table: Table) => ({ ...cells(table), outcome: table.hours, treatment: table.treatment });
const work = (table: Table) => ({ ...cells(table), outcome: table.work, treatment: table.treatment });

const ROWWISE: readonly StandardError[] = ['classical', 'HC0', 'HC1', 'HC2', 'HC3'];
const CLUSTERED: readonly StandardError[] = ['CR0', 'CR1', 'CR2'];
const ALL_ERRORS = [...ROWWISE, ...CLUSTERED];
const clustersFor = (table: Table, se: StandardError) => (CLUSTERED.includes(se) ? table.cluster : undefined);

describe('cells, also of sums, give what their rows give: differences', () => {
  test.each(['welch', 'HC0', 'HC1', 'HC2', 'HC3'] as const)('mean-difference, %s', (se) => {
    holds((table) => meanDifference(hours(table), { se }), 'hours');
  });
  test.each(['HC0', 'HC1', 'HC2', 'HC3'] as const)('mean-difference with weights, %s', (se) => {
    holds((table) => meanDifference(hours(table), { se, weights: table.weight }), 'hours');
  });
  test.each(['CR0', 'CR1', 'CR2'] as const)('mean-difference by cluster, %s, also weighted', (se) => {
    holds((table) => meanDifference(hours(table), { se, cluster: table.cluster }), 'hours');
    holds((table) => meanDifference(hours(table), { se, cluster: table.cluster, weights: table.weight }), 'hours');
  });
  test('post-stratified', () => holds((table) => postStratified({ ...hours(table), strata: table.strata }), 'hours'));
  test('rank-sum', () => holds((table) => rankSum({ ...hours(table) })));
  test('proportion-difference, fisher, cmh', () => {
    const counted = (table: Table) => {
      const four = countProportions(table.work, table.treatment, table.count);
      if (isNotEstimable(four)) throw new Error(four.code);
      return four;
    };
    holds((table) => proportionDifference(counted(table)));
    holds((table) => fisher(counted(table), { exact: true }));
    holds((table) =>
      cochranMantelHaenszel(
        [0, 1, 2].map((stratum) => {
          const inside = (column: Float64Array) => column.filter((_, i) => table.strata[i] === stratum);
          const count = table.count && inside(table.count);
          const four = countProportions(inside(table.work), inside(table.treatment), count);
          if (isNotEstimable(four)) throw new Error(four.code);
          return four;
        }),
      ),
    );
  });
});

describe('cells, also of sums, give what their rows give: regression', () => {
  test.each(ALL_ERRORS)('ols, %s, also weighted, with fixed effects and joint tests', (se) => {
    const fit = (table: Table) => ({
      ...cells(table),
      outcome: table.hours,
      terms: named(table, 'treatment', 'x', 'z'),
      clusters: clustersFor(table, se),
      joint: ['x', 'z'],
      se,
    });
    holds((table) => ols(fit(table)), 'hours');
    holds((table) => ols({ ...fit(table), weights: table.weight }), 'hours');
    holds((table) => ols({ ...fit(table), fixedEffects: [table.strata, table.cluster] }), 'hours');
    holds((table) => ols({ ...fit(table), fixedEffects: [table.strata], weights: table.weight }), 'hours');
  });
  test.each(ALL_ERRORS)('lin, %s, also weighted', (se) => {
    const rows = (table: Table) => ({
      ...hours(table),
      covariates: named(table, 'x', 'z'),
      clusters: clustersFor(table, se),
    });
    holds((table) => lin(rows(table), se), 'hours');
    holds((table) => lin({ ...rows(table), weights: table.weight }, se), 'hours');
  });
  test.each(ALL_ERRORS)('iv, %s, also weighted and with two instruments', (se) => {
    const rows = (table: Table) => ({
      ...hours(table),
      endogenous: { name: 'takeUp', values: table.takeUp },
      instruments: named(table, 'treatment'),
      covariates: named(table, 'x', 'z'),
      clusters: clustersFor(table, se),
    });
    holds((table) => instrumental(rows(table), se), 'hours');
    holds((table) => instrumental({ ...rows(table), weights: table.weight }, se), 'hours');
    holds((table) => instrumental({ ...rows(table), instruments: named(table, 'treatment', 'strata') }, se), 'hours');
  });
  test.each(['model', 'HC0'] as const)('logit and cloglog, %s', (se) => {
    const rows = (table: Table) => ({
      outcome: table.work,
      terms: named(table, 'treatment', 'x', 'z'),
      count: table.count,
      joint: ['x', 'z'],
      se,
    });
    holds((table) => logit(rows(table)));
    holds((table) => cloglog(rows(table)));
  });
  test.each(['fixed', 'simple', 'blocks'] as const)('g-computation, %s, logit and linear', (scheme) => {
    const by = (table: Table) => ({
      covariates: named(table, 'x', 'z'),
      interactions: named(table, 'x'),
      strata: table.strata,
      scheme,
    });
    holds((table) => gComputation({ ...work(table), ...by(table), model: 'logit' }), 'work');
    holds((table) => gComputation({ ...hours(table), ...by(table), model: 'linear' }), 'hours');
  });
});

describe('cells, also of sums, give what their rows give: weighting and balance', () => {
  test.each(['ate', 'att'] as const)('ipw and aipw, %s', (estimand) => {
    const by = (table: Table) => ({ covariates: named(table, 'x', 'z'), estimand });
    holds((table) => ipw({ ...hours(table), ...by(table) }), 'hours');
    holds((table) => ipw({ ...hours(table), ...by(table), stabilised: true }), 'hours');
    holds((table) => aipw({ ...hours(table), ...by(table), model: 'linear' }), 'hours');
    holds((table) => aipw({ ...work(table), ...by(table), model: 'logit' }), 'work');
  });
  test('response-weighted', () => {
    holds((table) => {
      const { invited, responded } = table;
      return responseWeighted({ ...hours(table), invited, responded, covariates: named(table, 'x', 'z') });
    }, 'hours');
  });
  test('balance and flow', () => {
    holds((table) => balance(named(table, 'x', 'z', 'weight'), table.treatment, table.count));
    holds((table) => flow([...table.strata].map(String), table.takeUp, table.count));
  });
});

describe('cells give what their rows give: survival', () => {
  const spells = (table: Table) => ({
    time: table.time,
    cause: table.cause,
    count: table.count,
  });
  const groupsOf = (table: Table) => ({ codes: table.treatment, labels: ['0', '1'] });
  const strataOf = (table: Table) => ({ codes: table.strata, labels: ['a', 'b', 'c'] });
  const exits = (table: Table) => ({ ...spells(table), cause: table.cause.map((cause) => Math.min(cause, 1)) });

  test('kaplan-meier, nelson-aalen, log-rank, rmst', () => {
    holds((table) => kaplanMeier({ ...exits(table), group: groupsOf(table) }));
    holds((table) => nelsonAalen({ ...exits(table), group: groupsOf(table) }));
    holds((table) => logRank({ ...exits(table), group: groupsOf(table), stratum: strataOf(table) }, { rho: 1 }));
    holds((table) => rmst({ ...exits(table), group: groupsOf(table) }, { tau: 5 }));
  });
  test.each(['gray', 'jackknife'] as const)('aalen-johansen, %s', (se) => {
    holds((table) => aalenJohansen({ ...spells(table), group: groupsOf(table) }, { se }));
  });
  test.each(['efron', 'breslow', 'exact'] as const)('cox and timing-of-events, %s', (ties) => {
    const rows = (table: Table) => {
      const { time: stop, cause: event, count } = exits(table);
      return { stop, event, count };
    };
    const options = { ties, baselineAt: [2, 4], testProportional: true };
    holds((table) => {
      const covariates = termed(table, 'treatment', 'x');
      return cox({ ...rows(table), stratum: strataOf(table), covariates, cluster: 'row' }, options);
    });
    holds((table) => cox({ ...rows(table), covariates: termed(table, 'x'), cluster: table.cluster }, options));
    const people = (table: Table) => {
      const { stop: time, event, count } = rows(table);
      return { time, event, count, covariates: termed(table, 'z'), contactTime: table.contact };
    };
    holds((table) => timingOfEvents(people(table), { ties }));
    holds((table) => timingOfEvents({ ...people(table), cluster: table.strata }, { ties }));
  });
  test.each(['logit', 'cloglog'] as const)('discrete-hazard, %s', (link) => {
    holds((table) => {
      const { time, cause: event, count } = exits(table);
      return discreteHazard({ time, event, count, covariates: termed(table, 'treatment', 'x') }, { link, poolFrom: 5 });
    });
  });
});

describe('cells that are none', () => {
  const y = Float64Array.of(3, 1, 4, 1);
  const t = Float64Array.of(1, 1, 0, 0);
  const rows = { outcome: y, treatment: t };
  const code = (result: unknown) => (isNotEstimable(result) ? [result.code, result.detail] : 'estimated');
  test.each([
    ['half a row', { count: [1, 0.5, 1, 1] }, ['bad_weight', 'count']],
    ['less than none', { count: [1, -1, 1, 1] }, ['bad_weight', 'count']],
    ['none at all', { count: [0, 0, 0, 0] }, ['bad_weight', 'count']],
    ['another number of cells', { count: [1, 1, 1] }, ['unequal_lengths', 'count']],
    ['an arm of empty cells', { count: [2, 2, 0, 0] }, ['one_arm', 'treatment']],
    ['sums without counts', { sumOfSquares: [9, 1, 16, 1] }, ['out_of_range', 'sum of squares without count']],
    [
      'squares below what the sums allow',
      { count: [2, 2, 2, 2], sumOfSquares: [4, 1, 8, 1] },
      ['out_of_range', 'sum of squares'],
    ],
    ['a sum of no rows', { count: [2, 0, 2, 2], sumOfSquares: [5, 1, 8, 1] }, ['out_of_range', 'sum of squares']],
    [
      'a missing square',
      { count: [2, 2, 2, 2], sumOfSquares: [5, 1, Number.NaN, 1] },
      ['missing_value', 'sum of squares'],
    ],
  ])('%s', (_, given, refusal) => {
    for (const result of [
      meanDifference({ ...rows, ...given }),
      lin({ ...rows, ...given, covariates: [] }),
      gComputation({ ...rows, ...given, covariates: [], model: 'linear' }),
      postStratified({ ...rows, ...given, strata: [0, 0, 0, 0] }),
    ]) {
      expect(code(result)).toEqual(refusal);
    }
  });
  test('sums of an outcome that is not 0 or 1 have no logit', () => {
    const sums = {
      outcome: Float64Array.of(2, 1, 1, 1),
      treatment: t,
      count: [3, 3, 3, 3],
      sumOfSquares: [4, 1, 1, 1],
    };
    expect(code(gComputation({ ...sums, covariates: [] }))).toEqual(['not_binary', 'outcome']);
  });
  test('a logit takes counts or trials, not both', () => {
    const both = { outcome: t, terms: [], count: [2, 2, 2, 2], trials: Float64Array.of(2, 2, 2, 2) };
    expect(code(logit(both))).toEqual(['bad_weight', 'count and trials']);
  });
});
