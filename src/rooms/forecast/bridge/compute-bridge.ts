import { ASSUMED_MONTH_WEIGHTS, ASSUMED_SURVIVAL_AFTER_YEAR, SURVIVALS_AFTER_YEAR } from '../assumptions.ts';
import { number, OUR_READING, type Sentence } from '../cohort/sentence.ts';
import type { PublishedPair } from '../cohort/solve-pair.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type BridgeArithmetic, bridgeArithmetic } from './arithmetic.ts';
import { type WordedReading, wordReading } from './reading-words.ts';
import { readingsOf } from './readings.ts';
import { halfUnit } from './rounding.ts';

/** A pair, how it was printed, and what is assumed beside it. */
export interface BridgeQuestion extends PublishedPair {
  /** Decimals that the hours were printed with. */
  readonly decimals: number;
  readonly hoursPerFte: number;
  /** Inflow of each of the two years before; the first inflow when absent. */
  readonly previousInflow?: number | undefined;
  readonly survivalAfterYear?: number | undefined;
}

/** The arithmetic of a pair, the readings that can and cannot explain it, and the words for both. */
export interface Bridge extends BridgeArithmetic {
  readonly definition: 'inflow_client_in_calendar_year';
  readonly readings: readonly WordedReading[];
  readonly assumptions: {
    readonly decimals: number;
    readonly previousInflow: number;
    readonly survivalAfterYear: number;
    readonly hoursPerFte: number;
    readonly monthWeights: readonly number[];
    readonly sentence: Sentence;
  };
  readonly sentence: Sentence;
  readonly reading: Sentence;
}

/** Bridges two published figures. Refuses with a code of the room; never gives NaN. */
export function computeBridge(asked: BridgeQuestion): Bridge | NotEstimable {
  const { decimals, hoursPerFte } = asked;
  const previousInflow = asked.previousInflow ?? asked.from.inflow;
  const survivalAfterYear = asked.survivalAfterYear ?? ASSUMED_SURVIVAL_AFTER_YEAR;
  if (!(previousInflow >= 0)) return notEstimable('bad_inflow', String(previousInflow));
  if (!(survivalAfterYear > 0 && survivalAfterYear < 1)) return notEstimable('bad_survival', String(survivalAfterYear));
  if (!(hoursPerFte > 0)) return notEstimable('bad_hours', String(hoursPerFte));
  const sums = bridgeArithmetic(asked, halfUnit(decimals));
  if (isNotEstimable(sums)) return sums;
  const readings = readingsOf(asked, sums, {
    half: halfUnit(decimals),
    previousInflow,
    monthWeights: ASSUMED_MONTH_WEIGHTS,
    survivals: [survivalAfterYear, ...SURVIVALS_AFTER_YEAR.filter((survival) => survival !== survivalAfterYear)],
    hoursPerFte,
  });
  return {
    ...sums,
    definition: 'inflow_client_in_calendar_year',
    readings: readings.map(wordReading),
    assumptions: {
      decimals,
      previousInflow,
      survivalAfterYear,
      hoursPerFte,
      monthWeights: ASSUMED_MONTH_WEIGHTS,
      sentence: assumptionsSentence({ previousInflow, survivalAfterYear, hoursPerFte }),
    },
    sentence: bridgeSentence(asked, sums),
    reading: OUR_READING,
  };
}

function bridgeSentence({ from, to }: PublishedPair, sums: BridgeArithmetic): Sentence {
  const { bridge, marginalRangeFromRounding: range } = sums;
  const parts = {
    from: number(from.inflow, 0),
    to: number(to.inflow, 0),
    start: number(bridge.start, 2),
    end: number(bridge.end, 2),
    dilution: signed(bridge.dilutionIfNoExtraHours),
    extra: signed(bridge.extraHoursEffect),
    marginal: number(sums.marginalHoursPerExtraClient, 2),
    low: number(range[0], 2),
    high: number(range[1], 2),
  };
  const sum = (l: 'nl' | 'en') => `${parts.start[l]} ${parts.dilution[l]} ${parts.extra[l]} = ${parts.end[l]}`;
  return {
    nl: `Van ${parts.start.nl} uur per instromende klant in het kalenderjaar bij ${parts.from.nl} klanten naar ${parts.end.nl} bij ${parts.to.nl}: ${sum('nl')} (zelfde uren over andere instroom, dan de uren die de extra klanten krijgen); per extra klant ${parts.marginal.nl} uur, door afronding tussen ${parts.low.nl} en ${parts.high.nl}.`,
    en: `From ${parts.start.en} hours per inflow client in the calendar year at ${parts.from.en} clients to ${parts.end.en} at ${parts.to.en}: ${sum('en')} (the same hours over another inflow, then the hours that the extra clients get); ${parts.marginal.en} hours per extra client, between ${parts.low.en} and ${parts.high.en} by rounding.`,
  };
}

function assumptionsSentence(assumed: {
  readonly previousInflow: number;
  readonly survivalAfterYear: number;
  readonly hoursPerFte: number;
}): Sentence {
  const inflow = number(assumed.previousInflow, 0);
  const share = number(assumed.survivalAfterYear * 100, 0);
  const perFte = number(assumed.hoursPerFte, 0);
  return {
    nl: `Aannames: elk van de twee jaren ervoor ${inflow.nl} instroom, ${share.nl} % na een jaar nog in de uitkering, ${perFte.nl} uur per adviseur per jaar, onze verdeling over maanden.`,
    en: `Assumptions: ${inflow.en} inflow in each of the two years before, ${share.en} % still in benefit after a year, ${perFte.en} hours per adviser per year, our spread over months.`,
  };
}

function signed(value: number): Sentence {
  const sign = value < 0 ? '-' : '+';
  const size = number(Math.abs(value), 3);
  return { nl: `${sign} ${size.nl}`, en: `${sign} ${size.en}` };
}
