import { asR, type Case, type Columns, derived, effect, once, one, type Stats, termOf, where } from './case.ts';

const NSW = 'age,educ,black,hisp,marr,nodegree,re74,re75';
const CPS = 'age,age^2,educ,educ^2,black,hisp,marr,nodegree,re74,re75,u74,u75';

const dw = once(({ data }) => derived(data('nsw_dw'), { emp78: (cell) => one(Number(cell('re78')) > 0) }));
const cps = once(({ data }) =>
  derived(data('nsw_cps'), {
    u74: (cell) => one(Number(cell('re74')) === 0),
    u75: (cell) => one(Number(cell('re75')) === 0),
  }),
);

const welch: Case = async (stats) =>
  effect(await stats.run('mean-difference --outcome re78 --treatment treat', dw(stats)));

function nswMean(se: string): Case {
  return async (stats) =>
    effect(await stats.run(`mean-difference --outcome re78 --treatment treat --se ${se}`, dw(stats)));
}

function nswOls(dataset: string, treatment: string, se = 'HC2'): Case {
  return async ({ run, data }) =>
    termOf(await run(`ols --outcome re78 --treatment ${treatment} --se ${se}`, data(dataset)), treatment);
}

const nswLogit: Case = async (stats) => {
  const command = `logit --outcome emp78 --treatment treat --covariates ${NSW}`;
  const model = await stats.run(command, dw(stats));
  const robust = await stats.run(`${command} --se HC0`, dw(stats));
  return { ...model, se_HC0: robust.se };
};

const cpsScore: Case = async (stats) => {
  const got = await stats.run(`logit --outcome treat --covariates ${CPS}`, cps(stats));
  return {
    coef: asR(got.coef),
    se: asR(got.se),
    deviance: got.deviance,
    n: got.n,
    ps_mean_treated: got.psMeanTreated,
    ps_max_control: got.psMaxControl,
  };
};

export const nswCases: Record<string, Case> = {
  'nsw_dw.itt.welch': welch,
  'nsw_dw.itt.HC0': nswMean('HC0'),
  'nsw_dw.itt.HC1': nswMean('HC1'),
  'nsw_dw.itt.HC2': nswMean('HC2'),
  'nsw_dw.itt.HC3': nswMean('HC3'),
  'nsw_dw.ancova.HC2': async (stats) =>
    termOf(await stats.run(`ols --outcome re78 --treatment treat --covariates ${NSW} --se HC2`, dw(stats)), 'treat'),
  'nsw_dw.lin.HC2': async (stats) =>
    effect(await stats.run(`lin --outcome re78 --treatment treat --covariates ${NSW} --se HC2`, dw(stats))),
  'nsw_dw.riskdiff.newcombe': async (stats) =>
    effect(await stats.run('proportion-difference --outcome emp78 --treatment treat', dw(stats))),
  'nsw_dw.riskdiff.wald': async (stats) =>
    effect(await stats.run('proportion-difference --outcome emp78 --treatment treat --interval wald', dw(stats))),
  'nsw_dw.fisher': async (stats) => {
    const got = await stats.run('fisher --outcome emp78 --treatment treat', dw(stats));
    return { ...effect(got), odds_ratio: got.oddsRatio };
  },
  'nsw_dw.cmh': async (stats) => {
    const got = await stats.run('cmh --outcome emp78 --treatment treat --strata black', dw(stats));
    return { ...effect(got), common_or: got.commonOddsRatio };
  },
  'nsw_dw.logit': nswLogit,
  'nsw_dw.gcomp.rd': async (stats) =>
    effect(await stats.run(`g-computation --outcome emp78 --treatment treat --covariates ${NSW}`, dw(stats))),
  'nsw_dw.wilcoxon': async (stats) => stats.run('rank-sum --outcome re78 --treatment treat', dw(stats)),
  'nsw_dw.ipw.hajek': async (stats) =>
    effect(await stats.run(`ipw --outcome re78 --treatment treat --covariates ${NSW}`, dw(stats))),
  'nsw_dw.aipw.ate': async (stats) =>
    effect(await stats.run(`aipw --outcome re78 --treatment treat --covariates ${NSW}`, dw(stats))),
  'nsw_dw.balance.smd': async (stats) =>
    (await stats.run(`balance --treatment treat --covariates ${NSW}`, dw(stats))).smd,
  'nsw_dw.balance.F': async (stats) => stats.run(`balance --treatment treat --covariates ${NSW}`, dw(stats)),
  'nsw722.itt.HC2': nswOls('nsw_lalonde722', 'trt'),
  'nsw_cps.ps': cpsScore,
  'nsw_cps.ipw.att': async (stats) =>
    effect(await stats.run(`ipw --outcome re78 --treatment treat --covariates ${CPS} --estimand att`, cps(stats))),
  'nsw_cps.aipw.att': async (stats) =>
    effect(await stats.run(`aipw --outcome re78 --treatment treat --covariates ${CPS} --estimand att`, cps(stats))),
  'nsw_cps.naive': nswOls('nsw_cps', 'treat'),
  'nsw_psid1.naive': nswOls('nsw_psid1', 'trt'),
  'nsw_psid1.did': async ({ run, data }) => {
    const change = derived(data('nsw_psid1'), { change: (cell) => Number(cell('re78')) - Number(cell('re75')) });
    return termOf(await run('ols --outcome change --treatment trt --se HC2', change), 'trt');
  },
};

