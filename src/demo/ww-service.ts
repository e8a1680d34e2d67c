import { groupBy } from '../platform/group.ts';
import { type Asked, makeAppointment } from './appointment.ts';
import { addMonths, type Day, day, dayOf, monthIndex, monthStart } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import { type Appointment, type Benefit, lasts } from './register.ts';
import { demoToday, reportDay } from './scale.ts';
import { adviserOn, type Find } from './spell.ts';

/** Part of the clients who were served personally: online only until the end of 2017, then more and more. */
function intensity(on: Day): number {
  if (on < day('2017-10-01')) return 0.3;
  return on < day('2018-07-01') ? 0.75 : 1;
}

/** What every client is due: invitation, evaluation in month 4, monitoring before month 7; workshops for some. */
export function makeWwService(seed: number, benefits: readonly Benefit[], find: Find): Appointment[] {
  const dice = makeDice(seed, 'ww service');
  const made = benefits.filter(({ scheme }) => scheme === 'WW').flatMap((benefit) => serve(dice, benefit, find));
  return [...made, ...makeWorkshops(dice, benefits, find)];
}

function serve(dice: Dice, benefit: Benefit, find: Find): Appointment[] {
  const enrolment = benefit.enrolments[0];
  if (enrolment === undefined || isNeglected(benefit)) return [];
  const made: Appointment[] = [];
  const add = (part: Omit<Asked, 'benefit' | 'adviser'>) => {
    const { on } = part;
    if (on > day(demoToday) - 1 || on < enrolment.from || !lasts(benefit, on) || !lasts(enrolment, on)) return null;
    const adviser = adviserOn(dice, benefit, { on, find });
    if (adviser === null) return null;
    const appointment = makeAppointment(dice, { benefit, adviser, ...part });
    made.push(appointment);
    return appointment;
  };
  invite(dice, benefit, add);
  const month4 = addMonths(benefit.start, 3) + dice.between(2, 25);
  if (dice.hit(0.7 * intensity(month4)))
    add({ kind: 'evaluation', on: month4, plannedBefore: dice.hit(0.35) ? dice.between(3, 15) : null });
  const month7 = addMonths(benefit.start, 6);
  const wasSeen = made.some(({ outcome, at }) => outcome === 'held' && dayOf(at) < month7);
  if (!wasSeen && dice.hit((1 - 0.06 * benefit.office.district.neglect) * intensity(month7)))
    add({
      kind: 'monitoring',
      on: month7 + dice.between(1, 20),
      plannedBefore: dice.hit(0.5) ? dice.between(5, 20) : null,
      outcome: 'held',
    });
  for (const on of [benefit.start + dice.between(10, 60), benefit.start + dice.between(100, 200)])
    if (dice.hit(0.22)) add({ kind: 'message', on, plannedBefore: null, lag: 0 });
  if (dice.hit(0.08)) add({ kind: 'case_discussion', on: benefit.start + dice.between(60, 120), plannedBefore: null });
  return made;
}

/** A client whom nobody looks after: a matter of the district, of the number of the benefit and of nothing else. */
export function isNeglected(benefit: Benefit): boolean {
  const lot = (Number(benefit.id.slice(1)) * 7919) % 1000;
  return lot < 26 * benefit.office.district.neglect;
}

function invite(
  dice: Dice,
  benefit: Benefit,
  add: (part: Omit<Asked, 'benefit' | 'adviser'>) => Appointment | null,
): void {
  const isLow = (benefit.score ?? 1) <= 0.5;
  const level = intensity(benefit.start);
  if (!dice.hit(level * (isLow ? 0.99 : 0.35))) return;
  const isLate = dice.hit(0.045 * benefit.office.district.neglect);
  const invitedOn = benefit.start + (isLate ? dice.between(30, 60) : dice.between(9, 24));
  const before = dice.between(4, 14);
  const first = add({ kind: 'orientation', on: invitedOn + before, plannedBefore: before });
  if (first === null || first.outcome === 'held') return;
  add({
    kind: 'orientation',
    on: dayOf(first.at) + dice.between(5, 14),
    plannedBefore: dice.hit(0.5) ? 4 : null,
    outcome: 'held',
  });
}

/** Once a month a workshop per office, for two to five clients in the third month or later; small offices skip some. */
function makeWorkshops(dice: Dice, benefits: readonly Benefit[], find: Find): Appointment[] {
  const made: Appointment[] = [];
  const byOffice = groupBy(
    benefits.filter(({ scheme, enrolments }) => scheme === 'WW' && enrolments.length > 0),
    ({ office }) => office,
  );
  for (const [office, own] of byOffice) {
    for (let month = monthIndex(day('2018-01-01')); month <= monthIndex(reportDay); month += 1) {
      const on = monthStart(month) + dice.between(3, 24);
      const open = own.filter(
        (each) => each.start + 60 < on && lasts(each, on) && each.enrolments.some((e) => lasts(e, on)),
      );
      const present = find(office, on);
      if (open.length < 3 || present.length === 0) continue;
      for (let session = 0; session < Math.max(1, Math.round(open.length / 130)); session += 1) {
        const adviser = dice.pick(present);
        const first = makeAppointment(dice, {
          benefit: own[0] as Benefit,
          adviser,
          kind: 'workshop',
          on: on + session,
          plannedBefore: null,
          outcome: 'held',
        });
        for (const benefit of dice.sample(open, dice.between(2, 5))) made.push({ ...first, benefit, report: '' });
      }
    }
  }
  return made;
}
