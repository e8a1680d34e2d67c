import { Temporal } from 'temporal-polyfill';
import { action, type Context, type Entry } from '../../platform/actions.ts';
import { newId } from '../../platform/ids.ts';
import { dateOf, zone } from '../../time/zone.ts';
import { isSchemeShown } from '../registry/index.ts';
import {
  actsSince,
  enterFor,
  isAdviserKnown,
  type LockedBenefit,
  lockClient,
  lockClients,
} from '../registry/lock-clients.actions.ts';
import { decideWarnings } from './contact-warning.ts';
import {
  checkContact as checkContactContract,
  correctContact as correctContactContract,
  listContacts as listContactsContract,
  moveContact as moveContactContract,
  planContact as planContactContract,
  reportContact as reportContactContract,
  undoContact as undoContactContract,
  withdrawContact as withdrawContactContract,
} from './contract.ts';
import { type Channel, classesOf, type Kind, nextAfter } from './kind.ts';
import { findPlanned, findUndoable, type LockedTarget, lockValid, type Target } from './target.actions.ts';
import {
  adviserOfBenefit,
  benefitSpell,
  closeVoid,
  contactsOfClient,
  contactsOfEntry,
  endValidity,
  openVoid,
  saveContact,
  twiceWithinHour,
} from './work.store.ts';
import { mayUndoContacts, mayWriteContact } from './writer.ts';

const listContacts = action(listContactsContract, async (context, { clientId }) => ({
  contacts: (await context.app.all(contactsOfClient(clientId)))
    .filter((row) => isSchemeShown(context.actor, row.scheme))
    .map((row) => ({
      contactId: row.contact_id,
      benefitId: row.benefit_id,
      adviserId: row.adviser_id,
      adviserName: row.adviser_name,
      kind: row.kind as Kind,
      channel: row.channel as Channel,
      occurredAt: row.occurred_at,
      date: row.occurred_on,
      time: row.local_time,
      minutes: row.minutes,
      outcome: row.outcome,
      registeredAt: row.registered_at,
      corrects: row.corrects,
      report: row.report,
      reason: row.reason,
      valid: row.valid,
      replacedBy: row.replaced_by,
      isConversation: row.is_conversation,
      isContact: row.is_contact,
      by: row.by,
      entryId: row.entry_id,
    })),
}));

const planContact = action(planContactContract, async (context, input) => {
  const occurredAt = instantOf(input);
  if (occurredAt < secondsOf(context.now)) context.refuse('in_the_past');
  const benefit = await lockClientNamed(context, input);
  const adviserId = await adviserFor(context, input);
  if (adviserId === null) return context.refuse('unknown_adviser');
  const meanwhile = await actsSince(context, benefit.clientKey, input.seenEntry);
  const entry = await enterFor(context, [benefit]);
  const contactId = await save(context, entry, {
    ...input,
    adviserId,
    clientKey: benefit.clientKey,
    outcome: 'planned',
  });
  return {
    entryId: entry.entryId,
    meanwhile,
    contactId,
    nextContactId: null,
    warnings: [...warningsFor(input.date, benefit, false)],
  };
});

const reportContact = action(reportContactContract, async (context, input) => {
  const occurredAt = instantOf(input);
  // An appointment is called off before it comes; anything else that is reported has happened.
  const isCalledOff = input.outcome === 'cancelled' && input.planned !== undefined;
  if (!isCalledOff && occurredAt > secondsOf(context.now)) context.refuse('in_the_future');
  if (input.outcome === 'held' && input.minutes === undefined) context.refuse('minutes_missing');
  const next = nextOf(input);
  if (next !== null && instantOf(next) < secondsOf(context.now)) context.refuse('in_the_past');
  const benefit = await lockClientNamed(context, input);
  const planned = input.planned === undefined ? null : await findPlanned(context, benefit, input.planned);
  const adviserId = await adviserFor(context, input, planned?.adviserId);
  if (adviserId === null) return context.refuse('unknown_adviser');
  const like = { benefitId: input.benefitId, adviserId, kind: input.kind };
  const { twice } = await context.app.one(twiceWithinHour(like, occurredAt, input.planned ?? null));
  const meanwhile = await actsSince(context, benefit.clientKey, input.seenEntry);
  const entry = await enterFor(context, [benefit]);
  const base = { ...input, adviserId, clientKey: benefit.clientKey };
  const contactId = await save(context, entry, { ...base, ...(planned === null ? {} : { corrects: planned }) });
  const nextContactId =
    next === null
      ? null
      : await save(context, entry, { ...base, ...next, outcome: 'planned', minutes: undefined, report: undefined });
  const isTwice = twice && input.outcome === 'held';
  return {
    entryId: entry.entryId,
    meanwhile,
    contactId,
    nextContactId,
    warnings: [...warningsFor(input.date, benefit, isTwice)],
  };
});

