import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noncentralTUpper } from '../distributions/noncentral-t.ts';
import { tUpper } from '../distributions/student.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { describeShared, expectedEntries, expectWithin } from '../testing/expected.files.ts';
import { allocate } from './allocate.ts';
import { designEffect } from './design-effect.ts';
import { detectableDifference } from './detectable.ts';
import { requiredEvents } from './events.ts';
import { arcsineSampleSize, sampleSizeOfMeans, sampleSizeOfProportions } from './sample-size.ts';
import { type BoundType, equalLooks, sequentialBounds } from './sequential.ts';
import { crossingChances } from './sequential-paths.ts';

function estimable<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(`refused: ${result.code}`);
  return result;
}

describeShared('reference results of designs', () => {
  const entries = expectedEntries('expected_design').filter((entry) => !/^(padj|rd)\./.test(entry.id));

  test.each(entries.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
    const want = entry.expected as Record<string, number> & Record<'info' | 'z' | 'alpha_spent' | 'stage_p', number[]>;
    const kind = id.split('.')[0];
    const numbers = (id.match(/\d+\.\d+|\d+/g) ?? []).map(Number) as [number, number, number, number];
    if (id.startsWith('n.')) {
      const [p0, p1, power] = numbers;
      const ratio = id.includes('.k') ? numbers[3] : 1;
      if (id.startsWith('n.arcsine')) {
        const got = estimable(arcsineSampleSize({ p1, p0 }, { power }));
        expectWithin(got.h, want.h, entry);
        expectWithin(got.nPerArm, want.n_per_arm, entry);
      } else {
        const got = estimable(sampleSizeOfProportions({ p1, p0 }, { power, ratio }));
        if (id.startsWith('n.twoprop')) expectWithin(got.nPerArm, want.n_per_arm, entry);
        else {
          expectWithin(got.nTotal, want.n_total, entry);
          expectWithin(got.n1, want.n1, entry);
          expectWithin(got.n0, want.n2, entry);
        }
      }
    } else if (kind === 'mde') {
      const [, n1, n0, ...share] = id.split('.');
      const got = estimable(detectableDifference({ n1: Number(n1), n0: Number(n0), p0: Number(share.join('.')) }));
      expectWithin(got.detectable, want.mde, entry);
    } else if (kind === 'deff') {
      const [clusterSize, icc, clusterCv] = id === 'deff.50.0.01.0' ? [50, 0.01, 0] : [200, 0.002, 0.6];
      expectWithin(estimable(designEffect({ clusterSize, icc, clusterCv })).designEffect, want.deff, entry);
    } else if (kind === 'events') {
      const hazardRatio = Number(id.replace('events.schoenfeld.', ''));
      expectWithin(estimable(requiredEvents(hazardRatio)).events, want.d_1_1, entry);
      expectWithin(estimable(requiredEvents(hazardRatio, { ratio: 4 })).events, want.d_4_1, entry);
    } else {
      const got = estimable(sequentialBounds({ type: id.split('.')[1] as BoundType, information: want.info }));
      got.z.forEach((z, k) => expectWithin(z, want.z[k], entry));
      got.alphaSpent.forEach((alpha, k) => expectWithin(alpha, want.alpha_spent[k], entry));
      got.stageP.forEach((p, k) => expectWithin(p, want.stage_p[k], entry));
      expectWithin(got.inflation, want.inflation, entry);
    }
  });
});

test('power.t.test of R 4.2.2: n per arm of a difference of means', () => {
  // power.t.test(delta = 0.5, power = 0.8, tol = 1e-12)$n and (delta = 1, sd = 10, power = 0.9, tol = 1e-12)$n
  expect(estimable(sampleSizeOfMeans({ difference: 0.5, sd: 1 })).nPerArm).toBeCloseTo(63.7657637248468, 7);
  expect(estimable(sampleSizeOfMeans({ difference: -1, sd: 10 }, { power: 0.9 })).nPerArm).toBeCloseTo(
    2102.44544044298,
    6,
  );
  const unequal = estimable(sampleSizeOfMeans({ difference: 0.5, sd: 1 }, { ratio: 3 }));
  expect(unequal.n1).toBeCloseTo(3 * unequal.n0, 9);
});

test('a noncentral t without shift is the t', () => {
  for (const df of [1.5, 4, 60, 5000]) expect(noncentralTUpper(1.7, { df, shift: 0 })).toBeCloseTo(tUpper(1.7, df), 11);
});

test('the detectable difference undoes the sample size', () => {
  const size = estimable(sampleSizeOfProportions({ p1: 0.4, p0: 0.3 }, { ratio: 2, power: 0.9 }));
  expect(estimable(detectableDifference({ ...size, p0: 0.3 }, { power: 0.9 })).detectable).toBeCloseTo(0.1, 10);
});

test('one look is the fixed test; more looks spend alpha in all at any information times', () => {
  for (const type of ['OF', 'P', 'asOF', 'asP', 'asKD'] as const) {
    expect(estimable(sequentialBounds({ type, information: [1] })).z[0]).toBeCloseTo(1.959963984540054, 8);
    const got = estimable(sequentialBounds({ type, information: [0.11, 0.115, 0.7, 1], alpha: 0.05 }));
    expect(got.alphaSpent.at(-1)).toBeCloseTo(0.05, 8);
    expect(got.inflation).toBeGreaterThan(1);
  }
});

test('a look where nothing can be spent is out of reach', () => {
  const got = estimable(sequentialBounds({ type: 'asOF', information: [0.002, 1] }));
  expect(got.z[0]).toBeGreaterThan(36);
  expect(got.z[1]).toBeCloseTo(1.959963984540054, 6);
});

