import { makeAppointment } from './appointment.ts';
import { day, dayOf } from './calendar.ts';
import { makeDice } from './dice.ts';
import { firstAdvisers } from './people.ts';
import { type Adviser, type Appointment, type Benefit, lasts } from './register.ts';
import { demoToday } from './scale.ts';

const today = day(demoToday);
const lastAutumn = { from: day('2018-09-17'), to: day('2018-10-11') };
const clientsDue = 9;

/**
 * Some clients of the first adviser of WIA were last seen a year ago, less a few weeks: their next conversation is due
 * within four weeks of the demo's today. Gives all appointments as they then are.
 */
export function setFirstDesk(
  seed: number,
  given: { advisers: readonly Adviser[]; benefits: readonly Benefit[]; appointments: readonly Appointment[] },
): Appointment[] {
  const dice = makeDice(seed, 'first desk');
  const [adviser] = firstAdvisers(given.advisers);
  const own = given.benefits.filter(
    (each) =>
      each.scheme === 'WIA_WGA' &&
      each.insurer === 'public' &&
      each.capacity !== 'no' &&
      each.start > day('2017-01-01') &&
      each.start < lastAutumn.from - 60 &&
      lasts(each, today + 30) &&
      each.assignments.some((assignment) => assignment.adviser === adviser && lasts(assignment, today)),
  );
  const due = new Set(dice.sample(own, clientsDue));
  // somebody whom only this adviser may open: where it can be, one of them
  const served = given.benefits.filter(
    (each) =>
      (each.scheme === 'WIA_WGA' ? each.insurer === 'public' && each.capacity !== 'no' : each.capacity === 'yes') &&
      each.start > day('2017-01-01') &&
      lasts(each, today + 30) &&
      [each.enrolments, each.assignments].every((spells) => spells.some((spell) => lasts(spell, today))) &&
      each.assignments.some((assignment) => assignment.adviser === adviser && lasts(assignment, today)),
  );
  for (const { client } of [...due, ...served].slice(0, 1)) client.isProtected = true;
  const kept = given.appointments.filter(({ benefit, at }) => !due.has(benefit) || dayOf(at) < lastAutumn.from - 40);
  const seen = [...due].flatMap((benefit) => {
    const found = benefit.assignments.find((each) => each.adviser === adviser);
    if (found === undefined) return [];
    const on = Math.max(dice.between(lastAutumn.from, lastAutumn.to), found.from + 1);
    const asked = {
      benefit,
      adviser: found.adviser,
      kind: 'progress',
      on,
      plannedBefore: 12,
      outcome: 'held',
      lag: 1,
    } as const;
    return [{ ...makeAppointment(dice, asked), correction: null }];
  });
  return [...kept, ...seen];
}
