import type { OutputOf } from '../../../../platform/contract.ts';
import type { listContacts } from '../../../contacts/index.ts';

export type ContactRow = OutputOf<typeof listContacts>['contacts'][number];

/**
 * What a row is now: it holds; it is planned; it was planned and then reported or moved; it was corrected; it was
 * withdrawn; or it is itself the withdrawal that ends a chain.
 */
export type Standing = 'holds' | 'planned' | 'handled' | 'moved' | 'corrected' | 'withdrawn' | 'withdrawal';

export function standingOf(row: ContactRow, rows: readonly ContactRow[]): Standing {
  if (row.outcome === 'void') return 'withdrawal';
  if (row.valid) return row.outcome === 'planned' ? 'planned' : 'holds';
  const next = rows.find((of) => of.corrects === row.contactId && of.contactId === (row.replacedBy ?? of.contactId));
  if (next === undefined || next.outcome === 'void') return 'withdrawn';
  if (row.outcome !== 'planned') return 'corrected';
  return next.outcome === 'planned' ? 'moved' : 'handled';
}

/** The row that stands at the end of the chain of a row; null when it ends in a withdrawal. */
export function heirOf(row: ContactRow, rows: readonly ContactRow[]): ContactRow | null {
  let heir: ContactRow | undefined = row;
  // a chain is no longer than there are rows
  for (let step = 0; step < rows.length && heir !== undefined && !heir.valid; step += 1) {
    const { contactId, replacedBy }: ContactRow = heir;
    heir = rows.find((of) => of.contactId === replacedBy) ?? rows.find((of) => of.corrects === contactId);
  }
  return heir === undefined || heir.outcome === 'void' || !heir.valid ? null : heir;
}

/** Why a row corrects the one before it, or why it was withdrawn itself: its withdrawal is no line of its own. */
export function reasonOf(row: ContactRow, rows: readonly ContactRow[]): string | null {
  const withdrawal = rows.find((of) => of.corrects === row.contactId && of.outcome === 'void');
  return withdrawal?.reason ?? row.reason;
}

/** Newest first; of one moment the row that was entered last first. */
export function newestFirst(rows: readonly ContactRow[]): readonly ContactRow[] {
  return rows.toSorted((a, b) => compare(b.occurredAt, a.occurredAt) || compare(b.registeredAt, a.registeredAt));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Conversations that counted, later than the last that counts now, and were corrected away: why somebody is late. */
export function findLapsed(
  rows: readonly ContactRow[],
  lastConversationOn: string | null,
): readonly { readonly row: ContactRow; readonly by: ContactRow }[] {
  return newestFirst(rows).flatMap((row) => {
    const counted = row.outcome === 'held' && row.isConversation && !row.valid;
    if (!counted || (lastConversationOn !== null && row.date <= lastConversationOn)) return [];
    const by = rows.find((of) => of.contactId === row.replacedBy) ?? rows.find((of) => of.corrects === row.contactId);
    const heir = heirOf(row, rows);
    return by === undefined || (heir?.outcome === 'held' && heir.isConversation) ? [] : [{ row, by }];
  });
}
