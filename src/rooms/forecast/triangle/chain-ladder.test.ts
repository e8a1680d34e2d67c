import { describe, expect, it } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { leaves, planningReference } from '../planning.reference.ts';
import { chainLadder } from './chain-ladder.ts';
import { readTriangle, type Unobserved } from './read-triangle.ts';

interface Published {
  readonly ultimate?: number;
  readonly ibnr: number;
  readonly se?: number;
  readonly se_loglinear?: number;
  readonly se_mack?: number;
}

type Rows = readonly (readonly (number | Unobserved)[])[];
type Entry = { readonly triangle: Rows };
type Reference = {
  readonly RAA: Entry;
  readonly GenIns: Entry;
  readonly published: Readonly<Record<string, Published>>;
};

const reference = planningReference<Reference>('chainladder_reference.json');

function run(rows: Rows, method: 'mack' | 'loglinear') {
  const triangle = readTriangle(rows);
  if (isNotEstimable(triangle)) throw new Error(triangle.code);
  const { mackSe, total, ...rest } = chainLadder(triangle, method);
  const { mackSe: totalSe, ...totals } = total;
  return { ...rest, mack_se: mackSe, total: { ...totals, mack_se: totalSe } };
}

describe.skipIf(reference === null)(
  'every key of chainladder_reference.json (skipped where ../shared/data/planning is absent)',
  () => {
    const triangles = { RAA: reference?.RAA.triangle ?? [], GenIns: reference?.GenIns.triangle ?? [] };
    const computed = new Map(
      Object.entries(triangles)
        .flatMap(([name, rows]) => leaves({ [name]: { Mack: run(rows, 'mack'), loglinear: run(rows, 'loglinear') } }))
        .map(({ path, value }) => [path, value]),
    );
    const rows = leaves(reference).filter(({ path }) => !path.startsWith('published.') && !path.includes('.triangle.'));

    it.each(rows.map(({ path, value }) => [path, value]))('%s', (path, expected) => {
      const actual = computed.get(path) as number;
      const wanted = expected as number;
      expect(Math.abs(actual - wanted), `${actual} is not ${wanted}`).toBeLessThanOrEqual(
        1e-6 * Math.abs(wanted) + 1e-9,
      );
    });

    it('published reserves and errors, as printed', () => {
      const { RAA, GenIns } = reference?.published ?? {};
      const raa = run(triangles.RAA, 'mack').total;
      expect(raa.ultimate).toBeCloseTo(RAA?.ultimate ?? Number.NaN, 1);
      expect(raa.ibnr).toBeCloseTo(RAA?.ibnr ?? Number.NaN, 1);
      expect(raa.mack_se).toBeCloseTo(RAA?.se_mack ?? Number.NaN, 2);
      expect(run(triangles.RAA, 'loglinear').total.mack_se).toBeCloseTo(RAA?.se_loglinear ?? Number.NaN, 2);
      const genins = run(triangles.GenIns, 'mack').total;
      expect(Math.round(genins.ibnr)).toBe(GenIns?.ibnr);
      expect(Math.round(genins.mack_se)).toBe(GenIns?.se);
    });
  },
);

describe('a triangle that cannot be completed', () => {
  const good = [[10, 20, 25, 27], [11, 19, 26], [9, 21], [12]];
  it.each([
    ['triangle_too_small', [[1, 2, 3], [2, 3], [1]]],
    ['triangle_shape', [...good.slice(0, 3), [12, 13, 14]]],
    ['triangle_shape', [[10, 'NA', 25, 27], ...good.slice(1)]],
    ['triangle_shape', [...good, []]],
    ['triangle_value', [[10, 20, 0, 27], ...good.slice(1)]],
    ['triangle_value', [[10, 20, -1, 27], ...good.slice(1)]],
  ] as const)('%s', (code, rows) => {
    expect(readTriangle(rows as Rows)).toMatchObject({ notEstimable: true, code });
  });

  it('takes unobserved cells as absent, null or "NA"', () => {
    const padded = good.map((row) => [...row, ...Array.from({ length: 4 - row.length }, () => 'NA' as const)]);
    expect(readTriangle(padded)).toEqual(readTriangle(good));
  });

  it('has no error where every row develops alike', () => {
    const rows = [[10, 20, 30, 33], [20, 40, 60], [30, 60], [5]];
    for (const method of ['mack', 'loglinear'] as const) {
      const done = chainLadder(rows, method);
      expect(done.total.mackSe).toBeCloseTo(0, 9);
      expect(done.ultimate.map((value) => Math.round(value * 10) / 10)).toEqual([33, 66, 99, 16.5]);
    }
  });
});
