import { expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { aalenJohansen } from './aalen-johansen.ts';
import { kaplanMeier } from './kaplan-meier.ts';

const spells = {
  time: Int32Array.from([30, 91, 120, 60, 365, 200]),
  cause: Uint8Array.from([1, 1, 0, 2, 0, 1]),
  group: { codes: Uint8Array.from([0, 0, 0, 1, 1, 1]), labels: ['control', 'service'] },
};

test('the example of the README gives what it says', () => {
  const curves = kaplanMeier({ ...spells, cause: spells.cause.map((k) => (k > 0 ? 1 : 0)) }, { at: [90, 180] });
  if (isNotEstimable(curves)) throw new Error(curves.sentence.en);
  expect(curves.groups.control?.surv[0]).toBeCloseTo(2 / 3, 12);
  expect(curves.groups.control?.surv[1]).toBeNull();
});

test('work is counted among those who could still find it', () => {
  const ways = aalenJohansen(spells, { at: [100] });
  if (isNotEstimable(ways)) throw new Error(ways.sentence.en);
  expect(ways.groups.control?.causes['1']?.cif[0]).toBeCloseTo(2 / 3, 12);
  expect(ways.groups.service?.causes['2']?.cif[0]).toBeCloseTo(1 / 3, 12);
  expect(ways.groups.service?.causes['1']?.cif[0]).toBe(0);
});
