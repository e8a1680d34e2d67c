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

/**
 * Accuracy and coverage on the full shared series with the hold-outs, levels and masks of their ref files.
 * Run: npx tsx bench/series/accuracy.ts
 */
type Drawn = { readonly mean: Float64Array; readonly quantiles: readonly Float64Array[] };

function usable<T extends object>(result: T | SeriesRefused): T {
  if (isRefused(result)) throw new Error(result.code);
  return result;
}

const rawOf = ({ past, frequency, masked }: HeldOut) =>
  masked ? { values: past, frequency, masked } : { values: past, frequency };

const pooled = { inside: 0, count: 0 };

function report(
  name: string,
  series: readonly HeldOut[],
  drawn: readonly Drawn[],
  steps = Number.POSITIVE_INFINITY,
): void {
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

function each(name: string, series: readonly HeldOut[], shorter?: number): void {
  const horizon = series[0]!.future.length;
  report(`${name}, seasonal naive`, series, points(series, 'seasonal-naive'));
  const drawn = series.map((one) => usable(forecastSeries(rawOf(one), { horizon })));
  report(`${name}, combination`, series, drawn);
  if (shorter !== undefined) report(`${name}, combination, h = ${shorter}`, series, drawn, shorter);
  pool(series, drawn);
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
): void {
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
  for (const reconciliation of ['mint', 'variance'] as const) {
    const nodes = usable(forecastHierarchy(input, { horizon: first.future.length, reconciliation }));
    const byKeys = new Map(nodes.map((node) => [node.id, node]));
    const kept = series.filter(({ id }) => byKeys.has(how.keysOf(id)));
    const drawn = kept.map(({ id }) => byKeys.get(how.keysOf(id))!);
    report(`${name} (${kept.length} nodes), reconciled by ${reconciliation}`, kept, drawn);
    const { shorter } = how;
    if (shorter) report(`${name}, reconciled by ${reconciliation}, h = ${shorter}`, kept, drawn, shorter);
  }
}

/** The US claims as `series forecast` does them: on the file's dates, so that week 53 of 2020 is taken out. */
function claimsByFile(claims: readonly HeldOut[]): void {
  const rows = readRows(sharedText('us_ui_claims_weekly.csv'));
  if ('badLine' in rows) throw new Error(`line ${rows.badLine}`);
  const past = rows.filter(({ week_end }) => String(week_end) <= '2023-03-04');
  const columns = { time: 'week_end', value: 'ic', hierarchy: ['division', 'state'] };
  const together = readSeries(past, columns, 52);
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
    report(`US claims by the command line, ${name}`, claims, drawn);
    report(`US claims by the command line, ${name}, h = 13`, claims, drawn, 13);
  }
}

/** `01/Pacific/AK` of the held-out sums is the path `US/Pacific/AK`. */
function pathOf(id: string): string {
  return ['US', ...id.split('/').slice(1).filter(Boolean)].join('/');
}

if (sharedMissing) {
  console.log(`bench/series/accuracy${sharedMissing}`);
} else {
  each('M3 monthly (714 series, 18 months)', m3Monthly());
  each('M4 weekly (180 series, 13 weeks)', m4Weekly());
  each('Australian retail (177 series, 24 months)', australianRetail());
  const claims = usClaims();
  each('US claims (64 series, 52 weeks)', claims, 13);
  reconciled('US claims', claims, {
    columns: ['division', 'state'],
    crossed: false,
    shorter: 13,
    keysOf: pathOf,
  });
  claimsByFile(claims);
  const profile = usProfile();
  each('US profile (516 series, 12 months)', profile);
  reconciled('US profile', profile, {
    columns: ['division', 'state', 'age'],
    crossed: true,
    keysOf: (id) => {
      const [columns = '', ...keys] = id.split('/');
      if (columns === '2') return `US/*/*/${keys[0]}`;
      return ['US', ...keys.filter(Boolean)].join('/');
    },
  });
  const share = (100 * pooled.inside) / pooled.count;
  console.log(`pooled over ${pooled.count} outcomes within 95 %: ${share.toFixed(2)} % (asked: 92 to 98 %)`);
}