const PENN = 'female,black,othrace,dep:factor,q2,q3,q4,q5,q6,agelt35,agegt54,durable,lusd,husd';

/** Control and the fourth arm. */
export const pennBonus = once((stats) => pennArm(stats, '4'));

/** Control and one arm, with what the references derive. */
function pennArm({ data }: Stats, arm: string): Columns {
  const rows = where(data('penn_bonus'), (cell) => cell('tg') === '0' || cell('tg') === arm);
  return derived(rows, {
    T: (cell) => one(cell('tg') === arm),
    logDuration: (cell) => Math.log(Number(cell('inuidur1'))),
    exit26: (cell) => one(Number(cell('inuidur1')) < 26),
    weeks: (cell) => Math.min(Number(cell('inuidur1')), 26),
  });
}

const multiArm: Case = async (stats) => {
  const arms = [];
  for (const arm of ['1', '2', '3', '4', '5', '6']) {
    arms.push(
      effect(await stats.run('mean-difference --outcome logDuration --treatment T --se HC2', pennArm(stats, arm))),
    );
  }
  const p = arms.map((arm) => (arm as { p?: number }).p).join(',');
  const adjusted = await stats.run(`adjust-p --p ${p}`);
  return { arms, ...adjusted, BH: adjusted.bh, BY: adjusted.by };
};

export const pennCases: Record<string, Case> = {
  'penn.itt.log.HC1': async (stats) =>
    effect(await stats.run('mean-difference --outcome logDuration --treatment T --se HC1', pennBonus(stats))),
  'penn.ancova.HC1': async (stats) =>
    termOf(
      await stats.run(`ols --outcome logDuration --treatment T --covariates ${PENN} --se HC1`, pennBonus(stats)),
      'T',
    ),
  'penn.lin.HC1': async (stats) =>
    effect(await stats.run(`lin --outcome logDuration --treatment T --covariates ${PENN} --se HC1`, pennBonus(stats))),
  'penn.multiarm': multiArm,
  'penn.joint.wald': async ({ run, data }) => {
    const all = derived(data('penn_bonus'), { logDuration: (cell) => Math.log(Number(cell('inuidur1'))) });
    return (await run('ols --outcome logDuration --covariates tg:factor --se HC2 --joint tg', all)).joint;
  },
  'penn.exit26': async (stats) =>
    effect(await stats.run('mean-difference --outcome exit26 --treatment T --se HC2', pennBonus(stats))),
};

const jobs = once(({ data }) => derived(data('jobs2'), { emp: (cell) => one(cell('work1') === 'psyemp') }));
const JOBS_IV = 'iv --outcome emp --endogenous comply --instrument treat';
const thornton = ({ data }: Stats) => data('thornton_hiv');

function thorntonMean(se: string): Case {
  return async (stats) =>
    effect(
      await stats.run(`mean-difference --outcome got --treatment any --cluster villnum --se ${se}`, thornton(stats)),
    );
}

const SMOKING =
  'sex,race,age,age^2,education:factor,smokeintensity,smokeintensity^2,smokeyrs,smokeyrs^2,exercise:factor,active:factor,wt71,wt71^2';

function smoking(command: string): Case {
  return async ({ run, data }) => effect(await run(`${command} --outcome wt82_71 --treatment qsmk`, data('nhefs')));
}

export const otherTrialCases: Record<string, Case> = {
  'jobs2.itt.emp': async (stats) =>
    effect(await stats.run('mean-difference --outcome emp --treatment treat --se HC2', jobs(stats))),
  'jobs2.itt.depress2': async (stats) => {
    const covariates = 'econ_hard,sex,age,depress1,nonwhite,income,educ,occp,marital';
    return termOf(
      await stats.run(`ols --outcome depress2 --treatment treat --covariates ${covariates} --se HC2`, jobs(stats)),
      'treat',
    );
  },
  'jobs2.iv.emp': async (stats) => effect(await stats.run(JOBS_IV, jobs(stats))),
  'jobs2.firststage': async (stats) => {
    const got = await stats.run(JOBS_IV, jobs(stats));
    return {
      first_stage: got.firstStage,
      first_stage_F: got.firstStageF,
      wald: got.wald,
      compliance_treated: got.takeUp1,
      compliance_control: got.takeUp0,
    };
  },
  'thornton.itt.CR0': thorntonMean('CR0'),
  'thornton.itt.stata': thorntonMean('CR1'),
  'thornton.itt.CR2': thorntonMean('CR2'),
  'thornton.itt.fe': async (stats) =>
    termOf(
      await stats.run(
        'ols --outcome got --treatment any --fixed-effects villnum --cluster villnum --se CR1',
        thornton(stats),
      ),
      'any',
    ),
  'nhefs.ipw.w': smoking(`ipw --covariates ${SMOKING}`),
  'nhefs.ipw.sw': smoking(`ipw --covariates ${SMOKING} --stabilised`),
  'nhefs.gformula': smoking(`g-computation --model linear --covariates ${SMOKING},qsmk*smokeintensity`),
  'nhefs.aipw': smoking(`aipw --covariates ${SMOKING}`),
};
