import { Temporal } from 'temporal-polyfill';
import type { Action } from '../../src/platform/actions.ts';
import type { Contract, OutputOf, RawInputOf } from '../../src/platform/contract.ts';
import { Refusal } from '../../src/platform/refusal.ts';
import { call, type Stage } from '../../src/platform/testing/call.ts';
import { contactActions } from '../../src/rooms/contacts/contacts.actions.ts';
import {
  correctContact,
  moveContact,
  planContact,
  reportContact,
  withdrawContact,
} from '../../src/rooms/contacts/contract.ts';
import { assign, endEnrolment, enrol, recordCapacity, recordProfile } from '../../src/rooms/registry/contract.ts';
import { registryWorkActions } from '../../src/rooms/registry/registry.actions.ts';
import { channels, type Draw, dayFrom, kinds } from './changes.ts';
import { chainsOf, instantOf, type Known, knowAt, type Row, zone } from './known.ts';
import { type Book, bookEntry } from './supplier.ts';

/** What people do in the product: done there through its contracts, and booked beside it when it was not refused. */
export interface Work {
  readonly stage: Stage;
  readonly book: Book;
  readonly draw: Draw;
}

type Entry = (work: Work, known: Known) => Promise<void>;

export const entries: Readonly<Record<string, Entry>> = {
  enrol: async (work, known) => {
    const benefit = anyOf(work, known.benefits);
    const from = dayFrom(work.stage.at, 10 - work.draw.int(60));
    const benefitId = benefit.benefit_id ?? '';
    const done = await attempt(work, enrol, { benefitIds: [benefitId], from });
    if (done?.done.includes(benefitId)) enter(work, 'enrolments.csv', { benefit_id: benefitId, from });
  },
  endEnrolment: async (work, known) => {
    const benefitId = anyOf(work, known.enrolments).benefit_id ?? '';
    const of = known.enrolments.filter((row) => row.benefit_id === benefitId);
    const last = of.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)).at(-1);
    const to = dayFrom(work.stage.at, 3 - work.draw.int(30));
    const reason = work.draw.one(['declined', 'unreachable', 'completed', 'outflow'] as const);
    const reviewDate = dayFrom(work.stage.at, work.draw.int(90));
    const done = await attempt(work, endEnrolment, { benefitId, to, reason, reviewDate });
    if (done !== null) enter(work, 'enrolments.csv', { ...last, to, end_reason: reason, review_date: reviewDate });
  },
  assign: async (work, known) => {
    const benefitId = anyOf(work, known.benefits).benefit_id ?? '';
    const from = dayFrom(work.stage.at, 5 - work.draw.int(40));
    const adviserId = work.draw.one(['A1', 'A2', 'A3']);
    const done = await attempt(work, assign, { benefitIds: [benefitId], adviserId, from });
    if (!done?.done.includes(benefitId)) return;
    const running = known.assignments.filter(
      (row) => row.benefit_id === benefitId && (row.from ?? '') < from && (!row.to || row.to > from),
    );
    for (const row of running) enter(work, 'assignments.csv', { ...row, to: from });
    enter(work, 'assignments.csv', { benefit_id: benefitId, from, adviser_id: adviserId });
  },
  capacity: async (work, known) => {
    const benefit = anyOf(work, known.benefits);
    const workCapacity = work.draw.one(['yes', 'no', 'unknown'] as const);
    const done = await attempt(work, recordCapacity, { benefitId: benefit.benefit_id ?? '', workCapacity });
    if (done !== null) enter(work, 'benefits.csv', { ...benefit, work_capacity: workCapacity });
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
};

const actions = [...contactActions, ...registryWorkActions] as readonly unknown[] as readonly Action[];

/** The answer of the product, null when it refused. */
async function attempt<C extends Contract>(
  { stage }: Work,
  contract: C,
  input: RawInputOf<C>,
): Promise<OutputOf<C> | null> {
  const found = actions.find((of) => of.contract === contract) as unknown as Action<C>;
  try {
    return await call(stage, found, input);
  } catch (fault) {
    if (fault instanceof Refusal) return null;
    throw fault;
  }
}

/** One of them; nothing to choose from is a fault of the sequence, which keeps its first clients. */
function anyOf({ draw }: Work, rows: readonly Row[]): Row {
  return rows.length === 0 ? {} : draw.one(rows);
}

function validOnes(known: Known): readonly Row[] {
  const chains = chainsOf(known.contacts);
  return known.contacts.filter((row) => chains.isValid(row));
}

function enter({ book, stage }: Work, file: string, row: Row): void {
  bookEntry(book, file, { row, at: stage.at });
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
