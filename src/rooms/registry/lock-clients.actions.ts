import type { Context, Entry } from '../../platform/actions.ts';
import { isSchemeShown } from './health.ts';
import { adviserExists, benefitsOf, entriesSince, lockClientsOf, saveClientEntries } from './work.store.ts';

/** A benefit whose client is locked for this act. */
export interface LockedBenefit {
  readonly clientKey: number;
  readonly clientId: string;
  readonly benefitId: string;
  readonly versionId: number;
  readonly scheme: string;
  readonly startDate: string;
  readonly endDate: string | null;
}

/** Whether an adviser of this id is in the register. */
export async function isAdviserKnown(context: Context<never>, adviserId: string): Promise<boolean> {
  return (await context.app.one(adviserExists(adviserId))).known;
}

/**
 * Begins a write on the clients of benefits within the actor's reach and locks them; those out of reach, unknown, or of
 * a scheme that is not shown to the actor are missing.
 */
export async function lockClients(
  context: Context<never>,
  benefitIds: readonly string[],
): Promise<readonly LockedBenefit[]> {
  await context.beginWrite();
  const locked = await context.app.all(lockClientsOf(benefitIds));
  const clientIds = new Map(locked.map((row) => [row.client_key, row.client_id]));
  // Read after the lock came: what was selected while waiting for it may be old.
  const rows = await context.app.all(
    benefitsOf(
      benefitIds,
      locked.map((row) => row.client_key),
    ),
  );
  return rows
    .filter((row) => isSchemeShown(context.actor, row.scheme))
    .map((row) => ({
      clientKey: row.client_key,
      clientId: clientIds.get(row.client_key) ?? '',
      benefitId: row.benefit_id,
      versionId: row.version_id,
      scheme: row.scheme,
      startDate: row.start_date,
      endDate: row.end_date,
    }));
}

/** Locks one benefit's client, or refuses as not found. */
export async function lockClient(context: Context<never>, benefitId: string): Promise<LockedBenefit> {
  const [benefit] = await lockClients(context, [benefitId]);
  return benefit ?? context.refuse('not_found');
}

/** Records the act on locked clients. */
export async function enterFor(context: Context<never>, benefits: readonly LockedBenefit[]): Promise<Entry> {
  const entry = await context.enter();
  await context.app.run(
    saveClientEntries(
      benefits.map((benefit) => benefit.clientKey),
      entry.entryId,
    ),
  );
  return entry;
}

/**
 * Acts of others on a locked client after the last one that the writer has seen: for a notice, nothing is refused by it.
 * Acts on one client are numbered in the order of its lock, so the number tells what a moment cannot: on a practice date
 * the time of day goes back at midnight.
 */
export async function actsSince(context: Context<never>, clientKey: number, seenEntry: number | undefined) {
  if (seenEntry === undefined) return [];
  const rows = await context.app.all(entriesSince(clientKey, seenEntry, context.actor.personId));
  return rows.map((row) => ({ action: row.action, by: row.person_name, at: row.entered_at }));
}
