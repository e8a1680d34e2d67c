import * as z from 'zod';
import { contract, dateInput } from '../../platform/contract.ts';
import { pages, shownCount } from '../organisation/index.ts';
import { agreements } from './agreement.ts';

const words = z.object({ nl: z.string(), en: z.string() });

const realised = z.object({
  kind: z.enum(['share', 'mean', 'hours', 'hours_per_fte', 'fte']),
  /** Like its counts too small to show to a reader of less than the nation where one of them is. */
  value: shownCount.nullable(),
  numerator: shownCount.nullable(),
  denominator: shownCount.nullable(),
  verdict: z.enum(['met', 'not_met', 'open']),
  target: z.number().nullable(),
});
const note = z.object({
  cause: z.string(),
  measure: z.string(),
  owner: z.string(),
  notedOn: z.iso.date(),
  by: z.string(),
});

/** Of `coverage.figure-benefits`, `contacts.quality-list` or `contacts.profile-list`, for the nation. */
const listBehind = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('benefits'), figure: z.string(), part: z.string() }),
  z.object({ kind: z.enum(['contacts', 'profiles']), list: z.string(), schemes: z.string() }),
]);

const agreement = z.object({
  id: z.string(),
  group: z.enum(['budget', 'ww', 'scale_up', 'effect', 'wia_wajong']),
  text: words,
  definition: words,
  owner: words,
  /** Why there is no figure; null where there is one. */
  why: words.nullable(),
  /** Id and version of the norm that made the figure; null for agreements without a norm. */
  norm: z.object({ id: z.string(), version: z.number() }).nullable(),
  year: realised.nullable(),
  twelveMonths: realised.nullable(),
  toDo: z
    .object({
      /** Before 31 December, unless it is a state of today. */
      count: shownCount,
      unit: z.enum(['benefits', 'contacts', 'profiles']),
      /** At least so many to reach the target; null where everybody counts. */
      atLeast: shownCount.nullable(),
      /** Of 4: late; of 8b: late with an appointment; of 11: expired; of 12: reviews passed. */
      beside: z.object({ count: shownCount, list: listBehind }).nullable(),
      list: listBehind,
    })
    .nullable(),
  /** Cause and measure as last noted; null: none yet. */
  note: note.nullable(),
  /** Measure and norm of `coverage.difference` that explains how the figure moved; null where there is none. */
  difference: z.object({ norm: z.string(), measure: z.string() }).nullable(),
});

export const showAgreements = contract({
  name: 'steering.agreements',
  method: 'GET',
  path: '/agreements',
  summary: {
    nl: 'De afspraken: afgesproken, gerealiseerd en nog te doen',
    en: 'The agreements: agreed, realised and still to do',
  },
  input: z.object({
    at: dateInput().optional().meta({ description: 'reference date (default: today)' }),
    known: dateInput()
      .optional()
      .meta({ description: 'as known at the end of this day (default: the reference date)' }),
  }),
  output: z.object({
    at: z.iso.date(),
    known: z.iso.date(),
    /** The year that the agreements are of; on a date in another year no figure has a verdict or a target. */
    year: z.number().int(),
    agreements: z.array(agreement),
    /** Beside agreement 3: the annualised rates of January and of the last whole month (`YYYY-MM`). */
    adviserHours: z.object({
      january: z.number().nullable(),
      month: z.string(),
      lastMonth: z.number().nullable(),
    }),
    /** Beside agreement 5: fte on the reference date and on 1 January, of which the growth is the difference. */
    formation: z.object({ now: z.number(), januaryFirst: z.number() }),
    /** Beside agreement 2: all new WW benefits of the year. */
    wwInflow: shownCount,
  }),
  roles: [...pages.agreements],
  reach: 'figures',
});

export const noteAgreement = contract({
  name: 'steering.note-agreement',
  method: 'POST',
  path: '/agreement-notes',
  summary: { nl: 'Leg oorzaak en maatregel bij een afspraak vast', en: 'Note cause and measure beside an agreement' },
  input: z.object({
    agreementId: z.enum(agreements.map((each) => each.id) as [string, ...string[]]),
    cause: z.string().max(1000),
    measure: z.string().max(1000),
    owner: z.string().min(1).max(200),
  }),
  output: z.object({ entryId: z.number() }),
  roles: ['district_manager', 'controller'],
  reach: 'none',
});
