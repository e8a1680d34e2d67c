import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { machineActor } from '../../src/platform/access.ts';
import {
  correctContact,
  moveContact,
  planContact,
  reportContact,
  withdrawContact,
} from '../../src/rooms/contacts/contract.ts';
import {
  assign,
  endEnrolment,
  enrol,
  recordCapacity,
  recordProfile,
  showClient,
} from '../../src/rooms/registry/contract.ts';
import { attempt, enter, tried, type Work } from './acts.ts';
import { channels, dayFrom, kinds } from './changes.ts';
import { chainsOf, instantOf, type Known, knowAt, type Row, zone } from './known.ts';
import type { Book } from './supplier.ts';
import { undoAct } from './undo-entries.ts';

type Entry = (work: Work, known: Known) => Promise<void>;

export const entries: Readonly<Record<string, Entry>> = {
  enrol: async (work, known) => {
    const benefitIds = someOf(work, known.benefits);
    const from = dayFrom(work.stage.at, 10 - work.draw.int(60));
    const done = await attempt(work, enrol, { benefitIds, from });
    for (const benefitId of done?.done ?? []) enter(work, 'enrolments.csv', { benefit_id: benefitId, from });
  },
  endEnrolment: async (work, known) => {
    const benefitId = anyOf(work, known.enrolments).benefit_id ?? '';
    const of = known.enrolments.filter((row) => row.benefit_id === benefitId && (!row.to || row.to > (row.from ?? '')));
    const last = of.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1);
    const to = dayFrom(work.stage.at, 3 - work.draw.int(30));
    const reason = work.draw.one(['declined', 'unreachable', 'completed', 'outflow'] as const);
    const reviewDate = dayFrom(work.stage.at, work.draw.int(90));
    const ending = { benefitId, to, reason, reviewDate };
    const form = { benefitId, from: last?.from ?? '', known };
    const done = await saveSeen(work, form, (seen) => tried(work.stage, endEnrolment, { ...ending, ...seen }));
    if (done !== null) enter(work, 'enrolments.csv', { ...last, to, end_reason: reason, review_date: reviewDate });
  },
  assign: async (work, known) => {
    const benefitIds = someOf(work, known.benefits);
    await handOver(work, { benefitIds, known });
  },
  /** The whole caseload of somebody goes to another, as the first desk does it. */
  handOverAll: async (work, known) => {
    const adviserId = work.stage.actor.adviserId ?? work.draw.one(['A1', 'A2', 'A3']);
    const today = dayFrom(work.stage.at, 0);
    const own = known.assignments.filter(
      (row) => row.adviser_id === adviserId && (row.from ?? '') <= today && (!row.to || row.to > today),
    );
    if (own.length > 0) await handOver(work, { benefitIds: own.map((row) => row.benefit_id ?? ''), known });
  },
  capacity: async (work, known) => {
    const benefit = anyOf(work, known.benefits);
    const benefitId = benefit.benefit_id ?? '';
    const workCapacity = work.draw.one(['yes', 'no', 'unknown'] as const);
    const form = { benefitId, from: null, known };
    const done = await saveSeen(work, form, (seen) =>
      tried(work.stage, recordCapacity, { benefitId, workCapacity, ...seen }),
    );
    if (done !== null) enter(work, 'benefits.csv', { ...benefit, work_capacity: workCapacity });
  },
  /** Opens the form of a work capacity and leaves it. */
  leaveOpen: async (work, known) => {
    const judged = known.benefits.filter((row) => row.scheme === 'WAJONG' || row.scheme === 'WIA_WGA');
    const benefit = anyOf(work, judged);
    const benefitId = benefit.benefit_id ?? '';
    const clientId = benefit.client_id ?? '';
    const dossier = await tried(work.stage.as(machineActor), showClient, { clientId });
    const found = typeof dossier === 'string' ? undefined : dossier.benefits.find((of) => of.benefitId === benefitId);
    if (found === undefined) return;
    work.leftOpen.push({ benefitId, seenVersion: found.versionId, versions: countVersions(work, benefitId) });
  },
  /**
   * Saves a form that was left, and leaves it standing as a second window would: it is refused exactly when the benefit
   * has another version by now, also one of its own.
   */
  saveLeft: async (work, known) => {
    const form = work.leftOpen.at(-1);
    const benefit = known.benefits.find((row) => row.benefit_id === form?.benefitId);
    if (form === undefined || benefit === undefined) return;
    const { benefitId, seenVersion } = form;
    const input = { benefitId, workCapacity: 'no', seenVersion } as const;
    const stage = work.stage.as(machineActor);
    const done = await tried(stage, recordCapacity, input);
    if (done === 'capacity_outside_scheme') return;
    const isChanged = countVersions(work, benefitId) !== form.versions;
    expect(done === 'changed_meanwhile', `${benefitId}, seen as ${seenVersion}`).toBe(isChanged);
    if (typeof done === 'string') return;
    work.entryId = done.entryId;
    enter(work, 'benefits.csv', { ...benefit, work_capacity: 'no' });
  },
  profile: async (work, known) => {
    const benefitId = anyOf(work, known.benefits).benefit_id ?? '';
    const assessedOn = dayFrom(work.stage.at, -work.draw.int(20));
    const score = work.draw.one([0.5, 0.3, 0.7]);
    const done = await attempt(work, recordProfile, { benefitId, assessedOn, score });
    const row = { benefit_id: benefitId, assessed_on: assessedOn, score: String(score) };
    if (done !== null) enter(work, 'profiles.csv', { ...row, profile_id: done.profileId });
  },
  plan: async (work, known) => {
    const planned = { ...like(work), ...momentOf(work, work.draw.int(60) * 1440 + work.draw.int(1439)) };
    const benefitId = anyOf(work, known.benefits).benefit_id ?? '';
    const done = await attempt(work, planContact, { benefitId, ...planned });
    if (done !== null) enterContact(work, done.contactId, { benefitId, ...planned, outcome: 'planned' });
  },
  report: async (work, known) => {
    const planned = validOnes(known).filter((row) => row.outcome === 'planned');
    const target = planned.length > 0 && work.draw.int(1) === 0 ? work.draw.one(planned) : null;
    const benefitId = target?.benefit_id ?? anyOf(work, known.benefits).benefit_id ?? '';
    const report = {
      ...like(work),
      ...momentOf(work, -work.draw.int(50) * 1440 - work.draw.int(1439)),
      ...howItWent(work),
    };
    const corrects = target === null ? {} : { planned: target.contact_id ?? '' };
    const done = await attempt(work, reportContact, { benefitId, ...corrects, ...report });
    if (done !== null) enterContact(work, done.contactId, { benefitId, ...report, corrects: target?.contact_id });
  },
  move: async (work, known) => {
    const planned = validOnes(known).filter((row) => row.outcome === 'planned');
    if (planned.length === 0) return;
    const target = work.draw.one(planned);
    const to = momentOf(work, work.draw.int(40) * 1440 + work.draw.int(1439));
    const contactId = target.contact_id ?? '';
    const done = await attempt(work, moveContact, { contactId, ...to });
    if (done !== null) enterContact(work, done.contactId, { ...to, like: target, outcome: 'planned' });
  },
  correct: async (work, known) => {
    const target = anyOf(work, validOnes(known));
    const now = {
      ...like(work),
      ...momentOf(work, -work.draw.int(50) * 1440 - work.draw.int(1439)),
      ...howItWent(work),
    };
    const contactId = target.contact_id ?? '';
    const done = await attempt(work, correctContact, { contactId, ...now, reason: 'vergissing' });
    if (done !== null) enterContact(work, done.contactId, { ...now, like: target });
  },
  withdraw: async (work, known) => {
    const target = anyOf(work, validOnes(known));
    const contactId = target.contact_id ?? '';
    const done = await attempt(work, withdrawContact, { contactId, reason: 'vergissing' });
    if (done !== null) enterContact(work, done.contactId, { like: target, outcome: 'void' });
  },
  undo: undoAct,
};

