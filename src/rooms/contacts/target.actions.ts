import type { Context } from '../../platform/actions.ts';
import { type LockedBenefit, lockClient } from '../registry/lock-clients.actions.ts';
import { contactById, endsChain } from './work.store.ts';

/** A contact row that is replaced, as far as its successor needs it. */
export interface Target {
  readonly contactId: string;
  readonly clientKey: number;
  readonly benefitId: string;
  readonly adviserId: string;
  readonly kind: string;
  readonly channel: string;
  readonly occurredAt: string;
  readonly minutes: number | null;
  readonly outcome: string;
  readonly corrects: string | null;
  readonly report: string | null;
  readonly reportedAt: string;
  readonly valid: boolean;
}

export async function findTarget(context: Context<never>, contactId: string): Promise<Target> {
  const row = await context.app.maybe(contactById(contactId));
  if (row === null) return context.refuse('not_found');
  return {
    contactId: row.contact_id,
    clientKey: row.client_key,
    benefitId: row.benefit_id,
    adviserId: row.adviser_id,
    kind: row.kind,
    channel: row.channel,
    occurredAt: row.occurred_at,
    minutes: row.minutes,
    outcome: row.outcome,
    corrects: row.corrects,
    report: row.report,
    reportedAt: row.reported_at,
    valid: row.valid,
  };
}

/** A row that may be replaced, on the locked client of its benefit. */
export interface LockedTarget {
  readonly target: Target;
  readonly benefit: LockedBenefit;
}

/** Begins a write on the client of a contact; refuses when somebody replaced the row in the meantime. */
export async function lockValid(context: Context<'changed_meanwhile'>, contactId: string): Promise<LockedTarget> {
  await context.beginWrite();
  // A contact never moves to another benefit: which client to lock can be read before the lock.
  const { benefitId } = await findTarget(context, contactId);
  const benefit = await lockClient(context, benefitId);
  // Read after the lock came: what was selected while waiting for it may be old.
  const target = await findTarget(context, contactId);
  return target.valid ? { target, benefit } : context.refuse('changed_meanwhile');
}

/** The planned contact that a report is about, on a locked client. A chain stays with one benefit, as in a delivery. */
export async function findPlanned(
  context: Context<'changed_meanwhile'>,
  benefit: LockedBenefit,
  contactId: string,
): Promise<Target> {
  const target = await findTarget(context, contactId);
  if (target.benefitId !== benefit.benefitId) return context.refuse('not_found');
  return target.valid && target.outcome === 'planned' ? target : context.refuse('changed_meanwhile');
}

/** A row of an act that is undone, and the row that it replaced; refuses when something came after it. */
export async function findUndoable(
  context: Context<'nothing_to_undo'>,
  contactId: string,
): Promise<{ readonly target: Target; readonly before: Target | null }> {
  const target = await findTarget(context, contactId);
  // A withdrawal is never valid: whether something came after it, only its chain tells.
  const { ends } = await context.app.one(endsChain(contactId));
  if (!ends) return context.refuse('nothing_to_undo');
  return { target, before: target.corrects === null ? null : await findTarget(context, target.corrects) };
}
