import { action } from '../../platform/actions.ts';
import { newId } from '../../platform/ids.ts';
import { planHandOver } from './assignment.ts';
import {
  assign as assignContract,
  endEnrolment as endEnrolmentContract,
  enrol as enrolContract,
  recordCapacity as recordCapacityContract,
  recordProfile as recordProfileContract,
} from './contract.ts';
import { decideEnd, isOpenOn } from './enrolment.ts';
import { actsSince, enterFor, isAdviserKnown, lockClient, lockClients } from './lock-clients.actions.ts';
import { decideProfileDates } from './profile-dates.ts';
import { sift } from './sift.ts';
import { undo } from './undo.actions.ts';
import {
  assignmentsFrom,
  enrolledAfter,
  lastEnrolment,
  saveAssignments,
  saveCapacity,
  saveEnding,
  saveEnrolments,
  saveProfile,
  setAsideEnrolments,
} from './work.store.ts';

const enrol = action(enrolContract, async (context, { benefitIds, from }) => {
  const benefits = await lockClients(context, benefitIds);
  const taken = new Set((await context.app.all(enrolledAfter(benefitIds, from))).map((row) => row.benefit_id));
  const of = { asked: benefitIds, language: context.language, texts: enrolContract.refusals };
  const { able, refused } = sift(benefits, of, (benefit) => {
    if (!isOpenOn(benefit, from)) return 'outside_benefit';
    return taken.has(benefit.benefitId) ? 'overlapping_enrolment' : null;
  });
  const [first] = refused;
  if (benefitIds.length === 1 && first !== undefined) return context.refuse(first.code);
  if (able.length === 0) return { entryId: null, done: [], refused: [...refused] };
  const entry = await enterFor(context, able);
  const done = able.map((benefit) => benefit.benefitId);
  await context.app.run(setAsideEnrolments(done, from, entry.at));
  await context.app.run(saveEnrolments(done, from, entry));
  return { entryId: entry.entryId, done, refused: [...refused] };
});

const endEnrolment = action(endEnrolmentContract, async (context, { benefitId, to, reason, reviewDate, ...seen }) => {
  const benefit = await lockClient(context, benefitId);
  const last = await context.app.maybe(lastEnrolment(benefitId));
  // What the decision depended on: the enrolment itself.
  if (isAnother(last?.version_id, seen)) context.refuse('changed_meanwhile');
  const open = last === null ? null : { from: last.from_date, to: last.to_date };
  const refusal = decideEnd(open, { to, reason, reviewDate });
  if (refusal !== null || open === null) return context.refuse(refusal ?? 'not_enrolled');
  const meanwhile = await actsSince(context, benefit.clientKey, seen.seenEntry);
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
  const of = { asked: benefitIds, language: context.language, texts: assignContract.refusals };
  const { able, refused } = sift(benefits, of, (benefit) => {
    if (!isOpenOn(benefit, from)) return 'outside_benefit';
    const later = spells.some((spell) => spell.benefitId === benefit.benefitId && spell.from > from);
    return later ? 'overlapping_assignment' : null;
  });
  const [first] = refused;
  if (benefitIds.length === 1 && first !== undefined) return context.refuse(first.code);
  if (able.length === 0) return { entryId: null, done: [], refused: [...refused] };
  const entry = await enterFor(context, able);
  const done = able.map((benefit) => benefit.benefitId);
  const rows = planHandOver(spells, { benefitIds: done, adviserId, from });
  await context.app.run(saveAssignments(rows, entry));
  return { entryId: entry.entryId, done, refused: [...refused] };
});

const recordCapacity = action(recordCapacityContract, async (context, { benefitId, workCapacity, ...seen }) => {
  const benefit = await lockClient(context, benefitId);
  if (benefit.scheme !== 'WAJONG' && benefit.scheme !== 'WIA_WGA') context.refuse('capacity_outside_scheme');
  if (isAnother(benefit.versionId, seen)) context.refuse('changed_meanwhile');
  const meanwhile = await actsSince(context, benefit.clientKey, seen.seenEntry);
  const entry = await enterFor(context, [benefit]);
  await context.app.run(saveCapacity(benefit.versionId, workCapacity, entry));
  return { entryId: entry.entryId, meanwhile };
});

const recordProfile = action(
  recordProfileContract,
  async (context, { benefitId, assessedOn, seenEntry, ...content }) => {
    const fault = decideProfileDates({ assessedOn, validUntil: content.validUntil }, context.today);
    if (fault !== null) context.refuse(fault);
    const benefit = await lockClient(context, benefitId);
    const meanwhile = await actsSince(context, benefit.clientKey, seenEntry);
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
  },
);

export const registryWorkActions = [enrol, endEnrolment, assign, recordCapacity, recordProfile, undo] as const;

/** Whether another version holds than the one that the writer decided on. */
function isAnother(
  versionId: number | undefined,
  { seenVersion }: { readonly seenVersion?: number | undefined },
): boolean {
  return seenVersion !== undefined && versionId !== seenVersion;
}