const moveContact = action(moveContactContract, async (context, { contactId, date, time, channel, seenEntry }) => {
  if (instantOf({ date, time }) < secondsOf(context.now)) context.refuse('in_the_past');
  const locked = await lockValid(context, contactId);
  if (locked.target.outcome !== 'planned') context.refuse('changed_meanwhile');
  return correct(context, locked, {
    date,
    time,
    channel: channel ?? locked.target.channel,
    outcome: 'planned',
    seenEntry,
  });
});

const correctContact = action(correctContactContract, async (context, { contactId, reason, ...input }) => {
  if (instantOf(input) > secondsOf(context.now)) context.refuse('in_the_future');
  if (input.outcome === 'held' && input.minutes === undefined) context.refuse('minutes_missing');
  if (input.adviserId !== undefined && !(await isAdviserKnown(context, input.adviserId)))
    context.refuse('unknown_adviser');
  return correct(context, await lockValid(context, contactId), { ...input, reason });
});

const withdrawContact = action(withdrawContactContract, async (context, { contactId, reason, seenEntry }) => {
  const locked = await lockValid(context, contactId);
  if (!mayWriteContact(context.actor, locked.target.outcome)) context.refuse('not_allowed');
  return correct(context, locked, { outcome: 'void', reason, seenEntry });
});

/** Each row of the act is corrected back: to the row it replaced, or withdrawn when it replaced none. */
const undoContact = action(undoContactContract, async (context, { entryId }) => {
  const rows = await context.app.all(contactsOfEntry(entryId));
  const benefits = await lockClients(context, [...new Set(rows.map((row) => row.benefit_id))]);
  if (benefits.length === 0) return context.refuse('not_found');
  const chains: Awaited<ReturnType<typeof findUndoable>>[] = [];
  for (const row of rows) chains.push(await findUndoable(context, row.contact_id));
  const outcomes = chains.flatMap(({ target, before }) => [target.outcome, before?.outcome ?? 'void']);
  if (!mayUndoContacts(context.actor, outcomes)) context.refuse('not_allowed');
  const entry = await enterFor(context, benefits);
  for (const { target, before } of chains) {
    const content = before ?? { ...target, outcome: 'void', minutes: null };
    await save(context, entry, {
      ...content,
      minutes: content.minutes ?? undefined,
      report: content.report ?? undefined,
      corrects: target,
    });
  }
  return { entryId: entry.entryId, undone: rows.length };
});

const checkContact = action(checkContactContract, async (context, input) => {
  const benefit = await context.app.maybe(benefitSpell(input.benefitId));
  if (benefit === null || !isSchemeShown(context.actor, benefit.scheme)) return context.refuse('not_found');
  const adviserId = (await adviserFor(context, input)) ?? '';
  const like = { benefitId: input.benefitId, adviserId, kind: input.kind };
  const { twice } = await context.app.one(twiceWithinHour(like, instantOf(input), input.planned ?? null));
  return {
    warnings: [...warningsFor(input.date, { startDate: benefit.start_date, endDate: benefit.end_date }, twice)],
  };
});

/** Locks the client of a benefit; refuses when a client is named and the benefit is of another. */
async function lockClientNamed(
  context: Context<'other_client'>,
  { benefitId, clientId }: { readonly benefitId: string; readonly clientId?: string | undefined },
): Promise<LockedBenefit> {
  const benefit = await lockClient(context, benefitId);
  return clientId === undefined || clientId === benefit.clientId ? benefit : context.refuse('other_client');
}

export const contactActions = [
  listContacts,
  planContact,
  reportContact,
  moveContact,
  correctContact,
  withdrawContact,
  undoContact,
  checkContact,
] as const;

interface Content {
  readonly clientKey: number;
  readonly benefitId: string;
  readonly adviserId: string;
  readonly kind: string;
  readonly channel: string;
  readonly outcome: string;
  readonly minutes?: number | undefined;
  readonly report?: string | undefined;
  /** Why it corrects or withdraws the row before it. */
  readonly reason?: string | undefined;
  /** Either the moment, or local date and time. */
  readonly occurredAt?: string;
  readonly date?: string;
  readonly time?: string;
  readonly corrects?: Target;
}

