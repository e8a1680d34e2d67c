import { Temporal } from 'temporal-polyfill';
import { type Chains, chainsOf, dayOf, type Known, type Row } from './known.ts';
import { type ReferenceNorm, referenceNorms } from './norms.ts';

/** The measures as their public definition says them: one benefit after the other, slow and plain. */

export const stateNames = [
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
export type StateName = (typeof stateNames)[number];

export interface Obligation {
  readonly norm: ReferenceNorm;
  readonly benefit: Row;
  readonly state: StateName;
  readonly dueDate: string;
}

/** A day on which to look, and what is known of the register. */
export interface Asked {
  readonly at: string;
  readonly known: Known;
  readonly chains: Chains;
}

export function ask(at: string, known: Known): Asked {
  return { at, known, chains: chainsOf(known.contacts) };
}

const plus = (day: string, term: { months?: number; days?: number }) =>
  Temporal.PlainDate.from(day).add(term, { overflow: 'constrain' }).toString();
const yearStart = (day: string) => `${day.slice(0, 4)}-01-01`;
const later = (a: string, b: string) => (a > b ? a : b);
const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

function isOpen(start: string | undefined, end: string | undefined, day: string): boolean {
  return (start ?? '') <= day && (!end || end > day);
}
const isBenefitOpen = (benefit: Row, day: string) => isOpen(benefit.start_date, benefit.end_date, day);

function isConversation(row: Row): boolean {
  return (
    ['orientation', 'evaluation', 'monitoring', 'progress', 'intake'].includes(row.kind ?? '') &&
    ['office', 'phone', 'video'].includes(row.channel ?? '')
  );
}
const isContact = (row: Row) => row.kind !== 'message' && row.kind !== 'case_discussion';

function contactsOfClient({ known }: Asked, clientId: string | undefined): readonly Row[] {
  const own = new Set(known.benefits.filter((row) => row.client_id === clientId).map((row) => row.benefit_id));
  return known.contacts.filter((row) => own.has(row.benefit_id));
}

/** Days of the counted contacts of a benefit, oldest first; of `invited` the first day alone. */
function countedDays(asked: Asked, norm: ReferenceNorm, benefit: Row): readonly string[] {
  const rows = contactsOfClient(asked, benefit.client_id);
  const isWithin = (day: string) => day <= asked.at && isBenefitOpen(benefit, day);
  if (norm.counts === 'invited') {
    return rows
      .filter((row) => isConversation(row) && row.outcome !== 'void' && asked.chains.endOf(row).outcome !== 'void')
      .map((row) => dayOf(row.registered_at ?? ''))
      .filter(isWithin)
      .toSorted()
      .slice(0, 1);
  }
  const isOfClass = norm.counts === 'conversation' ? isConversation : isContact;
  return rows
    .filter((row) => row.outcome === 'held' && isOfClass(row) && asked.chains.isValid(row))
    .map((row) => dayOf(row.occurred_at ?? ''))
    .filter(isWithin)
    .toSorted();
}

const jobsOf = ({ known }: Asked, benefit: Row) =>
  known.employments.filter((row) => row.client_id === benefit.client_id);
const isJobOpen = (asked: Asked, benefit: Row) =>
  jobsOf(asked, benefit).some((job) => isOpen(job.start_date, job.end_date, asked.at));
const runningTrajectories = ({ at, known }: Asked, benefit: Row) =>
  known.trajectories.filter(
    (row) => row.benefit_id === benefit.benefit_id && isOpen(row.purchased_on, row.end_date, at),
  );

/** Whether the benefit meets the filter of the norm's population; that it is open on the day is asked apart. */
function meetsFilter(asked: Asked, norm: ReferenceNorm, benefit: Row): boolean {
  if (benefit.scheme !== norm.scheme) return false;
  switch (norm.id) {
    case 'wia-personal':
    case 'wia-personal-contact':
    case 'wia-frequency':
      return (
        (benefit.insurer || 'public') === 'public' &&
        benefit.work_capacity !== 'no' &&
        (benefit.start_date ?? '') >= '2017-01-01'
      );
    case 'wajong-personal':
      return (
        benefit.work_capacity === 'yes' &&
        (!isJobOpen(asked, benefit) || runningTrajectories(asked, benefit).length > 0)
      );
    case 'wajong-personal-unpurchased':
      return (
        benefit.work_capacity === 'yes' &&
        !isJobOpen(asked, benefit) &&
        runningTrajectories(asked, benefit).length === 0
      );
    case 'ww-orientation': {
      const due = plus(benefit.start_date ?? '', norm.first);
      const until = due < asked.at ? due : asked.at;
      const [first] = asked.known.profiles
        .filter((row) => row.benefit_id === benefit.benefit_id && (row.assessed_on ?? '') <= until)
        .toSorted((a, b) => compare([a.assessed_on, a.profile_id], [b.assessed_on, b.profile_id]));
      return first !== undefined && Boolean(first.score) && Number(first.score) <= 0.5;
    }
    default:
      return true;
  }
}

function compare(a: readonly (string | undefined)[], b: readonly (string | undefined)[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? '';
    if ((value ?? '') !== other) return (value ?? '') < other ? -1 : 1;
  }
  return 0;
}

function entryOf(asked: Asked, benefit: Row): string {
  const start = benefit.start_date ?? '';
  if (benefit.scheme !== 'WAJONG') return start;
  if (isJobOpen(asked, benefit)) {
    const [first] = runningTrajectories(asked, benefit)
      .map((row) => row.purchased_on ?? '')
      .toSorted();
    return later(start, first ?? '');
  }
  const ended = jobsOf(asked, benefit).flatMap((job) =>
    job.end_date && job.end_date <= asked.at ? [job.end_date] : [],
  );
  return later(start, ended.toSorted().at(-1) ?? '');
}

function dueDateOf(asked: Asked, norm: ReferenceNorm, benefit: Row): string {
  if (norm.kind === 'once') return plus(benefit.start_date ?? '', norm.first);
  const days = countedDays(asked, norm, benefit);
  const last = days.at(-1);
  const entry = entryOf(asked, benefit);
  const first = plus(entry, norm.first);
  const next = last === undefined ? first : plus(last, { months: norm.everyMonths });
  const due = last === undefined || last >= entry ? next : later(next, first);
  const yearEnd = `${asked.at.slice(0, 4)}-12-31`;
  const isSeen = days.some((day) => day >= yearStart(asked.at));
  return norm.kind === 'year' && !isSeen && due > yearEnd ? yearEnd : due;
}

function stateOf(asked: Asked, norm: ReferenceNorm, benefit: Row): StateName {
  const { at, known } = asked;
  const enrolments = known.enrolments.filter((row) => row.benefit_id === benefit.benefit_id);
  if (!enrolments.some((row) => isOpen(row.from, row.to, at))) {
    const last = enrolments
      .filter((row) => row.to && row.to <= at)
      .toSorted((a, b) => compare([a.to, a.from], [b.to, b.from]))
      .at(-1);
    if (last?.end_reason === 'declined' || last?.end_reason === 'unreachable') return last.end_reason;
    return 'not_enrolled';
  }
  if (norm.kind === 'once' && countedDays(asked, norm, benefit).length > 0) return 'met';
  const due = dueDateOf(asked, norm, benefit);
  if (due > plus(at, { days: 28 })) return 'in_view';
  const isPlanned = contactsOfClient(asked, benefit.client_id).some(
    (row) =>
      row.outcome === 'planned' &&
      isConversation(row) &&
      dayOf(row.occurred_at ?? '') >= at &&
      asked.chains.isValid(row),
  );
  if (due < at) return isPlanned ? 'overdue_planned' : 'overdue';
  return isPlanned ? 'due_planned' : 'due';
}

/** Obligations of all benefits in the population of a norm; readings too. */
export function listObligations(asked: Asked): readonly Obligation[] {
  return referenceNorms.flatMap((norm) =>
    asked.known.benefits
      .filter((benefit) => isBenefitOpen(benefit, asked.at) && meetsFilter(asked, norm, benefit))
      .map((benefit) => ({
        norm,
        benefit,
        state: stateOf(asked, norm, benefit),
        dueDate: dueDateOf(asked, norm, benefit),
      })),
  );
}

/** Figures of each norm over some benefits, in the layout of the public definition. */
export function normFigures(asked: Asked, benefits: readonly Row[]): Record<string, unknown> {
  const inside = new Set(benefits);
  const all = listObligations(asked).filter((of) => inside.has(of.benefit));
  return Object.fromEntries(
    referenceNorms.map((norm) => {
      const population = all.filter((of) => of.norm === norm);
      const states = Object.fromEntries(
        stateNames.map((name) => [name, population.filter((of) => of.state === name).length]),
      );
      return [norm.id, { population: population.length, states, ...measuresOf(asked, norm, { benefits, population }) }];
    }),
  );
}

function measuresOf(
  asked: Asked,
  norm: ReferenceNorm,
  { benefits, population }: { readonly benefits: readonly Row[]; readonly population: readonly Obligation[] },
): Record<string, unknown> {
  const { at } = asked;
  const afterLastYear = plus(plus(at, { months: -12 }), { days: 1 });
  const meeting = benefits.filter((benefit) => meetsFilter(asked, norm, benefit));
  if (norm.kind === 'year') {
    const seenFrom = (from: string) =>
      population.filter((of) => countedDays(asked, norm, of.benefit).some((day) => day >= from)).length;
    const seen = seenFrom(yearStart(at));
    return {
      share_year: [seen, population.length],
      share_12m: [seenFrom(afterLastYear), population.length],
      still_to_see: population.length - seen,
    };
  }
  if (norm.kind === 'once') {
    const judged = meeting.flatMap((benefit) => {
      const due = plus(benefit.start_date ?? '', norm.first);
      if (due < yearStart(at) || due > at) return [];
      const isMet = countedDays(asked, norm, benefit).some((day) => day <= due);
      return isMet || isBenefitOpen(benefit, due) ? [isMet] : [];
    });
    return { share_in_time: [judged.filter(Boolean).length, judged.length] };
  }
  const over = (from: string) => {
    const days = meeting.map((benefit) => {
      const start = later(benefit.start_date ?? '', from);
      const after = plus(at, { days: 1 });
      const end = benefit.end_date && benefit.end_date < after ? benefit.end_date : after;
      return Math.max(0, daysBetween(start, end));
    });
    const counted = meeting.flatMap((benefit, i) =>
      days[i] === 0 ? [] : countedDays(asked, norm, benefit).filter((day) => day >= from),
    );
    return [counted.length, days.reduce((sum, n) => sum + n, 0)];
  };
  const nextYear = `${Number(at.slice(0, 4)) + 1}-01-01`;
  return {
    mean_year: [...over(yearStart(at)), daysBetween(yearStart(at), nextYear)],
    mean_12m: [...over(afterLastYear), daysBetween(afterLastYear, plus(at, { days: 1 }))],
  };
}

export function closureOf(asked: Asked, benefits: readonly Row[]): Record<string, number> {
  const order = ['declined', 'unreachable', 'not_offered', 'not_enrolled', 'overdue', 'overdue_planned'];
  const must = listObligations(asked).filter((of) => of.norm.weight === 'must' && !of.norm.isReading);
  const where = benefits.flatMap((benefit) => {
    const states: string[] = must.filter((of) => of.benefit === benefit).map((of) => of.state);
    return states.length === 0 ? [] : [order.find((name) => states.includes(name)) ?? 'in_view'];
  });
  const counts = [...order, 'in_view'].map((name) => [name, where.filter((of) => of === name).length]);
  return { population: where.length, ...Object.fromEntries(counts) };
}

export function inclusionOf(asked: Asked, benefits: readonly Row[]): Record<string, number> {
  const { at, known } = asked;
  const open = benefits.filter((benefit) => benefit.scheme === 'WAJONG' && isBenefitOpen(benefit, at));
  const standings = open
    .filter((benefit) => benefit.work_capacity === 'yes')
    .map((benefit) => {
      const enrolments = known.enrolments.filter((row) => row.benefit_id === benefit.benefit_id);
      if (enrolments.some((row) => isOpen(row.from, row.to, at))) return { state: 'enrolled', isPassed: false };
      const last = enrolments
        .filter((row) => row.to && row.to <= at)
        .toSorted((a, b) => compare([a.to, a.from], [b.to, b.from]))
        .at(-1);
      if (last?.end_reason !== 'declined' && last?.end_reason !== 'unreachable')
        return { state: 'not_enrolled', isPassed: false };
      return { state: last.end_reason, isPassed: Boolean(last.review_date) && (last.review_date ?? '') < at };
    });
  const count = (state: string) => standings.filter((of) => of.state === state).length;
  return {
    population: standings.length,
    enrolled: count('enrolled'),
    declined: count('declined'),
    unreachable: count('unreachable'),
    not_enrolled: count('not_enrolled'),
    review_passed: standings.filter((of) => of.isPassed).length,
    capacity_unknown: open.filter((benefit) => benefit.work_capacity === 'unknown').length,
  };
}

/** Lines of a caseload or office: per client the earliest open must obligation of the unit's benefits. */
export function listLeading(
  asked: Asked,
  isOfUnit: (benefit: Row) => boolean,
): readonly { readonly clientId: string; readonly state: StateName; readonly dueDate: string }[] {
  const leading = new Map<string, Obligation>();
  for (const of of listObligations(asked)) {
    const asks = ['overdue', 'overdue_planned', 'due', 'due_planned', 'in_view'].includes(of.state);
    if (of.norm.weight !== 'must' || of.norm.isReading || !asks || !isOfUnit(of.benefit)) continue;
    const clientId = of.benefit.client_id ?? '';
    const other = leading.get(clientId);
    if (other === undefined || of.dueDate < other.dueDate) leading.set(clientId, of);
  }
  return [...leading].map(([clientId, { state, dueDate }]) => ({ clientId, state, dueDate }));
}

/** Benefits in the caseload of an adviser on the day. */
export function isInCaseload({ at, known }: Asked, adviserId: string): (benefit: Row) => boolean {
  const own = known.assignments.filter((row) => row.adviser_id === adviserId && isOpen(row.from, row.to, at));
  const ids = new Set(own.map((row) => row.benefit_id));
  return (benefit) => ids.has(benefit.benefit_id);
}
