import * as z from 'zod';
import { contract, fileInput } from '../../platform/contract.ts';
import { roles } from '../organisation/index.ts';
import { HOURS_PER_FTE_AUGUST_2019 } from './assumptions.ts';
import { FORECAST_REFUSALS } from './not-estimable.ts';

const words = z.object({ nl: z.string(), en: z.string() }).readonly();
const numbers = z.array(z.number()).readonly();
const range = z.tuple([z.number(), z.number()]).readonly();
const perId = z.record(z.string(), z.number()).readonly();

/** A file with JSON on the command line, or the same JSON as a value over HTTP. */
function jsonInput<T extends z.ZodType>(shape: T, description: string) {
  return z.union([fileInput(), shape]).meta({ file: true, description });
}

const course = z.union([
  z.object({ lifetime: z.number(), runOffPerMonth: z.number() }),
  z.object({ byMonthSinceInflow: z.array(z.number()) }),
]);

export const cohortCase = z.object({
  year: z.int().min(1900).max(9999),
  inflow: z.record(z.string(), z.number()),
  hours: course,
  conversations: course.optional(),
  survivalAfterYear: z.number().optional(),
  plannableHours: z.number().optional(),
});

const capacityAssumption = z.enum(['follows_demand', 'follows_share', 'fixed']);

const figure = z
  .object({
    definition: z.enum(['inflow_client_in_calendar_year', 'client_year_in_service', 'lifetime_of_cohort_client']),
    capacityAssumption,
    value: z.number(),
    numerator: z.number(),
    denominator: z.number(),
    sentence: words,
  })
  .readonly();

export const cohort = contract({
  name: 'forecast.cohort',
  method: 'POST',
  path: '/forecast/cohort',
  reads: true,
  summary: {
    nl: 'Uren die uit instroomcohorten volgen: per maand, per jaar en per klant',
    en: 'Hours that follow from inflow cohorts: per month, per year and per client. FILE: {"year": 2019, "inflow": {"2017-01": n, ...}, "hours": {"lifetime": L, "runOffPerMonth": r} or {"byMonthSinceInflow": [g0, ...]}}; optional "conversations" (as hours), "survivalAfterYear", "plannableHours"',
  },
  input: z.object({ input: jsonInput(cohortCase, 'JSON file with year, inflow per month and hours per client') }),
  output: z.object({
    cumulativeHours: numbers,
    hoursPerMonth: numbers,
    inYearHoursByEntryMonth: numbers,
    hoursByMonth: numbers,
    hoursFromEarlierYears: perId,
    hoursFromCurrentYear: z.number(),
    totalHours: z.number(),
    inflowTotal: z.number(),
    hoursPerClient: z.number(),
    inYearHoursPerCurrentClient: z.number(),
    figures: z.array(figure).readonly(),
    conversations: z.object({ byMonth: numbers, total: z.number(), perInflowClient: z.number() }).readonly().optional(),
    warnings: z.array(z.object({ code: z.string(), sentence: words }).readonly()).readonly(),
    reading: words,
  }),
  roles: [...roles],
  reach: 'none',
  refusals: FORECAST_REFUSALS,
});

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
    params: perId.optional(),
    identified: z.object({ L: range, meanLagMonths: range, n: z.number() }).readonly().nullable().optional(),
    table: z.array(serviceYearRow).readonly().optional(),
  })
  .readonly();

export const bridge = contract({
  name: 'forecast.bridge',
  method: 'GET',
  path: '/forecast/bridge',
  summary: {
    nl: 'Van het ene cijfer uren per klant naar het andere: de rekensom, wat afronding openlaat, welke lezingen passen',
    en: 'From one figure of hours per client to another: the arithmetic, what rounding leaves open, which readings fit',
  },
  input: z.object({
    fromInflow: z.number().describe('inflow of the year in the first figure'),
    fromHours: z.number().describe('hours per client in the first figure'),
    toInflow: z.number().describe('inflow of the year in the second figure'),
    toHours: z.number().describe('hours per client in the second figure'),
    decimals: z.int().min(0).max(6).default(1).describe('decimals that the hours were printed with'),
    previousInflow: z.number().optional().describe('assumed inflow of each of the two years before; the first inflow'),
    survivalAfterYear: z.number().optional().describe('assumed share still in benefit after twelve months; 0.36'),
    hoursPerFte: z.number().default(HOURS_PER_FTE_AUGUST_2019).describe('hours of service per adviser per year'),
  }),
  output: z.object({
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
      })
      .readonly(),
    sentence: words,
    reading: words,
  }),
  roles: [...roles],
  reach: 'none',
  refusals: FORECAST_REFUSALS,
});

export const triangleCase = z.object({
  triangle: z.array(z.array(z.union([z.number(), z.null(), z.literal('NA')]))),
  sigma: z.enum(['mack', 'loglinear']).default('mack'),
});

export const triangle = contract({
  name: 'forecast.triangle',
  method: 'POST',
  path: '/forecast/triangle',
  reads: true,
  summary: {
    nl: 'Een driehoek van cohorten afmaken met de chain ladder en de standaardfouten van Mack',
    en: 'Complete a triangle of cohorts by the chain ladder with Mack standard errors. FILE: {"triangle": [[cumulative amounts of the oldest cohort], ...], "sigma": "mack" or "loglinear"}',
  },
  input: z.object({ input: jsonInput(triangleCase, 'JSON file with the cumulative triangle') }),
  output: z.object({
    f: numbers,
    sigma: numbers,
    latest: numbers,
    ultimate: numbers,
    ibnr: numbers,
    mackSe: numbers,
    total: z.object({ latest: z.number(), ultimate: z.number(), ibnr: z.number(), mackSe: z.number() }).readonly(),
  }),
  roles: [...roles],
  reach: 'none',
  refusals: FORECAST_REFUSALS,
});
