import type { Words } from '../../../platform/contract.ts';
import type { PublishedPair } from '../cohort/solve-pair.ts';
import { number } from '../sentence.ts';
import type { BridgeArithmetic } from './arithmetic.ts';

/** The steps have three decimals, so their start and end never have fewer than two. */
const DECIMALS_OF_SUM = 2;

/**
 * The bridge as one sentence: the two figures with the decimals that they were printed with, the sum, and what the hours
 * come to per client more or fewer, where that says anything.
 */
export function sayBridge(pair: PublishedPair & { readonly decimals: number }, sums: BridgeArithmetic): Words {
  const { from, to, decimals } = pair;
  const [inflow, next] = [number(from.inflow, 0), number(to.inflow, 0)];
  const [hours, then] = [number(from.hours, decimals), number(to.hours, decimals)];
  const sum = sayArithmetic(sums, Math.max(DECIMALS_OF_SUM, decimals));
  const step = saySecondStep(sums);
  const each = sayMarginal(sums);
  return {
    nl: `Van ${hours.nl} uur per instromende klant in het kalenderjaar bij ${inflow.nl} klanten naar ${then.nl} bij ${next.nl}: ${sum.nl} (zelfde uren over andere instroom, dan ${step.nl}); ${each.nl}.`,
    en: `From ${hours.en} hours per inflow client in the calendar year at ${inflow.en} clients to ${then.en} at ${next.en}: ${sum.en} (the same hours over another inflow, then ${step.en}); ${each.en}.`,
  };
}

function sayArithmetic({ bridge }: BridgeArithmetic, decimals: number): Words {
  const [start, end] = [number(bridge.start, decimals), number(bridge.end, decimals)];
  const [dilution, extra] = [signed(bridge.dilutionIfNoExtraHours), signed(bridge.extraHoursEffect)];
  const inLanguage = (l: 'nl' | 'en') => `${start[l]} ${dilution[l]} ${extra[l]} = ${end[l]}`;
  return { nl: inLanguage('nl'), en: inLanguage('en') };
}

function saySecondStep({ extraClients, extraHours }: BridgeArithmetic): Words {
  const clients = number(Math.abs(extraClients), 0);
  if (extraClients > 0 && extraHours >= 0)
    return { nl: 'de uren die de extra klanten krijgen', en: 'the hours that the extra clients get' };
  if (extraClients < 0 && extraHours <= 0)
    return {
      nl: `de uren die wegvallen met ${clients.nl} klanten minder`,
      en: `the hours that fall away with ${clients.en} fewer clients`,
    };
  return extraClients > 0
    ? { nl: `minder uren voor ${clients.nl} klanten meer`, en: `fewer hours for ${clients.en} more clients` }
    : { nl: `meer uren voor ${clients.nl} klanten minder`, en: `more hours for ${clients.en} fewer clients` };
}

/** Hours per client more or fewer: nothing where hours and clients go opposite ways. */
function sayMarginal(sums: BridgeArithmetic): Words {
  const { extraClients, extraHours, marginalHoursPerExtraClient, marginalRangeFromRounding } = sums;
  const value = number(marginalHoursPerExtraClient, 2);
  const [low, high] = [number(marginalRangeFromRounding[0], 2), number(marginalRangeFromRounding[1], 2)];
  const rounding = {
    nl: `door afronding tussen ${low.nl} en ${high.nl}`,
    en: `between ${low.en} and ${high.en} by rounding`,
  };
  if (extraClients > 0 && extraHours >= 0)
    return {
      nl: `per extra klant ${value.nl} uur, ${rounding.nl}`,
      en: `${value.en} hours per extra client, ${rounding.en}`,
    };
  if (extraClients < 0 && extraHours <= 0)
    return {
      nl: `per klant minder ${value.nl} uur minder, ${rounding.nl}`,
      en: `${value.en} hours fewer per client fewer, ${rounding.en}`,
    };
  return extraClients > 0
    ? {
        nl: 'samen minder uren voor meer klanten: de instroom alleen verklaart dat niet',
        en: 'in all fewer hours for more clients: inflow alone does not explain that',
      }
    : {
        nl: 'samen meer uren voor minder klanten: de instroom alleen verklaart dat niet',
        en: 'in all more hours for fewer clients: inflow alone does not explain that',
      };
}

function signed(value: number): Words {
  const sign = value < 0 ? '-' : '+';
  const size = number(Math.abs(value), 3);
  return { nl: `${sign} ${size.nl}`, en: `${sign} ${size.en}` };
}
