import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { describeShared, expectedEntry, expectWithin, numbersOf, sharedColumns } from '../testing/expected.files.ts';
import { cochranMantelHaenszel } from './cmh.ts';
import { fisher } from './fisher.ts';
import { meanDifference } from './mean-difference.ts';
import { type MeanError, meanDifferenceOfMoments } from './mean-difference-of-moments.ts';
import { mergeMoments, momentsOfSums } from './moments.ts';
import { countProportions, proportionDifference, type TwoProportions } from './proportion-difference.ts';
import { rankSum } from './rank-sum.ts';

function estimable<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(`refused: ${result.code}`);
  return result;
}

describeShared('reference results of differences', () => {
  const dw = sharedColumns('nsw_dw');
  const treatment = numbersOf(dw.treat);
  const outcome = numbersOf(dw.re78);
  const employed = outcome.map((value) => (value > 0 ? 1 : 0));

  test.each(['welch', 'HC0', 'HC1', 'HC2', 'HC3'] as const)('nsw_dw.itt.%s', (se) => {
    const entry = expectedEntry(`nsw_dw.itt.${se}`);
    const got = estimable(meanDifference({ outcome, treatment }, { se }));
    for (const key of ['estimate', 'se', 'statistic', 'df', 'p'] as const)
      expectWithin(got[key], entry.expected[key], entry);
    expectWithin(got.ciLow, entry.expected.ci_low, entry);
    expectWithin(got.ciHigh, entry.expected.ci_high, entry);
    expect([got.n, got.n1, got.n0]).toEqual([445, 185, 260]);
  });

  test.each(['CR0', 'CR1', 'CR2'] as const)('thornton.itt.%s', (se) => {
    const entry = expectedEntry(`thornton.itt.${se === 'CR1' ? 'stata' : se}`);
    const all = sharedColumns('thornton_hiv');
    const rows = [...(all.got as string[]).keys()].filter((i) => all.got?.[i] && all.any?.[i] && all.villnum?.[i]);
    const pick = (name: string) => Float64Array.from(rows, (i) => Number(all[name]?.[i]));
    const villages = [...new Set(pick('villnum'))];
    const cluster = pick('villnum').map((village) => villages.indexOf(village));
    const got = estimable(meanDifference({ outcome: pick('got'), treatment: pick('any') }, { se, cluster }));
    for (const key of ['estimate', 'se', 'statistic', 'df', 'p', 'n'] as const) {
      expectWithin(got[key], entry.expected[key], entry);
    }
  });

  test.each(['newcombe', 'wald'] as const)('nsw_dw.riskdiff.%s', (interval) => {
    const entry = expectedEntry(`nsw_dw.riskdiff.${interval}`);
    const counts = estimable(countProportions(employed, treatment));
    const got = estimable(proportionDifference(counts, { interval }));
    expectWithin(got.estimate, entry.expected.estimate, entry);
    expectWithin(got.ciLow, entry.expected.ci_low, entry);
    expectWithin(got.ciHigh, entry.expected.ci_high, entry);
    if (interval === 'wald') {
      expectWithin(got.chisq, entry.expected.chisq, entry);
      expectWithin(got.p, entry.expected.p, entry);
    }
  });

  test('nsw_dw.fisher', () => {
    const entry = expectedEntry('nsw_dw.fisher');
    const got = estimable(fisher(estimable(countProportions(employed, treatment))));
    expectWithin(got.oddsRatio, entry.expected.odds_ratio, entry);
    expectWithin(got.ciLow, entry.expected.ci_low, entry);
    expectWithin(got.ciHigh, entry.expected.ci_high, entry);
    expectWithin(got.p, entry.expected.p, entry);
  });

  test('nsw_dw.cmh', () => {
    const entry = expectedEntry('nsw_dw.cmh');
    const black = numbersOf(dw.black);
    const strata = [0, 1].map((level) =>
      estimable(
        countProportions(
          employed.filter((_, i) => black[i] === level),
          treatment.filter((_, i) => black[i] === level),
        ),
      ),
    );
    const got = estimable(cochranMantelHaenszel(strata));
    expectWithin(got.chisq, entry.expected.chisq, entry);
    expectWithin(got.p, entry.expected.p, entry);
    expectWithin(got.commonOddsRatio, entry.expected.common_or, entry);
    expectWithin(got.ciLow, entry.expected.ci_low, entry);
    expectWithin(got.ciHigh, entry.expected.ci_high, entry);
  });

  test('nsw_dw.wilcoxon', () => {
    const entry = expectedEntry('nsw_dw.wilcoxon');
    const got = estimable(rankSum({ outcome, treatment }));
    expectWithin(got.w, entry.expected.W, entry);
    expectWithin(got.p, entry.expected.p, entry);
  });

  test.each(['rd.650.1000.630.1000', 'rd.15600.24000.3780.6000', 'rd.3.11.9.13'])('%s', (id) => {
    const entry = expectedEntry(id);
    const [x1, n1, x0, n0] = id.split('.').slice(1).map(Number) as [number, number, number, number];
    const newcombe = estimable(proportionDifference({ x1, n1, x0, n0 }));
    const wald = estimable(proportionDifference({ x1, n1, x0, n0 }, { interval: 'wald' }));
    const want = entry.expected as Record<string, number> & Record<'wald' | 'newcombe' | 'rr_ci', [number, number]>;
    expectWithin(wald.estimate, want.rd, entry);
    expectWithin(wald.ciLow, want.wald[0], entry);
    expectWithin(wald.ciHigh, want.wald[1], entry);
    expectWithin(newcombe.ciLow, want.newcombe[0], entry);
    expectWithin(newcombe.ciHigh, want.newcombe[1], entry);
    expectWithin(newcombe.chisq, want.chisq, entry);
    expectWithin(newcombe.p, want.p, entry);
    expectWithin(newcombe.risk?.ratio, want.rr, entry);
    expectWithin(newcombe.risk?.low, want.rr_ci[0], entry);
    expectWithin(newcombe.risk?.high, want.rr_ci[1], entry);
    expectWithin(newcombe.nnt, want.nnt, entry);
    expectWithin(estimable(fisher({ x1, n1, x0, n0 })).p, want.fisher_p, entry);
  });
});

