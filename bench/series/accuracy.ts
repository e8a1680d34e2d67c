import type { SeriesFile } from '../../src/rooms/forecast/series/assemble-series.ts';
import { readRows } from '../../src/rooms/forecast/series/read-rows.ts';
import { readSeries } from '../../src/rooms/forecast/series/read-series.ts';
import { forecastFile } from '../../src/rooms/forecast/series/run-series.ts';
import {
  buildHierarchy,
  forecastHierarchy,
  forecastSeries,
  isRefused,
  type Method,
  pointForecast,
  type SeriesRefused,
  symmetricError,
} from '../../src/series/index.ts';
import {
  australianRetail,
  type HeldOut,
  m3Monthly,
  m4Weekly,
  sharedMissing,
  sharedText,
  usClaims,
  usProfile,
} from '../../src/series/testing/shared-series.files.ts';
import { benchArguments } from '../arguments.ts';

/**
 * Accuracy and coverage on the full shared series with the hold-outs, levels and masks of their ref files.
 * Run: npx tsx bench/series/accuracy.ts (some minutes). Ends with code 1 when a line does not hold.
 */
type Drawn = { readonly mean: Float64Array; readonly quantiles: readonly Float64Array[] };

function usable<T extends object>(result: T | SeriesRefused): T {
  if (isRefused(result)) throw new Error(result.code);
  return result;
}

const rawOf = ({ past, frequency, masked }: HeldOut) =>
  masked ? { values: past, frequency, masked } : { values: past, frequency };

const pooled = { inside: 0, count: 0 };

type Score = { readonly smape: number; readonly mase: number };

/** What was asked and what was reached. */
const judged: { readonly what: string; readonly got: number; readonly low: number; readonly high: number }[] = [];

function atMost(what: string, got: number, high: number): void {
  judged.push({ what, got, low: Number.NEGATIVE_INFINITY, high });
}

function better(what: string, got: Score, naive: Score): void {
  atMost(`${what}: MASE below that of seasonal naive`, got.mase, naive.mase);
}

function report(
  name: string,
  series: readonly HeldOut[],
  drawn: readonly Drawn[],
  steps = Number.POSITIVE_INFINITY,
): Score {
  let smape = 0;
  let mase = 0;
  let scaled = 0;
  let inside = 0;
  let count = 0;
  series.forEach(({ future, scale }, i) => {
    const last = Math.min(steps, future.length);
    let own = 0;
    for (let h = 0; h < last; h++) {
      const { mean, quantiles } = drawn[i]!;
      smape += symmetricError(future[h]!, mean[h]!) / last / series.length;
      own += Math.abs(future[h]! - mean[h]!) / last;
      const row = quantiles[h];
      if (row === undefined) continue;
      count += 1;
      if (future[h]! >= row[0]! && future[h]! <= row[6]!) inside += 1;
    }
    if (!(scale > 0)) return;
    mase += own / scale;
    scaled += 1;
  });
  const covered = count > 0 ? `  within 95 %: ${((100 * inside) / count).toFixed(1)} %` : '';
  console.log(`${name.padEnd(58)} sMAPE ${smape.toFixed(3)}  MASE ${(mase / scaled).toFixed(4)}${covered}`);
  return { smape, mase: mase / scaled };
}

function pool(series: readonly HeldOut[], drawn: readonly Drawn[]): void {
  series.forEach(({ future }, i) => {
    future.forEach((value, h) => {
      const row = drawn[i]!.quantiles[h]!;
      pooled.count += 1;
      if (value >= row[0]! && value <= row[6]!) pooled.inside += 1;
    });
  });
}

function points(series: readonly HeldOut[], method: Method): readonly Drawn[] {
  return series.map((one) => ({
    mean: usable(pointForecast(rawOf(one), { horizon: one.future.length, method })).mean,
    quantiles: [],
  }));
}

type Scores = { readonly own: Score; readonly shorter: Score; readonly naive: Score; readonly naiveShorter: Score };

function each(name: string, series: readonly HeldOut[], steps = 13): Scores {
  const horizon = series[0]!.future.length;
  const past = points(series, 'seasonal-naive');
  const naive = report(`${name}, seasonal naive`, series, past);
  const naiveShorter = report(`${name}, seasonal naive, h = ${steps}`, series, past, steps);
  const drawn = series.map((one) => usable(forecastSeries(rawOf(one), { horizon })));
  const own = report(`${name}, combination`, series, drawn);
  const shorter = report(`${name}, combination, h = ${steps}`, series, drawn, steps);
  pool(series, drawn);
  better(name, own, naive);
  return { own, shorter, naive, naiveShorter };
}

