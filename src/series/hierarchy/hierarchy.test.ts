import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefused } from '../refusal.ts';
import { errorCovariance } from './covariance.ts';
import { forecastHierarchy } from './forecast-hierarchy.ts';
import { makeReconciler } from './reconcile.ts';
import { buildHierarchy, type Hierarchy } from './structure.ts';
import { upperValues } from './upper-values.ts';

function built(keys: readonly (readonly string[])[], crossed = false): Hierarchy {
  const result = buildHierarchy(keys, { root: 'NL', columns: ['region', 'band'], crossed });
  if (isRefused(result)) throw new Error(result.code);
  return result;
}
const keys = [
  ['north', 'a'],
  ['north', 'b'],
  ['south', 'a'],
  ['south', 'b'],
];

const sumsHold = (hierarchy: Hierarchy, values: ArrayLike<number>): void => {
  hierarchy.uppers.forEach(({ bottoms }, i) => {
    const sum = bottoms.reduce((total, b) => total + values[hierarchy.uppers.length + b]!, 0);
    expect(Math.abs(values[i]! - sum)).toBeLessThan(1e-6);
  });
};

describe('structure', () => {
  test('nested: paths from left to right', () => {
    const { uppers, bottoms } = built(keys);
    expect(uppers.map(({ id }) => id)).toEqual(['NL', 'NL/north', 'NL/south']);
    expect(bottoms.map(({ id }) => id)).toEqual(['NL/north/a', 'NL/north/b', 'NL/south/a', 'NL/south/b']);
  });

  test('crossed: sums over every set of the columns', () => {
    expect(built(keys, true).uppers.map(({ id, level }) => [id, level])).toEqual([
      ['NL', 'NL'],
      ['NL/north', 'NL/region'],
      ['NL/south', 'NL/region'],
      ['NL/*/a', 'NL/*/band'],
      ['NL/*/b', 'NL/*/band'],
    ]);
  });

  test('names that write alike are refused, not added up', () => {
    const slashed = [
      ['A/B', 'C'],
      ['A', 'B/C'],
    ];
    const refused = buildHierarchy(slashed, { root: 'NL', columns: ['region', 'band'] });
    expect(refused).toMatchObject({ code: 'ambiguous_names', detail: 'NL/A/B/C' });
    // Across levels too: the sum of one region writes as a part of another.
    const levels = buildHierarchy([...keys, ['north/a', 'c']], { root: 'NL', columns: ['region', 'band'] });
    expect(levels).toMatchObject({ code: 'ambiguous_names', detail: 'NL/north/a' });
    const starred = buildHierarchy([...keys, ['*', 'a']], { root: 'NL', columns: ['region', 'band'], crossed: true });
    expect(starred).toMatchObject({ code: 'ambiguous_names', detail: 'NL/*/a' });
    expect(
      built([
        ['A/B', 'C'],
        ['D', 'E'],
      ]).bottoms.map(({ id }) => id),
    ).toEqual(['NL/A/B/C', 'NL/D/E']);
  });

  test('more sums than can be made to hold are refused', () => {
    const people = Array.from({ length: 6000 }, (_, i) => [String(i), 'a']);
    expect(buildHierarchy(people, { root: 'NL', columns: ['region', 'band'] })).toMatchObject({
      code: 'hierarchy_too_large',
      detail: 'NL/region',
    });
    const columns = Array.from({ length: 40 }, (_, i) => `c${i}`);
    expect(buildHierarchy([columns], { root: 'NL', columns, crossed: true })).toMatchObject({
      code: 'hierarchy_too_large',
    });
  });

  test('nothing to add up is refused', () => {
    expect(buildHierarchy([], { root: 'NL', columns: ['a'] })).toMatchObject({ code: 'no_hierarchy' });
    expect(buildHierarchy([['x']], { root: 'NL', columns: ['a', 'b'] })).toMatchObject({ code: 'unequal_series' });
  });
});

describe('reconciliation', () => {
  const value = fc.double({ min: -50, max: 200, noNaN: true });
  const vector = (n: number) => fc.array(value, { minLength: n, maxLength: n });

  test.each(['mint', 'variance'] as const)('%s: sums hold and nothing is negative', (mode) => {
    const hierarchy = built(keys, true);
    const nodes = hierarchy.uppers.length + 4;
    fc.assert(
      fc.property(fc.array(vector(nodes), { minLength: 8, maxLength: 12 }), vector(nodes), (errors, base) => {
        const w = errorCovariance(
          errors.map((row) => Float64Array.from(row)),
          nodes,
          mode,
        );
        const out = makeReconciler(hierarchy, w, true)(Float64Array.from(base));
        expect(out.every((each) => each >= 0)).toBe(true);
        sumsHold(hierarchy, out);
      }),
    );
  });

  test('forecasts that add up already stay as they are', () => {
    const hierarchy = built(keys);
    const errors = Array.from({ length: 9 }, (_, r) =>
      Float64Array.from({ length: 7 }, (_v, i) => ((r * 31 + i * 17) % 11) - 5),
    );
    const base = Float64Array.of(10, 3, 7, 1, 2, 3, 4);
    makeReconciler(
      hierarchy,
      errorCovariance(errors, 7, 'mint'),
      true,
    )(base).forEach((each, i) => {
      expect(each).toBeCloseTo(base[i]!, 9);
    });
  });

  test('the plain case by hand: total 12 against 4 + 4 with equal variances moves each by 4/3', () => {
    const flat = buildHierarchy([['x'], ['y']], { root: 'NL', columns: ['a'] });
    if (isRefused(flat)) throw new Error(flat.code);
    const w = { deviations: Float64Array.of(1, 1, 1), standardised: [], shrink: 1 };
    const out = makeReconciler(flat, w, true)(Float64Array.of(12, 4, 4));
    [32 / 3, 16 / 3, 16 / 3].forEach((each, i) => {
      expect(out[i]).toBeCloseTo(each, 12);
    });
  });
});

