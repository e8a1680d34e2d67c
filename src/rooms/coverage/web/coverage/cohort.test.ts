import { describe, expect, it } from 'vitest';
import { compareYears, isLine, listReached, type Quarter, sharesOf } from './cohort.ts';

const quarter = (name: string, ...points: readonly (readonly [number, number, number])[]): Quarter => ({
  quarter: name,
  points: points.map(([months, numerator, denominator]) => ({ months, numerator, denominator })),
});
const early = quarter('2018-Q1', [1, 13, 148], [2, 31, 148], [3, 56, 148], [6, 98, 148]);
const late = quarter('2019-Q1', [1, 33, 150], [2, 70, 150], [3, 106, 150]);

describe('entry quarters', () => {
  it('run from nobody at entry over the measured months, straight between them', () => {
    const shares = sharesOf(early);
    expect(shares).toHaveLength(7);
    expect(shares[0]).toBe(0);
    expect(shares[3]).toBeCloseTo(56 / 148, 12);
    expect(shares[4]).toBeCloseTo((56 + 14) / 148, 12);
    expect(shares[6]).toBeCloseTo(98 / 148, 12);
  });

  it('compare the latest that reached the term with a year earlier', () => {
    const found = compareYears([early, late, quarter('2019-Q2', [1, 38, 141])], 3);
    expect(found?.quarter.quarter).toBe('2019-Q1');
    expect(found?.now.numerator).toBe(106);
    expect(found?.before?.numerator).toBe(56);
    expect(compareYears([quarter('2019-Q2', [1, 38, 141])], 3)).toBeNull();
  });

  it('have a line from a hundred benefits on, and stand there once their first month has passed', () => {
    expect(isLine(early)).toBe(true);
    expect(isLine(quarter('2019-Q2', [1, 38, 99]))).toBe(false);
    expect(listReached([early, late, quarter('2019-Q3')], 2).map((each) => each.quarter)).toEqual([
      '2018-Q1',
      '2019-Q1',
    ]);
  });
});
