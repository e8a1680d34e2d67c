import type { Words } from '../../platform/contract.ts';
import { daysBetween } from '../../time/calendar-date.ts';
import { dateWords, durationWords, say } from './date-words.ts';

interface LearnedWords {
  /** Head of the people whom it moved. */
  readonly title: Words;
  /** Of one of them; the contact and its date follow, or the date alone. */
  readonly line: Words;
}

/** In the order of the screen: who came and went, who changed, what was done with them, the rest. */
const learnedWords = {
  benefit_ended: {
    title: { nl: 'Uitkering eindigde, later bekend geworden', en: 'Benefit ended, known later' },
    line: { nl: 'uitkering eindigde op', en: 'benefit ended on' },
  },
  benefit_new: {
    title: { nl: 'Uitkering later bekend geworden', en: 'Benefit known later' },
    line: { nl: 'uitkering begon op', en: 'benefit began on' },
  },
  benefit_withdrawn: {
    title: { nl: 'Uitkering ingetrokken', en: 'Benefit withdrawn' },
    line: { nl: 'uitkering ingetrokken', en: 'benefit withdrawn' },
  },
  benefit_reopened: {
    title: { nl: 'Uitkering heropend', en: 'Benefit reopened' },
    line: { nl: 'uitkering heropend, was beëindigd op', en: 'benefit reopened, had ended on' },
  },
  benefit_end_changed: {
    title: { nl: 'Einde van de uitkering gewijzigd', en: 'End of the benefit changed' },
    line: { nl: 'einde van de uitkering is nu', en: 'end of the benefit is now' },
  },
  benefit_start_changed: {
    title: { nl: 'Begin van de uitkering gewijzigd', en: 'Start of the benefit changed' },
    line: { nl: 'begin van de uitkering is nu', en: 'start of the benefit is now' },
  },
  benefit_moved_client: {
    title: { nl: 'Uitkering staat nu bij een andere klant', en: 'Benefit moved to another client' },
    line: { nl: 'uitkering staat nu bij een andere klant', en: 'benefit moved to another client' },
  },
  benefit_moved_office: {
    title: { nl: 'Uitkering verhuisd naar een andere vestiging', en: 'Benefit moved to another office' },
    line: { nl: 'uitkering verhuisd naar een andere vestiging', en: 'benefit moved to another office' },
  },
  benefit_replaced: {
    title: { nl: 'Invoer vervangen door een aanlevering', en: 'What was entered is replaced by a delivery' },
    line: { nl: 'invoer vervangen door een aanlevering', en: 'what was entered is replaced by a delivery' },
  },
  capacity_changed: {
    title: { nl: 'Arbeidsvermogen opnieuw vastgelegd', en: 'Work capacity recorded anew' },
    line: { nl: 'arbeidsvermogen opnieuw vastgelegd', en: 'work capacity recorded anew' },
  },
  insurer_changed: {
    title: { nl: 'Verzekering gewijzigd', en: 'Insurer changed' },
    line: { nl: 'verzekering gewijzigd', en: 'insurer changed' },
  },
  job_changed: {
    title: { nl: 'Werk later bekend geworden of gewijzigd', en: 'Job known later or changed' },
    line: { nl: 'werk gewijzigd per', en: 'job changed from' },
  },
  trajectory_changed: {
    title: { nl: 'Traject later bekend geworden of gewijzigd', en: 'Trajectory known later or changed' },
    line: { nl: 'traject gewijzigd per', en: 'trajectory changed from' },
  },
  contact_late: {
    title: { nl: 'Contact later vastgelegd', en: 'Contact registered later' },
    line: { nl: '', en: '' },
  },
  contact_corrected: {
    title: { nl: 'Contact gecorrigeerd', en: 'Contact corrected' },
    line: { nl: 'gecorrigeerd:', en: 'corrected:' },
  },
  contact_withdrawn: {
    title: { nl: 'Contact ingetrokken', en: 'Contact withdrawn' },
    line: { nl: 'ingetrokken:', en: 'withdrawn:' },
  },
  enrolment_changed: {
    title: { nl: 'Opname in de dienstverlening gewijzigd', en: 'Enrolment changed' },
    line: { nl: 'opname in de dienstverlening gewijzigd per', en: 'enrolment changed from' },
  },
  profile_changed: {
    title: { nl: 'Klantprofiel gewijzigd', en: 'Client profile changed' },
    line: { nl: 'profiel gewijzigd, vastgesteld op', en: 'profile changed, assessed on' },
  },
  other: {
    title: { nl: 'Iets anders', en: 'Something else' },
    line: {
      nl: 'iets anders dan de feiten van deze klant is gewijzigd',
      en: 'something other than the facts of this client changed',
    },
  },
} as const satisfies Readonly<Record<string, LearnedWords>>;

export type LearnedCode = keyof typeof learnedWords;

/** In the order in which their people stand on the screen. */
export const learnedCodes = Object.keys(learnedWords) as readonly LearnedCode[];

/** One thing that was learned of a benefit between two states of knowledge. */
export interface Learned {
  readonly code: LearnedCode;
  readonly onDate: string | null;
  /** Local day since which it is known; null where nothing of the benefit changed. */
  readonly knownOn: string | null;
  /** Of a contact. */
  readonly kind: string | null;
  readonly channel: string | null;
}

export function learnedTitle(code: LearnedCode): Words {
  return learnedWords[code].title;
}

export function computeLearnedSentence({ code, onDate, knownOn, kind, channel }: Learned): Words {
  const { line } = learnedWords[code];
  if (onDate === null) return line;
  const day = dateWords(onDate);
  if (kind === null) return say((w) => `${w(line)} ${w(day)}`);
  const contact = contactWords(kind, channel);
  const days = code === 'contact_late' && knownOn !== null ? daysBetween(onDate, knownOn) : 0;
  const late = days > 0 ? durationWords(days) : null;
  return say((w, language) => {
    const of = `${w(contact)} ${language === 'nl' ? 'van' : 'of'} ${w(day)}`;
    const told = w(line) === '' ? of : `${w(line)} ${of}`;
    if (late === null) return told;
    return `${told}, ${language === 'nl' ? `${w(late)} later bekend` : `known ${w(late)} later`}`;
  });
}

function contactWords(kind: string, channel: string | null): Words {
  if (kind === 'workshop') return { nl: 'workshop', en: 'workshop' };
  if (kind === 'test') return { nl: 'test', en: 'test' };
  switch (channel) {
    case 'office':
      return { nl: 'gesprek op vestiging', en: 'conversation at the office' };
    case 'phone':
      return { nl: 'telefoongesprek', en: 'phone conversation' };
    case 'video':
      return { nl: 'videogesprek', en: 'video conversation' };
    default:
      return { nl: 'contact', en: 'contact' };
  }
}
