import type { Effect } from '../clean/effects.ts';
import { checkSeries, completeSeries, toUnits } from '../clean/prepare.ts';
import { seasonalWindows } from '../decompose/seasons.ts';
import { fitsStl, stlSeason } from '../decompose/stl-season.ts';
import {
  type ForecastOptions,
  forecastSeries,
  inUnits,
  type SeriesForecast,
  type WorkingForecast,
} from '../forecast.ts';
import { isRefused, refuseSeries, type SeriesRefused } from '../refusal.ts';
import type { SeriesWarningCode } from '../warning.ts';
import { errorCovariance } from './covariance.ts';
import { makeReconciler } from './reconcile.ts';
import type { Hierarchy } from './structure.ts';
import { upperValues } from './upper-values.ts';

/** Bottom series of equal length on one time axis, null where unknown, in the order of the hierarchy. */
export type HierarchySeries = {
  readonly hierarchy: Hierarchy;
  readonly bottoms: readonly (readonly (number | null)[])[];
  readonly frequency: number;
  readonly masked?: readonly boolean[];
};

export type HierarchyOptions = ForecastOptions & {
  /** Default: `mint` (shrunken correlations) for long periods, `variance` (variance scaling) else; `bottom-up` adds up. */
  readonly reconciliation?: 'mint' | 'variance' | 'bottom-up';
};

/** How the sums of a hierarchy were made to hold. */
export type Reconciliation = NonNullable<HierarchyOptions['reconciliation']>;

/** A forecast per node, uppers first; means add up exactly, `base` = the mean before reconciliation. */
export type NodeForecast = SeriesForecast & {
  readonly id: string;
  readonly level: string;
  readonly base: Float64Array;
  readonly reconciliation: Reconciliation;
  /** The parts below this node that a warning is about. */
  readonly parts: { readonly [code in SeriesWarningCode]?: readonly string[] };
};

/**
 * Forecasts every node of a hierarchy by itself and reconciles the means. Bands stay those of each node's own past
 * errors, moved with its mean. Where a sum is unknown and where a part counts as zero: `upperValues`.
 * @returns refused: `unequal_series` and the codes of `forecastSeries` with the node as detail.
 */
export function forecastHierarchy(
  input: HierarchySeries,
  options: HierarchyOptions,
): readonly NodeForecast[] | SeriesRefused {
  const { hierarchy, bottoms } = input;
  if (bottoms.length !== hierarchy.bottoms.length) return refuseSeries('unequal_series');
  const length = bottoms[0]?.length ?? 0;
  if (bottoms.some((values) => values.length !== length)) return refuseSeries('unequal_series');
  const nodes = [...hierarchy.uppers, ...hierarchy.bottoms];
  const sums = upperValues(hierarchy, bottoms, input.frequency);
  const values = [...sums.map((sum) => sum.values), ...bottoms];
  const forecasts: SeriesForecast[] = [];
  const seasonOfWhole = commonSeason({ ...input, whole: values[0]! }, options.horizon);
  for (const [i, node] of nodes.entries()) {
    const raw = { values: values[i]!, frequency: input.frequency };
    const shared = i > 0 && seasonOfWhole !== undefined ? [seasonOfWhole] : [];
    const forecast = forecastSeries(input.masked ? { ...raw, masked: input.masked } : raw, {
      ...options,
      effects: [...(options.effects ?? []), ...shared],
    });
    if (isRefused(forecast)) return refuseSeries(forecast.code, node.id);
    forecasts.push(forecast);
  }
  const reconciliation = options.reconciliation ?? (isLong(forecasts) ? 'mint' : 'variance');
  const reconciled = reconcileMeans(hierarchy, forecasts, { horizon: options.horizon, reconciliation });
  const idsOf = (list: readonly number[] = []): readonly string[] => list.map((b) => hierarchy.bottoms[b]!.id);
  return nodes.map(({ id, level }, i) => {
    const forecast = forecasts[i]!;
    const mean = reconciled[i]!;
    const working = movedTo(forecast.working, mean);
    const span = { skip: working.checked.missingAtEnd, horizon: options.horizon };
    const outside = idsOf(sums[i]?.outside);
    return {
      ...forecast,
      ...inUnits(working, span),
      id,
      level,
      working,
      mean,
      base: forecast.mean,
      reconciliation,
      warnings: outside.length > 0 ? [...forecast.warnings, 'part_counts_as_zero'] : forecast.warnings,
      parts: { ends_early: idsOf(sums[i]?.late), part_counts_as_zero: outside },
    };
  });
}

