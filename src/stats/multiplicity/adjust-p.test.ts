import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { describeShared, expectedEntry, expectWithin } from '../testing/expected.files.ts';
import { type AdjustedP, adjustP } from './adjust-p.ts';

function adjusted(p: readonly number[]): AdjustedP {
  const result = adjustP(p);
  if (isNotEstimable(result)) throw new Error(result.code);
  return result;
}

describeShared('reference results of adjusted p-values', () => {
  test.each(['padj.1', 'padj.2'])('%s', (id) => {
    const entry = expectedEntry(id);
    const want = entry.expected as Record<string, number[]>;
    const got = adjusted(want.p as number[]);
    const pairs = {
      bonferroni: 'bonferroni',
      holm: 'holm',
      hochberg: 'hochberg',
      hommel: 'hommel',
      bh: 'BH',
      by: 'BY',
    };
    for (const [ours, theirs] of Object.entries(pairs) as [keyof AdjustedP, string][]) {
      got[ours].forEach((value, i) => expectWithin(value, want[theirs]?.[i], entry));
    }
  });
});

const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

test('order of power: Hommel <= Hochberg <= Holm <= Bonferroni, never below the p-value itself, never above one', () => {
  fc.assert(
    fc.property(values, (p) => {
      const a = adjusted(p);
      p.forEach((value, i) => {
        const chain = [value, a.hommel[i], a.hochberg[i], a.holm[i], a.bonferroni[i], 1] as number[];
        for (let k = 1; k < chain.length; k += 1) {
          expect(chain[k]).toBeGreaterThanOrEqual((chain[k - 1] as number) * (1 - 1e-12));
        }
        expect(a.by[i]).toBeGreaterThanOrEqual(a.bh[i] as number);
      });
    }),
  );
});

test('the order given does not matter', () => {
  fc.assert(
    fc.property(values, (p) => {
      const there = adjusted(p);
      const back = adjusted([...p].reverse());
      for (const method of Object.keys(there) as (keyof AdjustedP)[]) {
        [...back[method]].reverse().forEach((value, i) => {
          expect(value).toBeCloseTo(there[method][i] as number, 12);
        });
      }
    }),
  );
});

test('what is no p-value is refused', () => {
  expect(adjustP([])).toMatchObject({ code: 'too_few' });
  expect(adjustP([0.2, 1.2])).toMatchObject({ code: 'out_of_range' });
  expect(adjustP([0.2, Number.NaN])).toMatchObject({ code: 'missing_value' });
});
