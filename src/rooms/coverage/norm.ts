import * as z from 'zod';
import { dateInput, type Words } from '../../platform/contract.ts';

export const schemes = ['WW', 'WIA_WGA', 'WIA_IVA', 'WAJONG'] as const;
export type Scheme = (typeof schemes)[number];

const capacity = z.enum(['yes', 'no', 'unknown']);
const words = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });

const term = z.union([
  z.strictObject({ months: z.number().int().min(1).max(120) }),
  z.strictObject({ days: z.number().int().min(1).max(3660) }),
]);
export type Term = z.output<typeof term>;

const activity = {
  jobOpen: z.boolean().optional(),
  trajectoryRunning: z.boolean().optional(),
};

const population = z.strictObject({
  scheme: z.enum(schemes),
  variant: z
    .array(z.enum(['owajong', 'wajong2010', 'wajong2015']))
    .min(1)
    .optional(),
  insurer: z.enum(['public', 'own_risk']).optional(),
  workCapacity: z.array(capacity).min(1).optional(),
  workCapacityNot: z.array(capacity).min(1).optional(),
  startFrom: dateInput().optional(),
  startTo: dateInput().optional(),
  ...activity,
  anyOf: z.array(z.strictObject(activity)).min(1).optional(),
  firstScoreMax: z.number().min(0).max(1).optional(),
});
export type Population = z.output<typeof population>;

const obligations = z.union([
  z.strictObject({ once: term }),
  z.strictObject({ first: term, every: term, eachCalendarYear: z.boolean().optional() }),
]);

/** A norm as data: who, what counts, by when, which target, from which day. The JSON of its public definition. */
export const norm = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    /** The norm of which this is another wording: figures beside it, never a line on a worklist. */
    readingOf: z.string().nullable(),
    weight: z.enum(['must', 'advised']),
    validFrom: dateInput(),
    validTo: dateInput().nullable(),
    title: words,
    source: z.string(),
    population,
    counts: z.enum(['conversation', 'contact', 'invited']),
    obligations,
    targets: z.strictObject({
      shareYear: z.number().min(0).max(1).optional(),
      meanYear: z.number().min(0).optional(),
      shareInTime: z.number().min(0).max(1).optional(),
    }),
  })
  .refine((n) => n.counts !== 'invited' || 'once' in n.obligations, {
    path: ['counts'],
    message: 'an invitation counts for an obligation of once only',
    when: () => true,
  })
  .refine((n) => n.population.firstScoreMax === undefined || 'once' in n.obligations, {
    path: ['population', 'firstScoreMax'],
    message: 'the first score is judged up to the due date of an obligation of once',
    when: () => true,
  });
export type Norm = z.output<typeof norm>;

/** Keys of the public layout of measures beside those of the norms: a norm of that id would vanish behind them. */
export const reservedIds: readonly string[] = ['closure', 'wajong-inclusion', 'quality', 'profiles', 'hours'];

/** What is asked of a norm that is added; what was added before is read as it stands. */
export const addedNorm = norm
  .refine((n) => !reservedIds.includes(n.id), {
    path: ['id'],
    params: {
      words: {
        nl: 'Dit id is van een ander cijfer. Kies een ander id.',
        en: 'This id is that of another figure. Choose another id.',
      } satisfies Words,
    },
  })
  .refine((n) => n.validTo === null || n.validTo >= n.validFrom, {
    path: ['validTo'],
    params: {
      words: {
        nl: 'De laatste dag ligt voor de eerste. Kies een latere dag.',
        en: 'The last day lies before the first. Choose a later day.',
      } satisfies Words,
    },
  });

/** What a norm is measured by; it follows from its obligations. */
export type NormKind = 'once' | 'year' | 'mean';

export function computeNormKind(of: Norm): NormKind {
  if ('once' in of.obligations) return 'once';
  return of.obligations.eachCalendarYear === true ? 'year' : 'mean';
}
