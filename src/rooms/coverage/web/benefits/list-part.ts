import type { RawInputOf } from '../../../../platform/contract.ts';
import { type listFigureBenefits, type NormShown, type NormState, normStates } from '../../index.ts';

/** A part of a figure as the contract knows it. */
export type FigurePart = NonNullable<RawInputOf<typeof listFigureBenefits>['part']>;

/** Parts that the screen adds up from states. */
const joined = {
  late: ['overdue', 'overdue_planned'],
  missing: ['overdue', 'overdue_planned', 'not_enrolled'],
  soon: ['due', 'due_planned'],
} as const satisfies Readonly<Record<string, readonly NormState[]>>;
export type JoinedPart = keyof typeof joined;
export type ListPart = FigurePart | JoinedPart;

const measured = {
  year: ['seen_12m', 'not_seen_12m', 'seen_year', 'not_seen_year'],
  mean: [],
  once: ['soon', 'in_time', 'not_in_time'],
} as const satisfies Readonly<Record<NormShown['kind'], readonly ListPart[]>>;

/** The lists a figure has, in the order of the choice on the page; `kind` for a norm. */
export function partsOf(figure: string, kind: NormShown['kind'] | undefined): readonly ListPart[] {
  if (figure === 'wajong-inclusion') {
    const states = ['enrolled', 'not_enrolled', 'declined', 'unreachable'] as const;
    return ['population', ...states, 'review_passed', 'capacity_unknown'];
  }
  const missing = ['missing', 'late', 'overdue', 'overdue_planned', 'not_enrolled'] as const;
  if (figure === 'closure') return [...missing, 'in_view', 'declined', 'unreachable', 'population'];
  const rest = normStates.filter((state) => !(missing as readonly string[]).includes(state) && state !== 'not_offered');
  return [...missing, ...rest.toReversed(), 'population', ...(kind === undefined ? [] : measured[kind])];
}

/** The part of an address; the whole population where it names none that is known. */
export function readPart(text: string | null): ListPart {
  const known: readonly string[] = [
    ...Object.keys(joined),
    ...partsOf('wajong-inclusion', undefined),
    ...normStates,
    ...Object.values(measured).flat(),
  ];
  return text !== null && known.includes(text) ? (text as ListPart) : 'population';
}

/** The lists of the contract that together are the part. */
export function listsOf(part: ListPart): readonly FigurePart[] {
  return part in joined ? joined[part as JoinedPart] : [part as FigurePart];
}

/** States that only somebody who is enrolled can be in, alone or joined. */
const enrolledStates: readonly ListPart[] = [
  ...joined.late,
  ...joined.soon,
  'late',
  'soon',
  'in_view',
  'met',
  'enrolled',
];

/** Whether everybody on the list is in service, so that another adviser can be chosen for them. */
export function isInService(part: ListPart): boolean {
  return enrolledStates.includes(part);
}
