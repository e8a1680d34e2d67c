import * as z from 'zod';
import type { Words } from '../../../platform/contract.ts';
import {
  type Cox,
  cox,
  discreteHazard,
  type Frame,
  isNumeric,
  notEstimable,
  timingOfEvents,
} from '../../../stats/index.ts';
import {
  column,
  columns,
  count,
  covariates,
  estimator,
  given,
  numberList,
  Refused,
  tableInput,
  type UsedRows,
  usedRows,
} from '../estimator.ts';
import { byTerm, sayCoefficients } from '../regression/regression.ts';
import { inBoth, pValue } from '../say.ts';
import { coefficientShape, list, perTerm, rowsResult } from '../shapes.ts';
import { stratumOf } from './curves.ts';

const event = column('column with 1 = the event, 0 = censored');
const ties = z.enum(['efron', 'breslow', 'exact']).default('efron').describe('efron (default), breslow, exact');
const baseline = z.object({ time: list, cumhaz: list }).readonly();

const coxShape = {
  coef: perTerm,
  se: perTerm,
  robustSe: perTerm.optional(),
  hr: perTerm,
  hrLow: perTerm,
  hrHigh: perTerm,
  statistic: perTerm,
  p: perTerm,
  logLik: z.number(),
  logLikNull: z.number(),
  scoreTest: z.number(),
  waldTest: z.number(),
  lrTest: z.number(),
  df: z.number(),
  concordance: z.number().optional(),
  n: z.int(),
  events: z.number(),
  clusters: z.int().optional(),
  iterations: z.int(),
  baseline: z.union([baseline, z.record(z.string(), baseline).readonly()]).optional(),
  proportional: z
    .record(z.string(), z.object({ chisq: z.number(), df: z.number(), p: z.number() }).readonly())
    .readonly()
    .optional(),
};

const COX_KEYS =
  'coef, se, robustSe, hr, hrLow, hrHigh, statistic, p {term}; logLik, logLikNull, scoreTest, waldTest, lrTest, df, concordance, n, events; baseline {time, cumhaz}; proportional {term or GLOBAL: {chisq, p}}';

function sayPace(result: Cox, term: string | undefined): Words {
  const name = term ?? Object.keys(result.hr)[0] ?? '';
  const figures = { hr: result.hr[name] ?? 1, low: result.hrLow[name] ?? 1, high: result.hrHigh[name] ?? 1 };
  const p = result.p[name] ?? 1;
  return inBoth(figures, {
    nl: (f) =>
      `Een eenheid meer ${name} vermenigvuldigt het tempo met ${f.hr} (95%-interval ${f.low} tot ${f.high}, ${pValue(p).nl}).`,
    en: (f) =>
      `One unit more of ${name} multiplies the pace by ${f.hr} (95 % interval ${f.low} to ${f.high}, ${pValue(p).en}).`,
  });
}

const covariateColumns = (used: UsedRows, asked: readonly string[] | undefined) =>
  used.terms(asked).map(({ name, values }) => ({ term: name, values }));

