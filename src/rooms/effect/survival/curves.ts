import * as z from 'zod';
import type { Words } from '../../../platform/contract.ts';
import { aalenJohansen, kaplanMeier, logRank, nelsonAalen, rmst } from '../../../stats/index.ts';
import {
  column,
  columns,
  count,
  estimator,
  given,
  numberList,
  tableInput,
  type UsedRows,
  usedRows,
} from '../estimator.ts';
import { figure, sayEffect, sayTest } from '../say.ts';
import { effectShape, gaps, list, rowsResult } from '../shapes.ts';

const time = column('column of the time from the origin to the end of observation');
const event = column('column with 1 = the event, 0 = censored');
const entry = column('column of late entry: at risk only after this time').optional();
const by = column('column of the groups').optional();
const at = numberList().optional().describe('times to read the curves at; all event times without it');

const curveInput = {
  data: tableInput,
  time,
  event,
  entry,
  by,
  at,
  interval: z
    .enum(['log', 'log-log', 'plain', 'logit', 'arcsin'])
    .default('log')
    .describe('scale on which the interval is symmetric: log (default), log-log, plain, logit, arcsin'),
  count,
};

const curveShape = {
  time: list,
  se: gaps,
  low: gaps,
  high: gaps,
  nRisk: list,
  median: z.number().nullable(),
  medianLow: z.number().nullable(),
  medianHigh: z.number().nullable(),
  n: z.int(),
  events: z.number(),
};

function spellsOf(
  used: UsedRows,
  names: { time: string; event: string; entry?: string | undefined; by?: string | undefined },
) {
  return {
    time: used.numbers(names.time),
    cause: used.numbers(names.event),
    entry: names.entry === undefined ? undefined : used.numbers(names.entry),
    group: names.by === undefined ? undefined : used.grouping(names.by),
    count: used.count,
  };
}

/** Medians of the groups in words. */
function sayMedians(groups: Readonly<Record<string, { readonly median: number | null }>>): Words {
  const parts = (language: 'nl' | 'en', never: string) =>
    Object.entries(groups)
      .map(([group, { median }]) => `${group}: ${median === null ? never : figure(median)[language]}`)
      .join('; ');
  return {
    nl: `Tijd waarop de helft de gebeurtenis had: ${parts('nl', 'niet bereikt')}.`,
    en: `Time by which half had the event: ${parts('en', 'not reached')}.`,
  };
}

const CURVE_KEYS =
  'se, low, high, nRisk, median, medianLow, medianHigh, n, events} (null = not reached or not known there; group "all" without --by)';

const kaplanMeierEstimator = estimator({
  name: 'kaplan-meier',
  question: {
    nl: 'Welk deel heeft de gebeurtenis na verloop van tijd nog niet gehad?',
    en: 'What part has not yet had the event as time goes on?',
  },
  method: 'Kaplan-Meier, Greenwood error. Sources: Kaplan & Meier 1958; median limits Brookmeyer & Crowley 1982',
  gives: `groups {level: {time, surv, ${CURVE_KEYS}}`,
  example: '--time days --event exit --by arm --at 90,365',
  input: curveInput,
  output: rowsResult({ groups: z.record(z.string(), z.object({ ...curveShape, surv: gaps }).readonly()).readonly() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by],
      count: input.count,
    });
    const result = given(kaplanMeier(spellsOf(used, input), { at: input.at, interval: input.interval }));
    return { ...result, missing: used.missing, sentence: sayMedians(result.groups) };
  },
});

const nelsonAalenEstimator = estimator({
  name: 'nelson-aalen',
  question: { nl: 'Hoeveel gebeurtenissen stapelen zich op per hoofd?', en: 'How many events pile up per head?' },
  method: 'Cumulative hazard sum d/n, error sqrt(sum d/n^2). Sources: Nelson 1972; Aalen 1978',
  gives: `groups {level: {time, cumhaz, ${CURVE_KEYS}}`,
  example: '--time days --event exit --by arm --at 90,365',
  input: curveInput,
  output: rowsResult({ groups: z.record(z.string(), z.object({ ...curveShape, cumhaz: gaps }).readonly()).readonly() }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by],
      count: input.count,
    });
    const result = given(nelsonAalen(spellsOf(used, input), { at: input.at, interval: input.interval }));
    return { ...result, missing: used.missing, sentence: sayMedians(result.groups) };
  },
});

const logRankEstimator = estimator({
  name: 'log-rank',
  question: { nl: 'Gaat de ene groep sneller dan de andere?', en: 'Does one group go faster than the other?' },
  method: 'Log-rank (rho 0) or Peto-Peto (rho 1), stratified if asked. Sources: Mantel 1966; Harrington & Fleming 1982',
  gives: 'chisq, df, p, groups, observed, expected, variance, n',
  example: '--time days --event exit --by arm --strata district',
  input: {
    data: tableInput,
    time,
    event,
    entry,
    by: column('column of the groups'),
    strata: columns('columns whose combinations are the strata').optional(),
    rho: z.number().default(0).describe('weight S(t-)^rho: 0 (default) log-rank, 1 Peto-Peto'),
    count,
  },
  output: rowsResult({
    chisq: z.number(),
    df: z.number(),
    p: z.number(),
    groups: z.array(z.string()).readonly(),
    observed: list,
    expected: list,
    variance: z.union([z.number(), z.array(list).readonly()]),
    n: z.int(),
  }),
  run(input, table) {
    const names = input.strata ?? [];
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by, ...names],
      count: input.count,
    });
    const stratum = names.length === 0 ? undefined : stratumOf(used, names);
    const result = given(logRank({ ...spellsOf(used, input), stratum }, { rho: input.rho }));
    return {
      ...result,
      missing: used.missing,
      sentence: sayTest(
        { nl: 'Verschil in tempo tussen de groepen', en: 'Difference in pace between the groups' },
        result.p,
      ),
    };
  },
});

