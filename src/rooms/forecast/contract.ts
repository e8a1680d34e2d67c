import * as z from 'zod';
import { contract, fileInput } from '../../platform/contract.ts';
import { roles } from '../organisation/index.ts';
import { HOURS_PER_FTE_AUGUST_2019 } from './assumptions.ts';
import { bridgeOutput } from './bridge/bridge-shape.ts';
import { cohortOutput } from './cohort/cohort-shape.ts';
import { jsonInput } from './json-input.ts';
import { FORECAST_REFUSALS } from './not-estimable.ts';
import { accuracyLine, methods, SERIES_FORECAST_REFUSALS, seriesLine, seriesOutput } from './series/series-shape.ts';
import { commandHelp, numbers } from './shapes.ts';

export const cohort = contract({
  name: 'forecast.cohort',
  method: 'POST',
  path: '/forecast/cohort',
  reads: true,
  summary: {
    nl: 'Uren die uit instroomcohorten volgen: per maand, per jaar en per klant',
    en: commandHelp({
      does: 'Hours that follow from inflow cohorts: per month, per year and per client',
      method:
        'Clients of each entry month x the expected course of one client, C_k = L (1 - exp(-r k) (1 - exp(-r)) / r) or hours per month as given; entry uniform within the month',
      keys: Object.keys(cohortOutput.shape),
      example: 'forecast cohort --input src/rooms/forecast/examples/cohort.json',
    }),
  },
  input: z.object({
    input: jsonInput(
      'JSON file: {"year": 2019, "inflow": {"2017-01": n, ...}, "hours": {"lifetime": L, "runOffPerMonth": r} or {"byMonthSinceInflow": [g0, g1, ...]}}; optional conversations (as hours), survivalAfterYear, plannableHours',
    ),
  }),
  output: cohortOutput,
  roles: [...roles],
  reach: 'none',
  standsAlone: true,
  machineOnly: true,
  refusals: {
    bad_inflow_month: FORECAST_REFUSALS.bad_inflow_month,
    inflow_too_early: FORECAST_REFUSALS.inflow_too_early,
    bad_inflow: FORECAST_REFUSALS.bad_inflow,
    no_inflow_in_year: FORECAST_REFUSALS.no_inflow_in_year,
    bad_hours: FORECAST_REFUSALS.bad_hours,
    bad_run_off: FORECAST_REFUSALS.bad_run_off,
    bad_survival: FORECAST_REFUSALS.bad_survival,
  },
});

