import { computeNormKind, type Norm, type NormKind } from './norm.ts';
import { normStates } from './norm-figure.ts';

/** What a figure of benefits can be measured by. */
export const measures = [
  'share_year',
  'share_12m',
  'share_in_time',
  'mean_year',
  'mean_12m',
  'share_closed',
  'inclusion',
] as const;
export type Measure = (typeof measures)[number];

/** The lists that can stand behind a figure: the population, those in a state, those of a measure. */
export const figureParts = [
  'population',
  ...normStates,
  'enrolled',
  'review_passed',
  'capacity_unknown',
  'seen_year',
  'not_seen_year',
  'seen_12m',
  'not_seen_12m',
  'in_time',
  'not_in_time',
] as const;
export type FigurePart = (typeof figureParts)[number];

const ofKind = {
  once: { measures: ['share_in_time'], parts: ['in_time', 'not_in_time'] },
  year: { measures: ['share_year', 'share_12m'], parts: ['seen_year', 'not_seen_year', 'seen_12m', 'not_seen_12m'] },
  mean: { measures: ['mean_year', 'mean_12m'], parts: [] },
} as const satisfies Record<NormKind, { readonly measures: readonly Measure[]; readonly parts: readonly FigurePart[] }>;

const reasons = ['declined', 'unreachable', 'not_offered', 'not_enrolled'] as const;
const closureParts: readonly FigurePart[] = ['population', ...reasons, 'overdue', 'overdue_planned', 'in_view'];
const inclusionParts: readonly FigurePart[] = [
  'population',
  'enrolled',
  'declined',
  'unreachable',
  'not_enrolled',
  'review_passed',
  'capacity_unknown',
];

/** Figures beside the norms; no norm has such an id. */
const beside: Readonly<
  Record<string, { readonly measures: readonly Measure[]; readonly parts: readonly FigurePart[] }>
> = {
  closure: { measures: ['share_closed'], parts: closureParts },
  'wajong-inclusion': { measures: ['inclusion'], parts: inclusionParts },
};

/** Whether a figure is measured so: closure and inclusion each have one measure, a norm those of its obligations. */
export function hasMeasure(figure: string, norms: readonly Norm[], measure: Measure): boolean {
  return measuresOf(figure, norms).includes(measure);
}

/** Whether such a list stands behind a figure. */
export function hasPart(figure: string, norms: readonly Norm[], part: FigurePart): boolean {
  const own = beside[figure];
  if (own !== undefined) return own.parts.includes(part);
  return (
    part === 'population' ||
    (normStates as readonly string[]).includes(part) ||
    kindsOf(figure, norms).some((kind) => (ofKind[kind].parts as readonly FigurePart[]).includes(part))
  );
}

function measuresOf(figure: string, norms: readonly Norm[]): readonly Measure[] {
  return beside[figure]?.measures ?? kindsOf(figure, norms).flatMap((kind) => ofKind[kind].measures);
}

/** A norm may be measured in another way from a new version on. */
function kindsOf(figure: string, norms: readonly Norm[]): readonly NormKind[] {
  return norms.filter((norm) => norm.id === figure).map(computeNormKind);
}
