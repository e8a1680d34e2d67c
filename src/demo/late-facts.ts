import { type Agreement, countFor, wajongAgreement, wiaAgreement } from './agreement.ts';
import { makeAppointment } from './appointment.ts';
import { type Day, day, dayOf, moment } from './calendar.ts';
import { type Dice, makeDice } from './dice.ts';
import { officeOf, offices } from './places.ts';
import type { Appointment, Benefit } from './register.ts';
import { reportDay, scaled } from './scale.ts';
import type { Given } from './settle.ts';
import { adviserOn } from './spell.ts';

/** Days between the two deliveries on which late facts of August became known. */
const learnFrom = day('2019-09-03');
const learnTo = day('2019-09-12');

/**
 * What of August was not known yet when it was reported: benefits that had ended, contacts registered late, a report
 * that was wrong, clients who had moved. So "what changed since" has something to say of both agreements.
 */
export function addLateFacts(seed: number, given: Given, clients: number): Appointment[] {
  const dice = makeDice(seed, 'late facts');
  const made: Appointment[] = [];
  for (const agreement of [wiaAgreement(given), wajongAgreement(given)]) {
    const counted = countFor(agreement, agreement.population, given.appointments);
    const stable = agreement.population.filter((each) => each.end === null && isSettled(each));
    const [met, unmet] = [stable.filter((each) => counted.has(each)), stable.filter((each) => !counted.has(each))];
    for (const benefit of dice.sample(unmet, scaled(6, clients))) made.push(...reportLate(dice, benefit, given));
    const ended = [...dice.sample(met, scaled(3, clients)), ...dice.sample(unmet, scaled(1, clients))];
    for (const benefit of ended) endLate(dice, benefit);
    correct(dice, agreement, { counted, count: scaled(2, clients) });
  }
  const movers = given.benefits.filter(
    (each) => each.end === null && each.scheme !== 'WW' && each.assignments.length === 1 && isSettled(each),
  );
  for (const benefit of dice.sample(movers, scaled(6, clients))) move(dice, benefit, given);
  return made;
}

/** Long enough in the caseload that an end in August leaves nothing that begins after it. */
function isSettled({ enrolments, assignments }: Benefit): boolean {
  const latest = reportDay - 30;
  return (
    assignments.length > 0 &&
    enrolments.every(({ from }) => from < latest) &&
    assignments.every(({ from }) => from < latest)
  );
}

function reportLate(dice: Dice, benefit: Benefit, { find }: Given): Appointment[] {
  const on = dice.between(reportDay - 12, reportDay - 1);
  const adviser = adviserOn(dice, benefit, { on, find });
  if (adviser === null || benefit.start > on) return [];
  const asked = { benefit, adviser, kind: 'progress', on, plannedBefore: null, outcome: 'held' } as const;
  const reportedAt = moment(dice.between(learnFrom, learnTo), dice.between(9, 16), dice.between(0, 59));
  return [{ ...makeAppointment(dice, asked), reportedAt, correction: null }];
}

function endLate(dice: Dice, benefit: Benefit): void {
  const known = dice.between(learnFrom, learnTo);
  const end = {
    on: dice.between(reportDay - 14, reportDay - 1),
    known,
    reason: dice.pick(['other', 'pension', 'work']),
  };
  if (benefit.start >= end.on) return;
  benefit.end = end;
  for (const each of benefit.enrolments) each.end ??= { ...end, reason: 'outflow' };
  for (const each of benefit.assignments) each.end ??= end;
}

/** The only counted contact of a client turns out to have been missed. */
function correct(
  dice: Dice,
  agreement: Agreement,
  { counted, count }: { counted: ReadonlyMap<Benefit, readonly Appointment[]>; count: number },
): void {
  const single = agreement.population.flatMap((each) => {
    const own = counted.get(each) ?? [];
    return own.length === 1 && own[0] !== undefined && isRecent(dayOf(own[0].at)) ? [own[0]] : [];
  });
  for (const appointment of dice.sample(single, count)) {
    const at = moment(dice.between(learnFrom, learnTo), dice.between(9, 16), dice.between(0, 59));
    appointment.correction = { at, outcome: 'no_show', minutes: appointment.minutes };
  }
}

function isRecent(on: Day): boolean {
  return on > reportDay - 75;
}

/** To an office of another district, one of them Zuid-Limburg; a colleague there takes over. */
function move(dice: Dice, benefit: Benefit, { find }: Given): void {
  const known = dice.between(learnFrom, learnTo);
  const others = offices.filter(({ district }) => district !== benefit.office.district);
  const to = benefit.office.district.name !== 'Limburg' && dice.hit(0.3) ? officeOf('Zuid-Limburg') : dice.pick(others);
  const present = find(to, known);
  if (present.length === 0) return;
  benefit.moved = { to, known };
  for (const each of benefit.assignments) each.end ??= { on: known, known, reason: '' };
  benefit.assignments.push({ from: known, known, adviser: dice.pick(present), end: null });
}
