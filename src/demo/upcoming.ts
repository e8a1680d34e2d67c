import { makeAppointment } from './appointment.ts';
import { day } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import { firstAdvisers } from './people.ts';
import type { Adviser, Appointment, Benefit } from './register.ts';
import { demoToday, secondDelivery } from './scale.ts';

const today = day(demoToday);

/** What stands in the diaries on the demo's today, and what was planned last week and is still to be registered. */
export function makeUpcoming(
  seed: number,
  given: { advisers: readonly Adviser[]; benefits: readonly Benefit[]; appointments: readonly Appointment[] },
): Appointment[] {
  const dice = makeDice(seed, 'upcoming');
  const desks = new Set(firstAdvisers(given.advisers));
  const lastSeen = new Map<Benefit, number>();
  for (const { benefit, at, outcome } of given.appointments) {
    if (outcome === 'held') lastSeen.set(benefit, Math.max(lastSeen.get(benefit) ?? 0, Math.floor(at / 1440)));
  }
  const left = new Map([...desks].map((adviser) => [adviser, 3]));
  const planned = new Map([...desks].map((adviser) => [adviser, 0]));
  const made: Appointment[] = [];
  for (const benefit of given.benefits) {
    const adviser = currentAdviser(benefit);
    if (adviser === null) continue;
    const waited = today - (lastSeen.get(benefit) ?? benefit.start);
    const chance = waited > 330 ? 0.22 : waited > 60 ? 0.08 : 0.02;
    // On the first desks two of those who are late have a date already.
    const dated = planned.get(adviser) ?? 2;
    const isFirst = waited > 366 && dated < 2;
    if (isFirst) planned.set(adviser, dated + 1);
    if (isFirst || dice.hit(chance)) made.push(plan(dice, benefit, { adviser, ahead: dice.between(1, 26) }));
    const forgotten = left.get(adviser) ?? 0;
    if (forgotten > 0 ? dice.hit(0.08) : dice.hit(0.002)) {
      left.set(adviser, forgotten - 1);
      made.push(plan(dice, benefit, { adviser, ahead: -dice.between(2, 11) }));
    }
  }
  return made;
}

function currentAdviser(benefit: Benefit): Adviser | null {
  if (benefit.start > today - 30 || (benefit.end !== null && benefit.end.on <= today + 27)) return null;
  const open = benefit.assignments.find((each) => each.end === null || each.end.on > today);
  return open?.adviser ?? null;
}

function plan(dice: Dice, benefit: Benefit, { adviser, ahead }: { adviser: Adviser; ahead: number }): Appointment {
  const asked = { benefit, adviser, kind: 'progress', on: today + ahead, isForgotten: true } as const;
  const made = makeAppointment(dice, { ...asked, plannedBefore: Math.max(ahead, 0) + dice.between(3, 20) });
  return { ...made, plannedAt: Math.min(made.plannedAt ?? 0, secondDelivery.at - dice.between(900, 2000)) };
}
