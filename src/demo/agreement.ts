import { groupBy } from '../platform/group.ts';
import { addMonths, type Day, day, dayOf } from './calendar.ts';
import { type Appointment, type Benefit, type Cut, isHeldBy, isOpen, type Job, type Trajectory } from './register.ts';
import { reportDay, reportEnd } from './scale.ts';

/** What was known on the day of the report. */
export const reportCut: Cut = { day: reportDay + 1, at: reportEnd };

/** The people an agreement is about, and which contacts in which days count for it. */
export interface Agreement {
  readonly population: readonly Benefit[];
  /** First day of the window, which ends with the report. */
  readonly from: Day;
  readonly counts: (appointment: Appointment) => boolean;
}

interface Facts {
  readonly benefits: readonly Benefit[];
  readonly jobs: readonly Job[];
  readonly trajectories: readonly Trajectory[];
}

const conversations = ['orientation', 'evaluation', 'monitoring', 'progress', 'intake'];

/** A conversation a year with those who entered WIA since 2017, over the last 12 months. */
export function wiaAgreement(facts: Facts): Agreement {
  return {
    population: facts.benefits.filter((each) => isWia(each) && isOpen(each, reportDay, reportCut)),
    from: addMonths(reportDay, -12) + 1,
    counts: isConversation,
  };
}

/** How often on average there was contact with the same people, of any kind. */
export function wiaFrequency(facts: Facts): Agreement {
  return { ...wiaAgreement(facts), counts: isContact };
}

export function isConversation({ kind }: Appointment): boolean {
  return conversations.includes(kind);
}

function isContact({ kind }: Appointment): boolean {
  return kind !== 'message' && kind !== 'case_discussion';
}

/** A contact a year with those of Wajong who can work and do not, or have a trajectory, this year. */
export function wajongAgreement(facts: Facts): Agreement {
  return {
    population: wajongPopulation(facts),
    from: day('2019-01-01'),
    counts: isContact,
  };
}

export function isWia({ scheme, insurer, capacity, start }: Benefit): boolean {
  return scheme === 'WIA_WGA' && insurer !== 'own_risk' && capacity !== 'no' && start >= day('2017-01-01');
}

function wajongPopulation({ benefits, jobs, trajectories }: Facts): Benefit[] {
  const isKnownOpen = (each: { start: Day; end: Job['end'] }) => isOpen(each, reportDay, reportCut);
  const working = new Set(
    jobs.filter((job) => job.known <= reportCut.day && isKnownOpen(job)).map(({ client }) => client),
  );
  const bought = new Set(
    trajectories.filter(({ purchased, end }) => isKnownOpen({ start: purchased, end })).map(({ benefit }) => benefit),
  );
  return benefits.filter(
    (each) =>
      each.scheme === 'WAJONG' &&
      each.capacity === 'yes' &&
      isKnownOpen(each) &&
      (bought.has(each) || !working.has(each.client)),
  );
}

/** The counted contacts of the window of each benefit: those with its client, whatever benefit they were booked on. */
export function countFor(
  agreement: Agreement,
  benefits: readonly Benefit[],
  appointments: readonly Appointment[],
): Map<Benefit, Appointment[]> {
  const inWindow = appointments.filter((each) => {
    const on = dayOf(each.at);
    return on >= agreement.from && on <= reportDay && agreement.counts(each) && isHeldBy(each, reportCut);
  });
  const byClient = groupBy(inWindow, ({ benefit }) => benefit.client);
  const counted = new Map<Benefit, Appointment[]>();
  for (const benefit of benefits) {
    const own = (byClient.get(benefit.client) ?? []).filter(({ at }) => isOpen(benefit, dayOf(at), reportCut));
    if (own.length > 0) counted.set(benefit, own);
  }
  return counted;
}
