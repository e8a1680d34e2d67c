import { expect } from 'vitest';
import { machineActor } from '../../src/platform/access.ts';
import { listContacts, undoContact } from '../../src/rooms/contacts/contract.ts';
import { undo as undoEntry } from '../../src/rooms/registry/contract.ts';
import { type Act, tried, type Work } from './acts.ts';
import type { Known, Row } from './known.ts';
import { bookEntry, bookVersion } from './supplier.ts';

/**
 * One of the last acts is undone, mostly by who did it: as a whole or not at all, whatever the product says. An act of
 * the registry puts each key back to what it said before; one of contacts corrects each row back.
 */
export async function undoAct(work: Work, known: Known): Promise<void> {
  const { acts, draw } = work;
  if (acts.length === 0) return;
  const act = draw.one(acts.slice(-4).toReversed());
  const stage = draw.int(3) === 0 ? work.stage : work.stage.as(act.by);
  const isOfContacts = act.wrote.some((of) => of.file === 'contacts.csv');
  const done = await tried(stage, isOfContacts ? undoContact : undoEntry, { entryId: act.entryId });
  if (typeof done === 'string') return;
  expect(done.undone, `rows of act ${act.entryId} that were undone`).toBe(act.wrote.length);
  acts.splice(acts.indexOf(act), 1);
  if (isOfContacts) await bookCorrections(work, { act, entryId: done.entryId, known });
  else
    for (const { file, key, before } of act.wrote)
      bookVersion(work.book, file, { key, row: before, at: work.stage.at });
}

async function bookCorrections(
  { stage, book }: Work,
  { act, entryId, known }: { readonly act: Act; readonly entryId: number; readonly known: Known },
): Promise<void> {
  const replaced = new Map(known.contacts.map((row) => [row.contact_id, row]));
  for (const { row } of act.wrote) {
    const clientId = known.benefits.find((of) => of.benefit_id === row.benefit_id)?.client_id ?? '';
    const listed = await tried(stage.as(machineActor), listContacts, { clientId });
    if (typeof listed === 'string') throw new Error(`the contacts of an act that was undone: ${listed}`);
    const back = listed.contacts.find((of) => of.entryId === entryId && of.corrects === row.contact_id);
    if (back === undefined) throw new Error('an act of contacts was undone without a row that says so');
    const before: Row = replaced.get(row.corrects ?? '') ?? { ...row, outcome: 'void', minutes: '' };
    const fact = { contact_id: back.contactId, corrects: row.contact_id ?? '', registered_at: stage.at };
    bookEntry(book, 'contacts.csv', { row: { ...before, ...fact }, at: stage.at });
  }
}
