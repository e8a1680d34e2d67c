import type { FigurePart, Measure } from './figure-measures.ts';

/** One benefit in a figure: its state for the norm and its part in every measure. */
export interface Member {
  readonly normId: string;
  readonly benefitId: string;
  readonly clientKey: number;
  readonly officeKey: number;
  readonly scheme: string;
  readonly startDate: string;
  readonly isOpen: boolean;
  readonly state: string | null;
  readonly dueDate: string | null;
  readonly lastDate: string | null;
  readonly countedYear: number;
  readonly countedTwelveMonths: number;
  readonly daysYear: number;
  readonly daysTwelveMonths: number;
  readonly isInTime: boolean;
  readonly isInTimeOf: boolean;
  readonly isReviewPassed: boolean;
}

export interface Part {
  readonly numerator: number;
  readonly denominator: number;
}

const nothing: Part = { numerator: 0, denominator: 0 };
const inFigure = (isIn: boolean, of: boolean): Part => (of ? { numerator: isIn ? 1 : 0, denominator: 1 } : nothing);

/** What the benefit adds to numerator and denominator of a measure; means count contacts and days. */
export function computePart(measure: Measure, of: Member): Part {
  switch (measure) {
    case 'share_year':
      return inFigure(of.countedYear > 0, of.isOpen);
    case 'share_12m':
      return inFigure(of.countedTwelveMonths > 0, of.isOpen);
    case 'share_in_time':
      return inFigure(of.isInTime, of.isInTimeOf);
    case 'mean_year':
      return { numerator: of.countedYear, denominator: of.daysYear };
    case 'mean_12m':
      return { numerator: of.countedTwelveMonths, denominator: of.daysTwelveMonths };
    case 'share_closed':
      return inFigure(!['not_enrolled', 'overdue', 'overdue_planned'].includes(of.state ?? ''), of.isOpen);
    case 'inclusion':
      return inFigure(of.state === 'enrolled', of.state !== 'capacity_unknown');
  }
}

/** Whether the benefit stands on the list behind a part of the figure. */
export function isInPart(part: FigurePart, of: Member): boolean {
  switch (part) {
    case 'population':
      return of.isOpen && of.state !== 'capacity_unknown';
    case 'review_passed':
      return of.isReviewPassed;
    case 'seen_year':
      return of.isOpen && of.countedYear > 0;
    case 'not_seen_year':
      return of.isOpen && of.countedYear === 0;
    case 'seen_12m':
      return of.isOpen && of.countedTwelveMonths > 0;
    case 'not_seen_12m':
      return of.isOpen && of.countedTwelveMonths === 0;
    case 'in_time':
      return of.isInTime;
    case 'not_in_time':
      return of.isInTimeOf && !of.isInTime;
    case 'declined':
    case 'unreachable':
    case 'not_offered':
    case 'not_enrolled':
    case 'met':
    case 'overdue':
    case 'overdue_planned':
    case 'due':
    case 'due_planned':
    case 'in_view':
    case 'enrolled':
    case 'capacity_unknown':
      return of.isOpen && of.state === part;
  }
}

/** The states in which closure counts a benefit, the first that applies; else it is in view. */
export const closureOrder = ['declined', 'unreachable', 'not_offered', 'not_enrolled', 'overdue', 'overdue_planned'];

/** Of all norms of a benefit the state in which closure counts it: the first that applies to any. */
export function computeClosureState(states: readonly (string | null)[]): string {
  return closureOrder.find((state) => states.includes(state)) ?? 'in_view';
}

/** One member per benefit from its members for each must norm. */
export function closeMembers(members: readonly Member[]): readonly Member[] {
  const perBenefit = new Map<string, Member[]>();
  for (const of of members) {
    if (!of.isOpen) continue;
    const known = perBenefit.get(of.benefitId);
    if (known === undefined) perBenefit.set(of.benefitId, [of]);
    else known.push(of);
  }
  return [...perBenefit.values()].map((all) => {
    const state = computeClosureState(all.map((of) => of.state));
    const telling = all
      .filter((of) => of.state === state)
      .sort((a, b) => ((a.dueDate ?? '') < (b.dueDate ?? '') ? -1 : 1));
    return { ...(telling[0] ?? (all[0] as Member)), normId: 'closure', state };
  });
}
