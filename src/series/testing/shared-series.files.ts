import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const folder = new URL('../../../../shared/data/forecast/', import.meta.url);

/** The shared series are third-party data beside the checkout and never part of it. */
export const sharedMissing = existsSync(folder) ? '' : ' (skipped: no folder ../shared beside the checkout)';

/** One series with its fixed hold-out; `scale` is the MASE's denominator as its ref file defines it. */
export type HeldOut = {
  readonly id: string;
  readonly frequency: number;
  readonly past: readonly number[];
  readonly future: readonly number[];
  readonly masked?: readonly boolean[];
  readonly scale: number;
  /** Values of the grouping columns, outermost first; empty for the whole of a hierarchy. */
  readonly keys: readonly string[];
};

/** A file's text, unpacked where it is gzip. */
export function sharedText(name: string): string {
  const bytes = readFileSync(new URL(name, folder));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** A ref file of R's results. */
export function sharedReference(name: string): Record<string, unknown> {
  return JSON.parse(sharedText(name));
}

function scaleOf(past: readonly number[], lag: number, masked?: readonly boolean[]): number {
  let sum = 0;
  let count = 0;
  for (let t = lag; t < past.length; t++) {
    if (masked?.[t] || masked?.[t - lag]) continue;
    sum += Math.abs(past[t]! - past[t - lag]!);
    count += 1;
  }
  return sum / count;
}

type Published = { readonly id: string; readonly x: number[]; readonly xx: number[] };

/** M3 monthly: 18 months held out, scale at lag 12. */
export function m3Monthly(): readonly HeldOut[] {
  const list: Published[] = JSON.parse(sharedText('m3_monthly.json.gz'));
  return list.map(({ id, x, xx }) => ({ id, frequency: 12, past: x, future: xx, scale: scaleOf(x, 12), keys: [] }));
}

/** M4 weekly: 13 weeks held out, the last 780 weeks modelled, scale at lag 1 of the whole past as in the M4 competition. */
export function m4Weekly(): readonly HeldOut[] {
  const list: Published[] = JSON.parse(sharedText('m4_weekly.json.gz'));
  return list.map(({ id, x, xx }) => ({
    id,
    frequency: 52,
    past: x.slice(-780),
    future: xx,
    scale: scaleOf(x, 1),
    keys: [],
  }));
}

/** US weekly claims, US > division > state: train to `end`, the weeks 2020-03-14 to 2021-08-28 masked. */
export function usClaims(end = '2023-03-04', horizon = 52): readonly HeldOut[] {
  const rows = cellsOf('us_ui_claims_weekly.csv').map(([week, division, state, claims]) => ({
    period: week!,
    keys: [division!, state!],
    value: Number(claims),
  }));
  return grouped(rows, {
    end,
    horizon,
    frequency: 52,
    mask: ['2020-03-14', '2021-08-28'],
    sums: [[], [0], [0, 1]],
  });
}

/** US insured unemployed by division, state and age, monthly: train to `end`, 2020-03 to 2021-09 masked, means >= 5. */
export function usProfile(end = '2023-01', horizon = 12): readonly HeldOut[] {
  const [header = [], ...lines] = sharedText('us_ui_profile_monthly.csv')
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const ages = header.flatMap((name, c) => (name.startsWith('age_') ? [{ name, c }] : []));
  const rows = lines.flatMap((cells) =>
    ages.map(({ name, c }) => ({ period: cells[0]!, keys: [cells[1]!, cells[2]!, name], value: Number(cells[c]) })),
  );
  const totals = new Map<string, { sum: number; count: number }>();
  for (const { keys, value } of rows) {
    const total = totals.get(keys.join('/')) ?? { sum: 0, count: 0 };
    total.sum += value;
    total.count += 1;
    totals.set(keys.join('/'), total);
  }
  const kept = rows.filter(({ keys }) => {
    const { sum, count } = totals.get(keys.join('/'))!;
    return sum / count >= 5;
  });
  return grouped(kept, {
    end,
    horizon,
    frequency: 12,
    mask: ['2020-03', '2021-09'],
    sums: [[], [2], [0], [0, 1], [0, 1, 2]],
  });
}

/** Australian retail from 2000, complete series: 24 months from 2015-01 held out. */
export function australianRetail(): readonly HeldOut[] {
  const rows = sharedText('aus_retail_monthly.csv.gz')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /^"(.*?)","(.*?)","(.*?)",(.*)$/.exec(line)!)
    .filter((match) => match[1]! >= '2000-01' && match[1]! <= '2016-12')
    .map((match) => ({ period: match[1]!, keys: [match[2]!, match[3]!], value: Number(match[4]) }));
  const counts = new Map<string, number>();
  for (const { keys } of rows) counts.set(keys.join('/'), (counts.get(keys.join('/')) ?? 0) + 1);
  const complete = rows.filter(({ keys }) => counts.get(keys.join('/')) === 204);
  return grouped(complete, {
    end: '2014-12',
    horizon: 24,
    frequency: 12,
    mask: ['9999', '9999'],
    sums: [[], [0], [1], [0, 1]],
  });
}

function cellsOf(name: string): string[][] {
  return sharedText(name)
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

/** Adds rows up over each set of key columns; series in order of appearance, the whole first. */
function grouped(
  rows: readonly { readonly period: string; readonly keys: readonly string[]; readonly value: number }[],
  how: {
    readonly end: string;
    readonly horizon: number;
    readonly frequency: number;
    readonly mask: readonly [string, string];
    readonly sums: readonly (readonly number[])[];
  },
): readonly HeldOut[] {
  const periods = [...new Set(rows.map(({ period }) => period))].sort();
  const position = new Map(periods.map((period, t) => [period, t]));
  const end = position.get(how.end)! + 1;
  const masked = periods.slice(0, end).map((period) => period >= how.mask[0] && period <= how.mask[1]);
  return how.sums.flatMap((columns) => {
    const byId = new Map<string, { keys: string[]; values: number[] }>();
    for (const { period, keys, value } of rows) {
      const kept = columns.map((column) => keys[column]!);
      const id = `${columns.join('')}/${kept.join('/')}`;
      const one = byId.get(id) ?? { keys: kept, values: periods.map(() => 0) };
      one.values[position.get(period)!]! += value;
      byId.set(id, one);
    }
    return [...byId].map(([id, { keys, values }]) => ({
      id,
      keys,
      frequency: how.frequency,
      past: values.slice(0, end),
      future: values.slice(end, end + how.horizon),
      masked,
      scale: scaleOf(values.slice(0, end), how.frequency, masked),
    }));
  });
}
