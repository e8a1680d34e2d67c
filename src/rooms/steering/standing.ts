import { dayOfYear, daysInYear } from '../../time/calendar-date.ts';
import { addShown, isTooSmall, type ShownCount, TOO_SMALL } from '../organisation/index.ts';
import { type Agreement, isOfAgreedYear, type Source, targets } from './agreement.ts';

/**
 * What the register says of one agreement; counts as in the public layout of measures, those that the reader may not see
 * too small to show.
 */
export interface NationalFigures {
  readonly norms: Readonly<
    Record<
      string,
      {
        readonly version: number;
        readonly target: number | null;
        readonly population: ShownCount;
        readonly overdue: ShownCount;
        readonly overduePlanned: ShownCount;
        readonly shareYear: Pair | null;
        readonly share12m: Pair | null;
        readonly stillToSee: ShownCount | null;
        /** contacts, days open, days of the year (or of the 12 months) */
        readonly meanYear: Triple | null;
        readonly mean12m: Triple | null;
      }
    >
  >;
  readonly closure: { readonly population: ShownCount; readonly overdue: ShownCount; readonly notEnrolled: ShownCount };
  readonly inclusion: {
    readonly population: ShownCount;
    readonly enrolled: ShownCount;
    readonly notEnrolled: ShownCount;
    readonly reviewPassed: ShownCount;
  };
  readonly hours: { readonly minutes: number; readonly serviceInflow: ShownCount };
  /** So far this year: minutes of conversations, mean formation, and hours per fte of a whole year (null without formation). */
  readonly adviserHours: { readonly minutes: number; readonly meanFte: number; readonly year: number | null };
  readonly timelyYear: Pair;
  readonly timely12m: Pair;
  readonly toRegister: ShownCount;
  readonly profiles: { readonly valid: ShownCount; readonly expired: ShownCount; readonly none: ShownCount };
  readonly formation: { readonly now: number; readonly januaryFirst: number };
}
type Pair = readonly [ShownCount, ShownCount];
type Triple = readonly [ShownCount, ShownCount, number];

export type Verdict = 'met' | 'not_met' | 'open';

/** One realised number; `numerator` and `denominator` in the unit of its kind. */
export interface Realised {
  readonly kind: 'share' | 'mean' | 'hours' | 'hours_per_fte' | 'fte';
  /** Null: not to be made (nothing to divide by). Too small to show where one of its counts is. */
  readonly value: ShownCount | null;
  readonly numerator: ShownCount | null;
  readonly denominator: ShownCount | null;
  readonly verdict: Verdict;
  readonly target: number | null;
}

/** What is still to do before the year ends, and which list it opens. */
export interface ToDo {
  readonly count: ShownCount;
  readonly unit: 'benefits' | 'contacts' | 'profiles';
  /** At least so many to reach the target; null where everybody counts. */
  readonly atLeast: ShownCount | null;
  readonly beside: { readonly count: ShownCount; readonly list: ListBehind } | null;
  readonly list: ListBehind;
}

/** Which list of which page holds the people: benefits behind a figure of closure, contacts, or benefits by profile. */
export type ListBehind =
  | { readonly kind: 'benefits'; readonly figure: string; readonly part: string }
  | { readonly kind: 'contacts' | 'profiles'; readonly list: string; readonly schemes: string };

export interface Standing {
  readonly year: Realised | null;
  readonly twelveMonths: Realised | null;
  readonly toDo: ToDo | null;
}

/** Whose registration the agreements name. */
export const wiaWajong = ['WIA_WGA', 'WIA_IVA', 'WAJONG'];

const nothing: Standing = { year: null, twelveMonths: null, toDo: null };

/**
 * Realised figures of an agreement at a date. A yearly share has no verdict before 31 December; in another year than that of
 * the agreements no figure has one, and none is held against a target.
 */
export function computeStanding(agreement: Agreement, figures: NationalFigures, at: string): Standing {
  const standing = computeRealised(agreement, figures, at);
  if (isOfAgreedYear(at)) return standing;
  const bare = (of: Realised | null): Realised | null => of && { ...of, verdict: 'open', target: null };
  return {
    year: bare(standing.year),
    twelveMonths: bare(standing.twelveMonths),
    toDo: standing.toDo && { ...standing.toDo, atLeast: null },
  };
}

function computeRealised({ source }: Agreement, figures: NationalFigures, at: string): Standing {
  switch (source.kind) {
    case 'none':
      return nothing;
    case 'hours_per_client':
      return { ...nothing, year: hoursPerClient(figures) };
    case 'adviser_hours':
      return { ...nothing, year: hoursPerFte(figures, at) };
    case 'closure':
      return closure(figures);
    case 'formation_growth':
      return { ...nothing, year: growth(figures) };
    case 'norm_share':
      return normShare(source, figures, at);
    case 'norm_mean':
      return normMean(source, figures);
    case 'registration':
      return {
        year: share(figures.timelyYear, null, 'open'),
        twelveMonths: share(figures.timely12m, null, 'open'),
        toDo: {
          count: figures.toRegister,
          unit: 'contacts',
          atLeast: null,
          beside: null,
          list: { kind: 'contacts', list: 'to-register', schemes: wiaWajong.join(',') },
        },
      };
    case 'profiles': {
      const { valid, expired, none } = figures.profiles;
      const count = addShown([expired, none]);
      const list = (part: string): ListBehind => ({ kind: 'profiles', list: part, schemes: 'WAJONG' });
      const beside = { count: expired, list: list('expired') };
      const toDo: ToDo = { count, unit: 'profiles', atLeast: null, beside, list: list('not-valid') };
      return { ...nothing, year: share([valid, addShown([valid, count])], null, 'open'), toDo };
    }
    case 'inclusion':
      return inclusion(figures);
  }
}