const rowsWithCell = fc.array(
  fc.record({ outcome: fc.integer({ min: -50, max: 50 }), treatment: fc.constantFrom(0, 1), cell: fc.nat(4) }),
  { minLength: 12, maxLength: 60 },
);

test('sums per cell give the same difference as rows', () => {
  fc.assert(
    fc.property(rowsWithCell, fc.constantFrom<MeanError>('welch', 'HC0', 'HC1', 'HC2', 'HC3'), (rows, se) => {
      const byRows = meanDifference(
        { outcome: rows.map((row) => row.outcome), treatment: rows.map((row) => row.treatment) },
        { se },
      );
      const arm = (treatment: number) =>
        mergeMoments(
          [0, 1, 2, 3, 4].map((cell) => {
            const values = rows
              .filter((row) => row.treatment === treatment && row.cell === cell)
              .map((row) => row.outcome);
            const sum = values.reduce((a, b) => a + b, 0);
            return momentsOfSums({ n: values.length, sum, sumOfSquares: values.reduce((a, b) => a + b * b, 0) });
          }),
        );
      const byCells = meanDifferenceOfMoments(arm(1), arm(0), { se });
      if (isNotEstimable(byRows) || isNotEstimable(byCells)) {
        expect(isNotEstimable(byRows)).toBe(isNotEstimable(byCells));
        return;
      }
      expect(byCells.estimate).toBeCloseTo(byRows.estimate, 10);
      expect(byCells.se).toBeCloseTo(byRows.se, 10);
      expect(byCells.p).toBeCloseTo(byRows.p, 10);
    }),
  );
});

