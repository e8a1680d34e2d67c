import type { FileDeclaration } from './file-declaration.ts';

/** What is wrong with a header, so that the delivery is refused as a whole; the first of the list counts. */
export function headerFault(
  file: FileDeclaration,
  header: readonly string[] | null,
  broken: boolean,
): { readonly code: 'format' | 'repeated_column' | 'missing_column'; readonly column: string | null } | null {
  if (broken) return { code: 'format', column: null };
  const names = header ?? [];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) return { code: 'repeated_column', column: repeated };
  const missing = file.columns.find((column) => column.required && !names.includes(column.name));
  return missing === undefined ? null : { code: 'missing_column', column: missing.name };
}

export function unknownColumns(file: FileDeclaration, header: readonly string[]): readonly string[] {
  return header.filter((name) => !file.columns.some((column) => column.name === name));
}
