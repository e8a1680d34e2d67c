import * as z from 'zod';
import { contract, dateInput, type Refusals, type Words } from '../../platform/contract.ts';
import { pages } from '../organisation/index.ts';
import { registryRefusals, seenEntry, written } from '../registry/index.ts';
import { warningCodes } from './contact-warning.ts';
import { channels, kindNames } from './kind.ts';
import { writersOf } from './writer.ts';

export const contactRefusals = {
  in_the_future: {
    http: 400,
    exit: 2,
    nl: 'Dit moment is nog niet geweest. Plan het gesprek, of kies een eerder moment.',
    en: 'This moment has not come yet. Plan the conversation, or choose an earlier moment.',
  },
  in_the_past: {
    http: 400,
    exit: 2,
    nl: 'Dit moment is al voorbij. Leg het gesprek vast, of kies een later moment.',
    en: 'This moment has passed. Report the conversation, or choose a later moment.',
  },
  minutes_missing: {
    http: 400,
    exit: 2,
    nl: 'Bij een gevoerd gesprek horen minuten. Vul ze in.',
    en: 'A conversation that was held has minutes. Fill them in.',
  },
  other_client: {
    http: 409,
    exit: 3,
    nl: 'Deze uitkering is niet van deze klant. Open de klant opnieuw en leg het gesprek daar vast.',
    en: 'This benefit is not of this client. Open the client again and enter the conversation there.',
  },
} as const satisfies Refusals;

const { changed_meanwhile, unknown_adviser, nothing_to_undo } = registryRefusals;
const id = z.string().min(1).max(64);

/** Local date and time in Amsterdam. */
const when = {
  date: dateInput(),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .describe('HH:MM in Amsterdam'),
};
/** Whose benefit it is in the eyes of who writes: refused when it is another's, so that nothing lands in a wrong dossier. */
const clientId = id.optional().describe('the client of the benefit; refused when the benefit is of another');
const planning = {
  kind: z.enum(kindNames),
  channel: z.enum(channels),
  ...when,
  /** The adviser who has it; the own one, else the one of the caseload. */
  adviserId: id.optional(),
};
const reported = {
  kind: z.enum(kindNames),
  channel: z.enum(channels),
  ...when,
  outcome: z.enum(['held', 'no_show', 'not_reached', 'cancelled']),
  /** 1 to 480; with `held` only. */
  minutes: z.number().int().min(1).max(480).optional(),
  report: z.string().max(4000).optional(),
  adviserId: id.optional(),
};

const warning = z.object({ code: z.enum(warningCodes), field: z.string(), nl: z.string(), en: z.string() });
const nextInFull: Words = {
  nl: 'Bij een volgende afspraak horen een datum en een tijd. Vul beide in, of laat alles van de afspraak weg.',
  en: 'A next appointment has a date and a time. Fill in both, or leave out all of the appointment.',
};

const writtenContact = z.object({
  ...written,
  contactId: z.string(),
  nextContactId: z.string().nullable(),
  warnings: z.array(warning),
});

export const listContacts = contract({
  name: 'contacts.list',
  method: 'GET',
  path: '/clients/{clientId}/contacts',
  summary: {
    nl: 'Alle contactmomenten van een klant, ook gecorrigeerde',
    en: 'All contact moments of a client, corrected ones too',
  },
  input: z.object({ clientId: id }),
  output: z.object({
    contacts: z.array(
      z.object({
        contactId: z.string(),
        benefitId: z.string(),
        adviserId: z.string(),
        adviserName: z.string(),
        kind: z.enum(kindNames),
        channel: z.enum(channels),
        occurredAt: z.string(),
        /** Local date and time. */
        date: z.iso.date(),
        time: z.string(),
        minutes: z.number().nullable(),
        outcome: z.string(),
        registeredAt: z.string(),
        corrects: z.string().nullable(),
        report: z.string().nullable(),
        /** Why it corrects or withdraws the row before it; null for one that does neither. */
        reason: z.string().nullable(),
        /** Whether this row is what holds now. */
        valid: z.boolean(),
        /** The row that took its place; null while it holds, and for a withdrawn one. */
        replacedBy: z.string().nullable(),
        isConversation: z.boolean(),
        isContact: z.boolean(),
        /** Who entered it; null when delivered. */
        by: z.string().nullable(),
        entryId: z.number().nullable(),
      }),
    ),
  }),
  roles: [...pages.clients],
  reach: 'clients',
});

