import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { aalenJohansen } from './aalen-johansen.ts';
import { cox } from './cox/cox.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { nelsonAalen } from './nelson-aalen.ts';
import { rmst } from './rmst.ts';
import type { Spells } from './spells.ts';

interface Row {
  readonly time: number;
  readonly cause: number;
  readonly group: number;
  readonly stratum: number;
  readonly age: number;
}

const row = fc.record({
  time: fc.integer({ min: 1, max: 12 }),
  cause: fc.integer({ min: 0, max: 2 }),
  group: fc.integer({ min: 0, max: 1 }),
  stratum: fc.integer({ min: 0, max: 2 }),
  age: fc.integer({ min: 0, max: 3 }),
});
const rows = fc.array(row, { minLength: 12, maxLength: 90 });

function spellsOf(list: readonly Row[], event: (cause: number) => number): Spells {
  return {
    time: Int32Array.from(list, ({ time }) => time),
    cause: Uint8Array.from(list, ({ cause }) => event(cause)),
    group: { codes: Uint8Array.from(list, ({ group }) => group), labels: ['0', '1'] },
    stratum: { codes: Uint8Array.from(list, ({ stratum }) => stratum), labels: ['a', 'b', 'c'] },
  };
}

/** Equal rows gathered into one with a count. */
function cellsOf(list: readonly Row[]): { cells: Row[]; count: Uint32Array } {
  const counts = new Map<string, { cell: Row; n: number }>();
  for (const cell of list) {
    const key = JSON.stringify(cell);
    const seen = counts.get(key) ?? { cell, n: 0 };
    seen.n += 1;
    counts.set(key, seen);
  }
  const all = [...counts.values()];
  return { cells: all.map(({ cell }) => cell), count: Uint32Array.from(all, ({ n }) => n) };
}

const anyExit = (cause: number): number => (cause > 0 ? 1 : 0);
const asIs = (cause: number): number => cause;

/** Same structure, numbers to 1e-10 relative. */
function expectSame(actual: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'number') {
    expect(typeof actual, path).toBe('number');
    expect(Math.abs((actual as number) - expected), path).toBeLessThanOrEqual(1e-10 * Math.max(1, Math.abs(expected)));
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected))
      expectSame((actual as Record<string, unknown>)[key], value, `${path}.${key}`);
  } else {
    expect(actual, path).toBe(expected);
  }
}

function expectNoNaN(value: unknown, path = ''): void {
  if (typeof value === 'number') expect(Number.isFinite(value), `${path} is ${value}`).toBe(true);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) expectNoNaN(inner, `${path}.${key}`);
  }
}

const covariates = (list: readonly Row[]) => [
  { term: 'group', values: Float64Array.from(list, ({ group }) => group) },
  { term: 'age', values: Float64Array.from(list, ({ age }) => age) },
];

test('incidences of all causes and the chance of no event add up to 1 at every time', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('gray' as const, 'jackknife' as const), (list, se) => {
      const result = aalenJohansen(spellsOf(list, asIs), { se });
      if (isNotEstimable(result)) return;
      for (const { causes, eventFree } of Object.values(result.groups)) {
        eventFree.probability.forEach((probability, i) => {
          const sum = Object.values(causes).reduce(
            (total, { cif }) => total + (cif[i] as number),
            probability as number,
          );
          expect(sum).toBeCloseTo(1, 12);
        });
      }
      expectNoNaN(result);
    }),
  );
});

test('with one cause the jackknife error of staying is that of Kaplan-Meier', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const spells = spellsOf(list, anyExit);
      const incidence = aalenJohansen(spells, { se: 'jackknife' });
      const curves = kaplanMeier(spells);
      if (isNotEstimable(incidence) || isNotEstimable(curves)) return;
      for (const [label, { eventFree }] of Object.entries(incidence.groups)) {
        const curve = curves.groups[label];
        expectSame(eventFree.probability, curve?.surv);
        eventFree.se.forEach((se, i) => {
          if (curve?.se[i] !== null) expect(se).toBeCloseTo(curve?.se[i] as number, 10);
        });
      }
    }),
  );
});

test('the restricted mean is the integral of survival', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 12 }), (list, tau) => {
      const spells = spellsOf(list, anyExit);
      const means = rmst(spells, { tau });
      if (isNotEstimable(means)) return;
      const at = Array.from({ length: tau }, (_, day) => day);
      const curves = kaplanMeier(spells, { at });
      if (isNotEstimable(curves)) throw new Error('the curves must exist where the means do');
      const area = (label: string): number =>
        (curves.groups[label]?.surv ?? []).reduce<number>((sum, s) => sum + (s ?? 0), 0);
      expect(means.rmst0).toBeCloseTo(area('0'), 10);
      expect(means.rmst1).toBeCloseTo(area('1'), 10);
      expect(means.diff).toBeCloseTo(area('1') - area('0'), 10);
      expectNoNaN(means);
    }),
  );
});

test('without ties the log-rank test is the score test of Cox, also within strata', () => {
  fc.assert(
    fc.property(rows, fc.boolean(), (list, stratified) => {
      const untied = list.map((one, i) => ({ ...one, time: one.time * 1000 + i }));
      const all = spellsOf(untied, anyExit);
      const spells = { ...all, stratum: stratified ? all.stratum : undefined };
      const test = logRank(spells);
      const model = cox({
        stop: spells.time,
        event: spells.cause,
        stratum: spells.stratum,
        covariates: covariates(untied).slice(0, 1),
      });
      if (isNotEstimable(test) || isNotEstimable(model)) return;
      expect(model.scoreTest).toBeCloseTo(test.chisq, 8);
    }),
  );
});

