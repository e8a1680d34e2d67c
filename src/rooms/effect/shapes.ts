import * as z from 'zod';

export const words = z.object({ nl: z.string(), en: z.string() }).readonly();
export const perTerm = z.record(z.string(), z.number()).readonly();
export const list = z.array(z.number()).readonly();
/** Null = not reached, or not known there. */
export const gaps = z.array(z.number().nullable()).readonly();

/** What every result ends with. */
const says = {
  method: z.string(),
  warnings: z.array(z.object({ code: z.string(), sentence: words }).readonly()).readonly(),
  sentence: words,
};

/** A result from rows. */
export function rowsResult<S extends z.ZodRawShape>(shape: S) {
  return z.object({ ...shape, missing: z.int().describe('rows left out for a missing value'), ...says });
}

/** A result from numbers that were given as flags. */
export function plainResult<S extends z.ZodRawShape>(shape: S) {
  return z.object({ ...shape, ...says });
}

/** One effect with its error, interval and arms. */
export const effectShape = {
  estimate: z.number(),
  se: z.number(),
  ciLow: z.number(),
  ciHigh: z.number(),
  statistic: z.number(),
  df: z.number().optional(),
  p: z.number(),
  n: z.int(),
  n1: z.int().optional(),
  n0: z.int().optional(),
};

/** Its keys, as help names them. */
export const EFFECT_KEYS = 'estimate, se, ciLow, ciHigh, statistic, df?, p, n, n1?, n0?';

/** Coefficients of a regression by term. */
export const coefficientShape = {
  coef: perTerm,
  se: perTerm,
  ciLow: perTerm,
  ciHigh: perTerm,
  statistic: perTerm,
  df: perTerm.optional(),
  p: perTerm,
  n: z.int(),
  joint: z.object({ chisq: z.number(), df: z.number(), p: z.number() }).readonly().optional(),
};
