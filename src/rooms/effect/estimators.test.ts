import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { frameOf, isNotEstimable } from '../../stats/index.ts';
import { estimators } from './estimators.ts';
import { Refused } from './refused.ts';

/** Flags that use every column of the random tables, by command. */
const INPUTS: Record<string, object> = {
  'mean-difference': { outcome: 'y', treatment: 't' },
  'proportion-difference': { outcome: 'b', treatment: 't' },
  fisher: { outcome: 'b', treatment: 't' },
  'rank-sum': { outcome: 'y', treatment: 't' },
  cmh: { outcome: 'b', treatment: 't', strata: ['g'] },
  'post-stratified': { outcome: 'y', treatment: 't', strata: ['g'] },
  lin: { outcome: 'y', treatment: 't', covariates: ['x', 'g'] },
  ols: { outcome: 'y', treatment: 't', covariates: ['x', 'g'], se: 'HC2' },
  logit: { outcome: 'b', covariates: ['x'] },
  cloglog: { outcome: 'b', covariates: ['x'] },
  'g-computation': { outcome: 'b', treatment: 't', covariates: ['x'], scheme: 'simple' },
  iv: { outcome: 'y', endogenous: 'b', instrument: ['t'] },
  ipw: { outcome: 'y', treatment: 't', covariates: ['x'] },
  aipw: { outcome: 'y', treatment: 't', covariates: ['x'] },
  'response-weighted': { outcome: 'y', treatment: 't', invited: 'one', responded: 'b', covariates: ['x'] },
  balance: { treatment: 't', covariates: ['x', 'g'] },
  flow: { treatment: 'g', received: 'b' },
  'kaplan-meier': { time: 'd', event: 'b', by: 'g' },
  'nelson-aalen': { time: 'd', event: 'b', by: 'g' },
  'log-rank': { time: 'd', event: 'b', by: 'g' },
  rmst: { time: 'd', event: 'b', by: 't', tau: 2 },
  'aalen-johansen': { time: 'd', cause: 'c', by: 'g' },
  cox: { time: 'd', event: 'b', covariates: ['x'], testProportional: true },
  'discrete-hazard': { time: 'd', event: 'b', covariates: ['x'], poolFrom: 3 },
  'timing-of-events': { time: 'd', event: 'b', contactTime: 'k', covariates: ['x'] },
  allocate: { strata: ['g'], block: 2, seed: 1 },
};

const maybe = (value: fc.Arbitrary<number>) =>
  fc.oneof({ weight: 12, arbitrary: value.map(String) }, { weight: 1, arbitrary: fc.constant('') });

const row = fc.constantFrom(1, 3, 7).chain((spread) =>
  fc.record({
    y: maybe(fc.integer({ min: -spread, max: spread })),
    t: maybe(fc.constantFrom(0, 1)),
    b: maybe(fc.constantFrom(0, 1)),
    g: fc.constantFrom('north', 'south', 'west'),
    x: maybe(fc.integer({ min: -spread, max: spread })),
    one: fc.constant('1'),
    d: maybe(fc.integer({ min: 1, max: 6 })),
    c: maybe(fc.constantFrom(0, 1, 2)),
    k: fc.oneof(fc.constant(''), fc.nat(6).map(String)),
  }),
);
const NAMES = ['y', 't', 'b', 'g', 'x', 'one', 'd', 'c', 'k'] as const;

/** Places of what is no finite number, in a result. */
function broken(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === undefined) return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => broken(each, `${path}.${key}`));
}

describe('any rows', () => {
  // A table of counts has a search of its own, in the engine.
  const withRows = estimators.filter(({ name, input }) => 'data' in input && name !== 'suppress');

  test('are asked of every command that reads a table', () => {
    expect(Object.keys(INPUTS).sort()).toEqual(withRows.map(({ name }) => name).sort());
  });

  test.each(withRows.map((estimator) => [estimator.name, estimator] as const))(
    '%s gives finite numbers in the shape of its contract, or a refusal with a sentence',
    (name, estimator) => {
      const { data: _data, ...flags } = estimator.input;
      const input = z.object(flags).parse(INPUTS[name]);
      let estimated = 0;
      fc.assert(
        fc.property(fc.array(row, { maxLength: 60, size: 'max' }), (rows) => {
          const frame = frameOf(NAMES.map((each) => [each, rows.map((cells) => cells[each])]));
          if (isNotEstimable(frame)) throw new Error(frame.code);
          try {
            const result = estimator.run(input, frame);
            estimated += 1;
            expect(broken(result)).toEqual([]);
            expect(estimator.output.strict().parse(result)).toEqual(result);
          } catch (fault) {
            if (!(fault instanceof Refused)) throw fault;
            expect(fault.refusal.sentence.nl.length).toBeGreaterThan(20);
          }
        }),
        { numRuns: 120, seed: 20171201 },
      );
      // A test of refusals only would say nothing of figures.
      expect(estimated).toBeGreaterThan(20);
    },
  );
});
