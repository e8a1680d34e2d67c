import { findAllowed } from './allowed.ts';
import type { FileDeclaration } from './file-declaration.ts';
import { type NoteCode, noteCodes, rowMessage } from './words.ts';

type Language = 'nl' | 'en';

interface KeptNote {
  readonly code: NoteCode;
  readonly file: string;
  readonly count: number;
  readonly keys: readonly string[];
  readonly about: readonly string[];
}
interface KeptDetail {
  readonly column: string | null;
  readonly value: string | null;
  readonly code: string;
}

interface KeptRow {
  readonly file: string;
  readonly line: number;
  readonly codes: readonly string[];
  readonly details: unknown;
}

/** A refused row or a warning as people read it: why, and what the column allows. */
export function presentRow(row: KeptRow, declarations: readonly FileDeclaration[], language: Language) {
  const details = (row.details as readonly KeptDetail[]).map(({ column, value, code }) => ({
    column,
    value,
    code,
    message: [rowMessage(code, language), findAllowed(declarations, { file: row.file, column, code })?.[language] ?? []]
      .flat()
      .join(' '),
  }));
  return { file: row.file, line: row.line, codes: [...row.codes], details };
}

export function presentNotes(kept: unknown, language: Language) {
  return (kept as readonly KeptNote[]).map(({ code, file, count, keys, about }) => ({
    code,
    file,
    count,
    keys: [...keys],
    message: about.length === 0 ? noteCodes[code][language] : `${noteCodes[code][language]}: ${about.join(', ')}.`,
  }));
}

export function presentDelivery(row: {
  readonly delivery_id: number;
  readonly source: string;
  readonly delivered_at: string;
  readonly kind: string;
  readonly end_dates: string;
  readonly encoding: string;
  readonly imported_at: string;
  readonly imported_by: string;
}) {
  return {
    deliveryId: row.delivery_id,
    source: row.source,
    deliveredAt: row.delivered_at,
    kind: row.kind,
    endDates: row.end_dates,
    encoding: row.encoding,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
  };
}

/** The sum over files of counts as kept. */
export function keptSum(counts: unknown): number {
  return Object.values(counts as Readonly<Record<string, number>>).reduce((sum, count) => sum + count, 0);
}