/** What a correction changes; the rest stays as it was. */
type Changes = { readonly [K in keyof Content]?: Content[K] | undefined };

/** Saves one row with the bookkeeping of its chain; gives its id. */
async function save(context: Context<never>, entry: Entry, content: Content): Promise<string> {
  const { corrects = null, date = '', time = '' } = content;
  const occurredAt = content.occurredAt ?? instantOf({ date, time });
  const contactId = newId();
  const continues = corrects !== null && corrects.outcome !== 'planned';
  await context.app.run(
    saveContact(
      {
        contactId,
        clientKey: content.clientKey,
        benefitId: content.benefitId,
        adviserId: content.adviserId,
        kind: content.kind,
        channel: content.channel,
        occurredAt,
        occurredOn: dateOf(occurredAt),
        minutes: content.outcome === 'held' ? (content.minutes ?? null) : null,
        outcome: content.outcome,
        corrects: corrects?.contactId ?? null,
        report: content.report ?? null,
        reason: content.reason ?? null,
        ...classesOf(content.kind as Kind, content.channel as Channel),
        reportedAt: continues ? corrects.reportedAt : entry.at,
      },
      entry,
    ),
  );
  if (corrects !== null) {
    await context.app.run(endValidity(corrects.contactId, entry.at));
    if (corrects.outcome === 'void') await context.app.run(closeVoid(corrects.contactId, entry.at));
  }
  if (content.outcome === 'void') await context.app.run(openVoid(contactId, entry.at));
  return contactId;
}

async function correct(
  context: Context<never>,
  { target, benefit }: LockedTarget,
  { seenEntry, ...changes }: Changes & { readonly seenEntry?: number | undefined },
) {
  const meanwhile = await actsSince(context, benefit.clientKey, seenEntry);
  const entry = await enterFor(context, [benefit]);
  const moved =
    changes.date === undefined ? {} : { occurredAt: instantOf({ date: changes.date, time: changes.time ?? '' }) };
  const kept = { ...target, minutes: target.minutes ?? undefined, report: target.report ?? undefined };
  const contactId = await save(context, entry, { ...kept, ...given(changes), ...moved, corrects: target });
  const day = changes.date ?? dateOf(target.occurredAt);
  const warnings = changes.outcome === 'void' ? [] : [...warningsFor(day, benefit, false)];
  return { entryId: entry.entryId, meanwhile, contactId, nextContactId: null, warnings };
}

/** Only what was given replaces what the row said before. */
function given(changes: Changes): Partial<Content> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Content>;
}

/**
 * The adviser named, else who acts as an adviser, else who had it planned, else that of the caseload, else the own one;
 * null when there is none or it is unknown. A planner is no adviser of a conversation that an adviser can hold.
 */
async function adviserFor(
  context: Context<never>,
  {
    adviserId,
    benefitId,
    date,
  }: { readonly adviserId?: string | undefined; readonly benefitId: string; readonly date: string },
  plannedBy?: string,
): Promise<string | null> {
  const { actor } = context;
  const acting = actor.role === 'adviser' ? actor.adviserId : null;
  const known = adviserId ?? acting ?? plannedBy;
  if (known !== undefined) return (await isAdviserKnown(context, known)) ? known : null;
  const ofCaseload = await context.app.maybe(adviserOfBenefit(benefitId, date));
  return ofCaseload?.adviser_id ?? actor.adviserId;
}

function warningsFor(day: string, benefit: Pick<LockedBenefit, 'startDate' | 'endDate'>, twiceWithinHour: boolean) {
  return decideWarnings({ day, startDate: benefit.startDate, endDate: benefit.endDate, twiceWithinHour });
}

function nextOf(input: {
  nextKind?: Kind | undefined;
  nextChannel?: Channel | undefined;
  nextDate?: string | undefined;
  nextTime?: string | undefined;
  channel: Channel;
}) {
  const { nextDate, nextTime } = input;
  // The contract takes both or neither.
  if (nextDate === undefined || nextTime === undefined) return null;
  const usual = nextAfter(input.channel);
  return {
    date: nextDate,
    time: nextTime,
    kind: input.nextKind ?? usual.kind,
    channel: input.nextChannel ?? usual.channel,
  };
}

/** The instant of a local date and time in Amsterdam. */
function instantOf({ date, time }: { readonly date: string; readonly time: string }): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString();
}

/** Cut to whole seconds, as local times are entered, so that instants compare as text. */
function secondsOf(instant: string): string {
  return Temporal.Instant.from(instant).toString({ smallestUnit: 'second' });
}
