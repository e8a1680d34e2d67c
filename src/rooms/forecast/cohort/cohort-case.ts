import type { Words } from '../../../platform/contract.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { OUR_READING } from '../sentence.ts';
import { type CalendarYear, inYearByEntryMonth, valueCalendarYear } from './calendar-year.ts';
import { type Course, type CourseSpec, courseOf } from './course.ts';
import { monthName, monthSpans } from './entry-month.ts';
import { type CapacityAssumption, type HoursFigure, hoursFigure } from './figure.ts';
import { type Inflow, readInflow } from './inflow.ts';
import { hazardFrom12Months, monthsInService } from './survival.ts';

/** Three years of months: what the expected course is printed over, and what two earlier years of inflow reach. */
const COURSE_MONTHS = 36;

/** A case to value: inflow per month, what one client gets, and optionally survival, conversations and a ceiling. */
export interface CohortCase {
  readonly year: number;
  readonly inflow: Readonly<Record<string, number>>;
  readonly hours: CourseSpec;
  readonly conversations?: CourseSpec | undefined;
  /** Share still in benefit after twelve months; gives client-years in service. */
  readonly survivalAfterYear?: number | undefined;
  /** Hours that advisers can plan in the year. */
  readonly plannableHours?: number | undefined;
}

export interface CohortResult {
  readonly cumulativeHours: readonly number[];
  readonly hoursPerMonth: readonly number[];
  readonly inYearHoursByEntryMonth: readonly number[];
  readonly hoursByMonth: readonly number[];
  readonly hoursFromEarlierYears: Readonly<Record<string, number>>;
  readonly hoursFromCurrentYear: number;
  readonly totalHours: number;
  readonly inflowTotal: number;
  /** Definition `inflow_client_in_calendar_year`, capacity `follows_demand`. */
  readonly hoursPerClient: number;
  readonly inYearHoursPerCurrentClient: number;
  /** The same hours under each definition and capacity assumption that the input allows. */
  readonly figures: readonly HoursFigure[];
  readonly conversations?: {
    readonly byMonth: readonly number[];
    readonly total: number;
    readonly perInflowClient: number;
  };
  readonly warnings: readonly { readonly code: string; readonly sentence: Words }[];
  readonly reading: Words;
}

/**
 * Values one case: hours per calendar month and year from inflow cohorts and the expected course of one client.
 * Refuses with a code of the room; never gives NaN.
 */
export function computeCohortCase(given: CohortCase): CohortResult | NotEstimable {
  const inflow = readInflow(given.inflow, given.year);
  if (isNotEstimable(inflow)) return inflow;
  const oldest = inflow.months[0]?.month ?? given.year * 12;
  const months = Math.max(COURSE_MONTHS, given.year * 12 + 12 - oldest);
  const course = courseOf(given.hours, months);
  if (isNotEstimable(course)) return course;
  const valued = valueCalendarYear(inflow.months, course.perMonth, given.year);
  const conversations = valueConversations(given, inflow, months);
  if (conversations !== null && isNotEstimable(conversations)) return conversations;
  const figures = figuresOf(given, { inflow, course, valued, months });
  if ('notEstimable' in figures) return figures;
  return {
    cumulativeHours: [...course.cumulative],
    hoursPerMonth: [...course.perMonth],
    inYearHoursByEntryMonth: inYearByEntryMonth(course.cumulative),
    hoursByMonth: [...valued.byMonth],
    hoursFromEarlierYears: Object.fromEntries(valued.fromEarlierYears),
    hoursFromCurrentYear: valued.fromCurrentYear,
    totalHours: valued.total,
    inflowTotal: valued.inflowTotal,
    hoursPerClient: valued.total / valued.inflowTotal,
    inYearHoursPerCurrentClient: valued.fromCurrentYear / valued.inflowTotal,
    figures,
    ...(conversations === null ? {} : { conversations }),
    warnings: warningsOf(inflow),
    reading: OUR_READING,
  };
}

function valueConversations(given: CohortCase, inflow: Inflow, months: number) {
  if (given.conversations === undefined) return null;
  const course = courseOf(given.conversations, months);
  if (isNotEstimable(course)) return course;
  const { byMonth, total, inflowTotal } = valueCalendarYear(inflow.months, course.perMonth, given.year);
  return { byMonth: [...byMonth], total, perInflowClient: total / inflowTotal };
}

interface Valued {
  readonly inflow: Inflow;
  readonly course: Course;
  readonly valued: CalendarYear;
  readonly months: number;
}

function figuresOf(
  given: CohortCase,
  { inflow, course, valued, months }: Valued,
): readonly HoursFigure[] | NotEstimable {
  const delivered: { capacityAssumption: CapacityAssumption; numerator: number }[] = [
    { capacityAssumption: 'follows_demand', numerator: valued.total },
  ];
  if (given.plannableHours !== undefined) {
    const { plannableHours } = given;
    if (!Number.isFinite(plannableHours) || plannableHours < 0)
      return notEstimable('bad_hours', String(plannableHours));
    delivered.push({ capacityAssumption: 'fixed', numerator: Math.min(valued.total, plannableHours) });
  }
  let clientYears: number | null = null;
  if (given.survivalAfterYear !== undefined) {
    const hazard = hazardFrom12Months(given.survivalAfterYear);
    if (typeof hazard !== 'number') return hazard;
    clientYears = valueCalendarYear(inflow.months, monthsInService(hazard, months), given.year).total / 12;
  }
  const figures = delivered.flatMap((part) => [
    hoursFigure({ definition: 'inflow_client_in_calendar_year', ...part, denominator: valued.inflowTotal }),
    clientYears === null
      ? null
      : hoursFigure({ definition: 'client_year_in_service', ...part, denominator: clientYears }),
  ]);
  figures.push(
    hoursFigure({
      definition: 'lifetime_of_cohort_client',
      capacityAssumption: 'follows_demand',
      numerator: course.lifetime,
      denominator: 1,
    }),
  );
  return figures.filter((figure) => figure !== null);
}

function warningsOf({ absent, unused }: Inflow): { code: string; sentence: Words }[] {
  const warnings: { code: string; sentence: Words }[] = [];
  if (absent.length > 0) {
    const { nl, en } = sayMonths(absent);
    warnings.push({
      code: 'months_without_inflow',
      sentence: { nl: `Zonder instroom gerekend: ${nl}.`, en: `Counted as no inflow: ${en}.` },
    });
  }
  if (unused.length > 0) {
    const { nl, en } = sayMonths(unused);
    warnings.push({
      code: 'months_after_the_year',
      sentence: { nl: `Na het jaar, niet meegeteld: ${nl}.`, en: `After the year, not counted: ${en}.` },
    });
  }
  return warnings;
}

function sayMonths(months: readonly number[]): Words {
  const say = (to: string) =>
    monthSpans(months)
      .map(([first, last]) => (first === last ? monthName(first) : `${monthName(first)} ${to} ${monthName(last)}`))
      .join(', ');
  return { nl: say('t/m'), en: say('to') };
}
