import { expect, test } from 'vitest';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import { logit } from '../regression/binary-regression.ts';
import { gComputation } from '../regression/g-computation.ts';
import { describeShared, expectedEntry, expectWithin } from '../testing/expected.files.ts';
import { indicator, trialColumns } from '../testing/trial-columns.files.ts';
import { aipw } from './aipw.ts';
import { ipw } from './ipw.ts';
import { overlap } from './propensity.ts';
import { responseWeighted } from './response-weighted.ts';

function estimable<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(result.sentence.en);
  return result;
}

const FIELDS: Readonly<Record<string, string>> = {
  ci_low: 'ciLow',
  ci_high: 'ciHigh',
  ps_min: 'psMin',
  ps_max: 'psMax',
  w_mean: 'weightMean',
};

function expectAll(id: string, got: object): void {
  const { expected, tolerance } = expectedEntry(id);
  const values = got as Readonly<Record<string, unknown>>;
  for (const [key, want] of Object.entries(expected)) {
    expectWithin(values[FIELDS[key] ?? key], want, { id: `${id} ${key}`, tolerance });
  }
  expect(Object.keys(expected).length).toBeGreaterThan(0);
}

const square = (value: number): number => value * value;
const isZero = (value: number): number => (value === 0 ? 1 : 0);

describeShared('NSW, weighted', () => {
  const dw = trialColumns('nsw_dw');
  const names = ['age', 'educ', 'black', 'hisp', 'marr', 'nodegree', 're74', 're75'];
  const trial = {
    outcome: dw.numbers('re78'),
    treatment: dw.numbers('treat'),
    covariates: names.map((name) => dw.term(name)),
  };
  test('nsw_dw.ipw.hajek', () => expectAll('nsw_dw.ipw.hajek', estimable(ipw(trial))));
  test('nsw_dw.aipw.ate', () => expectAll('nsw_dw.aipw.ate', estimable(aipw(trial))));

  const cps = trialColumns('nsw_cps');
  const observed = {
    outcome: cps.numbers('re78'),
    treatment: cps.numbers('treat'),
    covariates: [
      ...names.map((name) => cps.term(name)),
      cps.term('age', square, 'age^2'),
      cps.term('educ', square, 'educ^2'),
      cps.term('re74', isZero, 'u74'),
      cps.term('re75', isZero, 'u75'),
    ],
    estimand: 'att' as const,
  };
  test('nsw_cps.ps: overlap', () => {
    const model = estimable(logit({ outcome: observed.treatment, terms: observed.covariates }));
    const { psMeanTreated, psMaxControl } = overlap(model.fitted, observed.treatment);
    const { expected, tolerance } = expectedEntry('nsw_cps.ps');
    expectWithin(psMeanTreated, expected.ps_mean_treated, { id: 'nsw_cps.ps', tolerance });
    expectWithin(psMaxControl, expected.ps_max_control, { id: 'nsw_cps.ps', tolerance });
  });
  test('nsw_cps.ipw.att', () => {
    const result = estimable(ipw(observed));
    expectAll('nsw_cps.ipw.att', result);
    expect(result.warnings).toEqual([]);
  });
  test('nsw_cps.aipw.att', () => expectAll('nsw_cps.aipw.att', estimable(aipw(observed))));
});

describeShared('smoking and weight', () => {
  const data = trialColumns('nhefs', (value) => value('wt82_71') !== '');
  const covariates = [
    ...['sex', 'race', 'age', 'smokeintensity', 'smokeyrs', 'wt71'].map((name) => data.term(name)),
    ...['age', 'smokeintensity', 'smokeyrs', 'wt71'].map((name) => data.term(name, square, `${name}^2`)),
    ...['education', 'exercise', 'active'].flatMap((name) => data.factor(name)),
  ];
  const rows = { outcome: data.numbers('wt82_71'), treatment: data.numbers('qsmk'), covariates };
  test('nhefs.ipw.w', () => expectAll('nhefs.ipw.w', estimable(ipw(rows))));
  test('nhefs.ipw.sw', () => expectAll('nhefs.ipw.sw', estimable(ipw({ ...rows, stabilised: true }))));
  test('nhefs.aipw', () => expectAll('nhefs.aipw', estimable(aipw(rows))));
  test('nhefs.gformula', () => {
    const interactions = [data.term('smokeintensity')];
    expectAll('nhefs.gformula', estimable(gComputation({ ...rows, interactions, model: 'linear' })));
  });
});

describeShared('survey', () => {
  test('survey.sat.ipw and the counts of survey.sat', () => {
    const data = trialColumns('uwv_synth');
    const result = estimable(
      responseWeighted({
        outcome: data.numbers('satisfaction'),
        treatment: indicator(data.text('arm'), (arm) => arm === 'S'),
        invited: data.numbers('survey_invited'),
        responded: data.numbers('survey_responded'),
        covariates: [...['female', 'age', 'score'].map((name) => data.term(name)), ...data.factor('edu')],
      }),
    );
    expectAll('survey.sat.ipw', result);
    const { expected } = expectedEntry('survey.sat');
    expect(result).toMatchObject({ invited: expected.invited, responded: expected.responded, n: expected.n });
  });
});
