import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isNotEstimable, type NotEstimableCode } from '../not-estimable.ts';
import { aipw } from '../weighting/aipw.ts';
import { ipw } from '../weighting/ipw.ts';
import { responseWeighted } from '../weighting/response-weighted.ts';
import { cloglog, logit } from './binary-regression.ts';
import { gComputation } from './g-computation.ts';
import { instrumental } from './instrumental.ts';
import { lin } from './lin.ts';
import { ols } from './ols.ts';
import { postStratified } from './post-stratified.ts';
import type { Term } from './term.ts';

const f = (...values: number[]): Float64Array => Float64Array.from(values);
const term = (name: string, ...values: number[]): Term => ({ name, values: f(...values) });

const y = f(1, 3, 2, 5, 4, 7, 6, 8);
const t = f(0, 1, 0, 1, 0, 1, 0, 1);
const x = term('x', 1, 2, 4, 3, 5, 7, 6, 9);
const binary = f(0, 1, 0, 0, 1, 1, 0, 1);

/** Each wrong input with the code it must meet, and what the sentence must name. */
const WRONG: readonly [string, () => unknown, NotEstimableCode, string?][] = [
  ['a column twice', () => ols({ outcome: y, terms: [x, { ...x, name: 'again' }] }), 'collinearity', 'again'],
  [
    'a constant column',
    () => ols({ outcome: y, terms: [x, term('one', 5, 5, 5, 5, 5, 5, 5, 5)] }),
    'collinearity',
    'one',
  ],
  [
    'a column that a fixed effect explains',
    () => ols({ outcome: y, terms: [x, term('arm', ...t)], fixedEffects: [t] }),
    'collinearity',
    'arm',
  ],
  [
    'a missing covariate',
    () => ols({ outcome: y, terms: [term('x', 1, Number.NaN, 4, 3, 5, 7, 6, 9)] }),
    'missing_value',
    'x',
  ],
  [
    'a missing outcome',
    () => ols({ outcome: f(1, 3, Number.NaN, 5, 4, 7, 6, 8), terms: [x] }),
    'missing_value',
    'outcome',
  ],
  [
    'an infinite outcome',
    () => ols({ outcome: f(1, 3, Infinity, 5, 4, 7, 6, 8), terms: [x] }),
    'out_of_range',
    'outcome',
  ],
  ['columns of other lengths', () => ols({ outcome: y, terms: [term('short', 1, 2)] }), 'unequal_lengths', 'short'],
  [
    'clusters of another length',
    () => ols({ outcome: y, terms: [x], clusters: [1, 2, 3] }),
    'unequal_lengths',
    'clusters',
  ],
  ['a negative weight', () => ols({ outcome: y, terms: [x], weights: f(1, 1, -1, 1, 1, 1, 1, 1) }), 'bad_weight'],
  ['weights of nothing', () => ols({ outcome: y, terms: [x], weights: new Float64Array(8) }), 'bad_weight'],
  ['as many coefficients as rows', () => ols({ outcome: f(1, 2), terms: [term('x', 1, 3)] }), 'too_few'],
  ['no rows', () => ols({ outcome: f(), terms: [term('x')] }), 'too_few'],
  ['one cluster', () => ols({ outcome: y, terms: [x], clusters: new Uint8Array(8) }), 'one_cluster'],
  ['clusters asked for, none given', () => ols({ outcome: y, terms: [x], se: 'CR1' }), 'no_cluster', 'CR1'],
  [
    'the same of an effect of taking part',
    () => instrumental({ outcome: y, endogenous: x, instruments: [term('z', ...t)] }, 'CR2'),
    'no_cluster',
    'CR2',
  ],
  [
    'clusters given, none asked for',
    () => ols({ outcome: y, terms: [x], clusters: [0, 0, 1, 1, 2, 2, 3, 3], se: 'HC2' }),
    'idle_cluster',
    'HC2',
  ],
  [
    'an outcome too large to square',
    () => ols({ outcome: y.map((v) => v * 1e300), terms: [x] }),
    'out_of_range',
    'outcome',
  ],
  [
    'a row with a dummy of its own',
    () => ols({ outcome: y, terms: [x, term('own', 1, 0, 0, 0, 0, 0, 0, 0)], se: 'HC2' }),
    'leverage_one',
  ],
  ['an outcome that never varies', () => ols({ outcome: f(2, 2, 2, 2, 2, 2, 2, 2), terms: [x] }), 'constant'],
  ['a joint test of an unknown term', () => ols({ outcome: y, terms: [x], joint: ['z'] }), 'unknown_column', 'z'],
  [
    'half a row in a cell',
    () => ols({ outcome: y, terms: [x], count: y.map(() => 0.5), sumOfSquares: y }),
    'bad_weight',
    'count',
  ],
  [
    'complete separation',
    () => logit({ outcome: f(0, 0, 0, 0, 1, 1, 1, 1), terms: [term('x', 1, 2, 3, 4, 5, 6, 7, 8)] }),
    'separation',
    'x',
  ],
  [
    'a level without events',
    () => logit({ outcome: f(0, 0, 0, 1, 0, 1, 1, 0), terms: [term('level', 1, 1, 1, 0, 0, 0, 0, 0)] }),
    'separation',
    'level',
  ],
  [
    'a level without events, cloglog',
    () => cloglog({ outcome: f(0, 0, 0, 1, 0, 1, 1, 0), terms: [term('level', 1, 1, 1, 0, 0, 0, 0, 0)] }),
    'separation',
    'level',
  ],
  [
    'a column twice, logit',
    () => logit({ outcome: binary, terms: [x, { ...x, name: 'again' }] }),
    'collinearity',
    'again',
  ],
  [
    'a constant column, logit',
    () => logit({ outcome: binary, terms: [term('one', 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)] }),
    'collinearity',
    'one',
  ],
  ['an outcome of 2', () => logit({ outcome: f(0, 1, 2, 0, 1, 0, 1, 0), terms: [x] }), 'not_binary', 'outcome'],
  [
    'more successes than trials',
    () => logit({ outcome: binary, terms: [x], trials: new Float64Array(8) }),
    'bad_weight',
  ],
  ['only zeros', () => logit({ outcome: new Float64Array(8), terms: [x] }), 'constant', 'outcome'],
  [
    'a missing binary outcome',
    () => logit({ outcome: f(0, 1, Number.NaN, 0, 1, 0, 1, 0), terms: [x] }),
    'missing_value',
    'outcome',
  ],
  ['one arm', () => lin({ outcome: y, treatment: new Float64Array(8), covariates: [x] }), 'one_arm'],
  [
    'a treatment of 2',
    () => lin({ outcome: y, treatment: f(0, 1, 2, 1, 0, 1, 0, 1), covariates: [x] }),
    'not_binary',
    'treatment',
  ],
  [
    'a stratum without controls',
    () => postStratified({ outcome: y, treatment: t, strata: [0, 1, 0, 0, 0, 0, 0, 0] }),
    'empty_stratum',
  ],
  [
    'one treated row in a stratum',
    () => postStratified({ outcome: y, treatment: t, strata: [0, 0, 0, 0, 1, 1, 1, 0] }),
    'too_few',
  ],
  [
    'blocks without strata',
    () => gComputation({ outcome: binary, treatment: t, covariates: [], scheme: 'blocks' }),
    'unknown_column',
    'strata',
  ],
  [
    'an instrument that moves nothing',
    () =>
      instrumental({
        outcome: y,
        endogenous: term('got', 0, 0, 1, 1, 0, 0, 1, 1),
        instruments: [term('z', 0, 1, 0, 1, 0, 1, 0, 1)],
      }),
    'no_take_up_difference',
  ],
  [
    'nobody takes part',
    () => instrumental({ outcome: y, endogenous: term('got', 0, 0, 0, 0, 0, 0, 0, 0), instruments: [term('z', ...t)] }),
    'no_take_up_difference',
  ],
  [
    'arms told apart by a covariate',
    () => ipw({ outcome: y, treatment: t, covariates: [term('same', 1, 5, 2, 6, 1, 7, 2, 8)] }),
    'no_overlap',
  ],
  [
    'the same for aipw',
    () => aipw({ outcome: y, treatment: t, covariates: [term('same', 1, 5, 2, 6, 1, 7, 2, 8)] }),
    'no_overlap',
  ],
  [
    'a response without an invitation',
    () =>
      responseWeighted({
        outcome: y,
        treatment: t,
        invited: f(1, 1, 0, 1, 1, 1, 1, 1),
        responded: f(1, 0, 1, 1, 1, 1, 0, 1),
        covariates: [],
      }),
    'out_of_range',
  ],
  [
    'an invitation of 3',
    () =>
      responseWeighted({ outcome: y, treatment: t, invited: f(1, 1, 3, 1, 1, 1, 1, 1), responded: t, covariates: [] }),
    'not_binary',
    'invited',
  ],
  [
    'respondents of one arm',
    () =>
      responseWeighted({
        outcome: y,
        treatment: f(0, 1, 0, 1, 0, 1, 0, 0),
        invited: f(1, 1, 1, 1, 1, 1, 1, 1),
        responded: f(0, 0, 1, 0, 1, 0, 0, 1),
        covariates: [],
      }),
    'separation',
  ],
];

