import * as z from 'zod';
import { fileInput } from '../../platform/contract.ts';

/** A sentence in both languages. */
export const words = z.object({ nl: z.string(), en: z.string() }).readonly();
export const numbers = z.array(z.number()).readonly();
export const range = z.tuple([z.number(), z.number()]).readonly();
export const perName = z.record(z.string(), z.number()).readonly();
export const capacityAssumption = z.enum(['follows_demand', 'follows_share', 'fixed']);

/** A file with JSON on the command line, or the same JSON as a value over HTTP. */
export function jsonInput<T extends z.ZodType>(shape: T, description: string) {
  return z.union([fileInput(), shape]).meta({ file: true, description });
}
