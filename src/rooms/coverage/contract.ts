import * as z from 'zod';
import { contract, dateInput, fileInput, fileOutput, type Refusals } from '../../platform/contract.ts';
import { pages, shownCount } from '../organisation/index.ts';
import { figureParts, type Measure, measures } from './figure-measures.ts';
import { schemes } from './norm.ts';
import { normStates } from './norm-figure.ts';
import {
  asked,
  counter,
  differenceGroup,
  differenceLine,
  figureBenefit,
  normShown,
  paging,
  reason,
  shownFigures,
  unit,
  unitAsked,
  unitFigures,
  words,
  worklistLine,
} from './shapes.ts';
import { worklists } from './worklist.ts';

export const coverageRefusals = {
  norm_in_past: {
    http: 422,
    exit: 3,
    nl: 'De nieuwe versie gaat niet na vandaag in. Kies een datum na vandaag: eerdere cijfers blijven wat ze waren.',
    en: 'The new version does not start after today. Choose a date after today: earlier figures stay what they were.',
  },
  norm_exists: {
    http: 409,
    exit: 3,
    nl: 'Er is al een versie van deze norm vanaf die datum. Kies een andere datum.',
    en: 'There is a version of this norm from that date already. Choose another date.',
  },
  unknown_norm: {
    http: 404,
    exit: 5,
    nl: 'Deze norm bestaat niet of geldt niet op de peildatum. Controleer het id en de datum.',
    en: 'This norm does not exist or is not in force on the reference date. Check the id and the date.',
  },
  unknown_measure: {
    http: 404,
    exit: 5,
    nl: 'Dit cijfer heeft deze maat of deze lijst niet. Kies er een die bij de norm hoort.',
    en: 'This figure does not have this measure or this list. Choose one that goes with the norm.',
  },
  unknown_unit: {
    http: 404,
    exit: 5,
    nl: 'Deze vestiging of dit district bestaat niet of ligt buiten uw bereik. Kies een andere.',
    en: 'This office or district does not exist or lies outside your reach. Choose another.',
  },
  no_caseload: {
    http: 422,
    exit: 3,
    nl: 'U hebt geen eigen klanten: er staat geen adviseur bij uw account. Kies een vestiging of district.',
    en: 'You have no clients of your own: no adviser goes with your account. Choose an office or district.',
  },
} as const satisfies Refusals;

/** Of what asks for one figure of one unit. */
const figureRefusals = {
  unknown_norm: coverageRefusals.unknown_norm,
  unknown_measure: coverageRefusals.unknown_measure,
  unknown_unit: coverageRefusals.unknown_unit,
};

const union = (...lists: readonly (readonly string[])[]): readonly string[] => [...new Set(lists.flat())];
const seesFigures = union(pages.coverage, pages.agreements);

export const listNorms = contract({
  name: 'coverage.norms',
  method: 'GET',
  path: '/norms',
  summary: { nl: 'Normen in gewone zinnen, met hun versies', en: 'Norms in plain sentences, with their versions' },
  input: z.object({ at: asked.at }),
  /** All versions; those of one norm together, readings behind the norm they read. */
  output: z.object({ at: z.iso.date(), norms: z.array(normShown) }),
  /** Who opens a client reads there what a norm asks. */
  roles: union(pages.norms, seesFigures, pages.clients),
  reach: 'none',
});

export const addNorm = contract({
  name: 'coverage.add-norm',
  method: 'POST',
  path: '/norms',
  machineOnly: true,
  summary: { nl: 'Voeg een norm of een nieuwe versie toe', en: 'Add a norm or a new version of one' },
  input: z.object({
    file: fileInput().meta({ file: true, description: 'the norm in the JSON of its public definition' }),
  }),
  output: z.object({ id: z.string(), version: z.number(), validFrom: z.iso.date() }),
  roles: [],
  reach: 'none',
  refusals: {
    norm_in_past: coverageRefusals.norm_in_past,
    norm_exists: coverageRefusals.norm_exists,
    unknown_norm: coverageRefusals.unknown_norm,
  },
});

export const showMeasures = contract({
  name: 'coverage.measures',
  method: 'GET',
  path: '/measures',
  command: 'measures',
  summary: {
    nl: 'Alle cijfers op een peildatum, zoals toen of later bekend',
    en: 'Every figure at a date, as known then or later',
  },
  input: z.object(asked),
  /** The layout of the public definition of measures; districts within the reader's reach. */
  // of the nation, a count too small to show to this reader is `too_small`
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    national: z.record(z.string(), z.json()),
    districts: z.record(z.string(), z.record(z.string(), z.json())),
  }),
  roles: seesFigures,
  reach: 'figures',
});

