import { groupBy } from '../platform/group.ts';
import { reportCut } from './agreement.ts';
import { makeAppointment } from './appointment.ts';
import { type Day, day, dayOf, monthIndex, monthStart, yearOf } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import type { Office } from './places.ts';
import { type Adviser, type Appointment, type Benefit, type Cut, isHeldBy, lasts } from './register.ts';
import { demoToday, reportDay, targets } from './scale.ts';
import { adviserOn, type Find } from './spell.ts';
import { isNeglected } from './ww-service.ts';

/** Annualised hours per fte that a month comes out at. */
function rateOf(month: number): number {
  const january = monthIndex(day('2019-01-01'));
  const step = (targets.adviserHoursAugust - targets.adviserHoursJanuary) / 7;
  if (month >= january) return targets.adviserHoursJanuary + step * Math.min(8, month - january);
  if (month < january - 15) return 160;
  return Math.max(420, targets.adviserHoursJanuary - 40 * (january - month));
}

/** Minutes that adviser hours count: a group session once. */
function adviserMinutes(appointments: readonly Appointment[], cut: Cut): number {
  const sessions = new Set<string>();
  let minutes = 0;
  for (const each of appointments) {
    if (!isHeldBy(each, cut) || each.kind === 'message' || each.kind === 'case_discussion') continue;
    if (each.channel === 'group') {
      const session = `${each.adviser.id} ${each.at}`;
      if (sessions.has(session)) continue;
      sessions.add(session);
    }
    minutes += each.minutes;
  }
  return minutes;
}

function daysWorked(adviser: Adviser, from: Day, to: Day): number {
  return Math.max(0, to - Math.max(from, adviser.from));
}

/**
 * Sets the fte of the line WW so that the hours per client of the year come out: advisers spend the month rates on the
 * clients who came into service, and a group counts for each client but once for the adviser.
 */
export function setFormation(
  advisers: readonly Adviser[],
  benefits: readonly Benefit[],
  workshops: readonly Appointment[],
): void {
  const from = day('2019-01-01');
  const served = benefits.filter(({ scheme, enrolments }) => {
    const first = enrolments[0];
    return scheme === 'WW' && first !== undefined && first.from >= from && first.from <= reportDay;
  }).length;
  const inYear = workshops.filter(({ at, channel }) => channel === 'group' && dayOf(at) >= from);
  const double = inYear.reduce((sum, { minutes }) => sum + minutes, 0) - adviserMinutes(inYear, reportCut);
  const asked = targets.wwHoursPerClient * 60 * served - double;
  let perShare = 0;
  for (let month = monthIndex(from); month <= monthIndex(reportDay); month += 1) {
    const [first, next] = [monthStart(month), monthStart(month + 1)];
    const shares = advisers
      .filter(counts)
      .reduce((sum, each) => sum + (each.share * daysWorked(each, first, next)) / (next - first), 0);
    perShare += (rateOf(month) * 60 * shares * (next - first)) / 365;
  }
  for (const adviser of advisers) {
    if (counts(adviser))
      adviser.fte = Math.min(1.2, Math.max(0.001, Math.round((adviser.share * asked * 1000) / perShare) / 1000));
  }
}

function counts({ line, role }: Adviser): boolean {
  return line === 'ww' && (role === 'adviser' || role === 'junior');
}

/** Progress conversations in every office and month until its advisers have spent their hours; some clients get many. */
export function makeProgress(
  seed: number,
  given: {
    advisers: readonly Adviser[];
    benefits: readonly Benefit[];
    appointments: readonly Appointment[];
    find: Find;
  },
): Appointment[] {
  const dice = makeDice(seed, 'ww progress');
  const ofOffice = groupBy(
    given.benefits.filter(({ scheme, enrolments }) => scheme === 'WW' && enrolments.length > 0),
    ({ office }) => office,
  );
  const spent = groupBy(
    given.appointments.filter(({ benefit }) => benefit.scheme === 'WW'),
    ({ benefit, at }) => `${benefit.office.id} ${monthIndex(dayOf(at))}`,
  );
  const made: Appointment[] = [];
  for (const [office, own] of ofOffice) {
    const attention = new Map(
      own.map((benefit) => [benefit, isNeglected(benefit) ? 0 : -Math.log(1 - dice.uniform())]),
    );
    for (let month = monthIndex(day('2017-01-01')); month <= monthIndex(day(demoToday)); month += 1) {
      const before = spent.get(`${office.id} ${month}`) ?? [];
      made.push(...fillMonth(dice, { ...given, office, own, month, before, attention }));
    }
  }
  return made;
}

interface Month {
  readonly advisers: readonly Adviser[];
  readonly office: Office;
  readonly own: readonly Benefit[];
  readonly month: number;
  readonly before: readonly Appointment[];
  readonly attention: ReadonlyMap<Benefit, number>;
  readonly find: Find;
}

function fillMonth(dice: Dice, given: Month): Appointment[] {
  const { advisers, office, own, month, before, attention, find } = given;
  const [first, next] = [monthStart(month), Math.min(monthStart(month + 1), day(demoToday) - 1)];
  const daysInYear = yearOf(first) % 4 === 0 ? 366 : 365;
  const cut = first < reportDay ? reportCut : { day: day(demoToday), at: (day(demoToday) + 40) * 1440 };
  const fteDays = advisers
    .filter((each) => counts(each) && each.office === office)
    .reduce((sum, each) => sum + each.fte * daysWorked(each, first, next), 0);
  const budget = (rateOf(month) * 60 * fteDays) / daysInYear;
  let minutes = adviserMinutes(before, cut);
  const open = own.filter((each) => each.start + 6 < next && lasts(each, first));
  const made: Appointment[] = [];
  const days = new Map<Benefit, readonly Day[]>();
  for (let tries = 0; minutes < budget - 15 && open.length > 0 && tries < 5000; tries += 1) {
    const benefit = dice.pick(open);
    if (!dice.hit(Math.min(1, (attention.get(benefit) ?? 0) / 4))) continue;
    const on = first + dice.between(0, next - first - 1);
    const enrolment = benefit.enrolments[0];
    if (enrolment === undefined || enrolment.from + 3 > on || !lasts(benefit, on + 3) || !lasts(enrolment, on))
      continue;
    const seen = days.get(benefit) ?? [];
    if (seen.some((each) => Math.abs(each - on) < 7)) continue;
    const adviser = adviserOn(dice, benefit, { on, find });
    if (adviser === null) continue;
    days.set(benefit, [...seen, on]);
    const appointment = makeAppointment(dice, {
      benefit,
      adviser,
      kind: 'progress',
      on,
      plannedBefore: dice.hit(0.25) ? dice.between(3, 21) : null,
    });
    made.push(appointment);
    minutes += isHeldBy(appointment, cut) ? appointment.minutes : 0;
  }
  return made;
}
