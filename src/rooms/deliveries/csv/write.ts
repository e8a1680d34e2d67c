import type { Delimiter } from './delimiter.ts';

/** One record in RFC 4180, quoted where it must be. */
export function csvLine(fields: readonly string[], delimiter: Delimiter): string {
  return fields
    .map((field) => (/["\r\n]/.test(field) || field.includes(delimiter) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(delimiter);
}
