import { expect } from 'vitest';
import {
  data,
  estimated,
  expectClose,
  groupingOf,
  indicator,
  type ReferenceEntry,
  reference,
  selected,
  type Table,
} from '../references.fixture.ts';
import { timingOfEvents } from '../timing-of-events.ts';
import { type Cox, type CoxOptions, cox } from './cox.ts';
import type { Covariate, CoxRows } from './cox-rows.ts';

/** Columns by name; `name=level` is an indicator, `a:b` a product. */
function covariates(table: Table, names: readonly string[], renamed: Record<string, string> = {}): Covariate[] {
  const column = (name: string): Float64Array => {
    if (name.includes(':')) {
      const [left, right] = name.split(':').map(column) as [Float64Array, Float64Array];
      return left.map((value, i) => value * (right[i] as number));
    }
    const [base = '', level] = name.split('=');
    if (level === undefined) return table.number(base);
    return Float64Array.from(table.text(base), (value) => (value === level ? 1 : 0));
  };
  return names.map((name) => ({ term: renamed[name] ?? name, values: column(name) }));
}

function expectCox(result: Cox, entry: ReferenceEntry): void {
  const { wald_test, ...exact } = entry.expected as Record<string, number>;
  const named = {
    ...result,
    loglik_null: result.logLikNull,
    loglik: result.logLik,
    score_test: result.scoreTest,
    lr_test: result.lrTest,
    se_robust: result.robustSe,
    robust_se: result.robustSe,
  };
  expectClose(named, exact, entry);
  if (wald_test === undefined) return;
  // Printed rounded to two decimals.
  expect(Math.abs(result.waldTest - wald_test), `${entry.id} wald`).toBeLessThanOrEqual(0.005 + 1e-9);
}

function fit(rows: CoxRows, options: CoxOptions = {}): Cox {
  return estimated(cox(rows, options));
}

function penn(terms: readonly string[], renamed: Record<string, string>): CoxRows {
  const all = data('penn_bonus');
  const arm = all.number('tg');
  const table = selected(all, (i) => arm[i] === 0 || arm[i] === 4);
  const weeks = table.number('inuidur1');
  return {
    stop: weeks.map((week) => Math.min(week, 26)),
    event: indicator(weeks, (week) => week < 26),
    covariates: covariates(table, terms, renamed),
  };
}

const PENN_TERMS = [
  'tg=4',
  'female',
  'black',
  'othrace',
  'dep=1',
  'dep=2',
  'q2',
  'q3',
  'q4',
  'q5',
  'q6',
  'agelt35',
  'agegt54',
  'durable',
  'lusd',
  'husd',
];
const PENN_NAMES = { 'tg=4': 'T', 'dep=1': 'dep1', 'dep=2': 'dep2' };

for (const ties of ['efron', 'breslow'] as const) {
  reference(`penn.cox.${ties}`, (entry) => expectCox(fit(penn(PENN_TERMS, PENN_NAMES), { ties }), entry));
}

reference('penn.coxzph', (entry) => {
  const { proportional = {} } = fit(penn(['tg=4', 'female', 'black'], PENN_NAMES), { testProportional: true });
  const pick = (key: 'chisq' | 'p') =>
    Object.fromEntries(Object.entries(proportional).map(([term, test]) => [term, test[key]]));
  expectClose({ chisq: pick('chisq'), p: pick('p') }, entry.expected, entry);
});

function mccall(): CoxRows {
  const table = data('unempdur_mccall');
  const names = { 'ui=yes': 'uin', 'reprate:ui=yes': 'reprate:uin', 'ui=yes:disrate': 'uin:disrate' };
  const terms = ['reprate', 'ui=yes', 'disrate', 'logwage', 'tenure', 'reprate:ui=yes', 'ui=yes:disrate'];
  return { stop: table.number('spell'), event: table.number('censor1'), covariates: covariates(table, terms, names) };
}

for (const ties of ['efron', 'breslow'] as const) {
  reference(`unemp.cox.${ties}`, (entry) => expectCox(fit(mccall(), { ties }), entry));
}

reference('unemp.cox.robust', (entry) => expectCox(fit({ ...mccall(), cluster: 'row' }), entry));

function lung(terms: readonly string[]): CoxRows {
  const all = data('lung');
  const ecog = all.number('ph.ecog');
  const table = terms.includes('ph.ecog') ? selected(all, (i) => !Number.isNaN(ecog[i])) : all;
  return {
    stop: table.number('time'),
    event: indicator(table.number('status'), (status) => status === 2),
    covariates: covariates(table, terms),
  };
}

for (const ties of ['efron', 'breslow', 'exact'] as const) {
  reference(`lung.cox.${ties}`, (entry) => expectCox(fit(lung(['age', 'sex', 'ph.ecog']), { ties }), entry));
}

reference('lung.cox.strata', (entry) => {
  const rows = lung(['age', 'sex', 'ph.ecog']);
  const stratum = groupingOf(rows.covariates[2]?.values as Float64Array);
  expectCox(fit({ ...rows, covariates: rows.covariates.slice(0, 2), stratum }), entry);
});

reference('lung.basehaz', (entry) => {
  const { baseline } = fit(lung(['age', 'sex']), { baselineAt: entry.expected.time as number[] });
  expectClose(baseline, entry.expected, entry);
});

reference('veteran.cox', (entry) => {
  const table = data('veteran');
  const levels = ['large', 'smallcell', 'squamous'];
  const names = Object.fromEntries(levels.map((level) => [`celltype=${level}`, `celltype${level}`]));
  const terms = ['trt', 'karno', 'diagtime', 'age', 'prior', ...Object.keys(names)];
  expectCox(
    fit({ stop: table.number('time'), event: table.number('status'), covariates: covariates(table, terms, names) }),
    entry,
  );
});

function heart(terms: readonly string[]): CoxRows {
  const table = data('heart');
  return {
    start: table.number('start'),
    stop: table.number('stop'),
    event: table.number('event'),
    covariates: covariates(table, terms),
  };
}

reference('heart.cox.tv', (entry) => expectCox(fit(heart(['age', 'surgery', 'year', 'transplant'])), entry));
reference('heart.cox.tv2', (entry) => {
  const terms = ['transplant', 'age', 'surgery', 'year', 'transplant:age', 'transplant:surgery'];
  expectCox(fit(heart(terms)), entry);
});

reference('cox.work', (entry) => {
  const table = data('uwv_synth');
  const names = { 'arm=S': 'S', 'edu=2': 'factor(edu)2', 'edu=3': 'factor(edu)3' };
  const terms = ['arm=S', 'female', 'age', 'edu=2', 'edu=3', 'hist', 'lwage', 'wwmax', 'score'];
  const event = indicator(table.number('cause'), (cause) => cause === 1);
  expectCox(fit({ stop: table.number('dur'), event, covariates: covariates(table, terms, names) }), entry);
});

reference('cox.timing', (entry) => {
  const table = data('uwv_synth');
  const result = estimated(
    timingOfEvents({
      time: table.number('dur'),
      event: indicator(table.number('cause'), (cause) => cause === 1),
      contactTime: table.number('first_contact_day'),
      covariates: covariates(table, ['score', 'age']),
    }),
  );
  const rename = ({ contact, ...rest }: Record<string, number>) => ({ tr: contact, ...rest });
  const named = { coef: rename(result.coef), robust_se: rename(result.robustSe ?? {}), rows: result.rows };
  expectClose(named, entry.expected, entry);
});
