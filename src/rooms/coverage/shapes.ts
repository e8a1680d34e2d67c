import * as z from 'zod';
import { dateInput } from '../../platform/contract.ts';
import { shownCount } from '../organisation/index.ts';
import { normStates } from './norm-figure.ts';
import { openStates, worklists } from './worklist.ts';

export const words = z.object({ nl: z.string(), en: z.string() });

/** Reference date and date as known; `known` is `at` when left out, `at` is today. */
export const asked = {
  at: dateInput().optional().meta({ description: 'reference date, the end of that day (default: today)' }),
  known: dateInput().optional().meta({ description: 'as known at the end of this day (default: the reference date)' }),
};

export const levels = ['own', 'office', 'district', 'nation'] as const;
/** Whose clients: the own caseload (adviser), an office or a district by its id, or the nation. */
export const unitAsked = {
  level: z
    .enum(levels)
    .default('nation')
    .meta({ description: 'own, office, district or nation (as far as within reach)' }),
  unitId: z.string().optional().meta({ description: 'id of the office or district' }),
};

/** One page of a list: `after` is `next` of the page before. */
export const paging = {
  after: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
  limit: z.number().int().min(1).max(200).default(50),
};

export const unit = z.object({
  level: z.enum(['nation', 'district', 'office']),
  /** empty for the nation */
  id: z.string(),
  name: z.string(),
});

/** Days or months; exactly one of the two is there. */
export const term = z.object({ months: z.number().optional(), days: z.number().optional() });

/** Why something must happen by a date, as data and as a sentence in words. */
export const reason = z.object({
  normId: z.string(),
  normVersion: z.number(),
  weight: z.enum(['must', 'advised']),
  benefitId: z.string(),
  scheme: z.string(),
  state: z.enum(normStates),
  dueDate: z.iso.date(),
  /** first: after entry; every: after the last; calendar_year: one in each; once: one time after the start */
  basis: z.enum(['first', 'every', 'calendar_year', 'once']),
  /** What the term counts from: start of the benefit, end of a job, purchase of a trajectory, or the last contact. */
  from: z.enum(['start', 'job_end', 'purchase', 'last']),
  fromDate: z.iso.date(),
  term,
  /** From each counted contact to the next; null for an obligation that comes once. */
  rhythm: term.nullable(),
  counts: z.enum(['conversation', 'contact', 'invited']),
  /** Day of the last counted contact on this benefit; null: none yet. */
  lastDate: z.iso.date().nullable(),
  /** Days between the due date and the reference date; positive when late. */
  daysLate: z.number(),
  /** The reason line: "12 maanden na het laatste gesprek op 14 maart 2018: uiterlijk 14 maart 2019, 26 weken te laat." */
  sentence: words,
  /** The same for "Ook: ...", without days late. */
  also: words,
});
export type Reason = z.output<typeof reason>;

export const moment = z.object({
  contactId: z.string(),
  benefitId: z.string(),
  occurredAt: z.iso.datetime(),
  /** Local day. */
  onDate: z.iso.date(),
  kind: z.string(),
  channel: z.string(),
  minutes: z.number().nullable(),
});
export type Moment = z.output<typeof moment>;

/** One client on a worklist. */
export const worklistLine = z.object({
  clientId: z.string(),
  /** Null for roles that see no names. */
  name: z.string().nullable(),
  protected: z.boolean(),
  /** Schemes of the open benefits that the reader may see. */
  schemes: z.array(z.string()),
  offices: z.array(z.object({ id: z.string(), name: z.string() })),
  /** State and date of the earliest must obligation of the unit; null where there is none. */
  state: z.enum(openStates).nullable(),
  dueDate: z.iso.date().nullable(),
  /** The obligation that leads the line: earliest must (on only-advised: earliest advised). Null: none. */
  lead: reason.nullable(),
  /** The others, earliest first: other musts and advised obligations of all benefits of the client. */
  also: z.array(reason),
  /** Another scheme has something due by this date; the reader may not see what. */
  elsewhere: z.object({ dueDate: z.iso.date(), sentence: words }).nullable(),
  lastContact: moment.nullable(),
  nextPlanned: moment.nullable(),
  /** Planned contacts whose day has passed, oldest first. */
  toRegister: z.array(moment),
  /** Latest review date that has passed (list review-passed). */
  reviewDate: z.iso.date().nullable(),
  preferredChannel: z.string().nullable(),
});
export type WorklistLine = z.output<typeof worklistLine>;

export const counter = z.object({
  list: z.enum(worklists),
  title: words,
  /** Clients on the list, those that may not be opened included. */
  count: z.number(),
  /** With this unit the list behind the counter opens. */
  level: z.enum(levels),
  unitId: z.string().nullable(),
});

const pair = z.tuple([z.number(), z.number()]);
const triple = z.tuple([z.number(), z.number(), z.number()]);

