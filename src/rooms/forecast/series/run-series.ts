import {
  accuracyByStep,
  buildHierarchy,
  type Effect,
  forecastHierarchy,
  forecastSeries,
  type Hierarchy,
  type HierarchyOptions,
  holidaysBetween,
  isRefused,
  leapWeeks,
  type Method,
  type Outcome,
  ordinarySteps,
  readMask,
  refuseSeries,
  type SERIES_WARNINGS,
  type SeriesForecast,
  type SeriesRefused,
  type StepAccuracy,
  scaleOfErrors,
  upperValues,
  withLeapWeeks,
  withoutLeapWeeks,
} from '../../../series/index.ts';
import type { FileSeries, SeriesFile } from './read-series.ts';

/** What is asked of a file. */
export type SeriesRequest = {
  readonly frequency: number;
  readonly horizon: number;
  readonly method: Method;
  readonly mask?: string | undefined;
  readonly holidays?: 'nl' | undefined;
  /** Columns of the hierarchy; empty = every series by itself. */
  readonly hierarchy: readonly string[];
  readonly root: string;
  readonly crossed: boolean;
  readonly reconciliation?: HierarchyOptions['reconciliation'];
};

/** One series of the answer: where its forecast starts, and the forecast per step. */
export type SeriesAnswer = {
  readonly id: string;
  readonly level: string;
  readonly method: string;
  readonly warnings: readonly (keyof typeof SERIES_WARNINGS)[];
  readonly periods: readonly string[];
  readonly mean: Float64Array;
  readonly quantiles: readonly Float64Array[];
};

type Tell = (done: number, total: number) => void;

/** Forecasts every series of a file, or every node of its hierarchy (upper nodes first). */
export function forecastFile(
  file: SeriesFile,
  request: SeriesRequest,
  tell: Tell = () => {},
): readonly SeriesAnswer[] | SeriesRefused {
  const setting = settingOf(file, request);
  if (isRefused(setting)) return setting;
  return setting.hierarchy === undefined
    ? forecastEach(setting, file.series, tell)
    : forecastTogether({ ...setting, hierarchy: setting.hierarchy }, file.series);
}

/**
 * Forecasts from `origins` consecutive earlier ends (the last leaves exactly the horizon) and compares with what came.
 * MASE: scale = mean |y(t) - y(t - frequency)| over known, unmasked pairs before the origin.
 */
export function backtestFile(
  file: SeriesFile,
  request: SeriesRequest,
  how: { readonly origins: number; readonly tell?: Tell },
): readonly StepAccuracy[] | SeriesRefused {
  const setting = settingOf(file, request);
  if (isRefused(setting)) return setting;
  const outcomes: Outcome[] = [];
  for (let origin = 0; origin < how.origins; origin++) {
    const held = request.horizon + origin;
    const cut = file.series.flatMap((one) =>
      one.values.length - held >= 2 ? [{ ...one, values: one.values.slice(0, -held) }] : [],
    );
    const { hierarchy } = setting;
    if (cut.length === 0 || (hierarchy !== undefined && cut.length < file.series.length)) continue;
    const tell: Tell = (done, total) => how.tell?.(origin * total + done, how.origins * total);
    const answers =
      hierarchy === undefined ? forecastEach(setting, cut, tell) : forecastTogether({ ...setting, hierarchy }, cut);
    if (isRefused(answers)) return answers;
    outcomes.push(...compare(setting, { file, cut, answers, held }));
  }
  return outcomes.length > 0 ? accuracyByStep(outcomes) : refuseSeries('too_short_for_backtest');
}

type Setting = {
  readonly file: SeriesFile;
  readonly request: SeriesRequest;
  readonly masked: readonly boolean[] | undefined;
  readonly hierarchy: Hierarchy | undefined;
};

function settingOf(file: SeriesFile, request: SeriesRequest): Setting | SeriesRefused {
  const masked = request.mask === undefined ? undefined : readMask(request.mask, file.axis);
  if (masked !== undefined && isRefused(masked)) return masked;
  const { root, crossed } = request;
  const hierarchy =
    request.hierarchy.length === 0
      ? undefined
      : buildHierarchy(
          file.series.map(({ keys }) => keys),
          { root, columns: request.hierarchy, crossed },
        );
  if (hierarchy !== undefined && isRefused(hierarchy)) return hierarchy;
  return { file, request, masked, hierarchy };
}

