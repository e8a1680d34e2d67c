import * as z from 'zod';
import { capacityAssumption, numbers, perName, range, words } from '../shapes.ts';

const serviceYearRow = z
  .object({
    survivalAfterYear: z.number(),
    avgStockBudget: z.number(),
    avgStockForecast: z.number(),
    ratio: z.number(),
    hForecast: z.number(),
    range,
  })
  .readonly();

const reading = z
  .object({
    id: z.enum(['M0', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8']),
    name: words,
    formula: z.string(),
    value: z.number().nullable(),
    range: range.nullable(),
    verdict: z.enum(['explains', 'explains_only_if', 'rejected']),
    capacityAssumption,
    sentence: words,
    params: perName.optional(),
    identified: z.object({ L: range, meanLagMonths: range, n: z.number() }).readonly().nullable().optional(),
    table: z.array(serviceYearRow).readonly().optional(),
  })
  .readonly();

/** A bridge as it leaves the room. */
export const bridgeOutput = z.object({
  totalHoursBudget: z.number(),
  totalHoursForecast: z.number(),
  extraClients: z.number(),
  extraHours: z.number(),
  marginalHoursPerExtraClient: z.number(),
  marginalRangeFromRounding: range,
  fixedHoursWouldGive: z.number(),
  fixedHoursRange: range,
  fixedPlusVariable: z.object({ F: z.number(), v: z.number() }).readonly(),
  FRange: range,
  elasticityOfHours: z.number(),
  elasticityRange: range,
  capacityFollowSharePhi: z.number(),
  capacityFollowRange: range,
  hoursRatio: z.number(),
  hoursRatioRange: range,
  bridge: z
    .object({
      start: z.number(),
      dilutionIfNoExtraHours: z.number(),
      extraHoursEffect: z.number(),
      end: z.number(),
    })
    .readonly(),
  definition: z.literal('inflow_client_in_calendar_year'),
  readings: z.array(reading).readonly(),
  assumptions: z
    .object({
      decimals: z.number(),
      previousInflow: z.number(),
      survivalAfterYear: z.number(),
      hoursPerFte: z.number(),
      monthWeights: numbers,
      sentence: words,
    })
    .readonly(),
  sentence: words,
  reading: words,
});