/** Reconciled forecasts of the series with `columns` keys, matched to the held-out sums by their keys. */
function reconciled(
  name: string,
  series: readonly HeldOut[],
  how: {
    readonly columns: readonly string[];
    readonly crossed: boolean;
    readonly keysOf: (id: string) => string;
    readonly shorter?: number;
  },
): { readonly mint: Score; readonly variance: Score } {
  const bottoms = series.filter(({ keys }) => keys.length === how.columns.length);
  const hierarchy = usable(
    buildHierarchy(
      bottoms.map(({ keys }) => keys),
      { root: 'US', columns: how.columns, crossed: how.crossed },
    ),
  );
  const first = bottoms[0]!;
  const input = {
    hierarchy,
    bottoms: bottoms.map(({ past }) => past),
    frequency: first.frequency,
    masked: first.masked!,
  };
  const scoreOf = (reconciliation: 'mint' | 'variance'): Score => {
    const nodes = usable(forecastHierarchy(input, { horizon: first.future.length, reconciliation }));
    const byKeys = new Map(nodes.map((node) => [node.id, node]));
    const kept = series.filter(({ id }) => byKeys.has(how.keysOf(id)));
    const drawn = kept.map(({ id }) => byKeys.get(how.keysOf(id))!);
    const { shorter } = how;
    if (shorter) report(`${name}, reconciled by ${reconciliation}, h = ${shorter}`, kept, drawn, shorter);
    return report(`${name} (${kept.length} nodes), reconciled by ${reconciliation}`, kept, drawn);
  };
  return { mint: scoreOf('mint'), variance: scoreOf('variance') };
}

/** The US claims as `series forecast` does them: on the file's dates, weeks counted with and without week 53 of 2020. */
function claimsByFile(claims: readonly HeldOut[], naive: Scores): void {
  const read = readRows(sharedText('us_ui_claims_weekly.csv'));
  if ('fault' in read) throw new Error(JSON.stringify(read));
  const past = read.rows.filter(({ week_end }) => String(week_end) <= '2023-03-04');
  const columns = { time: 'week_end', value: 'ic', hierarchy: ['division', 'state'] };
  const together = readSeries({ rows: past }, columns, 52);
  if (!('axis' in together)) throw new Error(JSON.stringify(together));
  const apart: SeriesFile = {
    axis: together.axis,
    series: claims.map((one) => ({ id: pathOf(one.id), keys: [], start: 0, values: one.past, notes: [] })),
  };
  const request = {
    frequency: 52,
    horizon: 52,
    method: 'combination',
    mask: '2020-03-14:2021-08-28',
    root: 'US',
    crossed: false,
  } as const;
  for (const [name, file, hierarchy] of [
    ['together', together, columns.hierarchy],
    ['each by itself', apart, []],
  ] as const) {
    const answers = usable(forecastFile(file, { ...request, hierarchy }));
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const drawn = claims.map(({ id }) => byId.get(pathOf(id))!);
    const what = `US claims by the command line, ${name}`;
    const whole = report(what, claims, drawn);
    const quarter = report(`${what}, h = 13`, claims, drawn, 13);
    atMost(`${what}, h = 52: MASE`, whole.mase, 0.63);
    atMost(`${what}, h = 13: MASE`, quarter.mase, 0.52);
    better(`${what}, h = 52`, whole, naive.naive);
    better(`${what}, h = 13`, quarter, naive.naiveShorter);
  }
}

/** `01/Pacific/AK` of the held-out sums is the path `US/Pacific/AK`. */
function pathOf(id: string): string {
  return ['US', ...id.split('/').slice(1).filter(Boolean)].join('/');
}

benchArguments();
if (sharedMissing) {
  console.log(`bench/series/accuracy${sharedMissing}`);
} else {
  const m3 = each('M3 monthly (714 series, 18 months)', m3Monthly());
  atMost('M3 monthly: sMAPE', m3.own.smape, 13.3);
  atMost('M3 monthly: MASE', m3.own.mase, 0.83);
  const m4 = each('M4 weekly (180 series, 13 weeks)', m4Weekly());
  atMost('M4 weekly: sMAPE', m4.own.smape, 7.17);
  atMost('M4 weekly: MASE', m4.own.mase, 2.3);
  each('Australian retail (177 series, 24 months)', australianRetail());
  const claims = usClaims();
  const apart = each('US claims without their dates (64 series, 52 weeks)', claims);
  const columns = ['division', 'state'];
  reconciled('US claims without their dates', claims, { columns, crossed: false, shorter: 13, keysOf: pathOf });
  claimsByFile(claims, apart);
  const profile = usProfile();
  const single = each('US state x age (516 series, 12 months)', profile, 6);
  const { variance } = reconciled('US state x age', profile, {
    columns: ['division', 'state', 'age'],
    crossed: true,
    keysOf: (id) => {
      const [sums = '', ...keys] = id.split('/');
      if (sums === '2') return `US/*/*/${keys[0]}`;
      return ['US', ...keys.filter(Boolean)].join('/');
    },
  });
  atMost('US state x age, reconciled: MASE', variance.mase, 0.8);
  better('US state x age, reconciled', variance, single.naive);
  const share = (100 * pooled.inside) / pooled.count;
  judged.push({ what: `within 95 %, pooled over ${pooled.count} outcomes, in %`, got: share, low: 92, high: 98 });
  console.log();
  for (const { what, got, low, high } of judged) {
    const holds = got >= low && got <= high;
    if (!holds) process.exitCode = 1;
    const asked = low > 0 ? `${low} to ${high}` : `at most ${high.toFixed(3)}`;
    console.log(`${holds ? 'holds' : 'FAILS'}  ${got.toFixed(3).padStart(7)}  (${asked})  ${what}`);
  }
}
