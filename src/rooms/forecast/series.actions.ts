import { action } from '../../platform/actions.ts';
import { sayFileFault } from '../../platform/csv/say-fault.ts';
import { unpackText } from '../../platform/csv/unpack-text.files.ts';
import { isRefused } from '../../series/index.ts';
import { series as seriesContract } from './contract.ts';
import { backtestFile } from './series/backtest-series.ts';
import { sayNote } from './series/note.ts';
import { readRows, sayRowsFault } from './series/read-rows.ts';
import { readSeries } from './series/read-series.ts';
import { forecastFile } from './series/run-series.ts';
import { sayMethod } from './series/say-method.ts';
import { quantileNames } from './series/series-shape.ts';
import type { SeriesRequest } from './series/setting.ts';
import { showSeries } from './series/show-series.ts';

const series = action(
  seriesContract,
  async (context, input) => {
    const text = unpackText(input.data);
    if (typeof text !== 'string') return context.refuse('series_file_unreadable', sayFileFault(text, context.language));
    const rows = readRows(text);
    if ('fault' in rows) return context.refuse('series_file_unreadable', sayRowsFault(rows, context.language));
    const { id, time, value } = input;
    const hierarchy = input.hierarchy ?? [];
    const file = readSeries(rows, { id, time, value, hierarchy }, input.frequency);
    if ('fault' in file) return context.refuse(file.fault, file.detail[context.language]);
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
      method: sayMethod(answer, context.language),
      warnings: answer.notes.map((note) => ({ code: note.code, message: sayNote(note, context.language) })),
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
