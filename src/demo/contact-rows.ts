import { type Minute, momentText } from './calendar.ts';
import type { Appointment, Outcome } from './register.ts';

export const contactHeader =
  'contact_id benefit_id adviser_id kind channel occurred_at minutes outcome registered_at corrects report'.split(' ');

/** A row of contacts.csv with the moment of its registration. */
export interface ContactRow {
  readonly registered: Minute;
  readonly fields: readonly string[];
}

interface Step {
  readonly appointment: Appointment;
  readonly registered: Minute;
  readonly outcome: Outcome;
  readonly minutes: number;
  readonly report: string;
  readonly before: Step | null;
  id: string;
}

/** The rows of all contacts that were registered before `until`, numbered in the order of registration. */
export function makeContactRows(appointments: readonly Appointment[], until: Minute): ContactRow[] {
  const steps = appointments.flatMap(stepsOf).filter(({ registered }) => registered < until);
  steps.sort((a, b) => a.registered - b.registered);
  steps.forEach((step, i) => {
    step.id = `C${String(i + 1).padStart(7, '0')}`;
  });
  return steps.map((step) => {
    const { appointment, registered, outcome, minutes, report, before, id } = step;
    const { benefit, adviser, kind, channel, at } = appointment;
    const held = outcome === 'held' ? String(minutes) : '';
    return {
      registered,
      fields: [
        id,
        benefit.id,
        adviser.id,
        kind,
        channel,
        momentText(at),
        held,
        outcome,
        momentText(registered),
        before?.id ?? '',
        report,
      ],
    };
  });
}

/** Planned, then its outcome, then a correction of that: each row names the one before. */
function stepsOf(appointment: Appointment): Step[] {
  const { plannedAt, reportedAt, outcome, minutes, correction } = appointment;
  const steps: Step[] = [];
  const add = (registered: Minute, became: Outcome, spent: number) => {
    const report = became === 'held' ? appointment.report : '';
    steps.push({
      appointment,
      registered,
      outcome: became,
      minutes: spent,
      report,
      before: steps.at(-1) ?? null,
      id: '',
    });
  };
  if (plannedAt !== null) add(plannedAt, 'planned', minutes);
  if (reportedAt === null) return steps;
  add(reportedAt, outcome, minutes);
  if (correction !== null) add(Math.max(correction.at, reportedAt + 1), correction.outcome, correction.minutes);
  return steps;
}