test('cells with counts give what their rows give', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const { cells, count } = cellsOf(list);
      const exits = (of: readonly Row[]) => spellsOf(of, anyExit);
      const causes = (of: readonly Row[]) => spellsOf(of, asIs);
      expectSame(kaplanMeier({ ...exits(cells), count }), kaplanMeier(exits(list)));
      expectSame(nelsonAalen({ ...exits(cells), count }), nelsonAalen(exits(list)));
      expectSame(logRank({ ...exits(cells), count }), logRank(exits(list)));
      expectSame(rmst({ ...exits(cells), count }, { tau: 6 }), rmst(exits(list), { tau: 6 }));
      for (const se of ['gray', 'jackknife'] as const) {
        expectSame(aalenJohansen({ ...causes(cells), count }, { se }), aalenJohansen(causes(list), { se }));
      }
    }),
  );
});

test('a Cox model of cells with counts is that of their rows, also its robust errors', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('efron' as const, 'breslow' as const, 'exact' as const), (list, ties) => {
      const { cells, count } = cellsOf(list);
      const model = (of: readonly Row[]) => {
        const { time, cause, stratum } = spellsOf(of, anyExit);
        return { stop: time, event: cause, stratum, covariates: covariates(of), cluster: 'row' as const };
      };
      const options = { ties, baselineAt: [3, 6], testProportional: true };
      const whole = cox(model(list), options);
      const counted = cox({ ...model(cells), count }, options);
      if (isNotEstimable(whole)) return;
      const { iterations: _, ...figures } = whole;
      const { iterations: __, ...counts } = counted as typeof whole;
      expectSame(counts, figures);
      expectNoNaN(whole);
    }),
    { numRuns: 60 },
  );
});

/** Whole these rows settle in four steps, cut at 7 in five: the errors must not show it. */
const stopsAStepEarlier: Row[] = [
  [4, 1, 1, 3],
  [3, 1, 1, 2],
  [5, 1, 0, 3],
  [2, 1, 1, 2],
  [2, 1, 0, 1],
  [7, 1, 0, 2],
  [2, 1, 0, 2],
  [12, 1, 0, 0],
  [4, 0, 0, 2],
  [1, 0, 1, 1],
  [11, 0, 1, 1],
  [4, 1, 0, 0],
  [1, 1, 0, 2],
].map(([time = 0, cause = 0, group = 0, age = 0]) => ({ time, cause, group, age, stratum: 0 }));

test('splitting rows in time changes nothing, and order and unit of rows neither', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 9 }), (list, cut) => {
      const { time, cause, group } = spellsOf(list, anyExit);
      const whole = cox({ stop: time, event: cause, covariates: covariates(list) });
      if (isNotEstimable(whole)) return;
      const parts = list.flatMap((one) => {
        const event = anyExit(one.cause);
        if (one.time <= cut) return [{ one, start: 0, stop: one.time, event }];
        return [
          { one, start: cut, stop: one.time, event },
          { one, start: 0, stop: cut, event: 0 },
        ];
      });
      const of = parts.map(({ one }) => one);
      const split = cox({
        start: Float64Array.from(parts, ({ start }) => start / 7),
        stop: Float64Array.from(parts, ({ stop }) => stop / 7),
        event: Uint8Array.from(parts, ({ event }) => event),
        covariates: covariates(of),
      });
      if (isNotEstimable(split)) throw new Error(`split rows: ${split.sentence.en}`);
      for (const key of ['coef', 'se', 'logLik', 'logLikNull', 'scoreTest', 'waldTest', 'concordance'] as const) {
        if (key in whole) expectSame(split[key], whole[key], key);
      }
      const late = kaplanMeier({
        time: Float64Array.from(parts, ({ stop }) => stop),
        entry: Float64Array.from(parts, ({ start }) => start),
        cause: Uint8Array.from(parts, ({ event }) => event),
        group: { codes: Uint8Array.from(of, (one) => one.group), labels: ['0', '1'] },
      });
      const plain = kaplanMeier({ time, cause, group });
      if (isNotEstimable(late) || isNotEstimable(plain)) throw new Error('both curves must exist');
      for (const label of Object.keys(plain.groups)) expectSame(late.groups[label]?.surv, plain.groups[label]?.surv);
    }),
    { examples: [[stopsAStepEarlier, 7]] },
  );
});

test('figures of any rows are finite numbers, null where there is none, or a refusal', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('log', 'log-log', 'plain', 'logit', 'arcsin'),
      (list, name) => {
        const interval = name as 'log';
        const spells = spellsOf(list, anyExit);
        for (const result of [
          kaplanMeier(spells, { interval }),
          kaplanMeier(spells, { interval, at: [0, 3, 99] }),
          nelsonAalen(spells, { interval }),
          nelsonAalen(spells, { interval, at: [0, 3, 99] }),
          logRank(spells, { rho: 1 }),
          rmst(spells, { tau: 2 }),
          aalenJohansen(spellsOf(list, asIs), { at: [0, 3, 99] }),
          cox(
            { stop: spells.time, event: spells.cause, covariates: covariates(list), cluster: 'row' },
            { testProportional: true },
          ),
        ]) {
          expectNoNaN(result);
        }
      },
    ),
    { numRuns: 300 },
  );
});
