import type { Day } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { Office } from './places.ts';
import type { Adviser, Benefit, End, Enrolment } from './register.ts';

/** When an end became known: mostly at once, sometimes weeks later. */
export function learn(dice: Dice, on: Day): Day {
  const u = dice.uniform();
  if (u < 0.75) return on;
  return u < 0.94 ? on + dice.between(1, 4) : on + dice.between(6, 24);
}

export function end(dice: Dice, on: Day, reason: string): End {
  return { on, known: learn(dice, on), reason };
}

export type Find = (office: Office, on: Day) => readonly Adviser[];

export interface Intake {
  /** First day in service; null = never taken into service. */
  readonly from: Day | null;
  /** Ended before the benefit did. */
  readonly leaves: { readonly on: Day; readonly reason: 'declined' | 'unreachable'; readonly review: Day } | null;
  readonly isUnassigned: boolean;
}

/** Takes a benefit into service and into a caseload; both end with the benefit unless the client leaves earlier. */
export function enrol(dice: Dice, benefit: Benefit, { intake, find }: { intake: Intake; find: Find }): void {
  const { from, leaves, isUnassigned } = intake;
  if (from === null || (benefit.end !== null && benefit.end.on <= from)) return;
  const leavesFirst = leaves !== null && leaves.on > from && (benefit.end === null || leaves.on < benefit.end.on);
  const outflow = benefit.end === null ? null : { ...benefit.end, reason: 'outflow' };
  const enrolment: Enrolment = leavesFirst
    ? { from, end: { on: leaves.on, known: leaves.on, reason: leaves.reason }, review: leaves.review }
    : { from, end: outflow, review: null };
  benefit.enrolments.push(enrolment);
  if (isUnassigned) return;
  const start = from + dice.between(0, 4);
  const present = find(benefit.office, start);
  if (present.length === 0 || (enrolment.end !== null && enrolment.end.on <= start)) return;
  benefit.assignments.push({ from: start, known: start, adviser: dice.pick(present), end: enrolment.end });
}

/** The adviser of the day: of the assignment that was open, else a colleague at the office. */
export function adviserOn(dice: Dice, benefit: Benefit, { on, find }: { on: Day; find: Find }): Adviser | null {
  const assigned = benefit.assignments.find((each) => each.from <= on && (each.end === null || each.end.on > on));
  if (assigned !== undefined && assigned.adviser.from <= on && dice.hit(0.95)) return assigned.adviser;
  const present = find(benefit.office, on);
  return present.length === 0 ? null : dice.pick(present);
}