describe('forecasts of a hierarchy', () => {
  const bottoms = keys.map((_, b) =>
    Array.from({ length: 48 }, (_v, t) =>
      Math.round(20 + 10 * b + 5 * Math.sin((2 * Math.PI * t) / 12) + ((t * (b + 3) * 37) % 7)),
    ),
  );
  const run = (order: readonly number[], reconciliation: 'mint' | 'variance' | 'bottom-up') => {
    const hierarchy = built(
      order.map((b) => keys[b]!),
      true,
    );
    const input = { hierarchy, bottoms: order.map((b) => bottoms[b]!), frequency: 12 };
    const result = forecastHierarchy(input, { horizon: 6, reconciliation });
    if (isRefused(result)) throw new Error(result.code);
    return { hierarchy, result };
  };

  test.each(['mint', 'variance', 'bottom-up'] as const)('%s: means add up at every step, bands enclose them', (how) => {
    const { hierarchy, result } = run([0, 1, 2, 3], how);
    for (let h = 0; h < 6; h++) {
      sumsHold(
        hierarchy,
        result.map(({ mean }) => mean[h]!),
      );
      for (const { mean, quantiles } of result) {
        expect(quantiles[h]![0]).toBeLessThanOrEqual(mean[h]!);
        expect(quantiles[h]![6]).toBeGreaterThanOrEqual(mean[h]!);
      }
    }
  });

  test('another order of the parts changes nothing', () => {
    const first = new Map(run([0, 1, 2, 3], 'variance').result.map((node) => [node.id, node.mean]));
    for (const { id, mean } of run([3, 1, 0, 2], 'variance').result) {
      mean.forEach((each, h) => {
        expect(each).toBeCloseTo(first.get(id)![h]!, 6);
      });
    }
  });
});

describe('parts that do not span the whole', () => {
  const hierarchy = built(keys);
  const full = (b: number): (number | null)[] => Array.from({ length: 48 }, (_, t) => 100 * (b + 1) + ((t * 37) % 11));
  const bottoms = keys.map((_, b) => full(b));
  const without = (b: number, isGone: (t: number) => boolean) =>
    bottoms.map((values, k) => (k === b ? values.map((value, t) => (isGone(t) ? null : value)) : values));
  const whole = (list: readonly (readonly (number | null)[])[]) => upperValues(hierarchy, list, 12)[0]!;

  test('the sum is unknown after the last value of a part that reports late, and the part is named', () => {
    const { values, late, outside } = whole(without(2, (t) => t >= 46));
    expect(values.slice(45)).toEqual([bottoms.reduce((sum, each) => sum + each[45]!, 0), null, null]);
    expect([late, outside]).toEqual([[2], []]);
  });

  test('a part that ended a season ago, or has not begun, counts as zero and is named', () => {
    const ended = whole(without(2, (t) => t >= 36));
    expect(ended.values[47]).toBe(bottoms[0]![47]! + bottoms[1]![47]! + bottoms[3]![47]!);
    expect([ended.late, ended.outside]).toEqual([[], [2]]);
    const begun = whole(without(0, (t) => t < 5));
    expect(begun.values[4]).toBe(bottoms[1]![4]! + bottoms[2]![4]! + bottoms[3]![4]!);
    expect(begun.outside).toEqual([0]);
  });

  test('a gap inside the span of a part leaves the sum unknown; sums above other parts do not care', () => {
    const [nation, north, south] = upperValues(
      hierarchy,
      without(2, (t) => t === 20),
      12,
    );
    expect([nation!.values[20], south!.values[20]]).toEqual([null, null]);
    expect(north!.values[20]).toBe(bottoms[0]![20]! + bottoms[1]![20]!);
  });

  test('one late part moves the forecast and the band of the whole by little, and the whole says which', () => {
    const ask = (list: readonly (readonly (number | null)[])[]) => {
      const result = forecastHierarchy({ hierarchy, bottoms: list, frequency: 12 }, { horizon: 1 });
      if (isRefused(result)) throw new Error(result.code);
      return result[0]!;
    };
    const all = ask(bottoms);
    const late = ask(without(2, (t) => t === 47));
    const width = ({ quantiles }: typeof all): number => quantiles[0]![6]! - quantiles[0]![0]!;
    expect(Math.abs(late.mean[0]! - all.mean[0]!)).toBeLessThan(0.02 * all.mean[0]!);
    expect(width(late)).toBeLessThan(1.5 * width(all));
    expect(late.warnings).toContain('ends_early');
    expect(late.parts.ends_early).toEqual(['NL/south/a']);
    expect(ask(without(2, (t) => t >= 30)).parts.part_counts_as_zero).toEqual(['NL/south/a']);
  });
});
