import sql, { raw } from 'sql-template-tag';
import type { FileDeclaration, RunSql } from './file-declaration.ts';

/** Something that an earlier import sealed: a BSN in the table of a file, or a refused row; null without any. */
export async function findSealed(run: RunSql, declarations: readonly FileDeclaration[]): Promise<Buffer | null> {
  const withBsn = declarations.filter((file) => file.columns.some((column) => column.type.kind === 'bsn'));
  const places = [
    ...withBsn.map(
      (file) => sql`
        select bsn_cipher as sealed from ${raw(file.keeping.table)} where bsn_cipher is not null limit 1`,
    ),
    sql`select raw_row as sealed from deliveries.row_report where raw_row is not null limit 1`,
  ];
  for (const place of places) {
    const [row] = await run<{ readonly sealed: Buffer }>(place);
    if (row !== undefined) return row.sealed;
  }
  return null;
}
