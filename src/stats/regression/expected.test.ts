import { expect, test } from 'vitest';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import type { Estimate } from '../result.ts';
import { describeShared, expectedEntry, expectWithin } from '../testing/expected.files.ts';
import { indicator, type TrialColumns, trialColumns } from '../testing/trial-columns.files.ts';
import { type BinaryResult, cloglog, logit } from './binary-regression.ts';
import { gComputation } from './g-computation.ts';
import { instrumental } from './instrumental.ts';
import { lin } from './lin.ts';
import { type OlsInput, ols } from './ols.ts';
import { postStratified } from './post-stratified.ts';
import { type Coefficient, coefficientOf } from './regression-table.ts';
import type { Term } from './term.ts';

function estimable<T>(result: T | NotEstimable): T {
  if (isNotEstimable(result)) throw new Error(result.sentence.en);
  return result;
}

/** The names of the reference files for the fields of an estimate. */
const FIELDS = {
  estimate: 'estimate',
  se: 'se',
  ci_low: 'ciLow',
  ci_high: 'ciHigh',
  statistic: 'statistic',
  p: 'p',
  df: 'df',
  n: 'n',
};

/** Compares every field that the reference gives of an estimate; `expected` defaults to the whole entry. */
function expectEstimate(id: string, got: Partial<Estimate>, expected = expectedEntry(id).expected): void {
  const entry = expectedEntry(id);
  let compared = 0;
  for (const [key, want] of Object.entries(expected)) {
    const field = FIELDS[key as keyof typeof FIELDS] as keyof Estimate | undefined;
    if (field === undefined) continue;
    expectWithin(got[field], want, { id: `${id} ${key}`, tolerance: entry.tolerance });
    compared++;
  }
  expect(compared).toBeGreaterThan(0);
}

function coefficient(input: OlsInput, term: string): Coefficient & { n: number } {
  const table = estimable(ols(input));
  return { ...coefficientOf(table, term)!, n: table.n };
}

const TREATED = 'treatment';
const treatmentTerm = (values: Float64Array): Term => ({ name: TREATED, values });
const square = (value: number): number => value * value;

const NSW = ['age', 'educ', 'black', 'hisp', 'marr', 'nodegree', 're74', 're75'];

describeShared('NSW', () => {
  const dw = trialColumns('nsw_dw');
  const treatment = dw.numbers('treat');
  const covariates = NSW.map((name) => dw.term(name));
  const employed = indicator(dw.numbers('re78'), (value) => value > 0);
  const itt = { outcome: dw.numbers('re78'), terms: [treatmentTerm(treatment)] };

  test.each(['HC0', 'HC1', 'HC2', 'HC3'] as const)('nsw_dw.itt.%s', (se) => {
    expectEstimate(`nsw_dw.itt.${se}`, coefficient({ ...itt, se }, TREATED));
  });
  test('nsw_dw.ancova.HC2', () => {
    const input = { outcome: itt.outcome, terms: [...itt.terms, ...covariates], se: 'HC2' as const };
    expectEstimate('nsw_dw.ancova.HC2', coefficient(input, TREATED));
  });
  test('nsw_dw.lin.HC2', () => {
    expectEstimate('nsw_dw.lin.HC2', estimable(lin({ outcome: itt.outcome, treatment, covariates })));
  });
  test('nsw_dw.logit', () => {
    const input = { outcome: employed, terms: [{ name: 'treat', values: treatment }, ...covariates] };
    const model = estimable(logit(input));
    expectBinary('nsw_dw.logit', model);
    expectBinary('nsw_dw.logit', estimable(logit({ ...input, se: 'HC0' })), { errors: 'se_HC0' });
  });
  test('nsw_dw.gcomp.rd', () => {
    expectEstimate('nsw_dw.gcomp.rd', estimable(gComputation({ outcome: employed, treatment, covariates })));
  });
  test('nsw_dw.balance.F', () => {
    const { expected, tolerance } = expectedEntry('nsw_dw.balance.F');
    const table = estimable(ols({ outcome: treatment, terms: covariates, se: 'classical', joint: NSW }));
    const id = 'nsw_dw.balance.F';
    expectWithin(table.joint!.chisq / table.joint!.df, expected.F, { id, tolerance });
    expectWithin(table.residualDf, expected.df2, { id, tolerance });
  });
  test('nsw722.itt.HC2', () => {
    const data = trialColumns('nsw_lalonde722');
    const input = { outcome: data.numbers('re78'), terms: [data.term('trt')], se: 'HC2' as const };
    expectEstimate('nsw722.itt.HC2', coefficient(input, 'trt'));
  });
  test('nsw_cps.ps', () => {
    const data = trialColumns('nsw_cps');
    const terms = [
      data.term('age'),
      data.term('age', square, 'I(age^2)'),
      data.term('educ'),
      data.term('educ', square, 'I(educ^2)'),
      ...['black', 'hisp', 'marr', 'nodegree', 're74', 're75'].map((name) => data.term(name)),
      data.term('re74', (value) => (value === 0 ? 1 : 0), 'u74'),
      data.term('re75', (value) => (value === 0 ? 1 : 0), 'u75'),
    ];
    expectBinary('nsw_cps.ps', estimable(logit({ outcome: data.numbers('treat'), terms })));
  });
  test('nsw_cps.naive', () => {
    const data = trialColumns('nsw_cps');
    const input = { outcome: data.numbers('re78'), terms: [data.term('treat')], se: 'HC2' as const };
    expectEstimate('nsw_cps.naive', coefficient(input, 'treat'));
  });
  test('nsw_psid1.naive and nsw_psid1.did', () => {
    const data = trialColumns('nsw_psid1');
    const before = data.numbers('re75');
    const input = { outcome: data.numbers('re78'), terms: [data.term('trt')], se: 'HC2' as const };
    expectEstimate('nsw_psid1.naive', coefficient(input, 'trt'));
    const change = input.outcome.map((value, i) => value - before[i]!);
    expectEstimate('nsw_psid1.did', coefficient({ ...input, outcome: change }, 'trt'));
  });
});