function benefits(figure: string, part: string): ListBehind {
  return { kind: 'benefits', figure, part };
}

function blank(kind: Realised['kind']): Realised {
  return { kind, value: null, numerator: null, denominator: null, verdict: 'open', target: null };
}

function share([numerator, denominator]: Pair, target: number | null, verdict: Verdict): Realised {
  if (isTooSmall(numerator) || isTooSmall(denominator)) {
    // what is held against a target is not told either: it would say more of the count than is shown
    return { kind: 'share', value: TOO_SMALL, numerator, denominator, verdict: 'open', target };
  }
  const value = denominator === 0 ? null : numerator / denominator;
  return { kind: 'share', value, numerator, denominator, verdict: value === null ? 'open' : verdict, target };
}

function hoursPerClient({ hours }: NationalFigures): Realised {
  const { from, to } = targets.hoursPerClient;
  if (isTooSmall(hours.serviceInflow)) {
    return { ...blank('hours'), value: TOO_SMALL, numerator: TOO_SMALL, denominator: TOO_SMALL, target: from };
  }
  const value = hours.serviceInflow === 0 ? null : hours.minutes / 60 / hours.serviceInflow;
  const verdict = value === null ? 'open' : value >= from && value <= to ? 'met' : 'not_met';
  return {
    kind: 'hours',
    value,
    numerator: hours.minutes / 60,
    denominator: hours.serviceInflow,
    verdict,
    target: from,
  };
}

function closure({ closure: { population, overdue, notEnrolled } }: NationalFigures): Standing {
  const missing = addShown([overdue, notEnrolled]);
  const closed = isTooSmall(missing) || isTooSmall(population) ? TOO_SMALL : population - missing;
  return {
    year: share([closed, population], targets.closure, missing === 0 ? 'met' : 'not_met'),
    twelveMonths: null,
    toDo: {
      count: missing,
      unit: 'benefits',
      atLeast: null,
      beside: { count: overdue, list: benefits('closure', 'late') },
      list: benefits('closure', 'missing'),
    },
  };
}

/** A difference is no ratio: what it is the difference of stands beside it. */
function growth({ formation: { now, januaryFirst } }: NationalFigures): Realised {
  return { ...blank('fte'), value: now - januaryFirst };
}

/** Hours so far by the fte-years in which they were made. */
function hoursPerFte({ adviserHours: { minutes, meanFte, year } }: NationalFigures, at: string): Realised {
  const fteYears = (meanFte * dayOfYear(at)) / daysInYear(Number(at.slice(0, 4)));
  return { ...blank('hours_per_fte'), value: year, numerator: minutes / 60, denominator: fteYears };
}

function normShare(source: Extract<Source, { kind: 'norm_share' }>, figures: NationalFigures, at: string): Standing {
  const figure = figures.norms[source.norm];
  if (figure === undefined || figure.shareYear === null || figure.share12m === null) return nothing;
  const target = figure.target ?? 1;
  const reached = ([numerator, denominator]: Pair): Verdict => {
    if (isTooSmall(numerator) || isTooSmall(denominator)) return 'open';
    return numerator >= target * denominator ? 'met' : 'not_met';
  };
  const yearEnds = at.slice(5) === '12-31';
  const [seen] = figure.shareYear;
  const toTarget =
    isTooSmall(seen) || isTooSmall(figure.population)
      ? TOO_SMALL
      : Math.max(0, Math.ceil(target * figure.population - 1e-9) - seen);
  return {
    year: share(figure.shareYear, target, yearEnds ? reached(figure.shareYear) : 'open'),
    twelveMonths: share(figure.share12m, target, reached(figure.share12m)),
    toDo: {
      count: figure.stillToSee ?? 0,
      unit: 'benefits',
      atLeast: target < 1 ? toTarget : null,
      beside: null,
      list: benefits(source.norm, 'not_seen_year'),
    },
  };
}

function normMean(source: Extract<Source, { kind: 'norm_mean' }>, figures: NationalFigures): Standing {
  const figure = figures.norms[source.norm];
  if (figure === undefined) return nothing;
  const mean = (triple: Triple | null): Realised | null => {
    if (triple === null) return null;
    const [contacts, days, windowDays] = triple;
    if (isTooSmall(contacts) || isTooSmall(days)) {
      const hidden = { value: TOO_SMALL, numerator: TOO_SMALL, denominator: TOO_SMALL } as const;
      return { ...blank('mean'), ...hidden, target: figure.target };
    }
    const clientYears = days / windowDays;
    const value = clientYears === 0 ? null : contacts / clientYears;
    const verdict = value === null || figure.target === null ? 'open' : value >= figure.target ? 'met' : 'not_met';
    return { kind: 'mean', value, numerator: contacts, denominator: clientYears, verdict, target: figure.target };
  };
  return {
    year: mean(figure.meanYear),
    twelveMonths: mean(figure.mean12m),
    toDo: {
      count: figure.overdue,
      unit: 'benefits',
      atLeast: null,
      beside: { count: figure.overduePlanned, list: benefits(source.norm, 'overdue_planned') },
      list: benefits(source.norm, 'overdue'),
    },
  };
}

function inclusion({ inclusion: { population, enrolled, notEnrolled, reviewPassed } }: NationalFigures): Standing {
  return {
    year: share([enrolled, population], targets.inclusion, notEnrolled === 0 ? 'met' : 'not_met'),
    twelveMonths: null,
    toDo: {
      count: notEnrolled,
      unit: 'benefits',
      atLeast: null,
      beside: { count: reviewPassed, list: benefits('wajong-inclusion', 'review_passed') },
      list: benefits('wajong-inclusion', 'not_enrolled'),
    },
  };
}
