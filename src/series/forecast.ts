import { type Effect, withoutEffects } from './clean/effects.ts';
import {
  type CheckedSeries,
  checkSeries,
  completeSeries,
  onNewLevel,
  type RawSeries,
  spikeIn,
  toUnits,
} from './clean/prepare.ts';
import type { LevelShift } from './clean/shift.ts';
import { type Band, bandFrom, halfWidth } from './interval/band.ts';
import { type RollingErrors, rollingErrors } from './interval/rolling-errors.ts';
import { forecastOnScale, type Method, membersOf } from './methods/combination.ts';
import type { MethodName } from './methods/members.ts';
import { isRefused, refuseSeries, type SeriesRefused } from './refusal.ts';
import type { SeriesWarningCode } from './warning.ts';

/** The quantiles that a forecast reports. */
export const QUANTILES = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;

export type ForecastOptions = {
  readonly horizon: number;
  /** Default: the equal-weight combination. */
  readonly method?: Method;
  /** Known movers of the series: holidays, the season of a larger series. */
  readonly effects?: readonly Effect[];
};

export type SeriesForecast = {
  /** `combination`, a method's name, or `constant`. */
  readonly method: string;
  /** The methods whose mean it is; empty for `constant`. */
  readonly members: readonly MethodName[];
  readonly warnings: readonly SeriesWarningCode[];
  /** Position in the input of the value that the warning `spike` is about. */
  readonly spike?: number;
  /** Central forecast per step in the units of the series (the median on the log scale). */
  readonly mean: Float64Array;
  /** Per step, the values at `QUANTILES`, non-decreasing. */
  readonly quantiles: readonly Float64Array[];
  /** What paths and reconciliation are made from. */
  readonly working: WorkingForecast;
};

/** The forecast on its working scale, its band and the past errors behind it; no band when there were no errors. */
export type WorkingForecast = {
  /** With its values from before a lasting shift on the new level. */
  readonly checked: CheckedSeries;
  readonly centre: Float64Array;
  readonly band: Band | undefined;
  readonly errors: RollingErrors;
};

/** Fewer independent stretches of the past than this make the warning `band_from_few`. */
const fewStretches = 2;

/**
 * Forecasts one series with a calibrated band. Missing values are null; the forecast starts one period after the end
 * of `values`, also when the last of them are missing.
 * @returns refused: `bad_horizon` and the codes of `checkSeries`.
 */
export function forecastSeries(raw: RawSeries, options: ForecastOptions): SeriesForecast | SeriesRefused {
  const point = pointForecast(raw, options);
  if (isRefused(point)) return point;
  const { checked, method } = point;
  const steps = options.horizon + checked.missingAtEnd;
  // A shift for good is no error to come: earlier ends that ran into it would make the band as wide as the shift.
  const level = onNewLevel(checked, point.shift);
  const errors = checked.constant ? [] : rollingErrors(level, steps, method);
  const band = bandFrom(errors, steps);
  const warnings = [...point.warnings];
  if (!checked.constant && (band === undefined || band.independent < fewStretches)) warnings.push('band_from_few');
  const spike = spikeIn(checked);
  if (spike !== undefined) warnings.push('spike');
  const working = { checked: level, centre: point.centre, band: band ?? fallbackBand(level, steps), errors };
  return {
    method: checked.constant ? 'constant' : method,
    members: checked.constant ? [] : point.members,
    warnings,
    ...(spike === undefined ? {} : { spike }),
    ...inUnits(working, { skip: checked.missingAtEnd, horizon: options.horizon }),
    working,
  };
}

/** A forecast without a band: the working-scale centre over the missing end and the horizon. */
export type PointForecast = {
  readonly checked: CheckedSeries;
  readonly method: Method;
  readonly members: readonly MethodName[];
  readonly centre: Float64Array;
  readonly mean: Float64Array;
  readonly warnings: readonly SeriesWarningCode[];
  /** The lasting shift that was undone. */
  readonly shift: LevelShift | undefined;
};

/** As `forecastSeries`, without past errors and band: some 30 times quicker. Same refusals. */
export function pointForecast(raw: RawSeries, options: ForecastOptions): PointForecast | SeriesRefused {
  const { horizon } = options;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 1000) return refuseSeries('bad_horizon');
  const whole = checkSeries(raw);
  if (isRefused(whole)) return whole;
  const steps = horizon + whole.missingAtEnd;
  const { checked, ahead } = withoutEffects(whole, options.effects ?? [], { start: whole.start, steps });
  const complete = completeSeries(checked);
  const method = checked.manyZeros ? 'simple' : (options.method ?? 'combination');
  const left = forecastOnScale({ y: complete.y, period: checked.period, horizon: steps }, method);
  const centre = left.map((value, h) => value + ahead[h]!);
  const warnings: SeriesWarningCode[] = [...complete.warnings];
  const n = complete.y.length;
  if (checked.constant) warnings.push('constant');
  if (checked.manyZeros) warnings.push('many_zeros');
  else if (checked.period > 1 && n <= 2 * checked.period) warnings.push('no_season');
  if (n < 8) warnings.push('very_short');
  if (checked.missingAtEnd > 0) warnings.push('ends_early');
  const mean = centre.slice(checked.missingAtEnd).map((value) => toUnits(checked, value));
  return {
    checked,
    method,
    members: membersOf(method, n, checked.period),
    centre,
    mean,
    warnings,
    shift: complete.shift,
  };
}

/** Without any past error: steps of the series itself as a random walk, else a tenth of the level. */
function fallbackBand(checked: CheckedSeries, steps: number): Band | undefined {
  if (checked.constant) return undefined;
  let sum = 0;
  let count = 0;
  for (let t = 1; t < checked.y.length; t++) {
    if (!checked.known[t] || !checked.known[t - 1]) continue;
    sum += (checked.y[t]! - checked.y[t - 1]!) ** 2;
    count += 1;
  }
  const tenth = checked.scale === 'log' ? 0.1 : 0.1 * (Math.abs(checked.y[0]!) || 1);
  const step = count > 0 && sum > 0 ? Math.sqrt(sum / count) : tenth;
  return {
    scale: Float64Array.from({ length: steps }, (_, h) => step * Math.sqrt(h + 1)),
    sizes: Float64Array.of(0.3, 0.7, 1.2, 2),
    widening: 1.5,
    independent: 0,
  };
}

/** Means and quantiles in units; the first `skip` steps lie before the end of the input and are left out. */
export function inUnits(
  working: Pick<WorkingForecast, 'checked' | 'centre' | 'band'>,
  span: { readonly skip: number; readonly horizon: number },
): Pick<SeriesForecast, 'mean' | 'quantiles'> {
  const { checked, centre, band } = working;
  const widths = QUANTILES.map((level) => {
    const width = band === undefined ? 0 : halfWidth(band, Math.abs(2 * level - 1));
    return level < 0.5 ? -width : width;
  });
  const mean = new Float64Array(span.horizon);
  const quantiles: Float64Array[] = [];
  for (let h = 0; h < span.horizon; h++) {
    const step = span.skip + h;
    const middle = centre[step]!;
    const scale = band?.scale[step] ?? 0;
    mean[h] = toUnits(checked, middle);
    quantiles.push(Float64Array.from(widths, (width) => toUnits(checked, middle + scale * width)));
  }
  return { mean, quantiles };
}