export const showCoverage = contract({
  name: 'coverage.coverage',
  method: 'GET',
  path: '/coverage',
  summary: {
    nl: 'Sluitendheid per norm voor het land, een district of een vestiging',
    en: 'Closure per norm for the nation, a district or an office',
  },
  input: z.object({
    ...asked,
    districtId: z.string().optional().meta({ description: 'show the offices of this district' }),
  }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** Norms in force at `at`, readings included, in the order of the page. */
    norms: z.array(normShown),
    /** The unit the page is about: the nation (what is too small to show, for readers of less), or the district asked. */
    of: shownFigures,
    /** Its parts within the reader's reach: districts, or offices; most missing people first. */
    parts: z.array(unitFigures),
    /** What stands out; null where everything is in view. Unit of count: the benefit. */
    standsOut: z
      .object({
        notInView: shownCount,
        population: shownCount,
        overdue: shownCount,
        notEnrolled: shownCount,
        /** The part with the highest share that is not in view, of those with 20 or more benefits. */
        worst: unit.extend({ notInView: z.number(), population: z.number() }).nullable(),
        sentence: words,
      })
      .nullable(),
    /** Per norm: "412 of 9,876 are overdue, 120 more than a month; most in Zuid-Limburg (13)." */
    normSentences: z.record(z.string(), words),
  }),
  roles: seesFigures,
  reach: 'figures',
  refusals: { unknown_unit: coverageRefusals.unknown_unit },
});

export const showCohorts = contract({
  name: 'coverage.cohorts',
  method: 'GET',
  path: '/cohorts',
  summary: { nl: 'Eerste gesprek per instroomkwartaal', en: 'First conversation by quarter of entry' },
  input: z.object({
    ...asked,
    scheme: z.enum(schemes).default('WIA_WGA'),
    districtId: z.string().optional(),
    quarters: z.number().int().min(1).max(24).default(12),
  }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    scheme: z.string(),
    /** Oldest quarter first. A point is there when every day of the quarter has reached it. */
    quarters: z.array(
      z.object({
        /** e.g. 2019-Q1 */
        quarter: z.string(),
        points: z.array(z.object({ months: z.number(), numerator: shownCount, denominator: shownCount })),
      }),
    ),
  }),
  roles: seesFigures,
  reach: 'figures',
  refusals: { unknown_unit: coverageRefusals.unknown_unit },
});

/** Measures that are kept over time. */
export const trendMeasures = measures.filter((of): of is Exclude<Measure, 'inclusion'> => of !== 'inclusion');

export const showTrend = contract({
  name: 'coverage.trend',
  method: 'GET',
  path: '/trends',
  summary: {
    nl: 'Een cijfer over 13 maanden, elk punt zoals toen bekend',
    en: 'A figure over 13 months, each point as known then',
  },
  input: z.object({
    at: asked.at,
    norm: z.string().meta({ description: 'id of the norm; `closure` for the share closed' }),
    measure: z.enum(trendMeasures),
    districtId: z.string().optional(),
  }),
  output: z.object({
    norm: z.string(),
    measure: z.string(),
    /** 12 month ends before `at` and `at` itself; a mean has contacts and days, and `days in the window` as third. */
    points: z.array(
      z.object({
        at: z.iso.date(),
        numerator: shownCount,
        denominator: shownCount,
        windowDays: z.number().nullable(),
        normVersion: z.number().nullable(),
      }),
    ),
  }),
  roles: seesFigures,
  reach: 'figures',
  refusals: figureRefusals,
});

export const listFigureBenefits = contract({
  name: 'coverage.figure-benefits',
  method: 'GET',
  path: '/figures/{figure}/benefits',
  summary: { nl: 'De uitkeringen achter een cijfer', en: 'The benefits behind a figure' },
  input: z.object({
    figure: z.string().meta({ description: 'id of a norm, closure or wajong-inclusion' }),
    part: z.enum(figureParts).default('population'),
    ...asked,
    level: z.enum(['office', 'district', 'nation']).default('nation'),
    unitId: unitAsked.unitId,
    ...paging,
  }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** The figure itself: benefits, those that may not be opened included. */
    count: shownCount,
    /** Of these the reader may not open. */
    closed: shownCount,
    benefits: z.array(figureBenefit),
    next: z.string().nullable(),
  }),
  roles: seesFigures,
  reach: 'clients',
  refusals: figureRefusals,
});

const filters = {
  state: z.enum(normStates).optional().meta({ description: 'state of the leading obligation' }),
  norm: z.string().optional().meta({ description: 'only clients with an open obligation of this norm' }),
  scheme: z.enum(schemes).optional(),
};

