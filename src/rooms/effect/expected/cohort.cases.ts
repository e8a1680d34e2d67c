import { type Case, derived, effect, type Json, once, one, termOf, where } from './case.ts';

const COVARIATES = 'female,age,edu:factor,hist,lwage,wwmax,score';

const cohort = once(({ data }) =>
  derived(data('uwv_synth'), {
    S: (cell) => one(cell('arm') === 'S'),
    stratum: (cell) => `${cell('district')}/${cell('month')}`,
    scoreFrom55: (cell) => (Number(cell('score')) - 55) / 20,
  }),
);
const withoutC = once((stats) => where(cohort(stats), (cell) => cell('arm') !== 'C'));

function outcomeCases(outcome: string): Record<string, Case> {
  const mean = `mean-difference --outcome ${outcome} --treatment S --se HC2`;
  return {
    [`itt.${outcome}`]: async (stats) => effect(await stats.run(mean, cohort(stats))),
    [`itt.SE.${outcome}`]: async (stats) => effect(await stats.run(mean, withoutC(stats))),
    [`itt.fe.${outcome}`]: async (stats) => {
      return termOf(
        await stats.run(`ols --outcome ${outcome} --treatment S --fixed-effects stratum --se HC1`, cohort(stats)),
        'S',
      );
    },
    [`lin.${outcome}`]: async (stats) =>
      effect(await stats.run(`lin --outcome ${outcome} --treatment S --covariates ${COVARIATES}`, cohort(stats))),
  };
}

const subgroups: Case = async (stats) => {
  const band = (score: number) => (score <= 45 ? 0 : score <= 65 ? 1 : 2);
  const cells: Json[] = [];
  for (const own of [0, 1, 2]) {
    const rows = where(cohort(stats), (cell) => band(Number(cell('score'))) === own);
    cells.push(await stats.run('mean-difference --outcome work12 --treatment S --se HC2', rows));
  }
  const adjusted = await stats.run(`adjust-p --p ${cells.map((cell) => Number(cell.p)).join(',')}`);
  return { cells: cells.map(effect), holm: adjusted.holm };
};

const RESPONSE =
  'response-weighted --outcome satisfaction --treatment S --invited survey_invited --responded survey_responded --covariates female,age,edu:factor,score';

function robin(scheme: string): Case {
  return async (stats) =>
    effect(
      await stats.run(
        `g-computation --outcome work12 --treatment S --covariates ${COVARIATES} --scheme ${scheme} --strata district`,
        cohort(stats),
      ),
    );
}

export const cohortCases: Record<string, Case> = {
  ...outcomeCases('work12'),
  ...outcomeCases('ww12'),
  ...outcomeCases('hours12'),
  'itt.poststrat.work12': async (stats) =>
    effect(await stats.run('post-stratified --outcome work12 --treatment S --strata district', cohort(stats))),
  'cace.work12': async (stats) =>
    effect(await stats.run('iv --outcome work12 --endogenous got --instrument S --se HC2', cohort(stats))),
  'sub.score': subgroups,
  'sub.score.inter': async (stats) =>
    termOf(await stats.run('ols --outcome work12 --covariates S*scoreFrom55 --se HC2', cohort(stats)), 'S:scoreFrom55'),
  'survey.sat': async (stats) => {
    const respondents = where(cohort(stats), (cell) => cell('survey_responded') === '1');
    const got = await stats.run('mean-difference --outcome satisfaction --treatment S --se HC2', respondents);
    const weighted = await stats.run(RESPONSE, cohort(stats));
    return { ...effect(got), invited: weighted.invited, responded: weighted.responded };
  },
  'survey.sat.ipw': async (stats) => effect(await stats.run(RESPONSE, cohort(stats))),
  consort: async (stats) => {
    const got = await stats.run('flow --treatment arm --received got', stats.data('uwv_synth'));
    const named = ['S', 'E', 'C'].flatMap((arm) => [
      [arm, got.n?.[arm]],
      [`got_${arm}`, got.received?.[arm]],
    ]);
    return { n: got.total, ...Object.fromEntries(named) };
  },
  'robin.rd.sp': robin('simple'),
  'robin.rd.pb': robin('blocks'),
};
