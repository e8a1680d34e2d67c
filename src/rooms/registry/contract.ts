import * as z from 'zod';
import { contract, dateInput, type Refusals, sealRefusals } from '../../platform/contract.ts';
import { pages } from '../organisation/index.ts';
import { endReasons } from './enrolment.ts';
import { writersOf } from './writer.ts';

export const registryRefusals = {
  overlapping_enrolment: {
    http: 409,
    exit: 3,
    nl: 'Deze klant is al opgenomen in de dienstverlening in die periode. Bekijk de opnames van de klant.',
    en: 'This client is enrolled in that period already. Look at the enrolments of the client.',
  },
  overlapping_assignment: {
    http: 409,
    exit: 3,
    nl: 'Er is in die periode al een andere toewijzing. Bekijk de toewijzingen van de klant.',
    en: 'There is another assignment in that period already. Look at the assignments of the client.',
  },
  not_enrolled: {
    http: 409,
    exit: 3,
    nl: 'Deze uitkering is op die dag niet opgenomen in de dienstverlening. Neem de klant eerst op.',
    en: 'This benefit is not enrolled on that day. Take the client into service first.',
  },
  end_before_start: {
    http: 400,
    exit: 2,
    nl: 'De einddatum ligt voor de begindatum. Kies een latere dag.',
    en: 'The end lies before the start. Choose a later day.',
  },
  outside_benefit: {
    http: 400,
    exit: 2,
    nl: 'Op die dag loopt deze uitkering niet. Kies een dag binnen de uitkering.',
    en: 'The benefit is not open on that day. Choose a day within the benefit.',
  },
  review_date_missing: {
    http: 400,
    exit: 2,
    nl: 'Bij afzien en niet bereikbaar hoort een datum waarop opnieuw wordt gekeken. Vul die in.',
    en: 'Declined and unreachable go with a date to look again. Fill it in.',
  },
  review_before_end: {
    http: 400,
    exit: 2,
    nl: 'De datum om opnieuw te kijken ligt voor het einde van de dienstverlening. Kies een latere dag.',
    en: 'The date to look again lies before the end of the service. Choose a later day.',
  },
  capacity_outside_scheme: {
    http: 400,
    exit: 2,
    nl: 'Arbeidsvermogen hoort alleen bij Wajong en WIA-WGA.',
    en: 'Work capacity goes with Wajong and WIA-WGA only.',
  },
  assessed_in_future: {
    http: 400,
    exit: 2,
    nl: 'Een profiel wordt niet na vandaag vastgesteld. Kies vandaag of een eerdere dag.',
    en: 'A profile is not made after today. Choose today or an earlier day.',
  },
  expired_when_assessed: {
    http: 400,
    exit: 2,
    nl: 'Het profiel is al verlopen op de dag waarop het is vastgesteld. Kies een latere einddatum.',
    en: 'The profile has expired on the day it was made. Choose a later end.',
  },
  unknown_adviser: {
    http: 404,
    exit: 5,
    nl: 'Deze adviseur bestaat niet. Kies een adviseur uit de lijst.',
    en: 'This adviser does not exist. Choose an adviser from the list.',
  },
  changed_meanwhile: {
    http: 409,
    exit: 3,
    nl: 'Een collega heeft dit net gewijzigd. Bekijk wat er veranderd is en beslis opnieuw.',
    en: 'A colleague has just changed this. See what changed and decide again.',
  },
  nothing_to_undo: {
    http: 409,
    exit: 3,
    nl: 'Dit is niet meer ongedaan te maken: er is daarna iets anders vastgelegd. Leg een correctie vast.',
    en: 'This cannot be undone any more: something else was entered after it. Enter a correction.',
  },
  partly_out_of_reach: {
    http: 409,
    exit: 3,
    nl: 'Een deel hiervan gaat over klanten buiten uw bereik. Vraag degene die dit vandaag vastlegde, of een leidinggevende, om het ongedaan te maken.',
    en: 'Part of this is about clients outside your reach. Ask whoever entered it today, or a manager, to undo it.',
  },
} as const satisfies Refusals;

const { overlapping_enrolment, overlapping_assignment, unknown_adviser, changed_meanwhile } = registryRefusals;

const id = z.string().min(1).max(64);
const version = {
  /** True when entered in the product, false when delivered. */
  entered: z.boolean(),
  /** Who entered it; null when delivered. */
  by: z.string().nullable(),
  knownFrom: z.string(),
};

