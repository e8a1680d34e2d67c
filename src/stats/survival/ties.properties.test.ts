import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { cox } from './cox/cox.ts';
import { discreteHazard } from './discrete-hazard.ts';

const row = fc.record({
  start: fc.integer({ min: 0, max: 5 }),
  length: fc.integer({ min: 1, max: 6 }),
  event: fc.integer({ min: 0, max: 1 }),
  age: fc.integer({ min: 0, max: 3 }),
  count: fc.integer({ min: 1, max: 4 }),
});
const rows = fc.array(row, { minLength: 15, maxLength: 60 });

test('without ties Efron, Breslow and all orders are one likelihood, also with late entry', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const of = {
        start: Int32Array.from(list, ({ start }) => start * 100),
        stop: Int32Array.from(list, ({ start, length }, i) => (start + length) * 100 + i),
        event: Uint8Array.from(list, ({ event }) => event),
        covariates: [{ term: 'age', values: Float64Array.from(list, ({ age }) => age) }],
      };
      const [efron, breslow, exact] = (['efron', 'breslow', 'exact'] as const).map((ties) => cox(of, { ties }));
      if (efron === undefined || isNotEstimable(efron)) return;
      for (const other of [breslow, exact]) {
        if (other === undefined || isNotEstimable(other)) throw new Error('all must fit');
        for (const key of ['logLik', 'logLikNull', 'scoreTest', 'waldTest'] as const)
          expect(other[key]).toBeCloseTo(efron[key], 7);
        expect(other.coef.age).toBeCloseTo(efron.coef.age as number, 7);
        expect(other.se.age).toBeCloseTo(efron.se.age as number, 7);
      }
    }),
    { numRuns: 60 },
  );
});

test('hazards per period of cells with counts are those of their rows', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('logit' as const, 'cloglog' as const), (list, link) => {
      const spellsOf = (cells: typeof list) => ({
        time: Int32Array.from(cells, ({ length }) => length),
        event: Uint8Array.from(cells, ({ event }) => event),
        covariates: [{ term: 'age', values: Float64Array.from(cells, ({ age }) => age) }],
      });
      const spelled = list.flatMap((cell) => Array.from({ length: cell.count }, () => cell));
      const whole = discreteHazard(spellsOf(spelled), { link, poolFrom: 2 });
      if (isNotEstimable(whole)) return;
      const count = Uint32Array.from(list, (cell) => cell.count);
      const counted = discreteHazard({ ...spellsOf(list), count }, { link, poolFrom: 2 });
      if (isNotEstimable(counted)) throw new Error(counted.sentence.en);
      expect(counted.rows).toBe(whole.rows);
      expect(counted.logLik).toBeCloseTo(whole.logLik, 7);
      counted.coefficients.forEach(({ term, estimate, se }, j) => {
        expect(term).toBe(whole.coefficients[j]?.term);
        expect(estimate).toBeCloseTo(whole.coefficients[j]?.estimate as number, 6);
        expect(se).toBeCloseTo(whole.coefficients[j]?.se as number, 6);
      });
    }),
    { numRuns: 60 },
  );
});
