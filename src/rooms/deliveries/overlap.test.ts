import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArrivingSpell, refusedSpells, type StandingSpell, shareDay } from './overlap.ts';

const day = (n: number) => `2019-01-${String(n).padStart(2, '0')}`;
const spell = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }))
  .map(([from, length]) => ({ from: day(from), to: length === null ? null : day(from + length) }));

test('a refused row leaves its earlier version in force, which may refuse the next', () => {
  const standing: StandingSpell[] = [
    { key: 'a', from: day(1), to: day(10) },
    { key: 'z', from: day(20), to: null },
  ];
  const arriving: ArrivingSpell[] = [
    { n: 1, key: 'a', from: day(1), to: day(25) },
    { n: 2, key: 'b', from: day(5), to: day(8) },
    { n: 3, key: 'c', from: day(10), to: day(12) },
  ];
  // 1 meets z and is refused; then a of before stands again and refuses 2.
  expect(refusedSpells(standing, arriving)).toEqual(new Set([1, 2]));
});

test('no two spells share a day after the delivery, and what is refused met another', () => {
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 5 }), fc.array(spell, { maxLength: 7 }), (before, coming) => {
      // What stands never overlaps, as in the register.
      const standing: StandingSpell[] = [];
      for (const [i, one] of before.entries()) {
        if (!standing.some((other) => shareDay(other, one))) standing.push({ key: `k${i % 4}${i}`, ...one });
      }
      const arriving = coming.map((one, i): ArrivingSpell => ({ n: i, key: standing[i]?.key ?? `n${i}`, ...one }));
      const refused = refusedSpells(standing, arriving);
      const taken = arriving.filter((one) => !refused.has(one.n));
      const replaced = new Set(taken.map((one) => one.key));
      const after = [...standing.filter((one) => !replaced.has(one.key)), ...taken];
      for (const [i, a] of after.entries()) {
        for (const b of after.slice(i + 1)) expect(shareDay(a, b)).toBe(false);
      }
      for (const one of arriving) {
        if (refused.has(one.n))
          expect([...standing, ...arriving].some((other) => other !== one && shareDay(other, one))).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
