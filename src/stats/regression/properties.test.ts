import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanDifference } from '../differences/mean-difference.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { type BinaryInput, cloglog, logit } from './binary-regression.ts';
import { gComputation } from './g-computation.ts';
import { instrumental } from './instrumental.ts';
import { lin } from './lin.ts';
import { type OlsInput, ols } from './ols.ts';
import { postStratified, postStratifiedOfMoments } from './post-stratified.ts';
import { coefficientOf, type RegressionTable } from './regression-table.ts';
import type { StandardError } from './standard-error.ts';
import type { Term } from './term.ts';

const KINDS: readonly StandardError[] = ['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2'];

/** Pseudo-random numbers in [0, 1), the same for a seed. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

/** A small trial: two covariates, strata, clusters, assignment, take-up, outcome with an effect that varies. */
function trial(seed: number, n: number) {
  const next = generator(seed);
  const column = (value: (i: number) => number): Float64Array => Float64Array.from({ length: n }, (_, i) => value(i));
  const bell = (): number => next() + next() + next() - 1.5;
  const x = column(bell);
  const z = column(() => Math.round(3 * next()));
  const treatment = column(() => (next() < 0.45 ? 1 : 0));
  const strata = column((i) => i % 4);
  const clusters = column(() => Math.floor(9 * next()));
  const takeUp = column((i) => (next() < 0.15 + 0.6 * treatment[i]! ? 1 : 0));
  const outcome = column(
    (i) => 1 + 0.5 * treatment[i]! + x[i]! - 0.3 * z[i]! + 0.2 * strata[i]! + (1 + treatment[i]!) * bell(),
  );
  const weights = column(() => 0.2 + 2 * next());
  return { n, x, z, treatment, strata, clusters, takeUp, outcome, weights };
}

const trials = fc.record({ seed: fc.integer({ min: 1, max: 1e9 }), n: fc.integer({ min: 120, max: 700 }) });
const runs = { numRuns: 12 };

function estimable<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(result.sentence.en);
  return result;
}

function close(a: number | undefined, b: number | undefined, digits = 1e-9): void {
  expect(Math.abs(a! - b!), `${a} and ${b}`).toBeLessThanOrEqual(digits * (1 + Math.abs(b!)));
}

function sameCoefficients(
  [a, b]: readonly [RegressionTable, RegressionTable],
  terms: readonly string[],
  digits = 1e-8,
): void {
  for (const term of terms) {
    const one = coefficientOf(a, term)!;
    const other = coefficientOf(b, term)!;
    for (const key of ['estimate', 'se', 'ciLow', 'ciHigh', 'statistic', 'p'] as const)
      close(one[key], other[key], digits);
    if (one.df !== undefined || other.df !== undefined) close(one.df, other.df, 1e-6);
  }
}

function dummiesOf(codes: Float64Array, name: string): Term[] {
  const [, ...levels] = [...new Set(codes)].sort((a, b) => a - b);
  return levels.map((level) => ({ name: `${name}=${level}`, values: codes.map((code) => (code === level ? 1 : 0)) }));
}

const named = (name: string, values: Float64Array): Term => ({ name, values });

describe.each(KINDS)('fixed effects are the regression on their dummies (%s)', (se) => {
  test.each([false, true])('one and two effects, weighted %s', (weighted) => {
    fc.assert(
      fc.property(trials, ({ seed, n }) => {
        const rows = trial(seed, n);
        const terms = [named('t', rows.treatment), named('x', rows.x)];
        const shared: Omit<OlsInput, 'terms'> = {
          outcome: rows.outcome,
          se,
          ...(se.startsWith('CR') ? { clusters: rows.clusters } : {}),
          ...(weighted ? { weights: rows.weights } : {}),
        };
        const one = estimable(ols({ ...shared, terms, fixedEffects: [rows.strata] }));
        const dummies = dummiesOf(rows.strata, 's');
        sameCoefficients([one, estimable(ols({ ...shared, terms: [...terms, ...dummies] }))], ['t', 'x']);
        const two = estimable(ols({ ...shared, terms, fixedEffects: [rows.strata, rows.z] }));
        const both = [...dummies, ...dummiesOf(rows.z, 'z')];
        sameCoefficients([two, estimable(ols({ ...shared, terms: [...terms, ...both] }))], ['t', 'x']);
      }),
      runs,
    );
  });
});

test('effects that repeat each other count once', () => {
  const rows = trial(5, 200);
  const terms = [named('t', rows.treatment)];
  const once = estimable(ols({ outcome: rows.outcome, terms, fixedEffects: [rows.strata], se: 'HC2' }));
  const coarser = rows.strata.map((stratum) => Math.floor(stratum / 2));
  const twice = estimable(
    ols({ outcome: rows.outcome, terms, fixedEffects: [rows.strata, coarser, rows.strata], se: 'HC2' }),
  );
  sameCoefficients([once, twice], ['t']);
  expect(twice.residualDf).toBe(once.residualDf);
});

