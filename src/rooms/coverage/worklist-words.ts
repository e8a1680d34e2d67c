import type { Words } from '../../platform/contract.ts';
import type { Worklist } from './worklist.ts';

/** Names of the lists as their counters show them. */
export const worklistWords: Readonly<Record<Worklist, Words>> = {
  overdue: { nl: 'Te laat', en: 'Overdue' },
  due: { nl: 'Binnen 4 weken', en: 'Due within 4 weeks' },
  'in-view': { nl: 'Later', en: 'Later' },
  'to-register': { nl: 'Nog vast te leggen', en: 'To register' },
  'planned-today': { nl: 'Vandaag gepland', en: 'Planned today' },
  'planned-week': { nl: 'Gepland, 7 dagen vanaf vandaag', en: 'Planned, 7 days from today' },
  'only-advised': { nl: 'Alleen advies', en: 'Only advised' },
  'not-enrolled': { nl: 'Niet opgenomen', en: 'Not enrolled' },
  'without-adviser': { nl: 'Zonder adviseur', en: 'Without adviser' },
  'ww-unprofiled': { nl: 'WW zonder profiel', en: 'WW without profile' },
  'review-passed': { nl: 'Herbeoordeling voorbij', en: 'Review date passed' },
  'capacity-unknown': { nl: 'Arbeidsvermogen onbekend', en: 'Work capacity unknown' },
};