/** What the answer to a write tells: the act (to undo it) and what others did since the form was opened. */
export const written = {
  entryId: z.number(),
  /** Acts of others on this client after `seenEntry`. */
  meanwhile: z.array(z.object({ action: z.string(), by: z.string(), at: z.string() })),
};
/**
 * The last act on the client that the writer has seen (`lastEntry` of a dossier): what others entered after it comes back
 * as a notice.
 */
export const seenEntry = z.number().int().min(0).optional().describe('the last act on the client that was seen');
/**
 * The version that the writer decides on (`versionId` in a dossier): when another holds by now, entered or delivered, the
 * write is refused.
 */
const seenVersion = z.number().int().optional().describe('the version that was seen');

export const findClients = contract({
  name: 'registry.find-clients',
  method: 'POST',
  path: '/clients/_search',
  reads: true,
  summary: {
    nl: 'Zoek klanten op naam, geboortedatum, id of BSN',
    en: 'Find clients by name, birth date, id or BSN',
  },
  input: z.object({
    /** A name, a birth date (31-12-1980 or 1980-12-31), an id or a BSN. Never in an address. */
    text: z.string().min(2).max(100),
    limit: z.number().int().min(1).max(100).default(50),
  }),
  output: z.object({
    clients: z.array(
      z.object({
        clientId: z.string(),
        name: z.string(),
        birthDate: z.iso.date(),
        protected: z.boolean(),
        schemes: z.array(z.string()),
        offices: z.array(z.string()),
        hasOpenBenefit: z.boolean(),
      }),
    ),
    /** More were found than shown. */
    more: z.boolean(),
  }),
  roles: [...pages.clients],
  reach: 'clients',
  refusals: sealRefusals,
});

export const showClient = contract({
  name: 'registry.show-client',
  method: 'GET',
  path: '/clients/{clientId}',
  summary: { nl: 'Het dossier van een klant', en: 'The dossier of a client' },
  input: z.object({
    clientId: id,
    known: dateInput()
      .optional()
      .meta({ description: 'as known at the end of this day (default: all that is known now)' }),
  }),
  output: z.object({
    /** Moment of this reading. */
    now: z.string(),
    /** The last act on this client, 0 without one; goes with a write as `seenEntry`. */
    lastEntry: z.number(),
    clientId: z.string(),
    name: z.string(),
    birthDate: z.iso.date().nullable(),
    sex: z.string().nullable(),
    protected: z.boolean(),
    hasBsn: z.boolean(),
    postcode: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    preferredChannel: z.string().nullable(),
    education: z.string().nullable(),
    language: z.string().nullable(),
    digital: z.boolean().nullable(),
    benefits: z.array(
      z.object({
        benefitId: z.string(),
        /** Goes with a work capacity as `seenVersion`. */
        versionId: z.number(),
        scheme: z.string(),
        variant: z.string().nullable(),
        insurer: z.string().nullable(),
        office: z.object({ id: z.string(), name: z.string() }),
        startDate: z.iso.date(),
        endDate: z.iso.date().nullable(),
        endReason: z.string().nullable(),
        maxEndDate: z.iso.date().nullable(),
        workCapacity: z.string().nullable(),
        ...version,
        /** An entered version (say of work capacity) was put aside by a later delivery. */
        enteredPutAside: z.boolean(),
      }),
    ),
    enrolments: z.array(
      z.object({
        benefitId: z.string(),
        /** Goes with its end as `seenVersion`. */
        versionId: z.number(),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
        endReason: z.string().nullable(),
        reviewDate: z.iso.date().nullable(),
        ...version,
      }),
    ),
    assignments: z.array(
      z.object({
        benefitId: z.string(),
        from: z.iso.date(),
        to: z.iso.date().nullable(),
        adviserId: z.string(),
        adviserName: z.string(),
        ...version,
      }),
    ),
    employments: z.array(
      z.object({
        employmentId: z.string(),
        startDate: z.iso.date(),
        endDate: z.iso.date().nullable(),
        hoursPerWeek: z.number(),
        sector: z.string().nullable(),
      }),
    ),
    trajectories: z.array(
      z.object({
        trajectoryId: z.string(),
        benefitId: z.string(),
        kind: z.string(),
        purchasedOn: z.iso.date(),
        startDate: z.iso.date().nullable(),
        endDate: z.iso.date().nullable(),
      }),
    ),
    profiles: z.array(
      z.object({
        profileId: z.string(),
        benefitId: z.string(),
        instrument: z.string(),
        assessedOn: z.iso.date(),
        score: z.number().nullable(),
        validUntil: z.iso.date().nullable(),
        possibilities: z.string().nullable(),
        obstacles: z.string().nullable(),
        goal: z.string().nullable(),
        support: z.string().nullable(),
        ...version,
      }),
    ),
  }),
  roles: [...pages.clients],
  reach: 'clients',
});

