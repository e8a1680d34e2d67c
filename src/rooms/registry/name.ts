import { seesNames } from '../organisation/index.ts';

interface Named {
  readonly given_name: string | null;
  readonly family_name: string | null;
}

/** A client's name as it is read; empty parts are left out. */
export function nameOf(row: Named): string {
  return [row.given_name, row.family_name].filter(Boolean).join(' ');
}

/** A client's name for a reader: null where the reader sees no names, or where it has none. */
export function nameFor(reader: { readonly role: string }, row: Named): string | null {
  return seesNames(reader) ? nameOf(row) || null : null;
}
