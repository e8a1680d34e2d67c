import * as z from 'zod';
import type { Refusals } from '../../../platform/contract.ts';
import { type Method, methodNames, QUANTILES, SERIES_REFUSALS } from '../../../series/index.ts';

/** The names under which the quantiles are printed: "0.025" ... "0.975". */
export const quantileNames = QUANTILES.map(String);

const warning = z.object({ code: z.string(), message: z.string() }).readonly();
const step = z
  .object({
    step: z.int().min(1),
    period: z.string(),
    mean: z.number(),
    quantiles: z.record(z.string(), z.number()).readonly(),
  })
  .readonly();

const seriesForecast = z.object({
  id: z.string(),
  method: z.string(),
  warnings: z.array(warning).readonly(),
  forecast: z.array(step).readonly(),
});

const stepAccuracy = z.object({
  level: z.string(),
  step: z.int().min(1),
  mase: z.number().nullable(),
  smape: z.number().nullable(),
  coverage95: z.number().nullable(),
  origins: z.int().min(0),
  outcomes: z.int().min(0),
});

/** The keys of a line of either output. */
export const seriesLine = Object.keys(seriesForecast.shape);
export const accuracyLine = Object.keys(stepAccuracy.shape);

/** A forecast per series, or with `backtest` the accuracy per level and step. */
export const seriesOutput = z.union([
  z.array(seriesForecast.readonly()).readonly(),
  z.array(stepAccuracy.readonly()).readonly(),
]);

export type SeriesOutput = z.output<typeof seriesOutput>;

export const methods: readonly [Method, ...Method[]] = ['combination', ...methodNames];

/** Refusals of `series forecast`: those of the engine and those of the file. */
export const SERIES_FORECAST_REFUSALS = {
  ...(Object.fromEntries(
    Object.entries(SERIES_REFUSALS).map(([code, sentence]) => [code, { http: 422, exit: 3, ...sentence }]),
  ) as { readonly [code in keyof typeof SERIES_REFUSALS]: { http: 422; exit: 3; nl: string; en: string } }),
  series_file_unreadable: {
    http: 400,
    exit: 2,
    nl: 'Het bestand is niet te lezen. Geef CSV met een kopregel van verschillende namen, JSON of JSON-regels, in UTF-8, eventueel met gzip.',
    en: 'The file cannot be read. Give CSV with a header of different names, JSON or JSON lines, in UTF-8, gzip if you like.',
  },
  series_column_missing: {
    http: 400,
    exit: 2,
    nl: 'Een genoemde kolom staat niet in het bestand. Controleer de namen in de kopregel.',
    en: 'A column that is named is not in the file. Check the names in the header.',
  },
  series_value_not_a_number: {
    http: 422,
    exit: 3,
    nl: 'Een waarde is geen getal, of niet zeker welk. Laat haar leeg als zij onbekend is.',
    en: 'A value is no number, or not for sure which. Leave it empty when it is unknown.',
  },
} as const satisfies Refusals;