/** Rows with few distinct values, and the cells that they fall into. */
function inCells(rows: ReturnType<typeof trial>) {
  const binary = rows.outcome.map((value) => (value > 1 ? 1 : 0));
  const cells = new Map<string, { at: number; count: number; sum: number; squares: number; ones: number }>();
  for (let i = 0; i < rows.n; i++) {
    const key = [rows.treatment[i], rows.z[i], rows.clusters[i]].join();
    const cell = cells.get(key) ?? { at: i, count: 0, sum: 0, squares: 0, ones: 0 };
    cell.count += 1;
    cell.sum += rows.outcome[i]!;
    cell.squares += rows.outcome[i]! ** 2;
    cell.ones += binary[i]!;
    cells.set(key, cell);
  }
  const all = [...cells.values()];
  const of = (value: (cell: (typeof all)[number]) => number): Float64Array => Float64Array.from(all, value);
  return {
    binary,
    treatment: of((cell) => rows.treatment[cell.at]!),
    z: of((cell) => rows.z[cell.at]!),
    clusters: of((cell) => rows.clusters[cell.at]!),
    count: of((cell) => cell.count),
    sum: of((cell) => cell.sum),
    sumOfSquares: of((cell) => cell.squares),
    ones: of((cell) => cell.ones),
  };
}

describe('cells give what their rows give', () => {
  test.each(KINDS)('ols, %s, with and without fixed effects', (se) => {
    fc.assert(
      fc.property(trials, ({ seed, n }) => {
        const rows = trial(seed, n);
        const cells = inCells(rows);
        const byCluster = se.startsWith('CR');
        const whole: OlsInput = {
          outcome: rows.outcome,
          terms: [named('t', rows.treatment), named('z', rows.z)],
          se,
          ...(byCluster ? { clusters: rows.clusters } : {}),
        };
        const summed: OlsInput = {
          outcome: cells.sum,
          terms: [named('t', cells.treatment), named('z', cells.z)],
          count: cells.count,
          sumOfSquares: cells.sumOfSquares,
          se,
          ...(byCluster ? { clusters: cells.clusters } : {}),
        };
        const a = estimable(ols(whole));
        const b = estimable(ols(summed));
        sameCoefficients([a, b], ['(Intercept)', 't', 'z']);
        expect(b.n).toBe(a.n);
        const within = ols({ ...whole, fixedEffects: [rows.clusters] });
        const summedWithin = ols({ ...summed, fixedEffects: [cells.clusters] });
        // A cluster of one row fixes its own prediction, as a row and as a cell.
        if (isNotEstimable(within)) expect(summedWithin).toMatchObject({ code: within.code });
        else sameCoefficients([within, estimable(summedWithin)], ['t', 'z']);
      }),
      runs,
    );
  });
  test.each([
    ['logit', logit],
    ['cloglog', cloglog],
  ] as const)('%s', (_, estimator) => {
    fc.assert(
      fc.property(trials, fc.constantFrom('model', 'HC0'), ({ seed, n }, se) => {
        const rows = trial(seed, n);
        const cells = inCells(rows);
        const whole: BinaryInput = {
          outcome: cells.binary,
          terms: [named('t', rows.treatment), named('z', rows.z)],
          se,
        };
        const terms = [named('t', cells.treatment), named('z', cells.z)];
        const a = estimable(estimator(whole));
        const b = estimable(estimator({ outcome: cells.ones, trials: cells.count, terms, se }));
        sameCoefficients([a, b], ['(Intercept)', 't', 'z'], 1e-7);
        close(a.logLik, b.logLik);
        expect(b.n).toBe(a.n);
      }),
      runs,
    );
  });
});

test('post-stratification from moments is that from rows', () => {
  fc.assert(
    fc.property(trials, ({ seed, n }) => {
      const rows = trial(seed, n);
      const moments = (stratum: number, arm: number) => {
        const own = rows.outcome.filter((_, i) => rows.strata[i] === stratum && rows.treatment[i] === arm);
        const total = (of: (value: number) => number): number => own.reduce((sum, value) => sum + of(value), 0);
        return { n: own.length, sum: total((value) => value), sumOfSquares: total((value) => value * value) };
      };
      const cells = [0, 1, 2, 3].map((k) => ({ treated: moments(k, 1), control: moments(k, 0) }));
      const a = estimable(postStratifiedOfMoments(cells));
      const b = estimable(postStratified(rows));
      for (const key of ['estimate', 'se', 'p', 'df', 'n', 'n1', 'n0'] as const) close(a[key], b[key]);
    }),
    runs,
  );
});

test('many rows, begun from a part of them, end where their cells end', () => {
  const rows = trial(3, 240_000);
  const cells = inCells(rows);
  const terms = [named('t', cells.treatment), named('z', cells.z)];
  const whole = logit({ outcome: cells.binary, terms: [named('t', rows.treatment), named('z', rows.z)] });
  const summed = logit({ outcome: cells.ones, trials: cells.count, terms });
  sameCoefficients([estimable(whole), estimable(summed)], ['(Intercept)', 't', 'z'], 1e-9);
});

