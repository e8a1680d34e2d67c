import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { type ShownCount, type ShownTable, suppressSmallCounts, TOO_SMALL } from './suppress.ts';

function shown(counts: readonly (readonly number[])[]): ShownTable {
  const result = suppressSmallCounts(counts);
  if (isNotEstimable(result)) throw new Error(result.code);
  return result;
}

/** Every number of a table with its totals, in one line: cells, row totals, column totals, total. */
function withTotals(counts: readonly (readonly number[])[]): number[] {
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rows = counts.map(sum);
  const columns = (counts[0] as readonly number[]).map((_, c) => sum(counts.map((row) => row[c] as number)));
  return counts[0]?.length === 1 ? [...counts.flat(), ...columns] : [...counts.flat(), ...rows, ...columns, sum(rows)];
}

function line(table: ShownTable) {
  return [
    ...table.cells.flat(),
    ...(table.rowTotals ?? []),
    ...table.columnTotals,
    ...(table.total === undefined ? [] : [table.total]),
  ];
}

/**
 * Every table that a reader can think of: hidden cells from 1 up to `most`, all shown numbers as shown.
 * @returns for each number of the line, the values it takes
 */
function readings(
  counts: readonly (readonly number[])[],
  publication: readonly ShownCount[],
  most: (value: number) => [number, number],
): Set<number>[] {
  const flat = counts.flat();
  const width = (counts[0] as readonly number[]).length;
  const values = publication.map(() => new Set<number>());
  const candidate = [...flat];
  const fill = (at: number) => {
    if (at < flat.length) {
      if (publication[at] !== TOO_SMALL) {
        candidate[at] = flat[at] as number;
        fill(at + 1);
        return;
      }
      const [low, high] = most(flat[at] as number);
      for (let value = Math.max(1, low); value <= high; value += 1) {
        candidate[at] = value;
        fill(at + 1);
      }
      return;
    }
    const table = counts.map((_, r) => candidate.slice(r * width, (r + 1) * width));
    const all = withTotals(table);
    if (all.some((value, i) => (publication[i] === TOO_SMALL ? value < 1 : value !== publication[i]))) return;
    all.forEach((value, i) => values[i]?.add(value));
  };
  fill(0);
  return values;
}

function tables(rows: number, columns: number, largest: number) {
  const row = fc.array(fc.oneof(fc.nat(largest), fc.nat(4), fc.constant(0)), {
    minLength: columns,
    maxLength: columns,
  });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

test('exhaustive search over tables of two by two: every hidden number keeps at least two values', () => {
  const choices = [0, 1, 2, 9, 10, 11, 25];
  for (const a of choices) {
    for (const b of choices) {
      for (const c of choices) {
        for (const d of choices) {
          const counts = [
            [a, b],
            [c, d],
          ];
          const publication = line(shown(counts));
          const values = readings(counts, publication, (value) => [value - 1, value + 1]);
          publication.forEach((cell, i) => {
            if (cell === TOO_SMALL) expect(values[i]?.size, JSON.stringify(counts)).toBeGreaterThan(1);
            else expect(cell === 0 || cell >= 10).toBe(true);
          });
        }
      }
    }
  }
});

test.each([
  [2, 3],
  [3, 2],
  [3, 3],
  [4, 1],
  [1, 4],
])('search over random tables of %i by %i: no hidden number can be derived', (rows, columns) => {
  fc.assert(
    fc.property(tables(rows, columns, 30), (counts) => {
      const publication = line(shown(counts));
      const truth = withTotals(counts);
      const values = readings(counts, publication, (value) => [value - 1, value + 1]);
      publication.forEach((cell, i) => {
        if (cell === TOO_SMALL) expect(values[i]?.size).toBeGreaterThan(1);
        else {
          expect(cell).toBe(truth[i]);
          expect(cell === 0 || cell >= 10).toBe(true);
        }
      });
    }),
    { numRuns: 150 },
  );
});

test('the search finds what hiding the small cell alone gives away', () => {
  const counts = [
    [3, 12],
    [15, 10],
  ];
  const alone: ShownCount[] = [TOO_SMALL, 12, 15, 10, 15, 25, 18, 22, 40];
  expect(readings(counts, alone, () => [1, 30])[0]).toEqual(new Set([3]));
  const table = shown(counts);
  expect(readings(counts, line(table), () => [1, 30])[0]?.size).toBeGreaterThan(9);
  expect(table.hiddenSmall).toBe(1);
  expect(table.hiddenOther).toBe(3);
  expect(table.total).toBe(40);
});

test('a table without small counts is shown whole, zeros too', () => {
  const table = shown([
    [0, 40],
    [50, 60],
  ]);
  expect(table.cells).toEqual([
    [0, 40],
    [50, 60],
  ]);
  expect(table.hiddenSmall + table.hiddenOther).toBe(0);
});

test('a list hides a second count, never writes a zero for a small one', () => {
  const table = shown([[5], [30], [12], [0]]);
  expect(table.cells.flat()).toEqual([TOO_SMALL, 30, TOO_SMALL, 0]);
  expect(table.columnTotals).toEqual([47]);
  expect(table.rowTotals).toBeUndefined();
});

test('a large table is done at once', () => {
  const counts = Array.from({ length: 35 }, (_, r) => Array.from({ length: 20 }, (_, c) => (r * 7 + c * 13) % 60));
  const table = shown(counts);
  for (const cell of line(table)) expect(cell === TOO_SMALL || cell === 0 || cell >= 10).toBe(true);
});

test('what is no table of counts is refused', () => {
  expect(suppressSmallCounts([])).toMatchObject({ code: 'too_few' });
  expect(suppressSmallCounts([[1, 2], [3]])).toMatchObject({ code: 'unequal_lengths' });
  expect(suppressSmallCounts([[1.5]])).toMatchObject({ code: 'out_of_range', detail: 'count = 1.5' });
});