const coxEstimator = estimator({
  name: 'cox',
  question: {
    nl: 'Met welke factor verandert elk kenmerk het tempo?',
    en: 'By what factor does each covariate change the pace?',
  },
  method:
    'Cox regression, ties by Efron (default), Breslow or exactly; strata, start-stop rows, errors robust by cluster (Lin & Wei 1989); baseline at covariates 0; proportionality by Grambsch & Therneau 1994 on the km scale',
  gives: COX_KEYS,
  example: '--time days --event exit --covariates arm,age,edu:factor --test-proportional',
  input: {
    data: tableInput,
    time: column('column of the time (or --start and --stop)').optional(),
    start: column('column of the start of each stretch').optional(),
    stop: column('column of the end of each stretch').optional(),
    event,
    covariates,
    strata: columns('columns whose combinations have a baseline of their own').optional(),
    cluster: column('column whose equal values hang together, or the word row: each row by itself').optional(),
    ties,
    baselineAt: numberList().optional().describe('times for the baseline hazard'),
    testProportional: z.boolean().default(false).describe('test whether factors stay the same over time'),
    count,
  },
  output: rowsResult(coxShape),
  run(input, table) {
    const stop = input.stop ?? input.time ?? '--time';
    const byRow = input.cluster === 'row' && !table.columns.has('row');
    const clusterName = byRow ? undefined : input.cluster;
    const strata = input.strata ?? [];
    const used = usedRows(table, {
      columns: [stop, input.start, input.event, clusterName, ...strata],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      cox(
        {
          stop: used.numbers(stop),
          start: input.start === undefined ? undefined : used.numbers(input.start),
          event: used.numbers(input.event),
          covariates: covariateColumns(used, input.covariates),
          stratum: strata.length === 0 ? undefined : stratumOf(used, strata),
          cluster: byRow ? 'row' : clusterName === undefined ? undefined : used.codes([clusterName]),
          count: used.count,
        },
        { ties: input.ties, baselineAt: input.baselineAt, testProportional: input.testProportional },
      ),
    );
    return { ...result, missing: used.missing, sentence: sayPace(result, undefined) };
  },
});

const discreteHazardEstimator = estimator({
  name: 'discrete-hazard',
  question: {
    nl: 'Wat verandert de kans om in een periode te vertrekken?',
    en: 'What changes the chance to leave in a period?',
  },
  method:
    'One trial per person-period with a level per period; link logit (default) or cloglog. Sources: Allison 1982; Prentice & Gloeckler 1978',
  gives: 'coef, se, ciLow, ciHigh, statistic, p (each {term: value}), n, logLik, deviance; rows (person-periods)',
  example: '--time weeks --event exit --covariates arm,age --pool-from 20',
  input: {
    data: tableInput,
    time: column('column of the last period at risk, whole numbers from 1'),
    event,
    covariates: covariates.optional(),
    link: z.enum(['logit', 'cloglog']).default('logit').describe('logit (default) or cloglog'),
    poolFrom: z.int().min(1).optional().describe('periods from this one on share one level'),
    count,
  },
  output: rowsResult({ ...coefficientShape, logLik: z.number(), deviance: z.number(), rows: z.number() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event],
      count: input.count,
      covariates: input.covariates,
    });
    const names = covariateColumns(used, input.covariates);
    const result = given(
      discreteHazard(
        { time: used.numbers(input.time), event: used.numbers(input.event), covariates: names, count: used.count },
        { link: input.link, poolFrom: input.poolFrom },
      ),
    );
    const first = result.coefficients.filter(({ term }) => term === names[0]?.term);
    return {
      ...byTerm(result),
      logLik: result.logLik,
      deviance: result.deviance,
      rows: result.rows,
      missing: used.missing,
      sentence: sayCoefficients(first.length > 0 ? { ...result, coefficients: first } : result),
    };
  },
});

/** Times of first contacts: an empty one means that there was no contact, not that it is missing. */
function contactTimes(table: Frame, name: string, kept: Int32Array): Float64Array {
  const text = table.columns.get(name);
  if (!text) throw new Refused(notEstimable('unknown_column', name));
  if (!isNumeric(text)) throw new Refused(notEstimable('not_numeric', name));
  return Float64Array.from(kept, (i) => (text[i] === '' ? Number.NaN : Number(text[i])));
}

const timingEstimator = estimator({
  name: 'timing-of-events',
  question: {
    nl: 'Verandert het tempo vanaf het eerste contact?',
    en: 'Does the pace change from the first contact on?',
  },
  method:
    'Cox regression with each time split at the contact, so that waiting for it is no effect of it; errors robust by row or --cluster. Source: Abbring & van den Berg 2003',
  gives: `${COX_KEYS}; term contact; rows (stretches of time)`,
  example: '--time days --event exit --contact-time contact_day --covariates age,score',
  input: {
    data: tableInput,
    time: column('column of the time'),
    event,
    contactTime: column('column of the time of the first contact; empty = none'),
    covariates: covariates.optional(),
    cluster: column('column whose equal values hang together; each row by itself without it').optional(),
    ties,
    count,
  },
  output: rowsResult({ ...coxShape, rows: z.int() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.cluster],
      count: input.count,
      covariates: input.covariates,
    });
    const result = given(
      timingOfEvents(
        {
          time: used.numbers(input.time),
          event: used.numbers(input.event),
          contactTime: contactTimes(table, input.contactTime, used.kept),
          covariates: covariateColumns(used, input.covariates),
          cluster: input.cluster === undefined ? undefined : used.codes([input.cluster]),
          count: used.count,
        },
        { ties: input.ties },
      ),
    );
    return { ...result, missing: used.missing, sentence: sayPace(result, 'contact') };
  },
});

export const hazardEstimators = [coxEstimator, discreteHazardEstimator, timingEstimator];
