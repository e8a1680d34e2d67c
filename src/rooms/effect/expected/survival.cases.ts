import { asR, type Case, type Columns, derived, flagOf, type Json, listOf, once, one, type Stats } from './case.ts';
import { pennBonus } from './trials.cases.ts';

/** Curves of groups, each at the times that the reference has for it. */
function kmCase(
  read: (stats: Stats) => Columns,
  flags: string,
  { groups, interval }: { groups: Readonly<Record<string, string>>; interval: string },
): Case {
  return async (stats) => {
    const result: Record<string, object> = {};
    const medians: Record<string, Json | undefined>[] = [];
    for (const [name, level] of Object.entries(groups)) {
      const at = flagOf(stats.expected[name]?.time);
      const got = await stats.run(`kaplan-meier ${flags} --at ${at} --interval ${interval}`, read(stats));
      const curve = got.groups?.[level];
      result[name] = { ...curve, lower: curve?.low, upper: curve?.high, n_risk: curve?.nRisk };
      medians.push({ median: curve?.median, low: curve?.medianLow, high: curve?.medianHigh });
    }
    return {
      ...result,
      median: medians.map(({ median }) => median),
      median_low: medians.map(({ low }) => low),
      median_high: medians.map(({ high }) => high),
    };
  };
}

const mccall = once(({ data }) =>
  derived(data('unempdur_mccall'), {
    uin: (cell) => one(cell('ui') === 'yes'),
    fail: (cell) => (cell('censor1') === '1' ? 1 : cell('censor2') === '1' ? 2 : cell('censor3') === '1' ? 3 : 0),
  }),
);
const lung = once(({ data }) => derived(data('lung'), { died: (cell) => Number(cell('status')) - 1 }));
const cohort = once(({ data }) =>
  derived(data('uwv_synth'), {
    S: (cell) => one(cell('arm') === 'S'),
    left: (cell) => one(cell('cause') !== '0'),
    work: (cell) => one(cell('cause') === '1'),
  }),
);
const bmt = once(({ data }) =>
  derived(data('bmt'), { st: (cell) => (cell('d2') === '1' ? 1 : cell('d1') === '1' ? 2 : 0) }),
);

function lungInterval(interval: string): Case {
  return async (stats) => {
    const got = await stats.run(`kaplan-meier --time time --event died --at 365 --interval ${interval}`, lung(stats));
    const curve = got.groups?.all;
    const first = (key: string) => curve?.[key]?.[0];
    return { time: first('time'), surv: first('surv'), lower: first('low'), upper: first('high'), se: first('se') };
  };
}

const pennLogRank: Case = async (stats) => {
  const command = 'log-rank --time weeks --event exit26 --by T';
  const plain = await stats.run(command, pennBonus(stats));
  const peto = await stats.run(`${command} --rho 1`, pennBonus(stats));
  const stratified = await stats.run(`${command} --strata female`, pennBonus(stats));
  return {
    chisq: plain.chisq,
    p: plain.p,
    obs: plain.observed,
    exp: plain.expected,
    var: plain.variance,
    rho1_chisq: peto.chisq,
    strat_female_chisq: stratified.chisq,
  };
};

function rmstCase(read: (stats: Stats) => Columns, flags: string): Case {
  return async (stats) => {
    const got = await stats.run(`rmst ${flags}`, read(stats));
    return {
      ...got,
      rmst1_se: got.se1,
      rmst0_se: got.se0,
      diff_low: got.ciLow,
      diff_high: got.ciHigh,
      low: got.ciLow,
      high: got.ciHigh,
    };
  };
}

