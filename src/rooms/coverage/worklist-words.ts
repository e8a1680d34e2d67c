import type { Words } from '../../platform/contract.ts';
import type { OpenState, Worklist } from './worklist.ts';

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

/** Names of the states of what leads a line, as the screens write them. */
export const openStateWords: Readonly<Record<OpenState, Words>> = {
  overdue: { nl: 'te laat', en: 'overdue' },
  overdue_planned: { nl: 'te laat, gepland', en: 'overdue, planned' },
  due: { nl: 'binnenkort', en: 'due soon' },
  due_planned: { nl: 'binnenkort, gepland', en: 'due soon, planned' },
  in_view: { nl: 'in beeld', en: 'in view' },
};

/** Names of schemes as people in the field write them; they are the same in both languages. */
export const schemeWords: Readonly<Record<string, string>> = {
  WW: 'WW',
  WIA_WGA: 'WIA-WGA',
  WIA_IVA: 'WIA-IVA',
  WAJONG: 'Wajong',
};

/** What a client would rather have, as the register writes it. */
export const preferredWords: Readonly<Record<string, Words>> = {
  office: { nl: 'bezoek aan de vestiging', en: 'visiting the office' },
  phone: { nl: 'telefoon', en: 'phone' },
  video: { nl: 'video', en: 'video' },
  letter: { nl: 'brief', en: 'letter' },
  email: { nl: 'e-mail', en: 'e-mail' },
};
