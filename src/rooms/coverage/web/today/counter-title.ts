import type { Place } from './list-address.ts';
import type { useTodayWords } from './words.ts';

export type Say = ReturnType<typeof useTodayWords>['say'];
export interface Counter {
  readonly list: string;
  readonly title: { readonly nl: string; readonly en: string };
  readonly level: Place['level'];
  readonly unitId: string | null;
}

/** The list behind a counter: without-adviser of an own caseload counts the own office or district. */
export function listPlace(place: Place, counter: Counter | undefined): Place {
  if (counter === undefined) return place;
  return counter.unitId === null ? { level: counter.level } : { level: counter.level, unitId: counter.unitId };
}

/** The word of a counter; one that counts another unit than the own clients says which. */
export function counterTitle(
  counter: Counter,
  place: Place,
  { say, locale }: { readonly say: Say; readonly locale: 'nl' | 'en' },
): string {
  const title = counter.title[locale];
  if (place.level !== 'own' || counter.level === 'own') return title;
  return `${title} ${say(counter.level === 'office' ? 'inOffice' : 'inDistrict')}`;
}