function expectBinary(
  id: string,
  model: BinaryResult,
  { errors = 'se', names = {} }: { errors?: 'se' | 'se_HC0'; names?: Readonly<Record<string, string>> } = {},
): void {
  const { expected, tolerance } = expectedEntry(id);
  for (const [key, field] of [
    ['coef', 'estimate'],
    [errors, 'se'],
  ] as const) {
    for (const [name, want] of Object.entries(expected[key] as Record<string, number>)) {
      const row = coefficientOf(model, names[name] ?? name)!;
      expectWithin(row[field], want, { id: `${id} ${key} ${name}`, tolerance });
    }
  }
  expectWithin(model.deviance, expected.deviance, { id: `${id} deviance`, tolerance });
  expectWithin(model.n, expected.n ?? expected.n_rows, { id: `${id} n`, tolerance });
}

describeShared('Pennsylvania bonus', () => {
  const covariatesOf = (data: TrialColumns): Term[] =>
    ['female', 'black', 'othrace', 'q2', 'q3', 'q4', 'q5', 'q6', 'agelt35', 'agegt54', 'durable', 'lusd', 'husd']
      .map((name) => data.term(name))
      .concat(data.factor('dep'));
  const arm = (tg: string): TrialColumns => trialColumns('penn_bonus', (value) => ['0', tg].includes(value('tg')));
  const logDuration = (data: TrialColumns): Float64Array => data.numbers('inuidur1').map(Math.log);
  const data = arm('4');
  const treatment = indicator(data.text('tg'), (tg) => tg === '4');
  const terms = [treatmentTerm(treatment)];

  test('penn.itt.log.HC1', () => {
    expectEstimate('penn.itt.log.HC1', coefficient({ outcome: logDuration(data), terms, se: 'HC1' }, TREATED));
  });
  test('penn.ancova.HC1', () => {
    const input = { outcome: logDuration(data), terms: [...terms, ...covariatesOf(data)], se: 'HC1' as const };
    expectEstimate('penn.ancova.HC1', coefficient(input, TREATED));
  });
  test('penn.lin.HC1', () => {
    const rows = { outcome: logDuration(data), treatment, covariates: covariatesOf(data) };
    expectEstimate('penn.lin.HC1', estimable(lin(rows, 'HC1')));
  });
  test('penn.exit26', () => {
    const outcome = indicator(data.numbers('inuidur1'), (weeks) => weeks < 26);
    expectEstimate('penn.exit26', coefficient({ outcome, terms, se: 'HC2' }, TREATED));
  });
  test('penn.multiarm: each arm', () => {
    const arms = expectedEntry('penn.multiarm').expected.arms as Record<string, number>[];
    arms.forEach((expected, k) => {
      const own = arm(String(k + 1));
      const values = indicator(own.text('tg'), (tg) => tg !== '0');
      const got = coefficient({ outcome: logDuration(own), terms: [treatmentTerm(values)], se: 'HC2' }, TREATED);
      expectEstimate('penn.multiarm', got, expected);
    });
  });
  test('penn.joint.wald', () => {
    const all = trialColumns('penn_bonus');
    const table = estimable(ols({ outcome: logDuration(all), terms: all.factor('tg'), se: 'HC2', joint: ['tg'] }));
    const { expected, tolerance } = expectedEntry('penn.joint.wald');
    const id = 'penn.joint.wald';
    for (const key of ['chisq', 'df', 'p'] as const) expectWithin(table.joint![key], expected[key], { id, tolerance });
  });
});