describe('wrong input has its own code and a sentence that names it', () => {
  test.each(WRONG)('%s', (...[, run, code, named]) => {
    const result = run();
    if (!isNotEstimable(result)) throw new Error(`estimated: ${JSON.stringify(result)}`);
    expect(result.code).toBe(code);
    for (const sentence of [result.sentence.nl, result.sentence.en]) {
      expect(sentence).toMatch(/^[A-Z].*\.( \(.+\))?$/);
      if (named !== undefined) expect(sentence).toContain(`(${named})`);
    }
  });
});

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Float64Array) return [...value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

describe('never NaN', () => {
  const small = fc.integer({ min: -2, max: 2 });
  const bit = fc.integer({ min: 0, max: 1 });
  const row = fc.tuple(small, bit, small, bit, bit, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 3 }));
  const rows = fc.array(row, { maxLength: 14 });

  test('tiny, degenerate, separated, collinear: a finite result or a refusal', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const column = (j: number): Float64Array => Float64Array.from(all, (values) => values[j]!);
        const outcome = column(0);
        const [treatment, yes, got] = [column(1), column(3), column(4)];
        const covariates = [{ name: 'x', values: column(2) }];
        const clusters = column(5);
        const weights = column(6);
        const terms = [{ name: 't', values: treatment }, ...covariates];
        const results = [
          ...(['classical', 'HC0', 'HC1', 'HC2', 'HC3'] as const).flatMap((se) => [
            ols({ outcome, terms, se }),
            ols({ outcome, terms, se, weights }),
            ols({ outcome, terms, se, fixedEffects: [clusters] }),
            lin({ outcome, treatment, covariates }, se),
            instrumental(
              { outcome, endogenous: { name: 'got', values: got }, instruments: [terms[0]!], covariates },
              se,
            ),
          ]),
          ...(['CR0', 'CR1', 'CR2'] as const).flatMap((se) => [
            ols({ outcome, terms, se, clusters, joint: ['t', 'x'] }),
            ols({ outcome, terms, se, clusters, weights }),
            ols({ outcome, terms, se, clusters, fixedEffects: [clusters] }),
            ols({ outcome, terms, se, clusters, fixedEffects: [weights] }),
            instrumental({ outcome, endogenous: { name: 'got', values: got }, instruments: [terms[0]!], clusters }, se),
          ]),
          ...(['model', 'HC0'] as const).flatMap((se) => [
            logit({ outcome: yes, terms, se }),
            cloglog({ outcome: yes, terms, se }),
          ]),
          ...(['fixed', 'simple', 'blocks'] as const).map((scheme) =>
            gComputation({ outcome: yes, treatment, covariates, scheme, strata: clusters }),
          ),
          postStratified({ outcome, treatment, strata: clusters }),
          ...(['ate', 'att'] as const).flatMap((estimand) => [
            ipw({ outcome, treatment, covariates, estimand }),
            aipw({ outcome, treatment, covariates, estimand }),
            aipw({ outcome: yes, treatment, covariates, estimand, model: 'logit' }),
          ]),
          responseWeighted({
            outcome,
            treatment,
            invited: yes,
            responded: yes.map((value, i) => value * got[i]!),
            covariates,
          }),
        ];
        for (const result of results) {
          if (!numbersIn(result).every(Number.isFinite)) expect.fail(JSON.stringify(result));
        }
      }),
      { numRuns: 150 },
    );
  });
});
