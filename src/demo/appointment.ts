import { type Day, dayOf, type Minute, moment, workday } from './calendar.ts';
import type { Dice } from './dice.ts';
import type { Adviser, Appointment, Benefit, Outcome } from './register.ts';

/** Usual minutes per kind of contact. */
const usualMinutes: Readonly<Record<string, number>> = {
  orientation: 60,
  evaluation: 40,
  monitoring: 35,
  progress: 35,
  intake: 60,
  case_discussion: 20,
  message: 5,
  workshop: 120,
  test: 90,
};

const channels: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  orientation: [
    ['office', 78],
    ['phone', 14],
    ['video', 8],
  ],
  evaluation: [
    ['office', 35],
    ['phone', 55],
    ['video', 10],
  ],
  monitoring: [
    ['office', 35],
    ['phone', 55],
    ['video', 10],
  ],
  progress: [
    ['office', 48],
    ['phone', 42],
    ['video', 10],
  ],
  intake: [
    ['office', 75],
    ['phone', 20],
    ['video', 5],
  ],
  case_discussion: [['office', 1]],
  message: [['digital', 1]],
  workshop: [['group', 1]],
  test: [['office', 1]],
};

const reports: Readonly<Record<string, readonly string[]>> = {
  orientation: [
    'Situatie en wensen besproken. Werkplan gemaakt.',
    'Kansen in de buurt bekeken, cv wordt aangepast.',
    'Zoekt in de eigen richting. Vervolg over twee maanden.',
  ],
  intake: ['Mogelijkheden en belemmeringen besproken.', 'Doel: weer aan het werk, opbouwend in uren.'],
  progress: [
    'Twee sollicitaties gedaan, een gesprek gepland.',
    'Traject loopt goed.',
    'Meer rust nodig, later verder.',
    'Proefplaatsing besproken.',
    '',
  ],
  evaluation: ['Werkplan bijgesteld.', 'Afspraken nagekomen. Zoekt breder.', ''],
  monitoring: ['Stand van zaken besproken.', ''],
};

export interface Asked {
  readonly benefit: Benefit;
  readonly adviser: Adviser;
  readonly kind: string;
  readonly on: Day;
  /** How many days before it was planned; null = recorded afterwards. */
  readonly plannedBefore: number | null;
  readonly outcome?: Outcome;
  /** Days between contact and registration; drawn when absent. */
  readonly lag?: number;
  /** Planned, and never heard of again. */
  readonly isForgotten?: boolean;
}

/** Days until a contact is registered: seven in eight within five days, nearly all others within three weeks or so. */
export function drawLag(dice: Dice): number {
  const u = dice.uniform();
  if (u < 0.62) return 0;
  if (u < 0.75) return 1;
  if (u < 0.865) return dice.between(2, 5);
  return u < 0.99 ? dice.between(6, 24) : dice.between(31, 70);
}

/** One contact at a plausible hour of a working day, as it was planned, what came of it and when that was registered. */
export function makeAppointment(dice: Dice, asked: Asked): Appointment {
  const { benefit, adviser, kind } = asked;
  const on = workday(asked.on);
  const at = moment(on, dice.between(9, 15), dice.pick([0, 15, 30, 45]));
  const usual = usualMinutes[kind] ?? 30;
  const minutes =
    kind === 'message' ? usual : Math.max(10, Math.round((usual * (0.75 + dice.uniform() * 0.5)) / 5) * 5);
  const channel = dice.weighted(channels[kind] ?? [['office', 1]]);
  const missed = channel === 'phone' ? 'not_reached' : 'no_show';
  const outcome =
    asked.outcome ?? (dice.hit(0.07) && kind !== 'message' && kind !== 'case_discussion' ? missed : 'held');
  const planned = asked.plannedBefore === null ? null : Math.max(benefit.start + 1, on - asked.plannedBefore);
  const reportedAt = asked.isForgotten ? null : reportedMoment(dice, { at, minutes, lag: asked.lag ?? drawLag(dice) });
  return {
    benefit,
    adviser,
    kind,
    channel,
    at,
    minutes,
    outcome,
    plannedAt: planned === null || planned >= on ? null : plannedMoment(dice, planned),
    reportedAt,
    report: dice.hit(0.25) ? dice.pick(reports[kind] ?? ['']) : '',
    correction: reportedAt === null || outcome !== 'held' ? null : drawCorrection(dice, reportedAt, minutes),
  };
}

/** One in two hundred is put right a day or so later; a few turn out to be a mistake altogether. */
function drawCorrection(dice: Dice, reportedAt: Minute, minutes: number): Appointment['correction'] {
  if (!dice.hit(0.005)) return null;
  const at = reportedAt + dice.between(30, 2000);
  const outcome = dice.weighted([
    ['held', 75],
    ['void', 15],
    ['no_show', 10],
  ] as const);
  return { at, outcome, minutes: outcome === 'held' ? Math.max(10, minutes + dice.pick([-15, -10, 10, 15])) : minutes };
}

function plannedMoment(dice: Dice, on: Day): Minute {
  return moment(on, dice.between(9, 16), dice.between(0, 59));
}

function reportedMoment(dice: Dice, contact: { at: Minute; minutes: number; lag: number }): Minute {
  const { at, minutes, lag } = contact;
  if (lag === 0) return at + minutes + dice.between(2, 45);
  return moment(dayOf(at) + lag, dice.between(9, 16), dice.between(0, 59));
}
