import * as z from 'zod';
import { contract, dateInput } from '../../platform/contract.ts';
import { pages, shownCount } from '../organisation/index.ts';

/** Lists behind the figures, not yet reported first; `valid` holds whatever became of the contact, `held` was held. */
export const qualityLists = [
  'to-register',
  'to-register-month',
  'late',
  'duplicates',
  'outside',
  'held',
  'valid',
] as const;
export type QualityList = (typeof qualityLists)[number];

/** How many calendar days later a report came, as the bars show it; up to and including `d5` is on time. */
export const lagBuckets = ['d0', 'd1', 'd2', 'd3', 'd4', 'd5', 'd10', 'd30', 'more'] as const;

/** The schemes whose registration the agreements name together, and the one beside them. */
export const schemeGroups = {
  'wia-wajong': ['WIA_WGA', 'WIA_IVA', 'WAJONG'],
  ww: ['WW'],
} as const;
export type SchemeGroup = keyof typeof schemeGroups;

/** Dates that every reading takes. */
export const dates = {
  at: dateInput().optional().describe('reference date; today when left out'),
  known: dateInput().optional().describe('as known at the end of this day; `at` when left out'),
};

/** Whose registration. */
export const place = {
  level: z.enum(['nation', 'district', 'office']).describe('nation, district or office'),
  unitId: z.string().max(64).optional().describe('id of the district or office'),
};
export const schemes = z
  .string()
  .max(60)
  .optional()
  .describe('only benefits of these schemes, separated by commas; all when left out');

export const unknownUnit = {
  unknown_unit: {
    http: 404,
    exit: 5,
    nl: 'Deze vestiging of dit district bestaat niet of ligt buiten uw bereik. Kies een andere.',
    en: 'This office or district does not exist or lies outside your reach. Choose another.',
  },
} as const;

/** Of the nation a count may be too small to show to a reader who reaches less. */
const count = shownCount;
const unit = z.object({
  level: z.enum(['nation', 'district', 'office']),
  /** '' of the nation. */
  id: z.string(),
  /** '' of the nation. */
  name: z.string(),
  /** Of an office. */
  districtId: z.string().nullable(),
});

const figures = z.object({
  /** Valid contacts of the year up to `at`, whatever became of them. */
  valid: count,
  /** Held contacts of the year up to `at`, and those reported within 5 calendar days. */
  held: count,
  timely: count,
  /** Median of calendar days between the contact and its report; null without held contacts. */
  medianLagDays: count.nullable(),
  /** The same share over the 12 months up to `at`. */
  heldTwelveMonths: count,
  timelyTwelveMonths: count,
  /** Planned contacts whose day has passed, whatever their year; and those of more than a month ago. */
  toRegister: count,
  toRegisterOverMonth: count,
  duplicates: count,
  outside: count,
  lags: z.record(z.enum(lagBuckets), count),
});

const profiles = z.object({
  scheme: z.string(),
  /** Benefits open and enrolled on `at`, by their latest profile assessed by then. */
  valid: count,
  expired: count,
  none: count,
  /** Open for 28 days or longer without a profile, enrolled or not; a figure of WW. */
  unprofiled: count,
});

export const showQuality = contract({
  name: 'contacts.quality',
  method: 'GET',
  path: '/registration-quality',
  summary: {
    nl: 'Registratiekwaliteit per regeling, district en vestiging',
    en: 'Registration quality by scheme, district and office',
  },
  input: z.object(dates),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** First day of the year of `at`, and of the 12 months up to it. */
    yearStart: z.iso.date(),
    twelveMonthsStart: z.iso.date(),
    /** The nation (not for an adviser), then districts and offices within reach by id. */
    units: z.array(
      unit.extend({
        all: figures,
        schemes: z.array(figures.extend({ scheme: z.string() })),
        profiles: z.array(profiles),
      }),
    ),
    /** The schemes that the reader looks at first: those of the agreements, unless the reader serves only WW. */
    focus: z.enum(Object.keys(schemeGroups) as [SchemeGroup, ...SchemeGroup[]]),
  }),
  roles: [...pages.registration],
  reach: 'figures',
});

/** Contacts behind a figure, a page at a time: those to register the oldest first, others the latest first. */
export const listQuality = contract({
  name: 'contacts.quality-list',
  method: 'GET',
  path: '/registration-quality/{list}',
  positional: ['list'],
  summary: {
    nl: 'De contacten achter een cijfer: nog vast te leggen, te laat, mogelijk dubbel, buiten de uitkering',
    en: 'The contacts behind a figure: to register, late, possible duplicates, outside the benefit',
  },
  input: z.object({
    list: z.enum(qualityLists),
    ...place,
    schemes,
    ...dates,
    after: z.string().max(120).optional().describe('`next` of the page before'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** All contacts of the figure; told only where the figure itself is. */
    count,
    /** Those of them that the reader may not open. */
    closed: count,
    contacts: z.array(
      z.object({
        contactId: z.string(),
        clientId: z.string(),
        /** Null for roles that see no names. */
        name: z.string().nullable(),
        protected: z.boolean(),
        scheme: z.string(),
        office: z.object({ id: z.string(), name: z.string() }),
        adviserId: z.string(),
        /** Null for roles that see no names. */
        adviserName: z.string().nullable(),
        kind: z.string(),
        channel: z.string(),
        outcome: z.string(),
        /** Local day and time. */
        date: z.iso.date(),
        time: z.string(),
        minutes: z.number().nullable(),
        /** Calendar days between the contact and its report; of a contact to register, days since its day; null before it. */
        lagDays: z.number().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  roles: [...pages.registration],
  reach: 'figures',
  refusals: unknownUnit,
});

/** Held, timely and to register over 13 months. */
export const showQualityTrend = contract({
  name: 'contacts.quality-trend',
  method: 'GET',
  path: '/registration-quality/trend',
  summary: {
    nl: 'Registratiekwaliteit over 13 maanden, elk punt zoals toen bekend',
    en: 'Registration quality over 13 months, each point as known then',
  },
  input: z.object({ ...place, schemes, at: dates.at }),
  output: z.object({
    /** 12 month ends before `at`, and `at` itself. */
    points: z.array(z.object({ at: z.iso.date(), held: count, timely: count, toRegister: count })),
  }),
  roles: [...pages.registration],
  reach: 'figures',
  refusals: unknownUnit,
});
