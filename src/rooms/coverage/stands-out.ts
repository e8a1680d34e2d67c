import type { Words } from '../../platform/contract.ts';
import { numberWords, say } from './date-words.ts';
import type { UnitFigures } from './shapes.ts';

/** Below this number a part is too small to be called the worst. */
const smallestPart = 20;

type Closure = UnitFigures['closure'];
const missing = (of: Closure) => of.not_enrolled + of.overdue + of.overdue_planned;

export interface StandsOut {
  readonly notInView: number;
  readonly population: number;
  readonly overdue: number;
  readonly notEnrolled: number;
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
export function computeStandsOut(of: UnitFigures, parts: readonly UnitFigures[]): StandsOut | null {
  const notInView = missing(of.closure);
  if (notInView === 0) return null;
  const { population, not_enrolled: notEnrolled } = of.closure;
  const overdue = notInView - notEnrolled;
  const [worstPart] = parts
    .filter((part) => part.closure.population >= smallestPart && missing(part.closure) > 0)
    .toSorted((a, b) => missing(b.closure) / b.closure.population - missing(a.closure) / a.closure.population);
  const worst =
    worstPart === undefined
      ? null
      : {
          level: worstPart.level,
          id: worstPart.id,
          name: worstPart.name,
          notInView: missing(worstPart.closure),
          population: worstPart.closure.population,
        };
  const n = (value: number) => numberWords(value);
  const [out, all, late, outside] = [n(notInView), n(population), n(overdue), n(notEnrolled)];
  const first = say((w, l) =>
    l === 'nl'
      ? `${w(out)} van de ${w(all)} uitkeringen zijn niet in beeld: ${w(late)} te laat en ${w(outside)} niet opgenomen.`
      : `${w(out)} of ${w(all)} benefits are not in view: ${w(late)} overdue and ${w(outside)} not enrolled.`,
  );
  if (worst === null) return { notInView, population, overdue, notEnrolled, worst, sentence: first };
  const [worstOut, worstAll] = [n(worst.notInView), n(worst.population)];
  const sentence = say((w, l) =>
    l === 'nl'
      ? `${w(first)} In ${worst.name} zijn het er ${w(worstOut)} van ${w(worstAll)}.`
      : `${w(first)} In ${worst.name} it is ${w(worstOut)} of ${w(worstAll)}.`,
  );
  return { notInView, population, overdue, notEnrolled, worst, sentence };
}

/** "53 van 1.486 zijn te laat, 21 langer dan een maand; de meeste in Limburg (13)." */
export function computeNormSentence(normId: string, of: UnitFigures, parts: readonly UnitFigures[]): Words {
  const figure = of.norms[normId];
  const lateIn = (unit: UnitFigures) =>
    (unit.norms[normId]?.states.overdue ?? 0) + (unit.norms[normId]?.states.overdue_planned ?? 0);
  const late = lateIn(of);
  if (figure === undefined || figure.population === 0) {
    return { nl: 'Niemand valt nu onder deze norm.', en: 'Nobody falls under this norm now.' };
  }
  const all = numberWords(figure.population);
  if (late === 0)
    return say((w, l) => (l === 'nl' ? `Niemand van de ${w(all)} is te laat.` : `None of the ${w(all)} is overdue.`));
  const [count, month] = [numberWords(late), numberWords(figure.overdue_a_month)];
  const [most] = parts.toSorted((a, b) => lateIn(b) - lateIn(a));
  const where: Words =
    most === undefined || lateIn(most) === 0
      ? { nl: '', en: '' }
      : {
          nl: `; de meeste in ${most.name} (${numberWords(lateIn(most)).nl})`,
          en: `; most in ${most.name} (${numberWords(lateIn(most)).en})`,
        };
  return say((w, l) =>
    l === 'nl'
      ? `${w(count)} van ${w(all)} zijn te laat, ${w(month)} langer dan een maand${w(where)}.`
      : `${w(count)} of ${w(all)} are overdue, ${w(month)} more than a month${w(where)}.`,
  );
}