/** Hands benefits over to somebody, and books what the product says it did. */
async function handOver(
  work: Work,
  { benefitIds, known }: { readonly benefitIds: string[]; readonly known: Known },
): Promise<void> {
  const from = dayFrom(work.stage.at, 5 - work.draw.int(40));
  const adviserId = work.draw.one(['A1', 'A2', 'A3']);
  const done = await attempt(work, assign, { benefitIds, adviserId, from });
  for (const benefitId of done?.done ?? []) {
    const running = known.assignments.filter(
      (row) => row.benefit_id === benefitId && (row.from ?? '') < from && (!row.to || row.to > from),
    );
    for (const row of running) enter(work, 'assignments.csv', { ...row, to: from });
    enter(work, 'assignments.csv', { benefit_id: benefitId, from, adviser_id: adviserId });
  }
}

type Seen = { readonly seenEntry?: number; readonly seenVersion?: number };

/**
 * Saves a form that was opened just now, or (a command) none: nothing came in between, so it is never refused for that
 * and tells of no act of others. `from`: of an enrolment; null: of the benefit itself.
 */
async function saveSeen(
  work: Work,
  { benefitId, from, known }: { readonly benefitId: string; readonly from: string | null; readonly known: Known },
  save: (seen: Seen) => Promise<{ readonly entryId: number; readonly meanwhile: readonly unknown[] } | string>,
): Promise<true | null> {
  const clientId = known.benefits.find((row) => row.benefit_id === benefitId)?.client_id ?? '';
  const dossier = work.draw.int(1) === 0 ? null : await tried(work.stage, showClient, { clientId });
  const seen =
    dossier === null || typeof dossier === 'string'
      ? {}
      : {
          seenEntry: dossier.lastEntry,
          seenVersion:
            (from === null
              ? dossier.benefits.find((of) => of.benefitId === benefitId)
              : dossier.enrolments.find((of) => of.benefitId === benefitId && of.from === from)
            )?.versionId ?? 0,
        };
  const done = await save(seen);
  if (typeof done === 'string') {
    if (seen.seenVersion !== 0) expect(done, `a form of ${benefitId} opened just now`).not.toBe('changed_meanwhile');
    return null;
  }
  expect(done.meanwhile).toEqual([]);
  work.entryId = done.entryId;
  return true;
}