test('crossing chances agree with a closed form for two looks', () => {
  // With independent halves, Pr(B(1/2) / sqrt(1/2) > 0 or B(1) > 0) = 1/2 + Pr(first > 0, second < 0) = 1/2 + 1/8.
  expect(crossingChances([0.5, 1], [0, 0], 0)[1]).toBeCloseTo(0.625, 12);
});

const plans = fc.record({
  shares: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
  rounds: fc.integer({ min: 1, max: 3 }),
  seed: fc.integer(),
  strata: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 80 }),
});

test('every full block of a stratum has the shares exactly, and a longer list keeps the arms given', () => {
  fc.assert(
    fc.property(plans, ({ shares, rounds, seed, strata }) => {
      const block = rounds * shares.reduce((a, b) => a + b, 0);
      const arms = estimable(allocate(strata, { block, shares, seed }));
      for (const stratum of ['a', 'b', 'c']) {
        const within = [...arms].filter((_, i) => strata[i] === stratum);
        for (let from = 0; from + block <= within.length; from += block) {
          const counts = shares.map((_, arm) => within.slice(from, from + block).filter((a) => a === arm).length);
          expect(counts).toEqual(shares.map((share) => share * rounds));
        }
        const alone = estimable(
          allocate(
            [...within.keys()].map(() => stratum),
            { block, shares, seed },
          ),
        );
        expect([...alone]).toEqual(within);
      }
    }),
  );
});

test('what cannot be designed is refused with a code', () => {
  const code = (result: unknown) => (isNotEstimable(result) ? result.code : 'estimated');
  expect(code(sampleSizeOfProportions({ p1: 0.5, p0: 0.5 }))).toBe('no_difference');
  expect(code(sampleSizeOfProportions({ p1: 1.5, p0: 0.5 }))).toBe('out_of_range');
  expect(code(sampleSizeOfMeans({ difference: 1, sd: 0 }))).toBe('out_of_range');
  expect(code(arcsineSampleSize({ p1: 0.5, p0: 0.4 }, { power: 1.2 }))).toBe('out_of_range');
  expect(code(detectableDifference({ n1: 2, n0: 2, p0: 0.9 }))).toBe('too_few');
  expect(code(requiredEvents(1))).toBe('no_difference');
  expect(code(sampleSizeOfMeans({ difference: 0, sd: 1 }))).toBe('no_difference');
  expect(code(designEffect({ clusterSize: 0, icc: 0.1 }))).toBe('out_of_range');
  expect(code(sequentialBounds({ type: 'OF', information: [0.5, 0.4, 1] }))).toBe('out_of_range');
  expect(code(sequentialBounds({ type: 'asKD', information: equalLooks(3), gamma: 0 }))).toBe('out_of_range');
  expect(code(allocate(['a'], { block: 4, shares: [1, 2], seed: 1 }))).toBe('out_of_range');
});

test('blocks that no memory holds are refused, by themselves and over the strata', () => {
  const code = (result: unknown) => (isNotEstimable(result) ? result.code : '');
  expect(code(allocate(['a'], { block: 400_000_000, shares: [1, 1], seed: 1 }))).toBe('block_too_large');
  const strata = Array.from({ length: 20_000 }, (_, i) => i);
  expect(code(allocate(strata, { block: 10_000, shares: [1, 1], seed: 1 }))).toBe('block_too_large');
  expect(estimable(allocate(['a'], { block: 10_000, shares: [1, 1], seed: 1 })).length).toBe(1);
});

test('strata draw by themselves whatever the size of the seed', () => {
  const labels = Array.from({ length: 400 }, (_, i) => `stratum ${i}`);
  const block = 64;
  const strata = labels.flatMap((label) => Array.from({ length: block }, () => label));
  const arms = estimable(allocate(strata, { block, shares: [1, 1], seed: 2 ** 52 }));
  const draws = labels.map((_, s) => arms.slice(s * block, (s + 1) * block).join(''));
  expect(new Set(draws).size).toBe(labels.length);
});

test.each([
  ['p1 = 1.5', sampleSizeOfProportions({ p1: 1.5, p0: 0.5 })],
  ['ratio = 0', sampleSizeOfProportions({ p1: 0.5, p0: 0.4 }, { ratio: 0 })],
  ['p0 = 0', arcsineSampleSize({ p1: 0.5, p0: 0 })],
  ['power = 1.2', sampleSizeOfProportions({ p1: 0.5, p0: 0.4 }, { power: 1.2 })],
  ['alpha = 2', requiredEvents(1.5, { alpha: 2 })],
  ['sd = 0', sampleSizeOfMeans({ difference: 1, sd: 0 })],
  ['n0 = 0', detectableDifference({ n1: 2, n0: 0, p0: 0.9 })],
  ['hazard ratio = -1', requiredEvents(-1)],
  ['cluster size = 0', designEffect({ clusterSize: 0, icc: 0.1 })],
  ['icc = 2', designEffect({ clusterSize: 5, icc: 2 })],
  ['gamma = 0', sequentialBounds({ type: 'asKD', information: equalLooks(3), gamma: 0 })],
])('a value that cannot be is named: %s', (detail, result) => {
  expect(result).toMatchObject({ code: 'out_of_range', detail });
});

test('one look asks no more and no fewer rows than the fixed design', () => {
  for (const power of [0.8, 0.9, 0.95]) {
    expect(sequentialBounds({ type: 'OF', information: [1], power })).toMatchObject({
      inflation: expect.closeTo(1, 9),
    });
    const { inflation } = sequentialBounds({ type: 'OF', information: [1], power }) as { inflation: number };
    expect(inflation).toBeGreaterThanOrEqual(1);
  }
});
