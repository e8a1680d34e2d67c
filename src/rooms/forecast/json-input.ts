import type * as z from 'zod';
import { fileInput, type Words } from '../../platform/contract.ts';
import { wordsForIssues } from '../../platform/input-words.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isNotEstimable, type NotEstimable } from './not-estimable.ts';

/** A file of JSON; what stands in it is checked by {@link readJsonInput}. */
export function jsonInput(description: string) {
  return fileInput().describe(description);
}

/** Reads a file of JSON by its schema. All faults come together. */
export function readJsonInput<T extends z.ZodType>(schema: T, input: Uint8Array, language: keyof Words): z.output<T> {
  const parsed = schema.safeParse(parseJson(input), { error: wordsForIssues(language) });
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid_input', {
    faults: parsed.error.issues.map((issue) => ({
      field: ['input', ...issue.path].join('.'),
      code: issue.code,
      message: issue.message,
    })),
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new Refusal('invalid_input', { faults: [{ field: 'input', code: 'json', message }] });
  }
}

/** A result, or the refusal that its code declares. */
export function orRefuse<T extends object>(result: T): Exclude<T, NotEstimable<string>> {
  if (isNotEstimable(result)) {
    throw new Refusal(result.code, result.detail === null ? {} : { detail: result.detail });
  }
  return result as Exclude<T, NotEstimable<string>>;
}
