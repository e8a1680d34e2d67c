import type { Day, Minute } from './calendar.ts';
import type { Sex } from './names.ts';
import type { Office } from './places.ts';

/** What somebody knew when a delivery was made: facts learned up to and including `day`, contacts registered before `at`. */
export interface Cut {
  readonly day: Day;
  readonly at: Minute;
}

export type Scheme = 'WW' | 'WIA_WGA' | 'WIA_IVA' | 'WAJONG';
export type Line = 'ww' | 'wia_wajong';

export interface Adviser {
  readonly id: string;
  readonly name: string;
  readonly role: 'adviser' | 'junior' | 'specialist' | 'planner';
  readonly office: Office;
  readonly line: Line;
  /** First day with formation. */
  readonly from: Day;
  /** Part of the formation before it is scaled to the hours that are asked for. */
  readonly share: number;
  fte: number;
}

export interface Client {
  readonly id: string;
  readonly bsn: string;
  readonly birth: Day;
  readonly given: string;
  readonly family: string;
  readonly sex: Sex;
  readonly postcode: string;
  readonly phone: string;
  readonly email: string;
  readonly channel: string;
  readonly education: string;
  readonly language: string;
  readonly digital: boolean;
  isProtected: boolean;
  readonly known: Day;
}

/** An end of something that lasts, and the day on which it became known. */
export interface End {
  readonly on: Day;
  readonly known: Day;
  readonly reason: string;
}

export interface Enrolment {
  readonly from: Day;
  end: End | null;
  readonly review: Day | null;
}

export interface Assignment {
  readonly from: Day;
  readonly known: Day;
  readonly adviser: Adviser;
  end: End | null;
}

export interface Benefit {
  readonly id: string;
  readonly client: Client;
  readonly scheme: Scheme;
  readonly variant: string;
  readonly insurer: string;
  readonly office: Office;
  moved: { readonly to: Office; readonly known: Day } | null;
  readonly start: Day;
  readonly known: Day;
  end: End | null;
  readonly maxEnd: Day | null;
  readonly capacity: string;
  /** WW: chance of work within 12 months. */
  readonly score: number | null;
  readonly enrolments: Enrolment[];
  readonly assignments: Assignment[];
}

export interface Job {
  readonly id: string;
  readonly client: Client;
  readonly start: Day;
  readonly known: Day;
  end: End | null;
  readonly hours: number;
  readonly sector: string;
}

export interface Trajectory {
  readonly id: string;
  readonly benefit: Benefit;
  readonly kind: string;
  readonly purchased: Day;
  readonly start: Day;
  readonly end: End | null;
  readonly cost: number;
}

export interface Profile {
  readonly id: string;
  readonly benefit: Benefit;
  readonly instrument: string;
  readonly assessed: Day;
  readonly score: number | null;
  readonly validUntil: Day | null;
  readonly texts: readonly [possibilities: string, obstacles: string, goal: string, support: string];
}

export type Outcome = 'planned' | 'held' | 'no_show' | 'not_reached' | 'cancelled' | 'void';

/** A contact with its rows: perhaps planned first, then what came of it, then perhaps a correction. */
export interface Appointment {
  readonly benefit: Benefit;
  readonly adviser: Adviser;
  readonly kind: string;
  readonly channel: string;
  readonly at: Minute;
  readonly minutes: number;
  readonly outcome: Outcome;
  /** When it was planned; null when it was recorded afterwards only. */
  readonly plannedAt: Minute | null;
  /** When the outcome was registered; null when that has been forgotten. */
  readonly reportedAt: Minute | null;
  readonly report: string;
  /** A later row that puts right what was registered. */
  correction: { readonly at: Minute; readonly outcome: Outcome; readonly minutes: number } | null;
}

export interface Register {
  readonly advisers: readonly Adviser[];
  readonly benefits: readonly Benefit[];
  readonly jobs: readonly Job[];
  readonly trajectories: readonly Trajectory[];
  readonly profiles: readonly Profile[];
  readonly appointments: readonly Appointment[];
}

/** Whether the benefit is open on `on`, by what is known at the cut. */
export function isOpen(benefit: { start: Day; end: End | null }, on: Day, cut: Cut): boolean {
  const { start, end } = benefit;
  return start <= on && (end === null || end.known > cut.day || end.on > on);
}

/** Whether it is really open, whatever is known. */
export function lasts(spell: { end: End | null }, on: Day): boolean {
  return spell.end === null || spell.end.on > on;
}

/** The held contact counts at the cut. */
export function isHeldBy(appointment: Appointment, cut: Cut): boolean {
  const { outcome, reportedAt, correction } = appointment;
  if (outcome !== 'held' || reportedAt === null || reportedAt >= cut.at) return false;
  return correction === null || correction.at >= cut.at || correction.outcome === 'held';
}