describeShared('jobs, hazards, HIV', () => {
  const jobs = trialColumns('jobs2');
  const employed = indicator(jobs.text('work1'), (value) => value === 'psyemp');

  test('jobs2.itt.emp', () => {
    expectEstimate(
      'jobs2.itt.emp',
      coefficient({ outcome: employed, terms: [jobs.term('treat')], se: 'HC2' }, 'treat'),
    );
  });
  test('jobs2.itt.depress2', () => {
    const numeric = ['treat', 'econ_hard', 'sex', 'age', 'depress1'].map((name) => jobs.term(name));
    const factors = ['nonwhite', 'income', 'educ', 'occp', 'marital'].flatMap((name) => jobs.factor(name));
    const input = { outcome: jobs.numbers('depress2'), terms: [...numeric, ...factors], se: 'HC2' as const };
    expectEstimate('jobs2.itt.depress2', coefficient(input, 'treat'));
  });
  test('jobs2.iv.emp and jobs2.firststage', () => {
    const late = estimable(
      instrumental({ outcome: employed, endogenous: jobs.term('comply'), instruments: [jobs.term('treat')] }, 'HC2'),
    );
    expectEstimate('jobs2.iv.emp', late);
    const { expected, tolerance } = expectedEntry('jobs2.firststage');
    const got = {
      first_stage: late.firstStage,
      first_stage_F: late.firstStageF,
      wald: late.wald,
      compliance_treated: late.takeUp1,
      compliance_control: late.takeUp0,
    };
    for (const [key, value] of Object.entries(got)) {
      expectWithin(value, expected[key], { id: `jobs2.firststage ${key}`, tolerance });
    }
  });
  test.each([
    ['unemp.dthazard.logit', logit],
    ['unemp.dthazard.cloglog', cloglog],
  ] as const)('%s', (id, estimator) => {
    const data = trialColumns('unempdur_mccall');
    const spell = data.numbers('spell');
    const jobFound = data.numbers('censor1');
    const row: number[] = [];
    const period: number[] = [];
    spell.forEach((length, i) => {
      for (let t = 1; t <= length; t++) {
        row.push(i);
        period.push(Math.min(t, 20));
      }
    });
    const lastOf = (at: number): boolean => row[at + 1] !== row[at];
    const outcome = Float64Array.from(row, (i, at) => (lastOf(at) ? jobFound[i]! : 0));
    const spread = ({ name, values }: Term): Term => ({ name, values: Float64Array.from(row, (i) => values[i]!) });
    const periods = Array.from({ length: 19 }, (_, k) => ({
      name: `period=${k + 2}`,
      values: Float64Array.from(period, (t) => (t === k + 2 ? 1 : 0)),
    }));
    const covariates = ['reprate', 'disrate', 'logwage', 'tenure'].map((name) => data.term(name));
    const terms = [...periods, ...covariates.map(spread), ...data.factor('ui').map(spread)];
    const model = estimable(estimator({ outcome, terms }));
    expectBinary(id, model, { names: { uin: 'ui=yes' } });
  });

  const hiv = trialColumns(
    'thornton_hiv',
    (value) => value('got') !== '' && value('any') !== '' && value('villnum') !== '',
  );
  test.each([
    ['thornton.itt.CR0', 'CR0'],
    ['thornton.itt.stata', 'CR1'],
    ['thornton.itt.CR2', 'CR2'],
    ['thornton.itt.fe', 'CR1'],
  ] as const)('%s', (id, se) => {
    const villages = hiv.numbers('villnum');
    const effects = id === 'thornton.itt.fe' ? { fixedEffects: [villages] } : {};
    const input = { outcome: hiv.numbers('got'), terms: [hiv.term('any')], clusters: villages, se, ...effects };
    expectEstimate(id, coefficient(input, 'any'));
  });
});

