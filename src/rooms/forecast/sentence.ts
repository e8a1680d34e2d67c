import type { Words } from '../../platform/contract.ts';

/** The cohort explanation is not the organisation's own method; whatever rests on it says so. */
export const OUR_READING: Words = {
  nl: 'Dit is onze lezing: hoe UWV zelf extrapoleert is niet gepubliceerd.',
  en: 'This is our reading: the method by which UWV itself extrapolates is not published.',
};

/** A number as each language writes it, with a fixed number of decimals. */
export function number(value: number, decimals: number): Words {
  const format = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return {
    nl: new Intl.NumberFormat('nl-NL', format).format(value),
    en: new Intl.NumberFormat('en-GB', format).format(value),
  };
}