function countVersions({ book }: Work, benefitId: string): number {
  return book.versions.filter((of) => of.file === 'benefits.csv' && of.key === benefitId).length;
}

/** One to four of them, each once. */
function someOf(work: Work, rows: readonly Row[]): string[] {
  const count = 1 + work.draw.int(3);
  return [...new Set(Array.from({ length: count }, () => anyOf(work, rows).benefit_id ?? ''))];
}

/** One of them; nothing to choose from is a fault of the sequence, which keeps its first clients. */
function anyOf({ draw }: Work, rows: readonly Row[]): Row {
  return rows.length === 0 ? {} : draw.one(rows);
}

function validOnes(known: Known): readonly Row[] {
  const chains = chainsOf(known.contacts);
  return known.contacts.filter((row) => chains.isValid(row));
}

type Written = Readonly<{
  benefitId?: string;
  adviserId?: string;
  kind?: string;
  channel?: string;
  date?: string;
  time?: string;
  outcome: string;
  corrects?: string | undefined;
  /** The row that is corrected; what is not given stays as there. */
  like?: Row;
}>;

function enterContact(work: Work, contactId: string, written: Written): void {
  const { like: from = {}, date, time } = written;
  const occurred = date === undefined ? from.occurred_at : localInstant(date, time ?? '');
  enter(work, 'contacts.csv', {
    contact_id: contactId,
    benefit_id: written.benefitId ?? from.benefit_id ?? '',
    adviser_id: written.adviserId ?? from.adviser_id ?? '',
    kind: written.kind ?? from.kind ?? '',
    channel: written.channel ?? from.channel ?? '',
    occurred_at: occurred ?? '',
    outcome: written.outcome,
    registered_at: work.stage.at,
    corrects: written.corrects ?? from.contact_id ?? '',
  });
}

function localInstant(date: string, time: string): string {
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString();
}

/** Local date and time some minutes from now. */
function momentOf({ stage }: Work, minutes: number): { date: string; time: string } {
  const local = Temporal.Instant.from(stage.at).add({ minutes }).toZonedDateTimeISO(zone).toPlainDateTime();
  return { date: local.toPlainDate().toString(), time: local.toPlainTime().toString().slice(0, 5) };
}

type Like = { adviserId: string; kind: 'progress'; channel: 'phone' };
function like({ draw }: Work): Like {
  return { adviserId: draw.one(['A1', 'A2', 'A3']), kind: draw.one(kinds), channel: draw.one(channels) } as Like;
}

function howItWent({ draw }: Work): { outcome: 'held'; minutes?: number } {
  const outcome = draw.one(['held', 'held', 'no_show', 'not_reached', 'cancelled'] as const) as 'held';
  return outcome === 'held' ? { outcome, minutes: 30 } : { outcome };
}

/** What is known now: at the moment of an entry everything up to it. */
export function knowNow(book: Book, now: string): Known {
  return knowAt(book, instantOf(now) + 1);
}