describeShared('synthetic cohort', () => {
  const data = trialColumns('uwv_synth');
  const treatment = indicator(data.text('arm'), (value) => value === 'S');
  const month = data.numbers('month');
  const strata = data.numbers('district').map((district, i) => 100 * district + month[i]!);
  const covariates = [
    ...['female', 'age', 'hist', 'lwage', 'wwmax', 'score'].map((name) => data.term(name)),
    ...data.factor('edu'),
  ];
  const terms = [treatmentTerm(treatment)];

  test.each(['work12', 'ww12', 'hours12'])('itt.%s, itt.SE, itt.fe and lin', (name) => {
    const outcome = data.numbers(name);
    expectEstimate(`itt.${name}`, coefficient({ outcome, terms, se: 'HC2' }, TREATED));
    expectEstimate(`itt.fe.${name}`, coefficient({ outcome, terms, fixedEffects: [strata], se: 'HC1' }, TREATED));
    expectEstimate(`lin.${name}`, estimable(lin({ outcome, treatment, covariates })));
    const two = trialColumns('uwv_synth', (value) => value('arm') !== 'C');
    const values = indicator(two.text('arm'), (arm) => arm === 'S');
    const input = { outcome: two.numbers(name), terms: [treatmentTerm(values)], se: 'HC2' as const };
    expectEstimate(`itt.SE.${name}`, coefficient(input, TREATED));
  });
  test('itt.poststrat.work12', () => {
    const rows = { outcome: data.numbers('work12'), treatment, strata: data.numbers('district') };
    expectEstimate('itt.poststrat.work12', estimable(postStratified(rows)));
  });
  test('cace.work12', () => {
    const rows = { outcome: data.numbers('work12'), endogenous: data.term('got'), instruments: terms };
    expectEstimate('cace.work12', estimable(instrumental(rows, 'HC2')));
  });
  test('sub.score: each tercile', () => {
    const cells = expectedEntry('sub.score').expected.cells as Record<string, number>[];
    const band = (score: number): number => (score <= 45 ? 0 : score <= 65 ? 1 : 2);
    cells.forEach((expected, k) => {
      const own = trialColumns('uwv_synth', (value) => band(Number(value('score'))) === k);
      const values = indicator(own.text('arm'), (arm) => arm === 'S');
      const input = { outcome: own.numbers('work12'), terms: [treatmentTerm(values)], se: 'HC2' as const };
      expectEstimate('sub.score', coefficient(input, TREATED), expected);
    });
  });
  test('sub.score.inter', () => {
    const score = data.term('score', (value) => (value - 55) / 20);
    const product = { name: 'product', values: score.values.map((value, i) => value * treatment[i]!) };
    const input = { outcome: data.numbers('work12'), terms: [...terms, score, product], se: 'HC2' as const };
    expectEstimate('sub.score.inter', coefficient(input, 'product'));
  });
  test('survey.sat', () => {
    const own = trialColumns('uwv_synth', (value) => value('survey_responded') === '1');
    const values = indicator(own.text('arm'), (arm) => arm === 'S');
    const input = { outcome: own.numbers('satisfaction'), terms: [treatmentTerm(values)], se: 'HC2' as const };
    expectEstimate('survey.sat', coefficient(input, TREATED));
  });
  test.each([
    ['robin.rd.sp', 'simple'],
    ['robin.rd.pb', 'blocks'],
  ] as const)('%s', (id, scheme) => {
    const rows = { outcome: data.numbers('work12'), treatment, covariates, strata: data.numbers('district') };
    expectEstimate(id, estimable(gComputation({ ...rows, scheme })));
  });
});