export const planContact = contract({
  name: 'contacts.plan',
  method: 'POST',
  path: '/contacts',
  summary: { nl: 'Plan een gesprek', en: 'Plan a conversation' },
  input: z.object({ benefitId: id, clientId, ...planning, seenEntry }),
  output: writtenContact,
  roles: writersOf.planned,
  reach: 'clients',
  refusals: { in_the_past: contactRefusals.in_the_past, other_client: contactRefusals.other_client, unknown_adviser },
});

export const reportContact = contract({
  name: 'contacts.report',
  method: 'POST',
  path: '/contacts/_report',
  summary: { nl: 'Leg een gesprek vast, gepland of niet', en: 'Report a conversation, planned or not' },
  input: z
    .object({
      benefitId: id,
      clientId,
      /** The planned contact of this benefit that this reports; without it a contact that was not planned. */
      planned: id.optional(),
      ...reported,
      /** Of the next appointment; progress by the same way when left out. */
      nextKind: z.enum(kindNames).optional(),
      nextChannel: z.enum(channels).optional(),
      nextDate: when.date.optional(),
      nextTime: when.time.optional(),
      seenEntry,
    })
    .refine(({ nextDate, nextTime }) => (nextDate === undefined) === (nextTime === undefined), {
      path: ['nextDate'],
      params: { words: nextInFull },
    })
    .refine(
      ({ nextDate, nextKind, nextChannel }) => nextDate !== undefined || (nextKind ?? nextChannel) === undefined,
      {
        path: ['nextDate'],
        params: { words: nextInFull },
      },
    ),
  output: writtenContact,
  roles: writersOf.reported,
  reach: 'clients',
  refusals: {
    other_client: contactRefusals.other_client,
    in_the_future: contactRefusals.in_the_future,
    in_the_past: contactRefusals.in_the_past,
    minutes_missing: contactRefusals.minutes_missing,
    unknown_adviser,
    changed_meanwhile,
  },
});

export const moveContact = contract({
  name: 'contacts.move',
  method: 'POST',
  path: '/contacts/{contactId}/_move',
  summary: { nl: 'Verzet een gepland gesprek', en: 'Move a planned conversation' },
  input: z.object({ contactId: id, ...when, channel: z.enum(channels).optional(), seenEntry }),
  output: writtenContact,
  roles: writersOf.planned,
  reach: 'clients',
  refusals: { in_the_past: contactRefusals.in_the_past, changed_meanwhile },
});

export const correctContact = contract({
  name: 'contacts.correct',
  method: 'POST',
  path: '/contacts/{contactId}/_correct',
  summary: { nl: 'Corrigeer een vastgelegd gesprek', en: 'Correct a reported conversation' },
  input: z.object({ contactId: id, ...reported, reason: z.string().min(3).max(500), seenEntry }),
  output: writtenContact,
  roles: writersOf.reported,
  reach: 'clients',
  refusals: {
    in_the_future: contactRefusals.in_the_future,
    minutes_missing: contactRefusals.minutes_missing,
    changed_meanwhile,
    unknown_adviser,
  },
});

export const withdrawContact = contract({
  name: 'contacts.withdraw',
  method: 'POST',
  path: '/contacts/{contactId}/_withdraw',
  summary: { nl: 'Trek een contactmoment in', en: 'Withdraw a contact moment' },
  input: z.object({ contactId: id, reason: z.string().min(3).max(500), seenEntry }),
  output: writtenContact,
  /** What was reported only by who may report: the action decides by the outcome. */
  roles: writersOf.planned,
  reach: 'clients',
  refusals: { changed_meanwhile },
});

export const undoContact = contract({
  name: 'contacts.undo',
  method: 'POST',
  path: '/contacts/_undo',
  summary: { nl: 'Maak een vastlegging ongedaan', en: 'Undo an entry' },
  input: z.object({ entryId: z.number().int() }),
  output: z.object({ entryId: z.number(), undone: z.number() }),
  /** As with a withdrawal, by what the act wrote and replaced. */
  roles: writersOf.planned,
  reach: 'clients',
  refusals: { nothing_to_undo },
});

export const checkContact = contract({
  name: 'contacts.check',
  method: 'POST',
  path: '/contacts/_check',
  reads: true,
  summary: { nl: 'Wat aan een vastlegging opvalt, voor het opslaan', en: 'What is odd about an entry, before saving' },
  input: z.object({
    benefitId: id,
    planned: id.optional(),
    kind: z.enum(kindNames),
    ...when,
    adviserId: id.optional(),
  }),
  output: z.object({ warnings: z.array(warning) }),
  roles: writersOf.planned,
  reach: 'clients',
});
