import * as z from 'zod';
import { aalenJohansen } from '../../../stats/index.ts';
import { estimator } from '../estimator.ts';
import { column, count, tableInput } from '../inputs.ts';
import { given } from '../refused.ts';
import { figure } from '../say.ts';
import { gaps, list, rowsResult } from '../shapes.ts';
import { usedRows } from '../used-rows.ts';
import { at, by, spellsOf, time } from './spells.ts';

const incidence = z.object({ time: list, cif: gaps, se: gaps }).readonly();
const eventFree = z.object({ time: list, probability: gaps, se: gaps }).readonly();

export const aalenJohansenEstimator = estimator({
  name: 'aalen-johansen',
  question: {
    nl: 'Hoeveel gaan er weg langs welke weg, als wegen elkaar uitsluiten?',
    en: 'How many leave by which way, when ways exclude each other?',
  },
  method:
    "Cumulative incidence per cause, error by Gray's delta method (default) or the infinitesimal jackknife; Gray's test between groups. Sources: Aalen & Johansen 1978; Gray 1988",
  gives:
    'groups {level: {cause: {time, cif, se}, eventFree: {time, probability, se}}}, gray? {cause: {chisq, df, p}}, n',
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
