import { makeAppointment } from './appointment.ts';
import { type Day, day } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import { type Appointment, type Benefit, lasts } from './register.ts';
import { demoToday } from './scale.ts';
import { adviserOn, type Find } from './spell.ts';

const today = day(demoToday);

/** Contacts of WIA and Wajong: a first conversation, then again and again; who is missed depends on the district. */
export function makeRhythm(seed: number, benefits: readonly Benefit[], find: Find): Appointment[] {
  const dice = makeDice(seed, 'rhythm');
  return benefits
    .filter(({ scheme, capacity }) => scheme === 'WIA_WGA' || (scheme === 'WAJONG' && capacity === 'yes'))
    .flatMap((benefit) => followUp(dice, benefit, find));
}

function followUp(dice: Dice, benefit: Benefit, find: Find): Appointment[] {
  const enrolment = benefit.enrolments[0];
  if (enrolment === undefined) return [];
  const isOld = benefit.start < day('2014-01-01') && benefit.scheme === 'WIA_WGA';
  const made: Appointment[] = [];
  const mean = isOld ? 420 : benefit.scheme === 'WAJONG' ? 205 : 165;
  const isNew = benefit.start >= day('2017-01-01');
  let on = firstDay(dice, benefit);
  for (;;) {
    if (on > today - 2 || !lasts(benefit, on)) return made;
    const before = dice.hit(0.4) ? dice.between(5, 28) : null;
    const isOpen = on >= enrolment.from && lasts(enrolment, on);
    // Some are forgotten for a year or more.
    const isForgotten = (isNew || made.length > 0) && dice.hit(0.05 * benefit.office.district.neglect);
    const adviser = isOpen ? adviserOn(dice, benefit, { on, find }) : null;
    if (adviser !== null && !isForgotten) {
      const kind = made.length === 0 && benefit.start > day('2016-06-01') ? 'intake' : drawKind(dice);
      made.push(makeAppointment(dice, { benefit, adviser, kind, on, plannedBefore: before }));
    }
    on += isForgotten ? 320 : Math.max(14, Math.round(mean * (0.55 + 0.9 * dice.uniform())));
  }
}

function drawKind(dice: Dice): string {
  return dice.weighted([
    ['progress', 86],
    ['workshop', 2],
    ['test', 3],
    ['case_discussion', 9],
  ]);
}

const waits: readonly (readonly [Day, number])[] = [
  [day('2018-01-01'), 300],
  [day('2018-06-01'), 130],
  [day('2019-01-01'), 95],
];

/** The wait for a first conversation shrank with the years of entry. */
function firstDay(dice: Dice, benefit: Benefit): Day {
  const from = day('2017-01-01');
  if (benefit.start < from) return from + dice.between(0, 330);
  const wait = waits.find(([before]) => benefit.start < before)?.[1] ?? 72;
  return benefit.start + Math.round(wait * (0.35 + 1.1 * dice.uniform()));
}
