import { localMomentOf } from '../../../../time/local-moment.ts';
import { formatDate, formatTime } from '../../../../ui/format.ts';
import type { Kind } from '../../../contacts/index.ts';
import type { useContactWords } from '../../../contacts/web/register/words.ts';
import type { Moment, Worklist, WorklistLine } from '../../index.ts';
import type { useTodayWords } from './words.ts';

export interface LineReason {
  readonly reason: string;
  /** What rides along, each after "Ook: ". */
  readonly also: readonly string[];
}

/** Why the client stands on this list, and what else must or may happen. */
export function reasonOf(
  line: WorklistLine,
  list: Worklist,
  words: {
    readonly today: ReturnType<typeof useTodayWords>;
    readonly contact: ReturnType<typeof useContactWords>;
  },
): LineReason {
  const { say, locale } = words.today;
  const of = (moment: Moment, id: 'reason.to-register' | 'reason.planned-today' | 'reason.planned-week') =>
    say(id, {
      kind: words.contact.say(`kind.${moment.kind as Kind}`),
      date: formatDate(moment.onDate, locale),
      time: formatTime(localMomentOf(moment.occurredAt).time, locale),
    });
  const own = (): string | null => {
    switch (list) {
      case 'to-register':
        return line.toRegister[0] === undefined ? null : of(line.toRegister[0], 'reason.to-register');
      case 'planned-today':
      case 'planned-week':
        return line.nextPlanned === null ? null : of(line.nextPlanned, `reason.${list}`);
      case 'review-passed':
        return line.reviewDate === null
          ? null
          : say('reason.review-passed', { date: formatDate(line.reviewDate, locale) });
      case 'not-enrolled':
      case 'without-adviser':
      case 'ww-unprofiled':
      case 'capacity-unknown':
        return say(`reason.${list}`);
      case 'overdue':
      case 'due':
      case 'in-view':
      case 'only-advised':
        return null;
    }
  };
  const lead = line.lead?.sentence[locale] ?? null;
  const elsewhere =
    line.elsewhere === null ? null : say('elsewhere', { date: formatDate(line.elsewhere.dueDate, locale) });
  const all = [own(), lead, elsewhere].filter((text) => text !== null);
  const [reason = say('reason.none'), ...rest] = all;
  return { reason, also: [...rest.map(lower), ...line.also.map((reason) => reason.also[locale])] };
}

function lower(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
