import * as z from 'zod';
import { type Words } from '../../../platform/contract.ts';
import { count, tableInput } from '../inputs.ts';
import { figure } from '../say.ts';
import { gaps, list } from '../shapes.ts';
import { at, by, entry, event, time } from './spells.ts';

export const curveInput = {
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

export const curveShape = {
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

/** Medians of the groups in words. */
export function sayMedians(groups: Readonly<Record<string, { readonly median: number | null }>>): Words {
  const parts = (language: 'nl' | 'en', never: string) =>
    Object.entries(groups)
      .map(([group, { median }]) => `${group}: ${median === null ? never : figure(median)[language]}`)
      .join('; ');
  return {
    nl: `Tijd waarop de helft de gebeurtenis had: ${parts('nl', 'niet bereikt')}.`,
    en: `Time by which half had the event: ${parts('en', 'not reached')}.`,
  };
}

export const CURVE_KEYS =
  'se, low, high, nRisk, median, medianLow, medianHigh, n, events} (null = not reached or not known there; group "all" without --by)';
