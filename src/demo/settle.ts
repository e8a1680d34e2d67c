import { makeAppointment } from './appointment.ts';
import { addMonths, type Day, day, dayOf } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import { type Appointment, type Benefit, isHeldBy, isOpen, type Job, lasts, type Trajectory } from './register.ts';
import { reportDay, targets } from './scale.ts';
import { adviserOn, type Find } from './spell.ts';
import { reportCut } from './ww-hours.ts';

const conversations = ['orientation', 'evaluation', 'monitoring', 'progress', 'intake'];

/** The people an agreement is about, and which contacts in which days count for it. */
interface Agreement {
  readonly population: readonly Benefit[];
  /** First day of the window, which ends with the report. */
  readonly from: Day;
  readonly kinds: (kind: string) => boolean;
}

interface Work {
  readonly dice: Dice;
  readonly find: Find;
  appointments: Appointment[];
}

/** Brings WIA and Wajong to the published figures on the day of the report, as known then. */
export function settle(
  seed: number,
  given: {
    benefits: readonly Benefit[];
    jobs: readonly Job[];
    trajectories: readonly Trajectory[];
    appointments: readonly Appointment[];
    find: Find;
  },
): Appointment[] {
  const work: Work = { dice: makeDice(seed, 'settle'), find: given.find, appointments: [...given.appointments] };
  const wia: Agreement = {
    population: given.benefits.filter((each) => isWia(each) && isOpen(each, reportDay, reportCut)),
    from: addMonths(reportDay, -12) + 1,
    kinds: (kind) => conversations.includes(kind),
  };
  settleShare(work, wia, targets.wiaShare12m);
  settleMean(work, wia, { benefits: given.benefits.filter(isWia), mean: targets.wiaMean12m });
  const wajong: Agreement = {
    population: wajongPopulation(given),
    from: day('2019-01-01'),
    kinds: (kind) => kind !== 'message' && kind !== 'case_discussion',
  };
  settleShare(work, wajong, targets.wajongShareYear);
  return work.appointments;
}

function isWia(benefit: Benefit): boolean {
  const { scheme, insurer, capacity, start } = benefit;
  return scheme === 'WIA_WGA' && insurer !== 'own_risk' && capacity !== 'no' && start >= day('2017-01-01');
}

/** Who can work and does not, or has a trajectory, by what was known at the report. */
export function wajongPopulation(given: {
  benefits: readonly Benefit[];
  jobs: readonly Job[];
  trajectories: readonly Trajectory[];
}): Benefit[] {
  const working = new Set(
    given.jobs
      .filter((job) => job.known <= reportCut.day && isOpen(job, reportDay, reportCut))
      .map(({ client }) => client),
  );
  const bought = new Set(
    given.trajectories
      .filter((each) => isOpen({ start: each.purchased, end: each.end }, reportDay, reportCut))
      .map(({ benefit }) => benefit),
  );
  return given.benefits.filter(
    (each) =>
      each.scheme === 'WAJONG' &&
      each.capacity === 'yes' &&
      isOpen(each, reportDay, reportCut) &&
      (bought.has(each) || !working.has(each.client)),
  );
}

/** The counted contacts of the window, by benefit. */
function countsOf(work: Work, { from, kinds }: Agreement): Map<Benefit, Appointment[]> {
  const counted = new Map<Benefit, Appointment[]>();
  for (const each of work.appointments) {
    const on = dayOf(each.at);
    if (on < from || on > reportDay || !kinds(each.kind) || !isHeldBy(each, reportCut)) continue;
    if (!isOpen(each.benefit, on, reportCut)) continue;
    counted.set(each.benefit, [...(counted.get(each.benefit) ?? []), each]);
  }
  return counted;
}

function settleShare(work: Work, agreement: Agreement, share: number): void {
  const counted = countsOf(work, agreement);
  const { population } = agreement;
  const met = population.filter((each) => counted.has(each));
  const goal = Math.round(share * population.length);
  if (met.length > goal) {
    const dropped = new Set(work.dice.sample(met, met.length - goal).flatMap((each) => counted.get(each) ?? []));
    work.appointments = work.appointments.filter((each) => !dropped.has(each));
    return;
  }
  const unmet = population.filter((each) => !counted.has(each) && canBeMet(each, agreement.from));
  for (const benefit of byNeglect(work.dice, unmet).slice(0, goal - met.length)) addOne(work, benefit, agreement.from);
}

/** Those of good districts first. */
function byNeglect(dice: Dice, benefits: readonly Benefit[]): Benefit[] {
  return benefits
    .map((benefit) => ({ benefit, rank: dice.uniform() + 0.4 * benefit.office.district.neglect }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ benefit }) => benefit);
}

function settleMean(
  work: Work,
  agreement: Agreement,
  { benefits, mean }: { benefits: readonly Benefit[]; mean: number },
): void {
  const counted = countsOf(work, agreement);
  const { from } = agreement;
  const inWindow = benefits.filter((each) => each.start <= reportDay && lasts(each, from));
  const days = inWindow.reduce((sum, each) => {
    const stop =
      each.end !== null && each.end.known <= reportCut.day ? Math.min(each.end.on, reportDay + 1) : reportDay + 1;
    return sum + Math.max(0, stop - Math.max(each.start, from));
  }, 0);
  let missing =
    Math.round((mean * days) / (reportDay + 1 - from)) -
    inWindow.reduce((sum, each) => sum + (counted.get(each)?.length ?? 0), 0);
  const met = agreement.population.filter((each) => counted.has(each) && canBeMet(each, from));
  for (let tries = 0; missing > 0 && tries < 50_000 && met.length > 0; tries += 1) {
    if (addOne(work, work.dice.pick(met), from)) missing -= 1;
  }
  const several = met.flatMap((each) => (counted.get(each) ?? []).slice(1));
  const dropped = new Set(work.dice.sample(several, Math.max(0, -missing)));
  if (dropped.size > 0) work.appointments = work.appointments.filter((each) => !dropped.has(each));
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
  const lag = dice.weighted([
    [0, 5],
    [1, 1],
    [4, 1],
  ]);
  work.appointments.push(
    makeAppointment(dice, { benefit, adviser, kind: 'progress', on, plannedBefore: null, outcome: 'held', lag }),
  );
  return true;
}
