import { action, type Language } from '../../platform/actions.ts';
import type { InputOf } from '../../platform/contract.ts';
import { sayFileFault } from '../../platform/csv/say-fault.ts';
import { unpackText } from '../../platform/csv/unpack-text.files.ts';
import { Refusal } from '../../platform/refusal.ts';
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

/** Flags that say how sums are made; without a hierarchy they would be ignored in silence. */
function refuseIdleFlags(input: InputOf<typeof seriesContract>, language: Language): void {
  if ((input.hierarchy ?? []).length > 0) return;
  const idle = [input.crossed ? 'crossed' : '', input.reconciliation === undefined ? '' : 'reconciliation'];
  const message = language === 'nl' ? 'vraagt --hierarchy' : 'needs --hierarchy';
  const faults = idle.filter((field) => field !== '').map((field) => ({ field, code: 'conflict', message }));
  if (faults.length > 0) throw new Refusal('invalid_input', { faults });
}

const series = action(
  seriesContract,
  async (context, input) => {
    refuseIdleFlags(input, context.language);
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