export const bridge = contract({
  name: 'forecast.bridge',
  method: 'GET',
  path: '/forecast/bridge',
  summary: {
    nl: 'Van het ene cijfer uren per klant naar het andere: de rekensom, wat afronding openlaat, welke lezingen passen',
    en: commandHelp({
      does: 'From one figure of hours per client to another: the arithmetic, what rounding leaves open, which readings fit',
      method:
        'Same total over the other inflow, then the hours of the difference; ranges at the corners of rounding; nine readings, each tried on the pair (how UWV itself extrapolates is not published)',
      keys: Object.keys(bridgeOutput.shape),
      example: 'forecast bridge --from-inflow 254200 --from-hours 5.3 --to-inflow 284050 --to-hours 5.1',
    }),
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
  standsAlone: true,
  machineOnly: true,
  refusals: {
    bad_inflow: FORECAST_REFUSALS.bad_inflow,
    bad_hours: FORECAST_REFUSALS.bad_hours,
    bad_survival: FORECAST_REFUSALS.bad_survival,
    no_difference_in_inflow: FORECAST_REFUSALS.no_difference_in_inflow,
  },
});

/** What a file with a triangle holds. */
export const triangleCase = z.object({
  triangle: z.array(z.array(z.union([z.number(), z.null(), z.literal('NA')]))),
  sigma: z.enum(['mack', 'loglinear']).default('mack'),
});

const triangleOutput = z.object({
  f: numbers,
  sigma: numbers,
  latest: numbers,
  ultimate: numbers,
  ibnr: numbers,
  mackSe: numbers,
  total: z.object({ latest: z.number(), ultimate: z.number(), ibnr: z.number(), mackSe: z.number() }).readonly(),
});

export const triangle = contract({
  name: 'forecast.triangle',
  method: 'POST',
  path: '/forecast/triangle',
  reads: true,
  summary: {
    nl: 'Een driehoek van cohorten afmaken met de chain ladder en de standaardfouten van Mack',
    en: commandHelp({
      does: 'Complete a triangle of cohorts by the chain ladder with Mack standard errors',
      method:
        "Source: Mack (1993), ASTIN Bulletin 23; the last sigma by Mack's rule or log-linear, Mack (1999), ASTIN Bulletin 29",
      keys: Object.keys(triangleOutput.shape),
      example: 'forecast triangle --input src/rooms/forecast/examples/triangle.json',
    }),
  },
  input: z.object({
    input: jsonInput(
      'JSON file: {"triangle": [[cumulative amounts of the oldest cohort], ...], "sigma": "mack" or "loglinear"}',
    ),
  }),
  output: triangleOutput,
  roles: [...roles],
  reach: 'none',
  standsAlone: true,
  machineOnly: true,
  refusals: {
    triangle_too_small: FORECAST_REFUSALS.triangle_too_small,
    triangle_shape: FORECAST_REFUSALS.triangle_shape,
    triangle_value: FORECAST_REFUSALS.triangle_value,
  },
});

export const series = contract({
  name: 'forecast.series',
  command: 'series forecast',
  method: 'POST',
  path: '/forecast/series',
  reads: true,
  summary: {
    nl: 'Wat eraan komt: elke reeks van een bestand vooruit, met banden die kloppen; ook opgeteld over een hiërarchie',
    en: commandHelp({
      does: 'What is coming: every series of a file ahead, with bands that hold; also added up over a hierarchy',
      method:
        'Mean with equal weights of Theta (Assimakopoulos, Nikolopoulos 2000), exponential smoothing and Holt-Winters (Hyndman et al. 2008) and harmonics, on logs where all is positive; mean = the central forecast, there the median; bands conformal from rolling origins; sums by MinT (Wickramasuriya et al. 2019) or variance scaling',
      keys: [...seriesLine, `or with --backtest ${accuracyLine.join(', ')}`],
      example:
        'series forecast --data src/rooms/forecast/series/example.csv --time month --value inflow --frequency 12 --horizon 6 --hierarchy region,band',
    }),
  },
  input: z.object({
    data: fileInput().describe('CSV with a header, JSON array or JSON lines; gzip or not; UTF-8; empty = missing'),
    value: z.string().describe('column of the values (a list in JSON = a whole series)'),
    frequency: z.int().min(1).max(400).describe('periods per season: 12 for months, 52 for weeks, 1 for none'),
    horizon: z.int().min(1).max(1000).describe('periods ahead'),
    id: z.string().optional().describe('column that tells series apart'),
    time: z
      .string()
      .optional()
      .describe('column of the periods: 2020-03, 2020-W11, 2020-03-14, 2020-Q1, 2020 or 1, 2, 3'),
    mask: z.string().optional().describe('exceptional periods taken as unknown: 2020-03:2021-09,2023-01'),
    hierarchy: z.array(z.string()).optional().describe('columns whose combinations sum: region,band'),
    root: z.string().default('NL').describe('name of the whole in a hierarchy'),
    crossed: z.boolean().default(false).describe('sums over every set of the columns, not only from left to right'),
    reconciliation: z
      .enum(['mint', 'variance', 'bottom-up'])
      .optional()
      .describe('how sums are made to hold; mint for weeks, variance for months'),
    method: z
      .enum(methods)
      .default('combination')
      .describe(`one of ${methods.join(', ')}`),
    holidays: z.enum(['nl']).optional().describe('take the effect of Dutch holidays into account'),
    backtest: z
      .int()
      .min(1)
      .max(200)
      .optional()
      .describe('number of earlier origins to test on, instead of a forecast'),
  }),
  output: seriesOutput,
  roles: [...roles],
  reach: 'none',
  standsAlone: true,
  machineOnly: true,
  refusals: SERIES_FORECAST_REFUSALS,
});
