import * as z from 'zod';
import { contract } from '../../platform/contract.ts';
import { roles } from '../organisation/index.ts';
import { HOURS_PER_FTE_AUGUST_2019 } from './assumptions.ts';
import { bridgeOutput } from './bridge/bridge-shape.ts';
import { cohortCase, cohortOutput } from './cohort/cohort-shape.ts';
import { FORECAST_REFUSALS } from './not-estimable.ts';
import { jsonInput, numbers } from './shapes.ts';

export const cohort = contract({
  name: 'forecast.cohort',
  method: 'POST',
  path: '/forecast/cohort',
  reads: true,
  summary: {
    nl: 'Uren die uit instroomcohorten volgen: per maand, per jaar en per klant',
    en: 'Hours that follow from inflow cohorts: per month, per year and per client',
  },
  input: z.object({
    input: jsonInput(
      cohortCase,
      'JSON file: {"year": 2019, "inflow": {"2017-01": n, ...}, "hours": {"lifetime": L, "runOffPerMonth": r} or {"byMonthSinceInflow": [g0, g1, ...]}}; optional conversations (as hours), survivalAfterYear, plannableHours',
    ),
  }),
  output: cohortOutput,
  roles: [...roles],
  reach: 'none',
  refusals: FORECAST_REFUSALS,
});

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
  output: bridgeOutput,
  roles: [...roles],
  reach: 'none',
  refusals: FORECAST_REFUSALS,
});

/** What a file with a triangle holds. */
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
    en: 'Complete a triangle of cohorts by the chain ladder with Mack standard errors',
  },
  input: z.object({
    input: jsonInput(
      triangleCase,
      'JSON file: {"triangle": [[cumulative amounts of the oldest cohort], ...], "sigma": "mack" or "loglinear"}',
    ),
  }),
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
