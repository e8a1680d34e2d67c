import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeTooSmall, type NationalCount, type SumOf } from './too-small.ts';

const count = (nation: number, own = 0): NationalCount => ({ nation, own });
const hiddenOf = (counts: Record<string, NationalCount>, sums: readonly SumOf[]) =>
  [...computeTooSmall(new Map(Object.entries(counts)), sums)].toSorted();

describe('national counts for a reader of one district', () => {
  const states: SumOf = { total: 'all', parts: ['late', 'soon', 'met'] };

  test('of ten or more, and zero, are shown', () => {
    expect(
      hiddenOf({ all: count(100, 20), late: count(0), soon: count(40, 10), met: count(60, 10) }, [states]),
    ).toEqual([]);
  });

  test('of 1-9 are hidden, with the smallest other count so that the total does not give them away', () => {
    expect(hiddenOf({ all: count(100), late: count(5), soon: count(35), met: count(60) }, [states])).toEqual([
      'late',
      'soon',
    ]);
  });

  test('are hidden when the own district leaves 1-9, however many they are', () => {
    expect(
      hiddenOf({ all: count(900, 300), late: count(50, 47), soon: count(400, 153), met: count(450, 100) }, [states]),
    )
      // soon leaves 247, met 350
      .toEqual(['late', 'soon']);
  });

  test('are hidden further until the hidden ones hold ten people together', () => {
    expect(hiddenOf({ all: count(100), late: count(3), soon: count(4), met: count(93) }, [states])).toEqual([
      'late',
      'met',
      'soon',
    ]);
  });

  test('are hidden when 1-9 miss from a share', () => {
    const share: SumOf = { total: 'all', parts: ['seen'] };
    expect(hiddenOf({ all: count(200), seen: count(195) }, [share])).toEqual(['seen']);
    expect(hiddenOf({ all: count(200), seen: count(200) }, [share])).toEqual([]);
  });

  test('hide the total where nothing else can be', () => {
    const share: SumOf = { total: 'all', parts: ['seen'] };
    expect(hiddenOf({ all: count(4), seen: count(0) }, [share])).toEqual(['all']);
  });

  test('hide what another sum would give away', () => {
    const sums: SumOf[] = [
      { total: 'both', parts: ['north', 'south'] },
      { total: 'north', parts: ['northLate', 'northMet'] },
      { total: 'late', parts: ['northLate', 'southLate'] },
      { total: 'south', parts: ['southLate', 'southMet'] },
    ];
    const counts = {
      both: count(300),
      north: count(100),
      south: count(200),
      northLate: count(4),
      northMet: count(96),
      southLate: count(50),
      southMet: count(150),
      late: count(54),
    };
    expect(hiddenOf(counts, sums)).toEqual(['northLate', 'northMet', 'southLate', 'southMet']);
  });
});

const schemes = ['a', 'b', 'c'];
const states = ['late', 'outside', 'declined', 'met'];

/** Norms by state with all their totals; each cell with the people outside the own district and those within. */
function makeTable(values: readonly (readonly [number, number])[], width: number, height: number) {
  const [rows, columns] = [schemes.slice(0, height), states.slice(0, width)];
  const counts = new Map<string, NationalCount>();
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const [outside, own] = values[r * width + c] as [number, number];
      for (const id of [`${row} ${column}`, row, `all ${column}`, 'all']) {
        const before = counts.get(id) ?? { nation: 0, own: 0 };
        counts.set(id, { nation: before.nation + outside + own, own: before.own + own });
      }
    });
  });
  const sums: SumOf[] = [
    ...rows.map((row) => ({ total: row, parts: columns.map((column) => `${row} ${column}`) })),
    ...columns.map((column) => ({ total: `all ${column}`, parts: rows.map((row) => `${row} ${column}`) })),
    { total: 'all', parts: rows },
    { total: 'all', parts: columns.map((column) => `all ${column}`) },
  ];
  return { counts, sums };
}

const pair = fc.tuple(fc.oneof(fc.nat(12), fc.nat(60), fc.constant(0)), fc.oneof(fc.nat(12), fc.constant(0)));
const left = (of: NationalCount) => of.nation - of.own;
const isSmall = (value: number) => value > 0 && value < 10;

test('every small count is hidden, and no zero', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 12, maxLength: 12 }), (values) => {
      const { counts, sums } = makeTable(values, 4, 3);
      const hidden = computeTooSmall(counts, sums);
      for (const [id, of] of counts) {
        if (isSmall(of.nation) || isSmall(left(of))) expect(hidden).toContain(id);
        if (of.nation === 0) expect(hidden).not.toContain(id);
      }
    }),
  );
});

test('of every hidden count there is another table with the same shown numbers: tried with all tables around it', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 6, maxLength: 6 }), (values) => {
      const { counts, sums } = makeTable(values, 3, 2);
      const hidden = computeTooSmall(counts, sums);
      const hiddenSmall = [...hidden].filter((id) => left(counts.get(id) as NationalCount) > 0);
      const found = new Map(hiddenSmall.map((id) => [id, new Set<number>()]));
      for (const others of around(values.map(([outside]) => outside))) {
        const other = makeTable(
          others.map((outside, i) => [outside, (values[i] as [number, number])[1]]),
          3,
          2,
        ).counts;
        const same = [...counts].every(
          ([id, of]) => hidden.has(id) || left(other.get(id) as NationalCount) === left(of),
        );
        if (same) for (const id of hiddenSmall) found.get(id)?.add(left(other.get(id) as NationalCount));
      }
      for (const [id, seen] of found) expect([id, seen.size]).not.toEqual([id, 1]);
    }),
    { numRuns: 300 },
  );
});

/** All tables of which each cell differs at most one; a cell of nobody is shown as zero. */
function around(values: readonly number[]): readonly (readonly number[])[] {
  return values.reduce<readonly (readonly number[])[]>(
    (tables, value) =>
      tables.flatMap((table) => (value === 0 ? [0] : [value - 1, value, value + 1]).map((next) => [...table, next])),
    [[]],
  );
}

test('what sums give away together is guarded too', () => {
  // late and met hold 11 together, and so do a and b; outside holds 10 of a and b: one met in a would follow
  const outside = [0, 7, 0, 1, 0, 3, 0, 0, 5, 0, 0, 5];
  const { counts, sums } = makeTable(
    outside.map((value) => [value, 0]),
    4,
    3,
  );
  const hidden = computeTooSmall(counts, sums);
  const shown = [...counts.keys()].filter((id) => !hidden.has(id) && counts.get(id)?.nation !== 0);
  expect(shown).not.toEqual(expect.arrayContaining(['all', 'c', 'all outside']));
});
