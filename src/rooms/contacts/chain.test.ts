import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainRow, computeChain } from './chain.ts';

/** Moments of a test are numbers written as instants of one length. */
function instant(at: number): string {
  return `2019-01-01T00:00:00.${String(at).padStart(6, '0')}Z`;
}

interface Drawn {
  readonly target: number;
  readonly registered: number;
  readonly late: number;
  readonly outcome: string;
}

const drawn = fc.record({
  target: fc.nat(),
  registered: fc.integer({ min: 0, max: 6 }),
  late: fc.integer({ min: 0, max: 4 }),
  outcome: fc.constantFrom('planned', 'held', 'no_show', 'void'),
});

/** One tree: every row but the first corrects an earlier one; ids are no order of time. */
function treeOf(rows: readonly Drawn[]): readonly ChainRow[] {
  const made = rows.map((row, at) => ({
    contactId: `C${(at * 7) % 10}${at}`,
    corrects: at === 0 ? null : row.target % at,
    registered: row.registered,
    knownFrom: row.registered + row.late,
    outcome: row.outcome,
  }));
  const order = [...made].sort((a, b) => a.registered - b.registered || (a.contactId < b.contactId ? -1 : 1));
  return made.map((row) => ({
    contactId: row.contactId,
    corrects: row.corrects === null ? null : (made[row.corrects]?.contactId ?? null),
    rank: order.indexOf(row),
    registeredAt: instant(row.registered),
    knownFrom: instant(row.knownFrom),
    outcome: row.outcome,
  }));
}

/** measures.md, word for word, among the rows known at one instant. */
function asKnown(rows: readonly ChainRow[], at: string) {
  const known = rows.filter((row) => row.knownFrom <= at);
  const counts = (row: ChainRow) =>
    known.every(
      (rival) => rival === row || row.corrects === null || rival.corrects !== row.corrects || rival.rank < row.rank,
    );
  const targetOf = (row: ChainRow) => known.find((other) => other.contactId === row.corrects) ?? null;
  const stands = (row: ChainRow): boolean => {
    const target = targetOf(row);
    return counts(row) && (target === null || stands(target));
  };
  const valid = (row: ChainRow) =>
    stands(row) && !known.some((other) => other.corrects === row.contactId) && row.outcome !== 'void';
  const winner = (id: string | null) => known.find((row) => id !== null && row.corrects === id && counts(row)) ?? null;
  const end = (row: ChainRow): ChainRow => {
    let top = row;
    for (let above = targetOf(top); above !== null; above = targetOf(top)) top = above;
    top = winner(top.corrects) ?? top;
    for (let below = winner(top.contactId); below !== null; below = winner(top.contactId)) top = below;
    return top;
  };
  return { known, valid, end };
}

/** The chain from its first row down to this one; the row after its last planned one, else the first. */
function reported(rows: readonly ChainRow[], row: ChainRow): string {
  const chain = [row];
  for (let head = chain[0]; head?.corrects != null; head = chain[0]) {
    const above = rows.find((other) => other.contactId === head?.corrects);
    if (above === undefined) break;
    chain.unshift(above);
  }
  const planned = chain.slice(0, -1).findLastIndex((link) => link.outcome === 'planned');
  return (chain[planned + 1] ?? row).registeredAt;
}

test('one interval of validity and the intervals of void say at every instant what the definition says', () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 9 }), (rows) => {
      const tree = treeOf(rows);
      const states = new Map(computeChain(tree).map((state) => [state.contactId, state]));
      for (let tick = 0; tick <= 11; tick += 1) {
        const at = instant(tick);
        const reference = asKnown(tree, at);
        for (const row of tree) {
          const state = states.get(row.contactId);
          const isKnown = row.knownFrom <= at;
          const valid = isKnown && (state?.deadFrom == null || at < state.deadFrom);
          const isVoid = state?.voids.some((v) => v.from <= at && (v.to === null || at < v.to));
          expect(valid).toBe(isKnown && reference.valid(row));
          expect(isVoid).toBe(isKnown && reference.end(row).outcome === 'void');
        }
      }
      for (const row of tree) expect(states.get(row.contactId)?.reportedAt).toBe(reported(tree, row));
    }),
    { numRuns: 1500 },
  );
});

test('a void that a later correction lifts is void in between only', () => {
  const row = (contactId: string, at: number, outcome: string): ChainRow => ({
    contactId,
    corrects: { A: null, B: 'A', C: 'B' }[contactId] ?? null,
    rank: at,
    registeredAt: instant(at),
    knownFrom: instant(at),
    outcome,
  });
  const states = computeChain([row('A', 1, 'planned'), row('B', 2, 'void'), row('C', 5, 'held')]);
  expect(states.map((state) => [state.contactId, state.deadFrom, state.reportedAt, state.voids])).toEqual([
    ['A', instant(2), instant(1), [{ from: instant(2), to: instant(5) }]],
    ['B', instant(2), instant(2), [{ from: instant(2), to: instant(5) }]],
    ['C', null, instant(2), []],
  ]);
});
