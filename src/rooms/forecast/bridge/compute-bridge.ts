import type { Words } from '../../../platform/contract.ts';
import { ASSUMED_MONTH_WEIGHTS, ASSUMED_SURVIVAL_AFTER_YEAR, SURVIVALS_AFTER_YEAR } from '../assumptions.ts';
import type { PublishedPair } from '../cohort/solve-pair.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { number, OUR_READING } from '../sentence.ts';
import { type BridgeArithmetic, bridgeArithmetic } from './arithmetic.ts';
import { type WordedReading, wordReading } from './reading-words.ts';
import { readingsOf } from './readings.ts';
import { halfUnit } from './rounding.ts';
import { sayBridge } from './say-bridge.ts';

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
    readonly sentence: Words;
  };
  readonly sentence: Words;
  readonly reading: Words;
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
    readings: readings.map((reading) => wordReading(reading, sums.extraClients < 0)),
    assumptions: {
      decimals,
      previousInflow,
      survivalAfterYear,
      hoursPerFte,
      monthWeights: ASSUMED_MONTH_WEIGHTS,
      sentence: assumptionsSentence({ previousInflow, survivalAfterYear, hoursPerFte }),
    },
    sentence: sayBridge(asked, sums),
    reading: OUR_READING,
  };
}

function assumptionsSentence(assumed: {
  readonly previousInflow: number;
  readonly survivalAfterYear: number;
  readonly hoursPerFte: number;
}): Words {
  const inflow = number(assumed.previousInflow, 0);
  const share = number(assumed.survivalAfterYear * 100, 0);
  const perFte = number(assumed.hoursPerFte, 0);
  return {
    nl: `Aannames: elk van de twee jaren ervoor ${inflow.nl} instroom, ${share.nl} % na een jaar nog in de uitkering, ${perFte.nl} uur per adviseur per jaar, onze verdeling over maanden.`,
    en: `Assumptions: ${inflow.en} inflow in each of the two years before, ${share.en} % still in benefit after a year, ${perFte.en} hours per adviser per year, our spread over months.`,
  };
}