/** The span of one forecast on the axis: which of its positions are leap weeks, and the options without them. */
function spanOf({ file, request }: Setting, start: number, length: number) {
  const folds = request.frequency === 52;
  const leap = folds ? leapWeeks(file.axis, start, length + request.horizon) : [];
  const past = leap.slice(0, length);
  const ahead = leap.slice(length);
  const horizon = ahead.includes(true) ? ordinarySteps(ahead) : request.horizon;
  const effects: Effect[] = [];
  if (request.holidays === 'nl' && file.axis.dayAt(start) !== undefined) {
    const counts = Array.from({ length: length + horizon + 1 }, (_, k) => {
      const { from, to } = daysOf(file, start + k);
      return holidaysBetween(from, to);
    });
    effects.push({ values: Float64Array.from(withoutLeapWeeks(counts, leap)), against: 'remainder' });
  }
  const periods = Array.from({ length: request.horizon }, (_, h) => file.axis.label(start + length + h));
  return { past, ahead, periods, options: { horizon, method: request.method, effects } };
}

/** Days [from, to) of a position: an ISO week from its Monday, a dated week up to and including its date. */
function daysOf({ axis }: SeriesFile, position: number): { from: number; to: number } {
  const day = axis.dayAt(position)!;
  if (axis.unit === 'week') {
    const dated = /^\d{4}-\d\d-\d\d$/.test(axis.label(position));
    return dated ? { from: day - 6, to: day + 1 } : { from: day - 3, to: day + 4 };
  }
  return { from: day, to: axis.dayAt(position + 1)! };
}

type Span = ReturnType<typeof spanOf>;

function unfolded(forecast: SeriesForecast, span: Span): Pick<SeriesAnswer, 'mean' | 'quantiles' | 'periods'> {
  if (!span.ahead.includes(true)) return { mean: forecast.mean, quantiles: forecast.quantiles, periods: span.periods };
  const rows = forecast.quantiles.map((quantiles, h) => Float64Array.from([forecast.mean[h]!, ...quantiles]));
  const all = withLeapWeeks(rows, span.ahead);
  return {
    mean: Float64Array.from(all, (row) => row[0]!),
    quantiles: all.map((row) => row.slice(1)),
    periods: span.periods,
  };
}

function forecastEach(
  setting: Setting,
  series: readonly FileSeries[],
  tell: Tell,
): readonly SeriesAnswer[] | SeriesRefused {
  const { masked, request } = setting;
  const answers: SeriesAnswer[] = [];
  for (const [i, { id, start, values }] of series.entries()) {
    const span = spanOf(setting, start, values.length);
    const raw = { values: withoutLeapWeeks(values, span.past), frequency: request.frequency };
    const own = masked && withoutLeapWeeks(masked.slice(start, start + values.length), span.past);
    const forecast = forecastSeries(own ? { ...raw, masked: own } : raw, span.options);
    if (isRefused(forecast)) return refuseSeries(forecast.code, id);
    answers.push({
      id,
      level: 'all',
      method: forecast.method,
      warnings: forecast.warnings,
      ...unfolded(forecast, span),
    });
    tell(i + 1, series.length);
  }
  return answers;
}

function forecastTogether(
  setting: Setting & { readonly hierarchy: Hierarchy },
  series: readonly FileSeries[],
): readonly SeriesAnswer[] | SeriesRefused {
  const { masked, request, hierarchy } = setting;
  const length = series[0]!.values.length;
  const span = spanOf(setting, 0, length);
  const bottoms = series.map(({ values }) => withoutLeapWeeks(values, span.past));
  const input = { hierarchy, bottoms, frequency: request.frequency };
  const own = masked && withoutLeapWeeks(masked.slice(0, length), span.past);
  const forecasts = forecastHierarchy(own ? { ...input, masked: own } : input, {
    ...span.options,
    ...(request.reconciliation ? { reconciliation: request.reconciliation } : {}),
  });
  if (isRefused(forecasts)) return forecasts;
  return forecasts.map((forecast) => ({
    id: forecast.id,
    level: forecast.level,
    method: forecast.method,
    warnings: forecast.warnings,
    ...unfolded(forecast, span),
  }));
}

function compare(
  { masked, request, hierarchy }: Setting,
  past: {
    readonly file: SeriesFile;
    readonly cut: readonly FileSeries[];
    readonly answers: readonly SeriesAnswer[];
    readonly held: number;
  },
): readonly Outcome[] {
  const whole = new Map<string, { start: number; values: readonly (number | null)[] }>();
  for (const one of past.file.series) whole.set(one.id, one);
  if (hierarchy !== undefined) {
    const bottoms = past.file.series.map(({ values }) => values);
    const sums = [...upperValues(hierarchy, bottoms), ...bottoms];
    [...hierarchy.uppers, ...hierarchy.bottoms].forEach(({ id }, i) => {
      whole.set(id, { start: 0, values: sums[i]! });
    });
  }
  return past.answers.map(({ id, level, mean, quantiles }) => {
    const { start, values } = whole.get(id)!;
    const seen = values.map((value, t) => (masked?.[start + t] ? null : value));
    const end = values.length - past.held;
    return {
      level,
      scale: scaleOfErrors(seen.slice(0, end), request.frequency),
      actual: seen.slice(end, end + request.horizon),
      mean,
      quantiles,
    };
  });
}
