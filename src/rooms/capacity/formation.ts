import type { NotEstimable } from '../forecast/index.ts';
import { notEstimable } from './refusals.ts';
import { type Stream, streamIn } from './stream.ts';

/** What the formation of the coming months is made of. */
export interface FormationPlan {
  /** Fte of advisers at the start of the first month. */
  readonly baseFte: number;
  /** Share of people who leave per year; each month takes a twelfth of it. */
  readonly attritionPerYear: number;
  /** Productive hours per fte per year, one value per month: its length is the number of months projected. */
  readonly hoursPerFteYear: readonly number[];
  /** Fte of the base whose contract ends in each month; none when empty. */
  readonly contractEnds: readonly number[];
  readonly streams: readonly Stream[];
}

/** One projected month. */
export interface FormationMonth {
  /** Base fte that is left at the end of the month. */
  readonly baseFte: number;
  /** Headcount of all streams together. */
  readonly newHeadcount: number;
  /** Full advisers that base and streams are worth. */
  readonly effectiveFte: number;
  /** Hours of personal service that can be planned: effective fte times a twelfth of the hours per fte-year. */
  readonly hours: number;
  /** Who started and who left in the month: closing = opening + started - left. */
  readonly started: number;
  readonly left: number;
}

/**
 * Projects formation month by month. Attrition of a twelfth per month holds for the base and for everyone who started in an
 * earlier month; contract ends take from the base what is left of it. Refuses series of unequal length, negative or
 * non-finite numbers, shares outside their range.
 */
export function projectFormation(plan: FormationPlan): readonly FormationMonth[] | NotEstimable<string> {
  const wrong = checkPlan(plan);
  if (wrong !== null) return wrong;
  const attrition = plan.attritionPerYear / 12;
  const months: FormationMonth[] = [];
  let base = plan.baseFte;
  let headcount = 0;
  for (const [month, hoursPerFteYear] of plan.hoursPerFteYear.entries()) {
    const opening = base + headcount;
    base = Math.max(0, base * (1 - attrition) - (plan.contractEnds[month] ?? 0));
    const streams = plan.streams.map((stream) => streamIn(stream, month, attrition));
    headcount = streams.reduce((sum, stream) => sum + stream.headcount, 0);
    const started = plan.streams.reduce((sum, stream) => sum + (stream.starts[month] ?? 0), 0);
    const effectiveFte = streams.reduce((sum, stream) => sum + stream.effectiveFte, base);
    months.push({
      baseFte: base,
      newHeadcount: headcount,
      effectiveFte,
      hours: (effectiveFte * hoursPerFteYear) / 12,
      started,
      left: opening + started - base - headcount,
    });
  }
  return months;
}

function checkPlan(plan: FormationPlan): NotEstimable<string> | null {
  const months = plan.hoursPerFteYear.length;
  const series = [
    ['hoursPerFteYear', plan.hoursPerFteYear],
    ...(plan.contractEnds.length === 0 ? [] : [['contractEnds', plan.contractEnds] as const]),
    ...plan.streams.map((stream) => [stream.name, stream.starts] as const),
  ] as const;
  for (const [name, values] of series) {
    if (values.length !== months) return notEstimable('unequal_months', `${name}: ${values.length}, ${months}`);
    const at = values.findIndex((value) => !(Number.isFinite(value) && value >= 0));
    if (at >= 0) return notEstimable('bad_amount', `${name}[${at}]: ${values[at]}`);
  }
  if (!(Number.isFinite(plan.baseFte) && plan.baseFte >= 0))
    return notEstimable('bad_amount', `baseFte: ${plan.baseFte}`);
  if (!(plan.attritionPerYear >= 0 && plan.attritionPerYear <= 12)) {
    return notEstimable('bad_share', `attritionPerYear: ${plan.attritionPerYear}`);
  }
  for (const { name, ramp, schoolFactor, schoolMonths } of plan.streams) {
    if (ramp.length === 0) return notEstimable('no_ramp', name);
    const wrong = [...ramp, schoolFactor].find((share) => !(share >= 0 && share <= 1));
    if (wrong !== undefined) return notEstimable('bad_share', `${name}: ${wrong}`);
    if (!(schoolMonths >= 0)) return notEstimable('bad_amount', `${name}: ${schoolMonths}`);
  }
  return null;
}
