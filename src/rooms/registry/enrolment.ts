/** Why service ends. The first two are legitimate states of their own and ask for a date to look again. */
export const endReasons = ['declined', 'unreachable', 'completed', 'outflow'] as const;
export type EndReason = (typeof endReasons)[number];

export interface OpenEnrolment {
  readonly from: string;
  readonly to: string | null;
}

export type EndRefusal = 'not_enrolled' | 'end_before_start' | 'review_date_missing' | 'review_before_end';

/** Whether an enrolment can end on `to` for the reason: the first thing that stands in the way, or null. */
export function decideEnd(
  enrolment: OpenEnrolment | null,
  {
    to,
    reason,
    reviewDate,
  }: { readonly to: string; readonly reason: EndReason; readonly reviewDate: string | undefined },
): EndRefusal | null {
  if (enrolment === null || enrolment.to !== null) return 'not_enrolled';
  if (to < enrolment.from) return 'end_before_start';
  const looksAgain = reason === 'declined' || reason === 'unreachable';
  if (looksAgain && reviewDate === undefined) return 'review_date_missing';
  return reviewDate !== undefined && reviewDate < to ? 'review_before_end' : null;
}

export interface BenefitSpell {
  readonly startDate: string;
  readonly endDate: string | null;
}

/** Whether a benefit is open on a day: start <= day < end. */
export function isOpenOn(benefit: BenefitSpell, day: string): boolean {
  return benefit.startDate <= day && (benefit.endDate === null || benefit.endDate > day);
}
