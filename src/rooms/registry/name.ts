/** A client's name as it is read; empty parts are left out. */
export function nameOf(row: { readonly given_name: string | null; readonly family_name: string | null }): string {
  return [row.given_name, row.family_name].filter(Boolean).join(' ');
}