test('weights of one change nothing, integer weights keep the estimate of repeated rows', () => {
  const outcome = [1, 4, 2, 8, 5, 7];
  const treatment = [1, 1, 0, 0, 1, 0];
  for (const se of ['HC0', 'HC1', 'HC2', 'HC3'] as const) {
    const plain = estimable(meanDifference({ outcome, treatment }, { se }));
    const weighted = estimable(meanDifference({ outcome, treatment }, { se, weights: outcome.map(() => 1) }));
    expect(weighted.estimate).toBeCloseTo(plain.estimate, 12);
    expect(weighted.se).toBeCloseTo(plain.se, 12);
  }
  const repeated = estimable(meanDifference({ outcome: [...outcome, 4], treatment: [...treatment, 1] }));
  const weighted = estimable(meanDifference({ outcome, treatment }, { weights: [1, 2, 1, 1, 1, 1] }));
  expect(weighted.estimate).toBeCloseTo(repeated.estimate, 12);
});

test('weights of one change nothing for clusters either', () => {
  const rows = { outcome: [1, 4, 2, 8, 5, 7, 3, 9], treatment: [1, 1, 0, 0, 1, 0, 0, 1] };
  const cluster = [0, 0, 1, 1, 2, 2, 3, 3];
  for (const se of ['CR0', 'CR1', 'CR2'] as const) {
    const plain = estimable(meanDifference(rows, { se, cluster }));
    const weighted = estimable(meanDifference(rows, { se, cluster, weights: rows.outcome.map(() => 1) }));
    for (const key of ['estimate', 'se', 'df', 'p'] as const) {
      expect(weighted[key]).toBeCloseTo(plain[key] as number, 10);
    }
    expect([weighted.n1, weighted.n0]).toEqual([4, 4]);
  }
});

test('clusters of one row give HC0 under CR0', () => {
  const rows = { outcome: [1, 4, 2, 8, 5, 7, 3, 9], treatment: [1, 1, 0, 0, 1, 0, 0, 1] };
  const clustered = estimable(meanDifference(rows, { se: 'CR0', cluster: [0, 1, 2, 3, 4, 5, 6, 7] }));
  const plain = estimable(meanDifference(rows, { se: 'HC0' }));
  expect(clustered.se).toBeCloseTo(plain.se, 12);
  const cr2 = estimable(meanDifference(rows, { se: 'CR2', cluster: [0, 1, 2, 3, 4, 5, 6, 7] }));
  expect(cr2.se).toBeCloseTo(estimable(meanDifference(rows, { se: 'HC2' })).se, 12);
});

const counts = fc
  .record({ n1: fc.integer({ min: 1, max: 40 }), n0: fc.integer({ min: 1, max: 40 }), a: fc.nat(40), b: fc.nat(40) })
  .map(({ n1, n0, a, b }): TwoProportions => ({ n1, n0, x1: a % (n1 + 1), x0: b % (n0 + 1) }));

test('exchanging the arms reverses a difference and inverts a ratio', () => {
  fc.assert(
    fc.property(counts, (c) => {
      const swapped = { x1: c.x0, n1: c.n0, x0: c.x1, n0: c.n1 };
      const there = estimable(proportionDifference(c));
      const back = estimable(proportionDifference(swapped));
      expect(back.estimate).toBeCloseTo(-there.estimate, 12);
      expect(back.ciLow).toBeCloseTo(-there.ciHigh, 12);
      expect(there.ciLow).toBeGreaterThanOrEqual(-1);
      expect(there.ciHigh).toBeLessThanOrEqual(1);
      const exact = fisher(c, { exact: true });
      const exactBack = fisher(swapped, { exact: true });
      if (isNotEstimable(exact) || isNotEstimable(exactBack)) return;
      expect(exactBack.p).toBeCloseTo(exact.p, 12);
      if (exact.ciHigh && exactBack.ciLow) expect(exactBack.ciLow * exact.ciHigh).toBeCloseTo(1, 8);
    }),
  );
});

test('one stratum repeated keeps the common odds ratio', () => {
  const stratum = { x1: 7, n1: 20, x0: 4, n0: 25 };
  const one = estimable(cochranMantelHaenszel([stratum]));
  const three = estimable(cochranMantelHaenszel([stratum, stratum, stratum, { x1: 0, n1: 0, x0: 2, n0: 3 }]));
  expect(three.commonOddsRatio).toBeCloseTo(one.commonOddsRatio as number, 12);
  expect(three.chisq).toBeCloseTo(3 * one.chisq, 10);
  expect(three.strataUsed).toBe(3);
  expect(three.warnings[0]?.code).toBe('strata_without_contrast');
});

