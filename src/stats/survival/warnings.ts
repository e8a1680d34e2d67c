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

export function ratioOutOfReach(terms: readonly string[]): Warning {
  const names = terms.join(', ');
  return {
    code: 'ratio_out_of_reach',
    sentence: {
      nl: `Een eenheid van ${names} is zo groot dat de verhouding niet als getal te schrijven is: schaal het kenmerk.`,
      en: `A unit of ${names} is so large that the ratio cannot be written as a number: scale the covariate.`,
    },
  };
}

export const BASELINE_OUT_OF_REACH: Warning = {
  code: 'baseline_out_of_reach',
  sentence: {
    nl: 'De kenmerken liggen zo ver van nul dat het basisrisico daar geen getal is: trek er een waarde uit de gegevens af.',
    en: 'The covariates lie so far from zero that the baseline there is no number: subtract a value found in the data.',
  },
};
