import type { PublishedPair } from '../cohort/solve-pair.ts';
import type { BridgeArithmetic } from './arithmetic.ts';
import { averageInService } from './in-service.ts';
import { type Reading, type ReadingAssumptions, type ServiceYearRow, verdictOf } from './reading.ts';
import { overlaps, printedRange, type Range } from './rounding.ts';

/** M6 and M7: the figure depends on how long clients stay in benefit. */
export function stockReadings(pair: PublishedPair, sums: BridgeArithmetic, assumed: ReadingAssumptions): Reading[] {
  const { half } = assumed;
  const target = printedRange(pair.to.hours, half);
  const table = assumed.survivals.map((survival) => serviceYearRow(pair, survival, assumed));
  const ratio = table[0]?.ratio ?? 1;
  const inBenefit: Range = [sums.fixedHoursRange[0] * ratio, sums.fixedHoursRange[1] * ratio];
  return [
    {
      id: 'M6',
      formula: 'h1 = h0 S0 / S1',
      value: null,
      range: null,
      verdict: verdictOf(table.some((row) => overlaps(row.range, target))),
      table,
    },
    {
      id: 'M7',
      formula: 'h1 = h0 N0 S1 / (N1 S0)',
      value: sums.fixedHoursWouldGive * ratio,
      range: inBenefit,
      verdict: verdictOf(overlaps(inBenefit, target)),
      params: { survivalAfterYear: assumed.survivals[0] },
    },
  ];
}

function serviceYearRow(pair: PublishedPair, survivalAfterYear: number, assumed: ReadingAssumptions): ServiceYearRow {
  const hazard = -Math.log(survivalAfterYear) / 12;
  const stock = (inflow: number) => averageInService(hazard, { ...assumed, inflow });
  const avgStockBudget = stock(pair.from.inflow);
  const avgStockForecast = stock(pair.to.inflow);
  const ratio = avgStockForecast / avgStockBudget;
  const [low, high] = printedRange(pair.from.hours, assumed.half);
  return {
    survivalAfterYear,
    avgStockBudget,
    avgStockForecast,
    ratio,
    hForecast: pair.from.hours / ratio,
    range: [low / ratio, high / ratio],
  };
}