test('wrong input has its own code', () => {
  const code = (result: unknown) => (isNotEstimable(result) ? result.code : 'estimated');
  expect(code(meanDifference({ outcome: [1, 2], treatment: [1] }))).toBe('unequal_lengths');
  expect(code(meanDifference({ outcome: [1, Number.NaN], treatment: [1, 0] }))).toBe('missing_value');
  expect(code(meanDifference({ outcome: [1, 2], treatment: [1, 2] }))).toBe('not_binary');
  expect(code(meanDifference({ outcome: [1, 2], treatment: [1, 1] }))).toBe('one_arm');
  expect(code(meanDifference({ outcome: [], treatment: [] }))).toBe('too_few');
  expect(code(meanDifference({ outcome: [1, 2], treatment: [1, 0] }))).toBe('too_few');
  expect(code(meanDifference({ outcome: [3, 3, 3, 3], treatment: [1, 0, 1, 0] }))).toBe('constant');
  expect(code(meanDifference({ outcome: [1, 2, 3, 4], treatment: [1, 0, 1, 0] }, { se: 'CR2' }))).toBe('no_cluster');
  const cluster = { cluster: [0, 0, 0, 0] };
  expect(code(meanDifference({ outcome: [1, 2, 3, 4], treatment: [1, 0, 1, 0] }, { se: 'CR0', ...cluster }))).toBe(
    'one_cluster',
  );
  const clustered = (se: 'HC2' | 'CR2') =>
    code(meanDifference({ outcome: [1, 2, 3, 4], treatment: [1, 0, 1, 0] }, { se, ...cluster }));
  expect(clustered('HC2')).toBe('idle_cluster');
  // One cluster fixes both arms too, but that there is one is what the reader can mend.
  expect(clustered('CR2')).toBe('one_cluster');
  const whole = { cluster: [0, 1, 0, 2] };
  expect(code(meanDifference({ outcome: [1, 2, 3, 4], treatment: [1, 0, 1, 0] }, { se: 'CR2', ...whole }))).toBe(
    'leverage_one',
  );
  const weights = { weights: [1, -1, 1, 1] };
  expect(code(meanDifference({ outcome: [1, 2, 3, 4], treatment: [1, 0, 1, 0] }, weights))).toBe('bad_weight');
  expect(code(proportionDifference({ x1: 3, n1: 2, x0: 0, n0: 2 }))).toBe('out_of_range');
  expect(code(proportionDifference({ x1: 0, n1: 0, x0: 0, n0: 2 }))).toBe('one_arm');
  expect(code(fisher({ x1: 0, n1: 3, x0: 0, n0: 2 }))).toBe('constant');
  expect(code(rankSum({ outcome: [5, 5, 5], treatment: [1, 0, 1] }))).toBe('constant');
  expect(code(cochranMantelHaenszel([{ x1: 1, n1: 1, x0: 0, n0: 0 }]))).toBe('one_arm');
  expect(code(cochranMantelHaenszel([{ x1: 1, n1: 1, x0: 1, n0: 1 }]))).toBe('constant');
  const parted = [
    { x1: 1, n1: 2, x0: 0, n0: 0 },
    { x1: 0, n1: 0, x0: 1, n0: 2 },
  ];
  expect(code(cochranMantelHaenszel(parted))).toBe('no_contrast');
  expect(code(countProportions([0, 2], [0, 1]))).toBe('not_binary');
});

test('a zero count leaves a ratio out instead of giving infinity', () => {
  const got = estimable(proportionDifference({ x1: 5, n1: 10, x0: 0, n0: 10 }));
  expect(got.risk).toBeUndefined();
  expect(got.warnings[0]?.code).toBe('zero_count');
  const exact = estimable(fisher({ x1: 5, n1: 10, x0: 0, n0: 10 }));
  expect(exact.ciHigh).toBeUndefined();
  expect(exact.ciLow).toBeGreaterThan(1);
  expect(exact.warnings[0]?.code).toBe('unbounded');
});
