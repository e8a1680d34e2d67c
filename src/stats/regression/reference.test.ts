import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isNotEstimable } from '../not-estimable.ts';
import { cloglog, logit } from './binary-regression.ts';
import { instrumental } from './instrumental.ts';
import { lin } from './lin.ts';
import { ols } from './ols.ts';
import { coefficientOf } from './regression-table.ts';
import type { StandardError } from './standard-error.ts';

interface Reference {
  readonly data: Readonly<Record<string, number[]>>;
  readonly expected: Readonly<Record<string, Readonly<Record<string, Record<string, number>>>>>;
}

const reference: Reference = JSON.parse(readFileSync(new URL('regression.reference.json', import.meta.url), 'utf8'));
const column = (name: string): Float64Array => Float64Array.from(reference.data[name]!);
const term = (name: string) => ({ name, values: column(name) });
const KINDS: StandardError[] = ['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR2'];

function expectTable(id: string, result: ReturnType<typeof ols>): void {
  const expected = reference.expected[id]!;
  if (isNotEstimable(result)) throw new Error(result.sentence.en);
  for (const name of Object.keys(expected.coef!)) {
    const got = coefficientOf(result, name)!;
    for (const [key, value] of [
      ['coef', got.estimate],
      ['se', got.se],
      ['df', got.df],
      ['p', got.p],
    ] as const) {
      const want = expected[key]![name]!;
      expect(Math.abs(value! - want), `${id} ${name} ${key}: ${value} for ${want}`).toBeLessThan(
        1e-9 * (1 + Math.abs(want)),
      );
    }
  }
}

describe.each(KINDS)('ols with %s equals estimatr', (se) => {
  const clusters = se.startsWith('CR') ? { clusters: column('g') } : {};
  const shared = { outcome: column('y'), se, ...clusters };
  const terms = [term('t'), term('x1')];
  test('rows', () => expectTable(`ols.${se}`, ols({ ...shared, terms: [...terms, term('x2')] })));
  test('weighted rows', () => {
    expectTable(`ols.weighted.${se}`, ols({ ...shared, terms: [...terms, term('x2')], weights: column('w') }));
  });
  test('one fixed effect', () => {
    expectTable(`fe1.${se}`, ols({ ...shared, terms, fixedEffects: [column('f1')] }));
  });
  test('two fixed effects', () => {
    expectTable(`fe2.${se}`, ols({ ...shared, terms, fixedEffects: [column('f1'), column('f2')] }));
  });
  test('a fixed effect of the clusters themselves', () => {
    expectTable(`fenested.${se}`, ols({ ...shared, terms, fixedEffects: [column('g')] }));
  });
  test('two fixed effects, weighted', () => {
    const result = ols({ ...shared, terms, fixedEffects: [column('f1'), column('f2')], weights: column('w') });
    if (se !== 'CR2') expectTable(`fe2.weighted.${se}`, result);
    else expect(isNotEstimable(result)).toBe(false);
  });
});

describe.each([
  ['logit', logit],
  ['cloglog', cloglog],
] as const)('%s equals glm and sandwich', (id, estimator) => {
  const input = { outcome: column('b'), terms: [term('t'), term('x1'), term('x2')] };
  const expected = reference.expected[id]!;
  test.each(['model', 'HC0'] as const)('%s errors, likelihood', (se) => {
    const result = estimator({ ...input, se });
    if (isNotEstimable(result)) throw new Error(result.sentence.en);
    for (const { term: name, estimate, se: error } of result.coefficients) {
      expect(estimate).toBeCloseTo(expected.coef![name]!, 9);
      expect(error).toBeCloseTo(expected[se === 'model' ? 'se' : 'seHC0']![name]!, 9);
    }
    expect(result.deviance).toBeCloseTo(expected.deviance as unknown as number, 9);
    expect(result.logLik).toBeCloseTo(expected.logLik as unknown as number, 9);
  });
});

describe.each(KINDS)('iv and lin with %s equal estimatr', (se) => {
  const clusters = se.startsWith('CR') ? { clusters: column('g') } : {};
  const endogenous = { endogenous: term('d'), instruments: [term('z')], covariates: [term('x1')] };
  const rows = { outcome: column('y'), ...endogenous, ...clusters };
  test('two-stage least squares', () => {
    const late = instrumental(rows, se);
    expectTable(`iv.${se}`, isNotEstimable(late) ? late : { ...late.table, residualDf: 0 });
  });
  test('two-stage least squares, weighted', () => {
    const late = instrumental({ ...rows, weights: column('w') }, se);
    expectTable(`iv.weighted.${se}`, isNotEstimable(late) ? late : { ...late.table, residualDf: 0 });
  });
  test('lin', () => {
    const covariates = [term('x1'), term('x2')];
    const result = lin({ outcome: column('y'), treatment: column('t'), covariates, ...clusters }, se);
    if (isNotEstimable(result)) throw new Error(result.sentence.en);
    const expected = reference.expected[`lin.${se}`]!;
    for (const [key, value] of [
      ['coef', result.estimate],
      ['se', result.se],
      ['df', result.df],
    ] as const) {
      expect(Math.abs(value! - expected[key]!.t!)).toBeLessThan(1e-9 * (1 + Math.abs(expected[key]!.t!)));
    }
  });
});