/**
 * The season of the whole, as an effect on its parts, for long periods (weeks): 52 figures from a few years are mostly
 * noise in a small part, so a part takes the whole's season first and only the rest of its own. Undefined for months,
 * where the parts' own seasons proved better, and when the whole has no season on the log scale.
 */
function commonSeason(
  input: { whole: readonly (number | null)[]; frequency: number; masked?: readonly boolean[] },
  horizon: number,
): Effect | undefined {
  if (input.frequency <= seasonalWindows.longPeriod) return undefined;
  const checked = checkSeries({ ...input, values: input.whole });
  if (isRefused(checked) || checked.scale !== 'log' || checked.period !== input.frequency) return undefined;
  const { y } = completeSeries(checked);
  if (!fitsStl(y.length, checked.period)) return undefined;
  const { ahead } = stlSeason(y, checked.period, seasonalWindows.slow);
  const { period } = checked;
  const next = checked.start + checked.y.length;
  const values = Float64Array.from({ length: input.whole.length + horizon }, (_, t) =>
    ahead((((t - next) % period) + period) % period),
  );
  return { values, against: 'season' };
}

function isLong(forecasts: readonly SeriesForecast[]): boolean {
  return (forecasts[0]?.working.checked.period ?? 1) > seasonalWindows.longPeriod;
}

function reconcileMeans(
  hierarchy: Hierarchy,
  forecasts: readonly SeriesForecast[],
  options: { readonly horizon: number; readonly reconciliation: Reconciliation },
): readonly Float64Array[] {
  const count = forecasts.length;
  const mode = options.reconciliation;
  const nonNegative = forecasts.every(({ working }) => working.checked.nonNegative);
  const out = Array.from({ length: count }, () => new Float64Array(options.horizon));
  const w = errorCovariance(pastErrors(forecasts, options.horizon), count, mode === 'mint' ? 'mint' : 'variance');
  const reconcile = makeReconciler(hierarchy, w, nonNegative);
  for (let h = 0; h < options.horizon; h++) {
    const base = Float64Array.from(forecasts, ({ mean }) => mean[h]!);
    if (mode === 'bottom-up') {
      hierarchy.uppers.forEach(({ bottoms }, i) => {
        base[i] = bottoms.reduce((sum, b) => sum + base[hierarchy.uppers.length + b]!, 0);
      });
    }
    reconcile(base).forEach((value, i) => {
      out[i]![h] = value;
    });
  }
  return out;
}

/** One row per origin that any node has: the mean error in units over the steps reached; zero where a node has none. */
function pastErrors(forecasts: readonly SeriesForecast[], horizon: number): Float64Array[] {
  const byBack = new Map<number, Float64Array>();
  forecasts.forEach(({ working }, i) => {
    const { checked } = working;
    for (const { back, errors } of working.errors) {
      let sum = 0;
      let count = 0;
      for (let h = 0; h < Math.min(errors.length, horizon); h++) {
        const error = errors[h]!;
        if (Number.isNaN(error)) continue;
        const actual = checked.y[checked.y.length - back + h]!;
        sum += toUnits(checked, actual) - toUnits(checked, actual - error);
        count += 1;
      }
      if (count === 0) continue;
      const row = byBack.get(back) ?? new Float64Array(forecasts.length);
      row[i] = sum / count;
      byBack.set(back, row);
    }
  });
  return [...byBack].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** The working forecast with its centre moved so that the mean is `mean`. */
function movedTo(working: WorkingForecast, mean: Float64Array): WorkingForecast {
  const { checked } = working;
  const smallest = Math.log(Number.MIN_VALUE);
  const centre = working.centre.map((value, step) => {
    const target = mean[step - checked.missingAtEnd];
    if (target === undefined) return value;
    if (checked.scale === 'plain') return target;
    return target > 0 ? Math.log(target) : smallest;
  });
  return { ...working, centre };
}
