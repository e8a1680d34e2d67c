import {
  forecastHierarchy,
  forecastSeries,
  type Hierarchy,
  isRefused,
  type MethodName,
  type NodeForecast,
  type Reconciliation,
  refuseSeries,
  type SeriesForecast,
  type SeriesRefused,
  withLeapWeeks,
  withoutLeapWeeks,
} from '../../../series/index.ts';
import type { FileSeries, SeriesFile } from './assemble-series.ts';
import { joinNotes, type Note } from './note.ts';
import { type SeriesRequest, type Setting, type Span, settingOf, spanOf } from './setting.ts';
import { shareOfFirst, weighed } from './week-counts.ts';

/** One series of the answer: where its forecast starts, and the forecast per step. */
export type SeriesAnswer = {
  readonly id: string;
  readonly level: string;
  readonly method: string;
  readonly members: readonly MethodName[];
  /** Earlier ends whose errors made the band. */
  readonly origins: number;
  /** Ways to count weeks that it is the mean of. */
  readonly weekCounts: number;
  /** Only in a hierarchy. */
  readonly reconciliation?: Reconciliation;
  readonly notes: readonly Note[];
  readonly periods: readonly string[];
  readonly mean: Float64Array;
  readonly quantiles: readonly Float64Array[];
};

export type Tell = (done: number, total: number) => void;

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

/** One way to count weeks: with week 53 taken out, or every week as it comes. */
type Counted = {
  readonly forecast: SeriesForecast;
  readonly drawn: ReturnType<typeof unfolded>;
  readonly span: Span;
};

/** The ways to count that differ: where no week 53 lies in the past there is one. */
function waysToCount(setting: Setting, start: number, length: number): readonly Span[] {
  const folded = spanOf(setting, { start, length, folds: true });
  return folded.past.includes(true) ? [folded, spanOf(setting, { start, length, folds: false })] : [folded];
}

/** Every series by itself. A series with a week 53 in its past is forecast by both counts, weighed by their past errors. */
export function forecastEach(
  setting: Setting,
  series: readonly FileSeries[],
  tell: Tell,
): readonly SeriesAnswer[] | SeriesRefused {
  const { masked, request } = setting;
  const answers: SeriesAnswer[] = [];
  for (const [i, { id, start, values, notes }] of series.entries()) {
    const counted: Counted[] = [];
    for (const span of waysToCount(setting, start, values.length)) {
      const raw = { values: withoutLeapWeeks(values, span.past), frequency: request.frequency };
      const own = masked && withoutLeapWeeks(masked.slice(start, start + values.length), span.past);
      const forecast = forecastSeries(own ? { ...raw, masked: own } : raw, span.options);
      if (isRefused(forecast)) return refuseSeries(forecast.code, id);
      counted.push({ forecast, drawn: unfolded(forecast, span), span });
    }
    const { forecast } = counted[0]!;
    answers.push({
      id,
      level: 'all',
      ...howOf(counted),
      notes: [
        ...notes,
        ...setting.notes,
        ...forecast.warnings.map((code) => ({ code, about: code === 'spike' ? spikeAt(counted[0]!) : [] })),
      ],
      ...together(counted, shareOf(counted)),
    });
    tell(i + 1, series.length);
  }
  return answers;
}

/**
 * Every node of the hierarchy, upper nodes first. With a week 53 in the past both counts are reconciled and weighed alike in
 * every node, so that the sums still hold.
 */
export function forecastTogether(
  setting: Setting & { readonly hierarchy: Hierarchy },
  series: readonly FileSeries[],
): readonly SeriesAnswer[] | SeriesRefused {
  const { masked, request, hierarchy } = setting;
  const length = series[0]!.values.length;
  const counted: { readonly nodes: readonly NodeForecast[]; readonly span: Span }[] = [];
  for (const span of waysToCount(setting, 0, length)) {
    const bottoms = series.map(({ values }) => withoutLeapWeeks(values, span.past));
    const input = { hierarchy, bottoms, frequency: request.frequency };
    const own = masked && withoutLeapWeeks(masked.slice(0, length), span.past);
    const nodes = forecastHierarchy(own ? { ...input, masked: own } : input, {
      ...span.options,
      ...(request.reconciliation ? { reconciliation: request.reconciliation } : {}),
    });
    if (isRefused(nodes)) return nodes;
    counted.push({ nodes, span });
  }
  const first = counted[0]!.nodes;
  const ways = first.map((_, i) =>
    counted.map(({ nodes, span }): Counted => ({ forecast: nodes[i]!, drawn: unfolded(nodes[i]!, span), span })),
  );
  const share = ways.reduce((sum, way) => sum + shareOf(way), 0) / ways.length;
  return first.map((node, i) => {
    const below = hierarchy.uppers[i]?.bottoms ?? [i - hierarchy.uppers.length];
    const own = Array.from(below, (b) => ({ id: hierarchy.bottoms[b]!.id, notes: series[b]!.notes }));
    return {
      id: node.id,
      level: node.level,
      ...howOf(ways[i]!),
      reconciliation: node.reconciliation,
      notes: [
        ...(i < hierarchy.uppers.length ? joinNotes(own) : own[0]!.notes),
        ...setting.notes,
        ...node.warnings.map((code) => ({
          code,
          about: code === 'spike' ? spikeAt(ways[i]![0]!) : (node.parts[code] ?? []),
        })),
      ],
      ...together(ways[i]!, share),
    };
  });
}

/** The period of the value that stands out. */
function spikeAt({ forecast, span }: Counted): readonly string[] {
  return forecast.spike === undefined ? [] : [span.labelOf(forecast.spike)];
}

function shareOf([first, second]: readonly Counted[]): number {
  return second === undefined ? 1 : shareOfFirst(first!.forecast.working.errors, second.forecast.working.errors);
}

function together([first, second]: readonly Counted[], share: number): Counted['drawn'] {
  return second === undefined ? first!.drawn : { ...first!.drawn, ...weighed(first!.drawn, second.drawn, share) };
}

function howOf(counted: readonly Counted[]): Pick<SeriesAnswer, 'method' | 'members' | 'origins' | 'weekCounts'> {
  const { method, members, working } = counted[0]!.forecast;
  return { method, members, origins: working.errors.length, weekCounts: counted.length };
}
