import type { NotEstimable } from '../forecast/index.ts';

/** Why a projection refuses: one register of the room; a code is never reused for another reason. */
export const CAPACITY_REFUSALS = {
  unequal_months: {
    http: 422,
    exit: 3,
    nl: 'De maandreeksen zijn niet even lang. Geef elke reeks evenveel maanden als de productieve uren.',
    en: 'The monthly series differ in length. Give each as many months as the productive hours.',
  },
  bad_amount: {
    http: 422,
    exit: 3,
    nl: 'Een aantal of aandeel is geen eindig getal vanaf nul. Verbeter het genoemde getal.',
    en: 'A count or share is not a finite number from zero. Correct the number that is named.',
  },
  bad_share: {
    http: 422,
    exit: 3,
    nl: 'Een aandeel ligt niet tussen nul en een (verloop per jaar: niet tussen nul en twaalf).',
    en: 'A share does not lie between zero and one (attrition per year: not between zero and twelve).',
  },
  no_ramp: {
    http: 422,
    exit: 3,
    nl: 'De opbouw is leeg. Geef ten minste een aandeel: dat van de maand van starten.',
    en: 'The ramp is empty. Give at least one share: that of the month of starting.',
  },
  more_ends_than_advisers: {
    http: 422,
    exit: 3,
    nl: 'In een maand eindigen meer contracten dan er nog formatie is. Verbeter het genoemde getal.',
    en: 'In a month more contracts end than there is formation left. Correct the number that is named.',
  },
  bad_first_month: {
    http: 422,
    exit: 3,
    nl: 'De eerste maand is geen maand. Schrijf maanden als 2019-01.',
    en: 'The first month is not a month. Write months as 2019-01.',
  },
  no_planned_growth: {
    http: 422,
    exit: 3,
    nl: 'Er is geen groei gepland: het tempo kan de groei dan niet volgen.',
    en: 'No growth was planned: the pace cannot follow growth then.',
  },
  no_hires: {
    http: 422,
    exit: 3,
    nl: 'Er is nog niemand aangenomen: de rekensom zegt dan niets. Reken opnieuw zodra iemand is aangenomen.',
    en: 'Nobody was hired yet: the arithmetic says nothing then. Compute again once somebody is hired.',
  },
  conversion_unknown: {
    http: 422,
    exit: 3,
    nl: 'Zonder het aantal kandidaten over wie is besloten is er geen slagingskans: de werving loopt nog.',
    en: 'Without the number of candidates decided on there is no conversion rate: recruitment is still running.',
  },
} as const;

export type CapacityRefusal = keyof typeof CAPACITY_REFUSALS;

/** Makes a refusal of this room; `detail` names the series, month or number. */
export function notEstimable(code: CapacityRefusal, detail: string | null = null): NotEstimable<CapacityRefusal> {
  const { nl, en } = CAPACITY_REFUSALS[code];
  return { notEstimable: true, code, sentence: { nl, en }, detail };
}
