import type { Words } from '../../platform/contract.ts';
import { countWords, numberWords, say } from './date-words.ts';
import type { ShownFigures, UnitFigures } from './shapes.ts';
import { addShown, isTooSmall, type ShownCount } from './shown-count.ts';

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
  const sentence = computeSentence({ notInView, population, overdue, notEnrolled });
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

function computeSentence(of: Pick<StandsOut, 'notInView' | 'population' | 'overdue' | 'notEnrolled'>): Words {
  const [out, all, late, outside] = [of.notInView, of.population, of.overdue, of.notEnrolled].map(countWords) as [
    Words,
    Words,
    Words,
    Words,
  ];
  if (isTooSmall(of.notInView) || isTooSmall(of.population)) return tooSmallOf(of.population, 'notInView');
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
  if (isTooSmall(late) || isTooSmall(figure.population)) return tooSmallOf(figure.population, 'overdue');
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

/** "Van de 1.486 is te klein om te tonen hoeveel te laat zijn." */
function tooSmallOf(population: ShownCount, what: 'notInView' | 'overdue'): Words {
  const names = {
    notInView: { nl: 'niet in beeld zijn', en: 'are not in view' },
    overdue: { nl: 'te laat zijn', en: 'are overdue' },
  } as const;
  const { nl, en } = names[what];
  if (isTooSmall(population)) {
    return {
      nl: 'Het aantal uitkeringen is te klein om te tonen.',
      en: 'The number of benefits is too small to show.',
    };
  }
  const all = numberWords(population);
  return {
    nl: `Hoeveel van de ${all.nl} ${nl}, is te klein om te tonen.`,
    en: `How many of the ${all.en} ${en} is too small to show.`,
  };
}
