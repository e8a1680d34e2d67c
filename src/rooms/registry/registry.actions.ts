import type { Entry } from '../../platform/actions.ts';
import { action, type Context, type Language } from '../../platform/actions.ts';
import { newId } from '../../platform/ids.ts';
import { planHandOver } from './assignment.ts';
import {
  assign as assignContract,
  endEnrolment as endEnrolmentContract,
  enrol as enrolContract,
  recordCapacity as recordCapacityContract,
  recordProfile as recordProfileContract,
  registryRefusals,
  undo as undoContract,
} from './contract.ts';
import { decideEnd, isOpenOn } from './enrolment.ts';
import { decideProfileDates } from './profile-dates.ts';
import { clientsOfEntry, enterables, enteredIn, restoreBefore, versionsOfEntry } from './undo.store.ts';
import {
  adviserExists,
  assignmentsFrom,
  benefitsOf,
  enrolledAfter,
  entriesSince,
  lastEnrolment,
  lockClientsOf,
  saveAssignments,
  saveCapacity,
  saveClientEntries,
  saveEnding,
  saveEnrolments,
  saveProfile,
  setAsideEnrolments,
} from './work.store.ts';
import { mayWrite } from './writer.ts';

/** A benefit whose client is locked for this act. */
export interface LockedBenefit {
  readonly clientKey: number;
  readonly clientId: string;
  readonly benefitId: string;
  readonly versionId: number;
  readonly scheme: string;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly workCapacity: string | null;
  readonly knownFrom: string;
}

/** Whether an adviser of this id is in the register. */
export async function isAdviserKnown(context: Context<never>, adviserId: string): Promise<boolean> {
  return (await context.app.one(adviserExists(adviserId))).known;
}

/**
 * Begins a write on the clients of benefits within the actor's reach and locks them; those out of reach or unknown are
 * missing.
 */
