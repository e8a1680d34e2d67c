import type { Words } from '../../platform/contract.ts';
import { daysBetween } from '../../time/calendar-date.ts';
import { dateWords, durationWords, say, termWords } from './date-words.ts';
import type { Norm, Term } from './norm.ts';
import type { NormState } from './norm-figure.ts';
import type { NormVersion } from './norm-version.ts';
import type { Reason } from './shapes.ts';

/** What the evaluation says of one benefit and one norm. */
export interface Judged {
  readonly benefitId: string;
  readonly state: NormState;
  readonly dueOn: string;
  readonly basis: 'first' | 'every' | 'calendar_year' | 'once';
  readonly entryBy: 'start' | 'job_end' | 'purchase';
  readonly entryOn: string;
  readonly startOn: string;
  readonly lastOn: string | null;
}

/** The reason why something must happen by a date: data and words. `at` is the reference date. */
export function computeReason({ norm, version }: NormVersion, of: Judged, at: string): Reason {
  const last = of.lastOn;
  const fromLast = of.basis === 'every' && last !== null;
  const daysLate = daysBetween(of.dueOn, at);
  const data = {
    normId: norm.id,
    normVersion: version,
    weight: norm.weight,
    benefitId: of.benefitId,
    scheme: norm.population.scheme,
    state: of.state,
    dueDate: of.dueOn,
    basis: of.basis,
    from: fromLast ? ('last' as const) : of.basis === 'once' ? ('start' as const) : of.entryBy,
    fromDate: fromLast ? last : of.basis === 'once' ? of.startOn : of.entryOn,
    term: termOf(norm, of.basis),
    rhythm: 'once' in norm.obligations ? null : norm.obligations.every,
    counts: norm.counts,
    lastDate: last,
    daysLate,
  };
  const because = becauseWords(data);
  const by = dateWords(of.dueOn);
  const advice = norm.weight === 'advised' ? { nl: ' (advies)', en: ' (advice)' } : { nl: '', en: '' };
  return {
    ...data,
    sentence: say(
      (w, l) =>
        `${upper(w(because))}: ${l === 'nl' ? 'uiterlijk' : 'due'} ${w(by)}${w(lateWords(of.state, daysLate))}.`,
    ),
    also: say((w, l) => `${w(because)}, ${l === 'nl' ? 'uiterlijk' : 'due'} ${w(by)}${w(advice)}.`),
  };
}

function termOf(norm: Norm, basis: Judged['basis']): Term {
  if ('once' in norm.obligations) return norm.obligations.once;
  if (basis === 'calendar_year') return { months: 12 };
  return basis === 'every' ? norm.obligations.every : norm.obligations.first;
}

const counted = {
  conversation: { nl: 'gesprek', en: 'conversation' },
  contact: { nl: 'contact', en: 'contact' },
  invited: { nl: 'uitnodiging voor een gesprek', en: 'invitation for a conversation' },
} as const satisfies Record<Norm['counts'], Words>;

const entries = {
  start: { nl: 'instroom', en: 'entry' },
  job_end: { nl: 'het einde van werk', en: 'the end of work' },
  purchase: { nl: 'de inkoop van het traject', en: 'the purchase of the trajectory' },
  last: { nl: '', en: '' },
} as const;

/** "12 maanden na het laatste gesprek op 14 maart 2018", "eerste gesprek binnen 3 maanden na instroom op 3 april 2019". */
function becauseWords(
  of: Pick<Reason, 'basis' | 'from' | 'fromDate' | 'term' | 'counts' | 'lastDate' | 'dueDate'>,
): Words {
  const what = counted[of.counts];
  const term = termWords(of.term);
  const from = dateWords(of.fromDate);
  const year = of.dueDate.slice(0, 4);
  switch (of.basis) {
    case 'every':
      return say((w, l) =>
        l === 'nl'
          ? `${w(term)} na het laatste ${w(what)} op ${w(from)}`
          : `${w(term)} after the last ${w(what)} on ${w(from)}`,
      );
    case 'calendar_year':
      return say((w, l) => (l === 'nl' ? `één ${w(what)} in ${year}` : `one ${w(what)} in ${year}`));
    case 'once':
    case 'first': {
      // after an earlier contact, or an entry by other than inflow, it is not the first one
      const first = of.basis === 'first' && of.lastDate === null && of.from === 'start';
      const entry = entries[of.from];
      return say((w, l) =>
        l === 'nl'
          ? `${first ? 'eerste ' : ''}${w(what)} binnen ${w(term)} na ${w(entry)} op ${w(from)}`
          : `${first ? 'first ' : ''}${w(what)} within ${w(term)} of ${w(entry)} on ${w(from)}`,
      );
    }
  }
}

/** ", 26 weken te laat", ", over 12 dagen", ", vandaag"; nothing further ahead. */
function lateWords(state: NormState, daysLate: number): Words {
  const late = durationWords(Math.abs(daysLate));
  if (state === 'overdue' || state === 'overdue_planned') {
    return say((w, l) => `, ${w(late)}\u00a0${l === 'nl' ? 'te\u00a0laat' : 'late'}`);
  }
  if (state !== 'due' && state !== 'due_planned') return { nl: '', en: '' };
  if (daysLate === 0) return { nl: ', vandaag', en: ', today' };
  return say((w, l) => `, ${l === 'nl' ? 'over' : 'in'} ${w(late)}`);
}

/** In Dutch a capital at the start of "één" loses its accent. */
function upper(text: string): string {
  return text.startsWith('één') ? `Eén${text.slice(3)}` : text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Another scheme has something due by a date; what, the reader may not see. */
export function computeElsewhere(dueDate: string): { readonly dueDate: string; readonly sentence: Words } {
  const by = dateWords(dueDate);
  return {
    dueDate,
    sentence: say((w, l) =>
      l === 'nl'
        ? `ook bij een andere regeling moet iets gebeuren, uiterlijk ${w(by)}.`
        : `another scheme has something due too, by ${w(by)}.`,
    ),
  };
}

/** "Ook: ..." beside the obligation that leads the line: on the same date the date is not repeated. */
export function alongside(of: Reason, lead: Reason | null): Reason {
  if (lead === null || lead.dueDate !== of.dueDate || of.basis === 'calendar_year') return of;
  const what = counted[of.counts];
  const advice = of.weight === 'advised';
  const short =
    of.basis === 'first' && of.lastDate === null
      ? { nl: `eerste ${what.nl}`, en: `first ${what.en}` }
      : becauseWords(of);
  return {
    ...of,
    also: say(
      (w, l) =>
        `${w(short)}, ${l === 'nl' ? 'zelfde datum' : 'same date'}${advice ? (l === 'nl' ? ' (advies)' : ' (advice)') : ''}.`,
    ),
  };
}