/** The layout of cmprsk's cuminc: a row per group and cause. */
function incidenceCase(read: (stats: Stats) => Columns, flags: string, levels: readonly string[] = []): Case {
  return async (stats) => {
    const { time, rows } = stats.expected;
    const got = await stats.run(`aalen-johansen ${flags} --at ${flagOf(time)}`, read(stats));
    const named = (rows as unknown as string[]).map((row) => {
      const [group = '', cause = ''] = row.split(' ');
      return got.groups?.[levels[Number(group)] ?? group]?.[cause];
    });
    const pick = (key: string) =>
      Object.fromEntries(Object.entries(got.gray ?? {}).map(([cause, test]) => [cause, test[key]]));
    return {
      time,
      rows,
      est: named.map((curve) => curve?.cif),
      var: named.map((curve) => listOf(curve?.se).map((se) => Number(se) ** 2)),
      gray: pick('chisq'),
      gray_p: pick('p'),
    };
  };
}

const jackknife: Case = async (stats) => {
  const times = listOf(stats.expected.time).slice(0, 6).map(Number);
  const got = await stats.run(
    `aalen-johansen --time spell --cause fail --by ui --se jackknife --at ${times.join(',')}`,
    mccall(stats),
  );
  const rows = (free: string, caused: string) =>
    ['no', 'yes'].flatMap((level) =>
      times.map((_, t) => [
        got.groups?.[level]?.eventFree?.[free]?.[t],
        ...['1', '2', '3'].map((cause) => got.groups?.[level]?.[cause]?.[caused]?.[t]),
      ]),
    );
  const { strata, time, states } = stats.expected;
  return { strata, time, states, pstate: rows('probability', 'cif'), se: rows('se', 'se') };
};

/** A Cox fit under the names of the references. */
export function coxCase(
  read: (stats: Stats) => Columns,
  flags: string,
  names: Readonly<Record<string, string>> = {},
): Case {
  return async (stats) => {
    const got = await stats.run(`cox ${flags}`, read(stats));
    return {
      ...got,
      coef: asR(got.coef, names),
      se: asR(got.se, names),
      hr: asR(got.hr, names),
      p: asR(got.p, names),
      se_robust: asR(got.robustSe, names),
      robust_se: asR(got.robustSe, names),
      loglik: got.logLik,
      loglik_null: got.logLikNull,
      score_test: got.scoreTest,
      wald_test: got.waldTest,
      lr_test: got.lrTest,
    };
  };
}

const PENN = 'T,female,black,othrace,dep:factor,q2,q3,q4,q5,q6,agelt35,agegt54,durable,lusd,husd';
const MCCALL = '--time spell --event censor1 --covariates reprate*uin,uin*disrate,logwage,tenure';
const LUNG = '--time time --event died --covariates age,sex,ph.ecog';

function hazardCase(link: string): Case {
  return async (stats) => {
    const got = await stats.run(
      `discrete-hazard --time spell --event censor1 --covariates reprate,uin,disrate,logwage,tenure --link ${link} --pool-from 20`,
      mccall(stats),
    );
    return { coef: asR(got.coef), se: asR(got.se), deviance: got.deviance, n_rows: got.rows };
  };
}