export async function lockClients(
  context: Context<never>,
  benefitIds: readonly string[],
): Promise<readonly LockedBenefit[]> {
  await context.beginWrite();
  const locked = await context.app.all(lockClientsOf(benefitIds));
  // Read after the lock came: what was selected while waiting for it may be old.
  const rows = await context.app.all(
    benefitsOf(
      benefitIds,
      locked.map((row) => row.client_key),
    ),
  );
  return rows.map((row) => ({
    clientKey: row.client_key,
    clientId: row.client_id,
    benefitId: row.benefit_id,
    versionId: row.version_id,
    scheme: row.scheme,
    startDate: row.start_date,
    endDate: row.end_date,
    workCapacity: row.work_capacity,
    knownFrom: row.known_from,
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

/** Acts of others on a client since the form was opened: for a notice, nothing is refused by it. */
export async function actsSince(context: Context<never>, clientKey: number, seenAt: string | undefined) {
  if (seenAt === undefined) return [];
  const rows = await context.app.all(entriesSince(clientKey, seenAt, context.actor.personId));
  return rows.map((row) => ({ action: row.action, by: row.person_name, at: row.entered_at }));
}

const enrol = action(enrolContract, async (context, { benefitIds, from }) => {
  const benefits = await lockClients(context, benefitIds);
  const taken = new Set((await context.app.all(enrolledAfter(benefitIds, from))).map((row) => row.benefit_id));
  const { able, refused } = sift(benefits, { asked: benefitIds, language: context.language }, (benefit) => {
    if (!isOpenOn(benefit, from)) return 'outside_benefit';
    return taken.has(benefit.benefitId) ? 'overlapping_enrolment' : null;
  });
  if (able.length === 0 && benefitIds.length === 1) return context.refuse(firstCode(refused));
  const entry = await enterFor(context, able);
  const done = able.map((benefit) => benefit.benefitId);
  await context.app.run(setAsideEnrolments(done, from, entry.at));
  await context.app.run(saveEnrolments(done, from, entry));
  return { entryId: entry.entryId, done, refused };
});

const endEnrolment = action(endEnrolmentContract, async (context, { benefitId, to, reason, reviewDate, seenAt }) => {
  const benefit = await lockClient(context, benefitId);
  const last = await context.app.maybe(lastEnrolment(benefitId));
  // What the decision depended on: the enrolment itself.
  if (last !== null && seenAt !== undefined && isAfter(last.known_from, seenAt)) context.refuse('changed_meanwhile');
  const open = last === null ? null : { from: last.from_date, to: last.to_date };
  const refusal = decideEnd(open, { to, reason, reviewDate });
  if (refusal !== null || open === null) return context.refuse(refusal ?? 'not_enrolled');
  const meanwhile = await actsSince(context, benefit.clientKey, seenAt);
  const entry = await enterFor(context, [benefit]);
  await context.app.run(setAsideEnrolments([benefitId], open.from, entry.at));
  const ending = { benefitId, from: open.from, to, reason, reviewDate: reviewDate ?? null };
  await context.app.run(saveEnding(ending, entry));
  return { entryId: entry.entryId, meanwhile };
});

const assign = action(assignContract, async (context, { benefitIds, adviserId, from }) => {
  if (!(await isAdviserKnown(context, adviserId))) context.refuse('unknown_adviser');
  const benefits = await lockClients(context, benefitIds);
  const spells = (await context.app.all(assignmentsFrom(benefitIds, from))).map((row) => ({
    benefitId: row.benefit_id,
    from: row.from_date,
    to: row.to_date,
    adviserId: row.adviser_id,
  }));
  const { able, refused } = sift(benefits, { asked: benefitIds, language: context.language }, (benefit) => {
    if (!isOpenOn(benefit, from)) return 'outside_benefit';
    const later = spells.some((spell) => spell.benefitId === benefit.benefitId && spell.from > from);
    return later ? 'overlapping_assignment' : null;
  });
  if (able.length === 0 && benefitIds.length === 1) return context.refuse(firstCode(refused));
  const entry = await enterFor(context, able);
  const done = able.map((benefit) => benefit.benefitId);
  const rows = planHandOver(spells, { benefitIds: done, adviserId, from });
  await context.app.run(saveAssignments(rows, entry));
  return { entryId: entry.entryId, done, refused };
});

const recordCapacity = action(recordCapacityContract, async (context, { benefitId, workCapacity, seenAt }) => {
  const benefit = await lockClient(context, benefitId);
  if (benefit.scheme !== 'WAJONG' && benefit.scheme !== 'WIA_WGA') context.refuse('capacity_outside_scheme');
  if (seenAt !== undefined && isAfter(benefit.knownFrom, seenAt)) context.refuse('changed_meanwhile');
  const meanwhile = await actsSince(context, benefit.clientKey, seenAt);
  const entry = await enterFor(context, [benefit]);
  await context.app.run(saveCapacity(benefit.versionId, workCapacity, entry));
  return { entryId: entry.entryId, meanwhile };
});

const recordProfile = action(recordProfileContract, async (context, { benefitId, assessedOn, seenAt, ...content }) => {
  const fault = decideProfileDates({ assessedOn, validUntil: content.validUntil }, context.today);
  if (fault !== null) context.refuse(fault);
  const benefit = await lockClient(context, benefitId);
  const meanwhile = await actsSince(context, benefit.clientKey, seenAt);
  const entry = await enterFor(context, [benefit]);
  const profileId = newId();
  await context.app.run(
    saveProfile(
      {
        profileId,
        benefitId,
        assessedOn,
        score: content.score ?? null,
        validUntil: content.validUntil ?? null,
        possibilities: content.possibilities ?? null,
        obstacles: content.obstacles ?? null,
        goal: content.goal ?? null,
        support: content.support ?? null,
      },
      entry,
    ),
  );
  return { entryId: entry.entryId, meanwhile, profileId };
});

const undo = action(undoContract, async (context, { entryId }) => {
  await context.beginWrite();
  const clients = await context.app.all(clientsOfEntry(entryId));
  if (clients.length === 0) context.refuse('not_found');
  let undone = 0;
  for (const kind of enterables) {
    const { all, latest } = await context.app.one(versionsOfEntry(kind, entryId));
    if (all > 0 && !mayWrite(context.actor, enteredIn(kind))) context.refuse('not_allowed');
    if (all !== latest) context.refuse('nothing_to_undo');
    undone += latest;
  }
  if (undone === 0) context.refuse('nothing_to_undo');
  const entry = await context.enter();
  await context.app.run(
    saveClientEntries(
      clients.map((row) => row.client_key),
      entry.entryId,
    ),
  );
  for (const kind of enterables) await context.app.run(restoreBefore(kind, entryId, entry));
  return { entryId: entry.entryId, undone };
});

export const registryWorkActions = [enrol, endEnrolment, assign, recordCapacity, recordProfile, undo] as const;

type ItemCode = 'outside_benefit' | 'overlapping_enrolment' | 'overlapping_assignment';
interface Refused {
  readonly benefitId: string;
  readonly code: string;
  readonly message: string;
}

/** Parts many into those that can be done and those that are refused, each with its code. */
function sift(
  benefits: readonly LockedBenefit[],
  { asked, language }: { readonly asked: readonly string[]; readonly language: Language },
  decide: (benefit: LockedBenefit) => ItemCode | null,
): { able: LockedBenefit[]; refused: Refused[] } {
  const able: LockedBenefit[] = [];
  const refused: Refused[] = [];
  for (const benefitId of new Set(asked)) {
    const benefit = benefits.find((each) => each.benefitId === benefitId);
    const code = benefit === undefined ? 'not_found' : decide(benefit);
    if (benefit !== undefined && code === null) able.push(benefit);
    else refused.push({ benefitId, code: code ?? 'not_found', message: messageOf(code ?? 'not_found', language) });
  }
  return { able, refused };
}

function messageOf(code: ItemCode | 'not_found', language: Language): string {
  if (code === 'not_found')
    return language === 'nl' ? 'Niet gevonden, of buiten uw bereik.' : 'Not found, or outside your reach.';
  return registryRefusals[code][language];
}

/** The code of the only one asked; its contract declares it. */
function firstCode(refused: readonly Refused[]): 'not_found' {
  return (refused[0]?.code ?? 'not_found') as 'not_found';
}

function isAfter(a: string, b: string): boolean {
  return Date.parse(a) > Date.parse(b);
}