/** Figures of one norm in one unit; keys as in the public layout of measures. */
export const normFigure = z.object({
  population: z.number(),
  states: z.record(z.enum(normStates), z.number()),
  /** Of the overdue (planned or not): due more than a month before the reference date. */
  overdue_a_month: z.number(),
  share_year: pair.optional(),
  share_12m: pair.optional(),
  share_in_time: pair.optional(),
  still_to_see: z.number().optional(),
  mean_year: triple.optional(),
  mean_12m: triple.optional(),
});

export const closure = z.object({
  population: z.number(),
  declined: z.number(),
  unreachable: z.number(),
  not_offered: z.number(),
  not_enrolled: z.number(),
  overdue: z.number(),
  overdue_planned: z.number(),
  in_view: z.number(),
  overdue_a_month: z.number(),
});

export const inclusion = z.object({
  population: z.number(),
  enrolled: z.number(),
  declined: z.number(),
  unreachable: z.number(),
  not_enrolled: z.number(),
  review_passed: z.number(),
  capacity_unknown: z.number(),
});

export const unitFigures = unit.extend({
  closure,
  inclusion,
  /** by norm id */
  norms: z.record(z.string(), normFigure),
});
export type UnitFigures = z.output<typeof unitFigures>;

const shownPair = z.tuple([shownCount, shownCount]);
const shownTriple = z.tuple([shownCount, shownCount, z.number()]);

/** A unit's figures as this reader may see them: of the nation what is too small to show is said so. */
export const shownFigures = unit.extend({
  closure: z.object({
    population: shownCount,
    declined: shownCount,
    unreachable: shownCount,
    not_offered: shownCount,
    not_enrolled: shownCount,
    overdue: shownCount,
    overdue_planned: shownCount,
    in_view: shownCount,
    overdue_a_month: shownCount,
  }),
  inclusion: z.object({
    population: shownCount,
    enrolled: shownCount,
    declined: shownCount,
    unreachable: shownCount,
    not_enrolled: shownCount,
    review_passed: shownCount,
    capacity_unknown: shownCount,
  }),
  norms: z.record(
    z.string(),
    z.object({
      population: shownCount,
      states: z.record(z.enum(normStates), shownCount),
      overdue_a_month: shownCount,
      share_year: shownPair.optional(),
      share_12m: shownPair.optional(),
      share_in_time: shownPair.optional(),
      still_to_see: shownCount.optional(),
      mean_year: shownTriple.optional(),
      mean_12m: shownTriple.optional(),
    }),
  ),
});
export type ShownFigures = z.output<typeof shownFigures>;

export const normShown = z.object({
  id: z.string(),
  version: z.number(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** valid on the reference date */
  inForce: z.boolean(),
  readingOf: z.string().nullable(),
  weight: z.enum(['must', 'advised']),
  /** once: share_in_time; year: share_year, share_12m, still_to_see; mean: mean_year, mean_12m */
  kind: z.enum(['once', 'year', 'mean']),
  scheme: z.string(),
  title: words,
  source: z.string(),
  targets: z.object({
    shareYear: z.number().optional(),
    meanYear: z.number().optional(),
    shareInTime: z.number().optional(),
  }),
  /** The norm in plain sentences, made from its data. */
  sentences: z.object({ population: words, counts: words, obligations: words, target: words.nullable() }),
  /** Who entered the version; null: the preset that came with the product. */
  enteredBy: z.string().nullable(),
  /** The JSON of the public definition. */
  definition: z.json(),
});
export type NormShown = z.output<typeof normShown>;

/** Which benefits behind a figure: a state, or part of a measure's numerator or what misses from it. */
export const figureBenefit = z.object({
  benefitId: z.string(),
  clientId: z.string(),
  /** Null for roles that see no names. */
  name: z.string().nullable(),
  scheme: z.string(),
  office: z.object({ id: z.string(), name: z.string() }),
  startDate: z.iso.date(),
  state: z.string(),
  dueDate: z.iso.date().nullable(),
  lastDate: z.iso.date().nullable(),
});

/** Change of one benefit in a figure, with what was learned in between. */
export const differenceLine = z.object({
  benefitId: z.string(),
  clientId: z.string(),
  name: z.string().nullable(),
  office: z.object({ id: z.string(), name: z.string() }),
  before: z.object({ numerator: z.number(), denominator: z.number() }),
  after: z.object({ numerator: z.number(), denominator: z.number() }),
  /** What was learned between the two moments, the reason it stands under first; `other` where nothing of the benefit changed. */
  reasons: z.array(
    z.object({
      code: z.string(),
      onDate: z.iso.date().nullable(),
      /** Local day since which it is known; null of `other`. */
      knownOn: z.iso.date().nullable(),
      sentence: words,
    }),
  ),
});
export type DifferenceLine = z.output<typeof differenceLine>;

/** The benefits that moved a figure for one reason: how many, and by how much together. */
export const differenceGroup = z.object({
  code: z.string(),
  title: words,
  count: z.number(),
  numerator: z.number(),
  denominator: z.number(),
});
