import {
  type Agreement,
  countFor,
  isConversation,
  isWia,
  reportCut,
  wajongAgreement,
  wiaAgreement,
  wiaFrequency,
} from './agreement.ts';
import { makeAppointment } from './appointment.ts';
import type { Day } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import { type Appointment, type Benefit, type Job, lasts, type Trajectory } from './register.ts';
import { reportDay, targets } from './scale.ts';
import { adviserOn, type Find } from './spell.ts';

interface Work {
  readonly dice: Dice;
  readonly find: Find;
  appointments: Appointment[];
}

export interface Given {
  readonly benefits: readonly Benefit[];
  readonly jobs: readonly Job[];
  readonly trajectories: readonly Trajectory[];
  /** Of every scheme: a conversation counts for all benefits of the client. */
  readonly appointments: readonly Appointment[];
  readonly find: Find;
}

/** Brings WIA and Wajong to the published figures on the day of the report, as known then. */
export function settle(seed: number, given: Given): Appointment[] {
  const work: Work = { dice: makeDice(seed, 'settle'), find: given.find, appointments: [...given.appointments] };
  settleShare(work, wiaAgreement(given), targets.wiaShare12m);
  settleMean(work, wiaFrequency(given), { benefits: given.benefits.filter(isWia), mean: targets.wiaMean12m });
  settleShare(work, wajongAgreement(given), targets.wajongShareYear);
  return work.appointments;
}

function settleShare(work: Work, agreement: Agreement, share: number): void {
  const { population } = agreement;
  const counted = countFor(agreement, population, work.appointments);
  const met = population.filter((each) => counted.has(each));
  const goal = Math.round(share * population.length);
  if (met.length > goal) {
    // Those of the districts that fall short lose theirs first.
    const dropped = byNeglect(work.dice, met)
      .slice(goal - met.length)
      .flatMap((each) => counted.get(each) ?? []);
    drop(work, dropped);
    return;
  }
  const unmet = population.filter((each) => !counted.has(each) && canBeMet(each, agreement.from));
  for (const benefit of byNeglect(work.dice, unmet).slice(0, goal - met.length)) addOne(work, benefit, agreement.from);
}

function drop(work: Work, appointments: readonly Appointment[]): void {
  const dropped = new Set(appointments);
  if (dropped.size > 0) work.appointments = work.appointments.filter((each) => !dropped.has(each));
}

/** Those of good districts first. */
function byNeglect(dice: Dice, benefits: readonly Benefit[]): Benefit[] {
  return benefits
    .map((benefit) => ({ benefit, rank: dice.uniform() + 0.2 * benefit.office.district.neglect }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ benefit }) => benefit);
}

function settleMean(
  work: Work,
  agreement: Agreement,
  { benefits, mean }: { benefits: readonly Benefit[]; mean: number },
): void {
  const { from } = agreement;
  const inWindow = benefits.filter((each) => each.start <= reportDay && lasts(each, from));
  const counted = countFor(agreement, inWindow, work.appointments);
  const days = inWindow.reduce((sum, each) => sum + Math.max(0, lastDay(each) - Math.max(each.start, from)), 0);
  const held = inWindow.reduce((sum, each) => sum + (counted.get(each)?.length ?? 0), 0);
  let missing = Math.round((mean * days) / (reportDay + 1 - from)) - held;
  const met = agreement.population.filter((each) => counted.has(each) && canBeMet(each, from));
  for (let tries = 0; missing > 0 && tries < 50_000 && met.length > 0; tries += 1) {
    if (addOne(work, work.dice.pick(met), from)) missing -= 1;
  }
  const spare = met.flatMap((each) => spareOf(counted.get(each) ?? []));
  drop(work, work.dice.sample(spare, Math.max(0, -missing)));
}

/** Those that may go without the client falling out of the share: one conversation stays. */
function spareOf(own: readonly Appointment[]): Appointment[] {
  const kept = own.find(isConversation) ?? own[0];
  return own.filter((each) => each !== kept && isWia(each.benefit));
}

/** The day after the last one of the window on which it is open, as known at the report. */
function lastDay({ end }: Benefit): Day {
  return end !== null && end.known <= reportCut.day ? Math.min(end.on, reportDay + 1) : reportDay + 1;
}

function canBeMet(benefit: Benefit, from: Day): boolean {
  return earliest(benefit, from) <= reportDay - 8;
}

function earliest(benefit: Benefit, from: Day): Day {
  return Math.max(from, (benefit.enrolments[0]?.from ?? Number.POSITIVE_INFINITY) + 14);
}

/** A conversation that was held and registered before the report. */
function addOne(work: Work, benefit: Benefit, from: Day): boolean {
  const { dice, find } = work;
  const first = earliest(benefit, from);
  if (first > reportDay - 8) return false;
  const on = dice.between(first, reportDay - 8);
  if (!lasts(benefit, on + 3)) return false;
  const adviser = adviserOn(dice, benefit, { on, find });
  if (adviser === null) return false;
  const lag = dice.pick([0, 0, 0, 0, 1, 4]);
  const asked = { benefit, adviser, kind: 'progress', on, plannedBefore: null, outcome: 'held', lag } as const;
  work.appointments.push({ ...makeAppointment(dice, asked), correction: null });
  return true;
}
