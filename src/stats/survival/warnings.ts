import type { Warning } from '../result.ts';

export function beyondFollowUp(label: string, end: number): Warning {
  return {
    code: 'beyond_follow_up',
    sentence: {
      nl: `Groep ${label} is gevolgd tot ${end}: daarna is er geen schatting.`,
      en: `Group ${label} was followed until ${end}: there is no estimate after that.`,
    },
  };
}

export function emptyStrata(number: number): Warning {
  return {
    code: 'strata_without_comparison',
    sentence: {
      nl: `${number} strata hebben geen gebeurtenis met twee groepen in beeld en dragen niets bij.`,
      en: `${number} strata have no event with two groups at risk and add nothing.`,
    },
  };
}
