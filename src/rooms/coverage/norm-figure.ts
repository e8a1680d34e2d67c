import type { NormKind } from './norm.ts';

/** Counts of one norm and unit, by name, as they leave the evaluation. */
export type NormCounts = Readonly<Record<string, number>>;

export const normStates = [
  'declined',
  'unreachable',
  'not_offered',
  'not_enrolled',
  'met',
  'overdue',
  'overdue_planned',
  'due',
  'due_planned',
  'in_view',
] as const;
export type NormState = (typeof normStates)[number];

export interface NormFigure {
  readonly population: number;
  readonly states: Readonly<Record<NormState, number>>;
  /** numerator, denominator */
  readonly share_year?: readonly [number, number];
  readonly share_12m?: readonly [number, number];
  readonly share_in_time?: readonly [number, number];
  readonly still_to_see?: number;
  /** contacts, days open, days in the window */
  readonly mean_year?: readonly [number, number, number];
  readonly mean_12m?: readonly [number, number, number];
}

/** Which figures a norm has follows from its obligations. A unit without benefits shows zeros. */
export function computeNormFigure(
  kind: NormKind,
  counts: NormCounts,
  days: { readonly inYear: number; readonly inTwelveMonths: number },
): NormFigure {
  const of = (name: string) => counts[name] ?? 0;
  const population = of('population');
  // not_offered comes with studies; until then nobody is held back
  const states = Object.fromEntries(normStates.map((state) => [state, of(state)])) as Record<NormState, number>;
  switch (kind) {
    case 'once':
      return { population, states, share_in_time: [of('in_time'), of('in_time_of')] };
    case 'year':
      return {
        population,
        states,
        share_year: [of('seen_year'), population],
        share_12m: [of('seen_12m'), population],
        still_to_see: population - of('seen_year'),
      };
    case 'mean':
      return {
        population,
        states,
        mean_year: [of('counted_year'), of('days_year'), days.inYear],
        mean_12m: [of('counted_12m'), of('days_12m'), days.inTwelveMonths],
      };
  }
}
