import { type Actor, machineActor } from '../../src/platform/access.ts';
import type { Action } from '../../src/platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../src/platform/contract.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { call, type Stage } from '../../src/platform/testing/call.ts';
import { contactActions } from '../../src/rooms/contacts/contacts.actions.ts';
import { registryReadActions } from '../../src/rooms/registry/client.actions.ts';
import { registryWorkActions } from '../../src/rooms/registry/registry.actions.ts';
import type { TestRegister } from '../register/register.ts';
import type { Draw } from './changes.ts';
import { keyOf, type Row } from './known.ts';
import { type Book, bookEntry } from './supplier.ts';

/** One row that an act wrote, and what its key said before; null: nothing. */
export interface Wrote {
  readonly file: string;
  readonly key: string;
  readonly row: Row;
  readonly before: Row | null;
}

/** What somebody did in the product, to be undone later. */
export interface Act {
  readonly entryId: number;
  readonly by: Actor;
  readonly wrote: readonly Wrote[];
}

/** The form of a work capacity that somebody left open: the version on it, and how many the book had of its key then. */
export interface LeftOpen {
  readonly benefitId: string;
  readonly seenVersion: number;
  readonly versions: number;
}

/** What people do in the product: done there through its contracts, and booked beside it when it was not refused. */
export interface Work {
  readonly stage: Stage;
  readonly book: Book;
  readonly draw: Draw;
  readonly acts: Act[];
  readonly leftOpen: LeftOpen[];
  /** What this act wrote so far. */
  readonly wrote: Wrote[];
  entryId: number | null;
}

export const people = ['P1', 'P2', 'P3'] as const;

/** The machine, or an adviser of one office who opens a protected client only out of the own caseload. */
export async function beginWork(
  register: TestRegister,
  of: Pick<Work, 'book' | 'draw' | 'acts' | 'leftOpen'>,
): Promise<Work> {
  const isMachine = of.draw.int(1) === 0;
  const actor = isMachine ? machineActor : await register.person(of.draw.one(people));
  return { ...of, stage: register.as(actor), wrote: [], entryId: null };
}

export function endWork({ acts, stage, wrote, entryId }: Work): void {
  if (entryId !== null && wrote.length > 0) acts.push({ entryId, by: stage.actor, wrote });
}

const actions = [
  ...contactActions,
  ...registryWorkActions,
  ...registryReadActions,
] as readonly unknown[] as readonly Action[];

/** The answer of the product, or the code of its refusal. */
export async function tried<C extends Contract>(
  stage: Stage,
  contract: C,
  input: RawInputOf<C>,
): Promise<OutputOf<C> | string> {
  const found = actions.find((of) => of.contract === contract) as unknown as Action<C>;
  try {
    return await call(stage, found, input);
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
}

/** The answer of the product, null when it refused; the act that it made is that of the work. */
export async function attempt<C extends Contract>(
  work: Work,
  contract: C,
  input: RawInputOf<C>,
): Promise<OutputOf<C> | null> {
  const done = await tried(work.stage, contract, input);
  if (typeof done === 'string') return null;
  work.entryId = (done as { entryId?: number | null }).entryId ?? null;
  return done;
}

export function enter(work: Work, file: string, row: Row): void {
  const key = keyOf(file, row);
  const before = work.book.versions.findLast((of) => of.file === file && of.key === key)?.row ?? null;
  bookEntry(work.book, file, { row, at: work.stage.at });
  work.wrote.push({ file, key, row, before });
}
