import { gunzipSync } from 'node:zlib';
import { action } from '../../platform/actions.ts';
import { isRefused } from '../../series/index.ts';
import { series as seriesContract } from './contract.ts';
import { readRows } from './series/read-rows.ts';
import { readSeries } from './series/read-series.ts';
import { backtestFile, forecastFile, type SeriesRequest } from './series/run-series.ts';
import { quantileNames, warningSentences } from './series/series-shape.ts';
import { showSeries } from './series/show-series.ts';

const series = action(
  seriesContract,
  async (context, input) => {
    const rows = readRows(textOf(input.data));
    if ('badLine' in rows) return context.refuse('series_file_unreadable', `line ${rows.badLine}`);
    const { id, time, value } = input;
    const hierarchy = input.hierarchy ?? [];
    const file = readSeries(rows, { id, time, value, hierarchy }, input.frequency);
    if ('fault' in file) return context.refuse(file.fault, file.detail);
    if (isRefused(file)) return context.refuse(file.code, file.detail);
    const request: SeriesRequest = { ...input, hierarchy };
    const label = context.language === 'nl' ? 'reeksen' : 'series';
    const tell = (done: number, total: number) => context.progress({ label, done, total });
    if (input.backtest !== undefined) {
      const accuracy = backtestFile(file, request, { origins: input.backtest, tell });
      return isRefused(accuracy) ? context.refuse(accuracy.code, accuracy.detail) : [...accuracy];
    }
    const answers = forecastFile(file, request, tell);
    if (isRefused(answers)) return context.refuse(answers.code, answers.detail);
    return answers.map((answer) => ({
      id: answer.id,
      method: answer.method,
      warnings: answer.warnings.map((code) => ({ code, message: warningSentences[code][context.language] })),
      forecast: answer.periods.map((period, h) => ({
        step: h + 1,
        period,
        mean: answer.mean[h]!,
        quantiles: Object.fromEntries(quantileNames.map((name, q) => [name, answer.quantiles[h]![q]!])),
      })),
    }));
  },
  { show: showSeries },
);

export const seriesActions = [series] as const;

/** The text of a file, unpacked when it is gzip (magic bytes 1f 8b). */
function textOf(bytes: Uint8Array): string {
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  return new TextDecoder().decode(plain);
}