export const survivalCases: Record<string, Case> = {
  'penn.km': kmCase(pennBonus, '--time weeks --event exit26 --by T', {
    groups: { control: '0', bonus: '1' },
    interval: 'log-log',
  }),
  'penn.logrank': pennLogRank,
  'penn.rmst': rmstCase(pennBonus, '--time weeks --event exit26 --by T --tau 25'),
  'penn.cox.efron': coxCase(pennBonus, `--time weeks --event exit26 --covariates ${PENN}`),
  'penn.cox.breslow': coxCase(pennBonus, `--time weeks --event exit26 --covariates ${PENN} --ties breslow`),
  'penn.coxzph': async (stats) => {
    const got = await stats.run(
      'cox --time weeks --event exit26 --covariates T,female,black --test-proportional',
      pennBonus(stats),
    );
    const pick = (key: string) =>
      Object.fromEntries(Object.entries(got.proportional ?? {}).map(([term, test]) => [term, test[key]]));
    return { chisq: pick('chisq'), p: pick('p') };
  },
  'unemp.km': kmCase(mccall, '--time spell --event censor1 --by ui', {
    groups: { ui0: 'no', ui1: 'yes' },
    interval: 'log-log',
  }),
  'unemp.nelsonaalen': async (stats) =>
    (await stats.run(`nelson-aalen --time spell --event censor1 --at ${flagOf(stats.expected.time)}`, mccall(stats)))
      .groups?.all,
  'unemp.logrank': async (stats) => {
    const got = await stats.run('log-rank --time spell --event censor1 --by ui', mccall(stats));
    return { ...got, obs: got.observed, exp: got.expected };
  },
  'unemp.cox.efron': coxCase(mccall, MCCALL),
  'unemp.cox.breslow': coxCase(mccall, `${MCCALL} --ties breslow`),
  'unemp.cox.robust': coxCase(mccall, `${MCCALL} --cluster row`),
  'unemp.cuminc': incidenceCase(mccall, '--time spell --cause fail --by ui', ['no', 'yes']),
  'unemp.aj.survfit': jackknife,
  'unemp.dthazard.logit': hazardCase('logit'),
  'unemp.dthazard.cloglog': hazardCase('cloglog'),
  'lung.km': kmCase(lung, '--time time --event died --by sex', {
    groups: { males: '1', females: '2' },
    interval: 'log',
  }),
  'lung.km.ci.plain': lungInterval('plain'),
  'lung.km.ci.log': lungInterval('log'),
  'lung.km.ci.log-log': lungInterval('log-log'),
  'lung.km.ci.logit': lungInterval('logit'),
  'lung.km.ci.arcsin': lungInterval('arcsin'),
  'lung.logrank': async (stats) => stats.run('log-rank --time time --event died --by sex', lung(stats)),
  'lung.cox.efron': coxCase(lung, LUNG),
  'lung.cox.breslow': coxCase(lung, `${LUNG} --ties breslow`),
  'lung.cox.exact': coxCase(lung, `${LUNG} --ties exact`),
  'lung.cox.strata': coxCase(lung, '--time time --event died --covariates age,sex --strata ph.ecog'),
  'lung.basehaz': async (stats) =>
    (
      await stats.run(
        `cox --time time --event died --covariates age,sex --baseline-at ${flagOf(stats.expected.time)}`,
        lung(stats),
      )
    ).baseline,
  'lung.rmst': rmstCase(lung, '--time time --event died --by sex --tau 700'),
  'veteran.cox': coxCase(
    ({ data }) => data('veteran'),
    '--time time --event status --covariates trt,karno,diagtime,age,prior,celltype',
  ),
  'heart.cox.tv': coxCase(
    ({ data }) => data('heart'),
    '--start start --stop stop --event event --covariates age,surgery,year,transplant',
  ),
  'heart.cox.tv2': coxCase(
    ({ data }) => data('heart'),
    '--start start --stop stop --event event --covariates transplant*age,transplant*surgery,year',
  ),
  'aml.km': kmCase(({ data }) => data('aml'), '--time time --event status --by x', {
    groups: { m: 'Maintained', n: 'Nonmaintained' },
    interval: 'log',
  }),
  'bmt.cuminc': incidenceCase(bmt, '--time t2 --cause st --by group'),
  cif: incidenceCase(cohort, '--time dur --cause cause --by S'),
  'km.anyexit': kmCase(cohort, '--time dur --event left --by S', { groups: { c: '0', s: '1' }, interval: 'log-log' }),
  rmst365: rmstCase(cohort, '--time dur --event left --by S --tau 365'),
  'logrank.strat': async (stats) =>
    stats.run('log-rank --time dur --event work --by S --strata district', cohort(stats)),
  'cox.work': coxCase(cohort, '--time dur --event work --covariates S,female,age,edu:factor,hist,lwage,wwmax,score', {
    'edu=2': 'factor(edu)2',
    'edu=3': 'factor(edu)3',
  }),
  'cox.timing': async (stats) => {
    const got = await stats.run(
      'timing-of-events --time dur --event work --contact-time first_contact_day --covariates score,age',
      cohort(stats),
    );
    const names = { contact: 'tr' };
    return { coef: asR(got.coef, names), robust_se: asR(got.robustSe, names), rows: got.rows };
  },
};
