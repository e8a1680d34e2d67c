import type { Words } from '../../platform/contract.ts';
import { dateWords, say } from './date-words.ts';

/** What was learned, in words; a date follows where there is one. */
const learnedWords = {
  benefit_new: { nl: 'uitkering later bekend geworden, begin', en: 'benefit became known later, start' },
  benefit_withdrawn: { nl: 'uitkering ingetrokken', en: 'benefit withdrawn' },
  benefit_replaced: { nl: 'invoer vervangen door een aanlevering', en: 'what was entered is replaced by a delivery' },
  benefit_moved_client: { nl: 'uitkering staat nu bij een andere klant', en: 'benefit moved to another client' },
  benefit_moved_office: { nl: 'uitkering verhuisd naar een andere vestiging', en: 'benefit moved to another office' },
  benefit_ended: { nl: 'uitstroom later bekend geworden, einde', en: 'outflow became known later, end' },
  benefit_reopened: { nl: 'uitkering heropend, eerder beëindigd op', en: 'benefit reopened, ended before on' },
  benefit_end_changed: { nl: 'einde van de uitkering gewijzigd naar', en: 'end of the benefit changed to' },
  benefit_start_changed: { nl: 'begin van de uitkering gewijzigd naar', en: 'start of the benefit changed to' },
  capacity_changed: { nl: 'arbeidsvermogen opnieuw vastgelegd', en: 'work capacity recorded anew' },
  insurer_changed: { nl: 'verzekering gewijzigd', en: 'insurer changed' },
  contact_late: { nl: 'contact later vastgelegd, van', en: 'contact registered later, of' },
  contact_corrected: { nl: 'contact gecorrigeerd, van', en: 'contact corrected, of' },
  contact_withdrawn: { nl: 'contact ingetrokken, van', en: 'contact withdrawn, of' },
  enrolment_changed: { nl: 'opname in de dienstverlening gewijzigd per', en: 'enrolment changed from' },
  job_changed: { nl: 'werk gewijzigd per', en: 'job changed from' },
  trajectory_changed: { nl: 'traject gewijzigd per', en: 'trajectory changed from' },
  profile_changed: { nl: 'profiel gewijzigd, vastgesteld op', en: 'profile changed, assessed on' },
  other: {
    nl: 'iets anders dan de feiten van deze klant is gewijzigd',
    en: 'something other than the facts of this client changed',
  },
} as const satisfies Readonly<Record<string, Words>>;

export type LearnedCode = keyof typeof learnedWords;

export function computeLearnedSentence(code: LearnedCode, onDate: string | null): Words {
  const words = learnedWords[code];
  if (onDate === null) return words;
  const day = dateWords(onDate);
  return say((w) => `${w(words)} ${w(day)}`);
}
