import { type LoessSpan, loessAt, loessSmooth } from './loess.ts';

/** Windows are odd numbers of points; `seasonalWindow: 'periodic'` keeps one seasonal figure per position. */
export type StlOptions = {
  readonly period: number;
  readonly seasonalWindow: number | 'periodic';
  readonly seasonalDegree?: 0 | 1;
  readonly trendWindow?: number;
  readonly lowPassWindow?: number;
  readonly robust?: boolean;
};

export type Decomposition = {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
};

const nextOdd = (x: number): number => {
  const rounded = Math.round(x);
  return rounded % 2 === 0 ? rounded + 1 : rounded;
};
const jumpOf = (window: number): number => Math.ceil(window / 10);

/** Moving average of `length` over all of `x`, into `out`; gives the x.length - length + 1 averages. */
function movingAverage(x: Float64Array, length: number, out: Float64Array): Float64Array {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += x[i]!;
  out[0] = sum / length;
  const count = x.length - length + 1;
  for (let i = 1; i < count; i++) {
    sum += x[i + length - 1]! - x[i - 1]!;
    out[i] = sum / length;
  }
  return out.subarray(0, count);
}

/** Bisquare weights from absolute residuals against six times their median. */
function robustnessWeights(y: Float64Array, fit: Float64Array): Float64Array {
  const residual = y.map((value, i) => Math.abs(value - fit[i]!));
  const sorted = Float64Array.from(residual).sort();
  const n = y.length;
  const middle = Math.floor(n / 2);
  const six = 3 * (sorted[middle]! + sorted[n - middle - 1]!);
  return residual.map((r) => {
    if (r <= 0.001 * six) return 1;
    if (r > 0.999 * six) return 0;
    const q = r / six;
    return (1 - q * q) * (1 - q * q);
  });
}

/**
 * Seasonal-trend decomposition by loess, additive: y = seasonal + trend + remainder.
 * Needs at least two whole periods and no missing values. Defaults are those of R's `stl` (degree 0 seasonal, degree 1
 * trend and low pass, jumps of a tenth of each window; robust = 15 outer iterations of one inner, else 2 inner).
 * Source: Cleveland, Cleveland, McRae and Terpenning (1990), Journal of Official Statistics 6, 3-73.
 */
export function stl(y: Float64Array, options: StlOptions): Decomposition {
  const n = y.length;
  const period = options.period;
  const periodic = options.seasonalWindow === 'periodic';
  const seasonalWindow = options.seasonalWindow === 'periodic' ? 10 * n + 1 : options.seasonalWindow;
  const trendWindow = options.trendWindow ?? nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonalWindow)));
  const lowPassWindow = options.lowPassWindow ?? nextOdd(period);
  const span = (length: number, degree: 0 | 1): LoessSpan => ({ length, degree, jump: jumpOf(length) });
  const spans = {
    seasonal: span(seasonalWindow, periodic ? 0 : (options.seasonalDegree ?? 0)),
    trend: span(trendWindow, 1),
    low: span(lowPassWindow, 1),
  };
  const seasonal = new Float64Array(n);
  const trend = new Float64Array(n);
  const work = workspace(n, period);
  const outer = options.robust ? 15 : 0;
  const inner = options.robust ? 1 : 2;
  let robustness: Float64Array | undefined;
  for (let k = 0; ; k++) {
    for (let i = 0; i < inner; i++) innerLoop({ y, period, spans, robustness, seasonal, trend, work });
    if (k >= outer) break;
    robustness = robustnessWeights(
      y,
      trend.map((value, i) => value + seasonal[i]!),
    );
  }
  if (periodic) averageByPosition(seasonal, period);
  return { seasonal, trend, remainder: y.map((value, i) => value - seasonal[i]! - trend[i]!) };
}

type Work = {
  readonly cycle: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
};

function workspace(n: number, period: number): Work {
  const size = n + 2 * period;
  return {
    cycle: new Float64Array(size),
    a: new Float64Array(size),
    b: new Float64Array(size),
    c: new Float64Array(size),
  };
}

function innerLoop(state: {
  readonly y: Float64Array;
  readonly period: number;
  readonly spans: { readonly seasonal: LoessSpan; readonly trend: LoessSpan; readonly low: LoessSpan };
  readonly robustness: Float64Array | undefined;
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly work: Work;
}): void {
  const { y, period, spans, robustness, seasonal, trend, work } = state;
  const n = y.length;
  for (let i = 0; i < n; i++) work.a[i] = y[i]! - trend[i]!;
  smoothCycles(work.a.subarray(0, n), { period, span: spans.seasonal, robustness, out: work.cycle });
  const once = movingAverage(work.cycle, period, work.a);
  const twice = movingAverage(once, period, work.b);
  movingAverage(twice, 3, work.a);
  loessSmooth({ y: work.a, n, robustness: undefined }, spans.low, work.b);
  for (let i = 0; i < n; i++) seasonal[i] = work.cycle[period + i]! - work.b[i]!;
  for (let i = 0; i < n; i++) work.c[i] = y[i]! - seasonal[i]!;
  loessSmooth({ y: work.c, n, robustness }, spans.trend, trend);
}

/** Smooths each cycle-subseries and extends it by one period at both ends: `out` has n + 2 period values. */
function smoothCycles(
  y: Float64Array,
  how: { period: number; span: LoessSpan; robustness: Float64Array | undefined; out: Float64Array },
): void {
  const { period, span, robustness, out } = how;
  const n = y.length;
  const longest = Math.floor((n - 1) / period) + 1;
  const sub = new Float64Array(longest);
  const weights = new Float64Array(longest);
  const smooth = new Float64Array(longest);
  for (let j = 0; j < period; j++) {
    const k = Math.floor((n - 1 - j) / period) + 1;
    for (let i = 0; i < k; i++) {
      sub[i] = y[i * period + j]!;
      if (robustness) weights[i] = robustness[i * period + j]!;
    }
    const data = { y: sub, n: k, robustness: robustness ? weights : undefined };
    loessSmooth(data, span, smooth);
    const before = loessAt(data, span, { x: 0, left: 1, right: Math.min(span.length, k) });
    const after = loessAt(data, span, { x: k + 1, left: Math.max(1, k - span.length + 1), right: k });
    out[j] = before ?? smooth[0]!;
    for (let i = 0; i < k; i++) out[(i + 1) * period + j] = smooth[i]!;
    out[(k + 1) * period + j] = after ?? smooth[k - 1]!;
  }
}

function averageByPosition(seasonal: Float64Array, period: number): void {
  const n = seasonal.length;
  for (let j = 0; j < period; j++) {
    let sum = 0;
    let count = 0;
    for (let i = j; i < n; i += period) {
      sum += seasonal[i]!;
      count += 1;
    }
    for (let i = j; i < n; i += period) seasonal[i] = sum / count;
  }
}
