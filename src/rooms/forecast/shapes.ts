import * as z from 'zod';

/** A sentence in both languages. */
export const words = z.object({ nl: z.string(), en: z.string() }).readonly();
export const numbers = z.array(z.number()).readonly();
export const range = z.tuple([z.number(), z.number()]).readonly();
export const perName = z.record(z.string(), z.number()).readonly();
export const capacityAssumption = z.enum(['follows_demand', 'follows_share', 'fixed']);

/**
 * What `--help` says of a command that works on a file: what it does, by which method and source, the keys of its JSON,
 * and a line that runs on data that ship with the product.
 */
export function commandHelp(parts: {
  readonly does: string;
  readonly method: string;
  readonly keys: readonly string[];
  readonly example: string;
}): string {
  const { does, method, keys, example } = parts;
  return `${does}. ${method}. JSON: ${keys.join(', ')}. Example, from the folder of the product: sluitend ${example}`;
}
