import type * as z from 'zod';
import type { Words } from './contract.ts';
import { wordsForIssues } from './input-words.ts';
import { Refusal } from './refusal.ts';

/** Reads the input `input` of a command, a file of JSON, by its schema. All faults come together. */
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
