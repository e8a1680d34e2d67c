import { addDays, addMonths } from '../../../time/calendar-date.ts';
import { type Channel, classesOf, type Kind } from '../../contacts/index.ts';
import type { Reason } from '../index.ts';

/** What a form says of a contact, as far as obligations look at it. */
export interface Reported {
  readonly kind: string;
  readonly channel: string;
  readonly outcome: string;
  readonly date: string;
}

/** Whether the contact counts for what a norm asks; an invitation counts whatever came of it. */
export function isCounted(counts: Reason['counts'], reported: Reported): boolean {
  const { isConversation, isContact } = classesOf(reported.kind as Kind, reported.channel as Channel);
  if (counts === 'invited') return isConversation && reported.outcome !== 'void';
  return reported.outcome === 'held' && (counts === 'conversation' ? isConversation : isContact);
}

/** Whether the contact meets the obligation: it counts, and lies in the stretch that the obligation is about. */
export function isMetBy(reason: Reason, reported: Reported): boolean {
  if (!isCounted(reason.counts, reported)) return false;
  if (reason.basis === 'calendar_year') return reported.date.slice(0, 4) === reason.dueDate.slice(0, 4);
  return reported.date >= reason.fromDate && (reason.lastDate === null || reported.date > reason.lastDate);
}

const pressing = { overdue: ['overdue', 'overdue_planned'], due: ['due', 'due_planned'] } as const;

/**
 * Whether the client leaves the list of what is overdue or due soon after this contact; null where that cannot be said
 * (another list, or a scheme that the reader may not see).
 */
export function decideLeaves(
  list: string,
  line: { readonly lead: Reason | null; readonly also: readonly Reason[]; readonly elsewhere: unknown },
  reported: Reported,
): boolean | null {
  if ((list !== 'overdue' && list !== 'due') || line.lead === null || line.elsewhere !== null) return null;
  const states: readonly string[] = pressing[list];
  const pressed = [line.lead, ...line.also].filter((of) => of.weight === 'must' && states.includes(of.state));
  return pressed.every((of) => isMetBy(of, reported));
}

export interface NextDue {
  readonly by: string;
  readonly counts: Reason['counts'];
}

/** By when the next one must be, and by when advice has it, once this contact counts; null: no rhythm starts with it. */
export interface NextDues {
  readonly must: NextDue | null;
  readonly advised: NextDue | null;
}

/** Of each weight the earliest date of the rhythms that start anew with this contact, a first one included. */
export function computeNextDues(reasons: readonly Reason[], reported: Reported): NextDues {
  const ahead = reasons.flatMap((of) =>
    of.rhythm !== null && isMetBy(of, reported)
      ? [{ weight: of.weight, by: computeDayAfterTerm(reported.date, of.rhythm), counts: of.counts }]
      : [],
  );
  const first = (weight: Reason['weight']): NextDue | null => {
    const of = ahead.filter((each) => each.weight === weight).toSorted((a, b) => (a.by < b.by ? -1 : 1))[0];
    return of === undefined ? null : { by: of.by, counts: of.counts };
  };
  return { must: first('must'), advised: first('advised') };
}

/** The earliest date that a next appointment would miss, a must before advice; null where it misses none. */
export function findMissed(
  { must, advised }: NextDues,
  next: string,
): { readonly by: string; readonly advised: boolean } | null {
  if (must !== null && next > must.by) return { by: must.by, advised: false };
  return advised !== null && next > advised.by ? { by: advised.by, advised: true } : null;
}

/** A date plus a term; a day that the month lacks becomes its last (31 August and 6 months: 28 February). */
export function computeDayAfterTerm(
  date: string,
  term: { readonly months?: number | undefined; readonly days?: number | undefined },
): string {
  return term.months === undefined ? addDays(date, term.days ?? 0) : addMonths(date, term.months);
}