/** Combinations of columns as levels with a name. */
export function stratumOf(used: UsedRows, names: readonly string[]): { codes: Int32Array; labels: readonly string[] } {
  const codes = used.codes(names);
  const labels: string[] = [];
  codes.forEach((code, i) => {
    labels[code] ??= names.map((name) => used.text(name)[i]).join('/');
  });
  return { codes, labels };
}

const rmstEstimator = estimator({
  name: 'rmst',
  question: { nl: 'Hoeveel tijd scheelt het, tot een horizon?', en: 'How much time does it save, up to a horizon?' },
  method:
    'Restricted mean survival time to tau: area under Kaplan-Meier, second level of --by minus the first. Source: Royston & Parmar 2013',
  gives: 'rmst1, rmst0, se1, se0, diff, ciLow, ciHigh, p, ratio, tau, n, n1, n0',
  example: '--time days --event exit --by arm --tau 365',
  input: {
    data: tableInput,
    time,
    event,
    entry,
    by: column('column of the two groups'),
    tau: z.number().describe('horizon, in the unit of time'),
    count,
  },
  output: rowsResult({
    ...effectShape,
    rmst1: z.number(),
    rmst0: z.number(),
    se1: z.number(),
    se0: z.number(),
    diff: z.number(),
    ratio: z.number().nullable(),
    tau: z.number(),
  }),
  run(input, table) {
    const used = usedRows(table, {
      columns: [input.time, input.event, input.entry, input.by],
      count: input.count,
    });
    const result = given(rmst(spellsOf(used, input), { tau: input.tau }));
    const what = {
      nl: `Verschil in gemiddelde tijd binnen de eerste ${figure(input.tau).nl}`,
      en: `Difference in mean time within the first ${figure(input.tau).en}`,
    };
    return { ...result, missing: used.missing, sentence: sayEffect(what, result) };
  },
});

const incidence = z.object({ time: list, cif: gaps, se: gaps }).readonly();
const eventFree = z.object({ time: list, probability: gaps, se: gaps }).readonly();

const aalenJohansenEstimator = estimator({
  name: 'aalen-johansen',
  question: {
    nl: 'Hoeveel gaan er weg langs welke weg, als wegen elkaar uitsluiten?',
    en: 'How many leave by which way, when ways exclude each other?',
  },
  method:
    "Cumulative incidence per cause, error by Gray's delta method (default) or the infinitesimal jackknife; Gray's test between groups. Sources: Aalen & Johansen 1978; Gray 1988",
  gives:
    'groups {level: {cause: {time, cif, se}, eventFree: {time, probability, se}}}, gray {cause: {chisq, df, p}}, n',
  example: '--time days --cause cause --by arm --at 90,365',
  input: {
    data: tableInput,
    time,
    cause: column('column with 0 = censored, 1, 2, ... = the way out'),
    by,
    at,
    se: z.enum(['gray', 'jackknife']).default('gray').describe('gray (default) or jackknife'),
    count,
  },
  output: rowsResult({
    groups: z.record(z.string(), z.record(z.string(), z.union([incidence, eventFree])).readonly()).readonly(),
    gray: z
      .record(z.string(), z.object({ chisq: z.number(), df: z.number(), p: z.number() }).readonly())
      .readonly()
      .optional(),
    n: z.int(),
  }),
  run(input, table) {
    const used = usedRows(table, { columns: [input.time, input.cause, input.by], count: input.count });
    const result = given(
      aalenJohansen(spellsOf(used, { time: input.time, event: input.cause, by: input.by }), {
        at: input.at,
        se: input.se,
      }),
    );
    const groups = Object.fromEntries(
      Object.entries(result.groups).map(([level, group]) => [level, { ...group.causes, eventFree: group.eventFree }]),
    );
    const last = Object.entries(result.groups).map(([level, group]) => {
      const causes = Object.entries(group.causes).map(([cause, curve]) => [cause, curve.cif.at(-1) ?? null] as const);
      return { level, causes };
    });
    const words = (language: 'nl' | 'en', none: string) =>
      last
        .map(({ level, causes }) => {
          const parts = causes.map(([cause, cif]) => `${cause} ${cif === null ? none : figure(100 * cif)[language]}%`);
          return `${level}: ${parts.join(', ')}`;
        })
        .join('; ');
    return {
      ...result,
      groups,
      missing: used.missing,
      sentence: {
        nl: `Op het laatste tijdstip is per weg vertrokken: ${words('nl', 'onbekend')}.`,
        en: `At the last time have left by each way: ${words('en', 'unknown')}.`,
      },
    };
  },
});

export const curveEstimators = [
  kaplanMeierEstimator,
  nelsonAalenEstimator,
  logRankEstimator,
  rmstEstimator,
  aalenJohansenEstimator,
];