/** What happened to each of many: done, or a code of refusal. */
const outcomes = z.object({
  /** The act, to undo it; null when nothing was done. */
  entryId: z.number().nullable(),
  done: z.array(z.string()),
  refused: z.array(z.object({ benefitId: z.string(), code: z.string(), message: z.string() })),
});

export const enrol = contract({
  name: 'registry.enrol',
  method: 'POST',
  path: '/enrolments',
  summary: { nl: 'Neem op in de dienstverlening (een of meer)', en: 'Take into service (one or many)' },
  input: z.object({ benefitIds: z.array(id).min(1).max(200), from: dateInput() }),
  output: outcomes,
  roles: writersOf.enrolment,
  reach: 'clients',
  refusals: { overlapping_enrolment, outside_benefit: registryRefusals.outside_benefit },
});

export const endEnrolment = contract({
  name: 'registry.end-enrolment',
  method: 'POST',
  path: '/enrolments/_end',
  summary: { nl: 'Beëindig de dienstverlening met een reden', en: 'End the service with a reason' },
  input: z.object({
    benefitId: id,
    /** First day without service. */
    to: dateInput(),
    reason: z.enum(endReasons),
    reviewDate: dateInput().optional(),
    seenEntry,
    seenVersion,
  }),
  output: z.object(written),
  roles: writersOf.enrolment,
  reach: 'clients',
  refusals: {
    not_enrolled: registryRefusals.not_enrolled,
    end_before_start: registryRefusals.end_before_start,
    review_date_missing: registryRefusals.review_date_missing,
    review_before_end: registryRefusals.review_before_end,
    changed_meanwhile,
  },
});

export const assign = contract({
  name: 'registry.assign',
  method: 'POST',
  path: '/assignments',
  summary: { nl: 'Wijs toe of draag over (een of meer)', en: 'Assign or hand over (one or many)' },
  input: z.object({ benefitIds: z.array(id).min(1).max(200), adviserId: id, from: dateInput() }),
  output: outcomes,
  roles: writersOf.assignment,
  reach: 'clients',
  refusals: { overlapping_assignment, unknown_adviser, outside_benefit: registryRefusals.outside_benefit },
});

export const recordCapacity = contract({
  name: 'registry.record-capacity',
  method: 'POST',
  path: '/work-capacities',
  summary: { nl: 'Leg het arbeidsvermogen vast', en: 'Record the work capacity' },
  input: z.object({ benefitId: id, workCapacity: z.enum(['yes', 'no', 'unknown']), seenEntry, seenVersion }),
  output: z.object(written),
  roles: writersOf.work_capacity,
  reach: 'clients',
  refusals: { capacity_outside_scheme: registryRefusals.capacity_outside_scheme, changed_meanwhile },
});

const text = z.string().max(1000).optional();

export const recordProfile = contract({
  name: 'registry.record-profile',
  method: 'POST',
  path: '/profiles',
  summary: { nl: 'Leg een klantprofiel vast', en: 'Record a client profile' },
  input: z.object({
    benefitId: id,
    assessedOn: dateInput(),
    score: z.number().min(0).max(1).optional(),
    validUntil: dateInput().optional(),
    possibilities: text,
    obstacles: text,
    goal: text,
    support: text,
    seenEntry,
  }),
  output: z.object({ ...written, profileId: z.string() }),
  roles: writersOf.profile,
  reach: 'clients',
  refusals: {
    assessed_in_future: registryRefusals.assessed_in_future,
    expired_when_assessed: registryRefusals.expired_when_assessed,
  },
});

export const undo = contract({
  name: 'registry.undo',
  method: 'POST',
  path: '/client-entries/_undo',
  summary: {
    nl: 'Maak een vastlegging ongedaan: opname, einde, toewijzing, arbeidsvermogen of profiel',
    en: 'Undo an entry: enrolment, end, assignment, work capacity or profile',
  },
  input: z.object({ entryId: z.number().int() }),
  output: z.object({ entryId: z.number(), undone: z.number() }),
  /** Of each kind only who may enter it: the action decides by what is undone. */
  roles: writersOf.enrolment,
  reach: 'clients',
  refusals: {
    nothing_to_undo: registryRefusals.nothing_to_undo,
    partly_out_of_reach: registryRefusals.partly_out_of_reach,
  },
});