describe('estimators agree where they should', () => {
  test('Lin without covariates is the difference with Welch error, and HC2', () => {
    fc.assert(
      fc.property(trials, ({ seed, n }) => {
        const rows = trial(seed, n);
        const adjusted = estimable(lin({ outcome: rows.outcome, treatment: rows.treatment, covariates: [] }));
        const plain = estimable(meanDifference(rows, { se: 'welch' }));
        close(adjusted.estimate, plain.estimate);
        close(adjusted.se, plain.se);
      }),
      runs,
    );
  });
  test('Lin on the dummies of strata is post-stratification', () => {
    fc.assert(
      fc.property(trials, ({ seed, n }) => {
        const rows = trial(seed, n);
        const byStrata = estimable(postStratified(rows));
        const byDummies = estimable(
          lin({ ...rows, clusters: undefined, weights: undefined, covariates: dummiesOf(rows.strata, 's') }),
        );
        for (const key of ['estimate', 'se', 'ciLow', 'p', 'df'] as const) close(byDummies[key], byStrata[key], 1e-8);
      }),
      runs,
    );
  });
  test('the effect of taking part times the difference in take-up is intention to treat', () => {
    fc.assert(
      fc.property(trials, ({ seed, n }) => {
        const rows = trial(seed, n);
        const assigned = named('assigned', rows.treatment);
        const late = estimable(
          instrumental({ outcome: rows.outcome, endogenous: named('got', rows.takeUp), instruments: [assigned] }),
        );
        const itt = coefficientOf(estimable(ols({ outcome: rows.outcome, terms: [assigned] })), 'assigned')!;
        close(late.estimate * (late.takeUp1! - late.takeUp0!), itt.estimate);
        close(late.wald, late.estimate);
        close(late.firstStage, late.takeUp1! - late.takeUp0!);
      }),
      runs,
    );
  });
  test('where all comply the effect of taking part is that of being assigned, error included', () => {
    const rows = trial(11, 300);
    const assigned = named('assigned', rows.treatment);
    const taken = named('got', rows.treatment);
    const late = estimable(instrumental({ outcome: rows.outcome, endogenous: taken, instruments: [assigned] }, 'HC2'));
    const itt = coefficientOf(estimable(ols({ outcome: rows.outcome, terms: [assigned], se: 'HC2' })), 'assigned')!;
    close(late.estimate, itt.estimate);
    close(late.se, itt.se);
    expect(late.firstStageF).toBeUndefined();
  });
  test('g-computation without covariates is the difference of the shares', () => {
    fc.assert(
      fc.property(trials, fc.constantFrom('simple', 'blocks', 'fixed'), ({ seed, n }, scheme) => {
        const rows = trial(seed, n);
        const outcome = rows.outcome.map((value) => (value > 1 ? 1 : 0));
        const got = estimable(
          gComputation({ outcome, treatment: rows.treatment, covariates: [], scheme, strata: rows.strata }),
        );
        close(got.estimate, estimable(meanDifference({ outcome, treatment: rows.treatment })).estimate, 1e-8);
      }),
      runs,
    );
  });
  test('the order of the rows does not matter, nor a constant added to a covariate', () => {
    fc.assert(
      fc.property(trials, fc.constantFrom(...KINDS), ({ seed, n }, se) => {
        const rows = trial(seed, n);
        const inputOf = (turn: (column: Float64Array) => Float64Array, shift: number): OlsInput => ({
          outcome: turn(rows.outcome),
          terms: [
            named('t', turn(rows.treatment)),
            named(
              'x',
              turn(rows.x).map((value) => value + shift),
            ),
          ],
          se,
          ...(se.startsWith('CR') ? { clusters: turn(rows.clusters) } : {}),
        });
        const straight = estimable(ols(inputOf((column) => column, 0)));
        const reversed = estimable(ols(inputOf((column) => column.toReversed(), 2 ** 20)));
        sameCoefficients([straight, reversed], ['t', 'x'], 1e-8);
      }),
      runs,
    );
  });
});

test("Longley's data keep their certified digits (NIST StRD, certified values)", () => {
  const table = [
    [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
    [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
    [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
    [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
    [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
    [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
    [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
    [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
    [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
    [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
    [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
    [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
    [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
    [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
    [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
    [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
  ];
  const column = (j: number): Float64Array => Float64Array.from(table, (row) => row[j]!);
  const terms = [1, 2, 3, 4, 5, 6].map((j) => named(`x${j}`, column(j)));
  const fit = estimable(ols({ outcome: column(0), terms, se: 'classical' }));
  const certified = [
    [-3482258.63459582, 890420.383607373],
    [15.0618722713733, 84.9149257747669],
    [-0.035819179292591, 0.0334910077722432],
    [-2.02022980381683, 0.488399681651699],
    [-1.03322686717359, 0.214274163161675],
    [-0.0511041056535807, 0.22607320006937],
    [1829.15146461355, 455.478499142212],
  ];
  certified.forEach(([estimate, se], j) => {
    expect(Math.abs(fit.coefficients[j]!.estimate / estimate! - 1)).toBeLessThan(1e-9);
    expect(Math.abs(fit.coefficients[j]!.se / se! - 1)).toBeLessThan(1e-9);
  });
});