export const listCounters = contract({
  name: 'coverage.worklists',
  method: 'GET',
  path: '/worklists',
  summary: { nl: 'De werklijsten met hun aantallen', en: 'The worklists with their counts' },
  input: z.object({ ...asked, ...unitAsked, ...filters }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** In the order of the page. `without-adviser` of an own caseload counts the own offices. */
    counters: z.array(counter),
    /** Of the overdue: those with a conversation planned. */
    overduePlanned: z.number(),
    /** Norms in force whose obligations make lines, in the order of the agreements: what one may choose from. */
    norms: z.array(z.object({ id: z.string(), title: words })),
  }),
  roles: [...pages.today],
  reach: 'figures',
  refusals: { unknown_unit: coverageRefusals.unknown_unit, no_caseload: coverageRefusals.no_caseload },
});

export const showWorklist = contract({
  name: 'coverage.worklist',
  method: 'GET',
  path: '/worklists/{list}',
  summary: { nl: 'Wie aan de beurt is, wanneer en waarom', en: 'Whose turn it is, by when and why' },
  input: z.object({ list: z.enum(worklists), ...asked, ...unitAsked, ...filters, ...paging }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** All clients of the list; equals the counter. */
    count: z.number(),
    /** "and N that you may not open" */
    closed: z.number(),
    lines: z.array(worklistLine),
    next: z.string().nullable(),
  }),
  roles: [...pages.today],
  reach: 'clients',
  refusals: { unknown_unit: coverageRefusals.unknown_unit, no_caseload: coverageRefusals.no_caseload },
});

export const exportWorklist = contract({
  name: 'coverage.export-worklist',
  method: 'GET',
  path: '/worklists/{list}/_export',
  summary: { nl: 'Een werklijst als CSV', en: 'A worklist as CSV' },
  input: z.object({ list: z.enum(worklists), ...asked, ...unitAsked, ...filters }),
  output: fileOutput(),
  roles: [...pages.today],
  reach: 'clients',
  refusals: { unknown_unit: coverageRefusals.unknown_unit, no_caseload: coverageRefusals.no_caseload },
});

export const showClientState = contract({
  name: 'coverage.client-state',
  method: 'GET',
  path: '/clients/{clientId}/obligations',
  summary: {
    nl: 'Wat voor deze klant moet gebeuren, wanneer en waarom',
    en: 'What must happen for this client, by when and why',
  },
  input: z.object({ clientId: z.string(), ...asked }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** Musts first, then advice, by date; readings left out. Every state, also met and declined. */
    obligations: z.array(reason),
    elsewhere: worklistLine.shape.elsewhere,
    lastContact: worklistLine.shape.lastContact,
    lastConversation: worklistLine.shape.lastContact,
    nextPlanned: worklistLine.shape.nextPlanned,
    toRegister: worklistLine.shape.toRegister,
  }),
  roles: pages.clients,
  reach: 'clients',
});

export const showDifference = contract({
  name: 'coverage.difference',
  method: 'GET',
  path: '/differences',
  summary: {
    nl: 'Wat er aan een cijfer is veranderd sinds een eerdere stand, persoon voor persoon',
    en: 'What changed in a figure since it was first known, person by person',
  },
  input: z.object({
    norm: z.string().meta({ description: 'id of the norm; `closure` or `wajong-inclusion`' }),
    measure: z.enum(measures),
    at: dateInput(),
    knownBefore: dateInput().meta({ description: 'as known at the end of this day' }),
    known: dateInput().optional().meta({ description: 'against: as known at the end of this day (default: today)' }),
    level: z.enum(['office', 'district', 'nation']).default('nation'),
    unitId: unitAsked.unitId,
    ...paging,
    limit: z.number().int().min(0).max(200).default(50).meta({ description: '0: the figure only, without its people' }),
  }),
  output: z.object({
    at: z.iso.date(),
    knownBefore: z.iso.date(),
    known: z.iso.date(),
    /** Of a mean, whose denominator is days: the days of its window; contacts per client-year = numerator * this / days. */
    windowDays: z.number().nullable(),
    before: z.object({ numerator: shownCount, denominator: shownCount }),
    after: z.object({ numerator: shownCount, denominator: shownCount }),
    /** Benefits whose part in the figure changed; of these the reader may not open `closed` ("and 3 now elsewhere"). */
    count: shownCount,
    closed: shownCount,
    /** Of all benefits that the reader may open, whatever the page; with those that may not be opened they make the difference. */
    groups: z.array(differenceGroup),
    /** Under their groups, in the same order. */
    lines: z.array(differenceLine),
    next: z.string().nullable(),
  }),
  roles: seesFigures,
  reach: 'clients',
  refusals: figureRefusals,
});
