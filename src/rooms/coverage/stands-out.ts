import type { Words } from '../../platform/contract.ts';
import { addShown, isTooSmall, type ShownCount } from '../organisation/index.ts';
import { countWords, numberWords, say } from './date-words.ts';
import type { ShownFigures, UnitFigures } from './shapes.ts';

/** Below this number a part is too small to be called the worst. */
const smallestPart = 20;

type Closure = ShownFigures['closure'];
const missing = (of: UnitFigures['closure']) => of.not_enrolled + of.overdue + of.overdue_planned;
const shownMissing = (of: Closure) => addShown([of.not_enrolled, of.overdue, of.overdue_planned]);

export interface StandsOut {
  readonly notInView: ShownCount;
  readonly population: ShownCount;
  readonly overdue: ShownCount;
  readonly notEnrolled: ShownCount;
  readonly worst: {
    level: UnitFigures['level'];
    id: string;
    name: string;
    notInView: number;
    population: number;
  } | null;
  readonly sentence: Words;
}

/** What stands out in a unit and its parts; null where all is in view. Counts are of benefits. */
export function computeStandsOut(of: ShownFigures, parts: readonly UnitFigures[]): StandsOut | null {
  const notInView = shownMissing(of.closure);
  if (notInView === 0) return null;
  const { population, not_enrolled: notEnrolled } = of.closure;
  const overdue = addShown([of.closure.overdue, of.closure.overdue_planned]);
  const worst = findWorst(parts);
  const sentence = computeSentence({ notInView, population, overdue, notEnrolled }, of.closure.overdue);
  if (worst === null) return { notInView, population, overdue, notEnrolled, worst, sentence };
  const [worstOut, worstAll] = [numberWords(worst.notInView), numberWords(worst.population)];
  const withWorst = say((w, l) =>
    l === 'nl'
      ? `${w(sentence)} In ${worst.name} zijn het er ${w(worstOut)} van ${w(worstAll)}.`
      : `${w(sentence)} In ${worst.name} it is ${w(worstOut)} of ${w(worstAll)}.`,
  );
  return { notInView, population, overdue, notEnrolled, worst, sentence: withWorst };
}

function findWorst(parts: readonly UnitFigures[]): StandsOut['worst'] {
  const [worst] = parts
    .filter((part) => part.closure.population >= smallestPart && missing(part.closure) > 0)
    .toSorted((a, b) => missing(b.closure) / b.closure.population - missing(a.closure) / a.closure.population);
  if (worst === undefined) return null;
  const { level, id, name, closure } = worst;
  return { level, id, name, notInView: missing(closure), population: closure.population };
}

function computeSentence(
  of: Pick<StandsOut, 'notInView' | 'population' | 'overdue' | 'notEnrolled'>,
  unplanned: ShownCount,
): Words {
  if (isTooSmall(of.population)) return populationTooSmall;
  const all = numberWords(of.population);
  if (isTooSmall(of.notInView)) {
    const [late, outside] = [countWords(unplanned), countWords(of.notEnrolled)];
    return {
      nl: `Van de ${all.nl} uitkeringen zijn niet in beeld: te laat zonder afspraak ${late.nl}, niet opgenomen ${outside.nl}.`,
      en: `Of ${all.en} benefits are not in view: overdue without appointment ${late.en}, not enrolled ${outside.en}.`,
    };
  }
  const [out, late, outside] = [numberWords(of.notInView), countWords(of.overdue), countWords(of.notEnrolled)];
  return say((w, l) =>
    l === 'nl'
      ? `${w(out)} van de ${w(all)} uitkeringen zijn niet in beeld: ${w(late)} te laat en ${w(outside)} niet opgenomen.`
      : `${w(out)} of ${w(all)} benefits are not in view: ${w(late)} overdue and ${w(outside)} not enrolled.`,
  );
}

/** "53 van 1.486 zijn te laat, 21 langer dan een maand; de meeste in Limburg (13)." */
export function computeNormSentence(normId: string, of: ShownFigures, parts: readonly UnitFigures[]): Words {
  const figure = of.norms[normId];
  if (figure === undefined || figure.population === 0) {
    return { nl: 'Niemand valt nu onder deze norm.', en: 'Nobody falls under this norm now.' };
  }
  const late = addShown([figure.states.overdue, figure.states.overdue_planned]);
  if (isTooSmall(figure.population)) return populationTooSmall;
  if (isTooSmall(late)) return lateTooSmall(figure.population, figure.states.overdue);
  const all = numberWords(figure.population);
  if (late === 0)
    return say((w, l) => (l === 'nl' ? `Niemand van de ${w(all)} is te laat.` : `None of the ${w(all)} is overdue.`));
  const [count, month] = [numberWords(late), countWords(figure.overdue_a_month)];
  const lateIn = (unit: UnitFigures) =>
    (unit.norms[normId]?.states.overdue ?? 0) + (unit.norms[normId]?.states.overdue_planned ?? 0);
  const [most] = parts.toSorted((a, b) => lateIn(b) - lateIn(a));
  const where: Words =
    most === undefined || lateIn(most) === 0
      ? { nl: '', en: '' }
      : {
          nl: `; de meeste in ${most.name} (${numberWords(lateIn(most)).nl})`,
          en: `; most in ${most.name} (${numberWords(lateIn(most)).en})`,
        };
  // how many of them for more than a month is left out where it is too small to show
  const long: Words = isTooSmall(figure.overdue_a_month)
    ? { nl: '', en: '' }
    : { nl: `, ${month.nl} langer dan een maand`, en: `, ${month.en} more than a month` };
  return say((w, l) =>
    l === 'nl'
      ? `${w(count)} van ${w(all)} zijn te laat${w(long)}${w(where)}.`
      : `${w(count)} of ${w(all)} are overdue${w(long)}${w(where)}.`,
  );
}

const populationTooSmall: Words = {
  nl: 'Het aantal uitkeringen is te klein om te tonen.',
  en: 'The number of benefits is too small to show.',
};

/** "Van de 1.486 zijn 27 te laat zonder afspraak; hoeveel met een afspraak is te klein om te tonen." */
function lateTooSmall(population: number, unplanned: ShownCount): Words {
  const all = numberWords(population);
  if (isTooSmall(unplanned)) {
    return {
      nl: `Hoeveel van de ${all.nl} te laat zijn, is te klein om te tonen.`,
      en: `How many of the ${all.en} are overdue is too small to show.`,
    };
  }
  const count = numberWords(unplanned);
  return {
    nl: `${count.nl} van ${all.nl} zijn te laat zonder afspraak; hoeveel met een afspraak is te klein om te tonen.`,
    en: `${count.en} of ${all.en} are overdue without an appointment; how many with one is too small to show.`,
  };
}
