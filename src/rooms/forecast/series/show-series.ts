import { textTable } from '../text-table.ts';
import type { SeriesOutput } from './series-shape.ts';

type Language = 'nl' | 'en';

const words = {
  nl: {
    forecast: ['reeks', 'periode', 'verwacht', '95 % van', 'tot'],
    accuracy: ['niveau', 'stap', 'MASE', 'sMAPE', 'binnen 95 %'],
    forecastSentence: (count: number, methods: string) =>
      `${count} reeksen verwacht (${methods}); naar de fouten van het verleden valt 95 op de 100 uitkomsten binnen de grenzen.`,
    accuracySentence: 'MASE onder 1 is beter dan hetzelfde seizoen van vorig jaar in de reeks zelf.',
  },
  en: {
    forecast: ['series', 'period', 'expected', '95 % from', 'to'],
    accuracy: ['level', 'step', 'MASE', 'sMAPE', 'within 95 %'],
    forecastSentence: (count: number, methods: string) =>
      `${count} series forecast (${methods}); going by past errors 95 outcomes in 100 fall within the limits.`,
    accuracySentence: 'A MASE below 1 beats the same season of last year within the series itself.',
  },
} as const;

/** A readable table and one sentence; warnings below, one line per series that has any. */
export function showSeries(output: SeriesOutput, language: Language): string {
  const text = words[language];
  const first = output[0];
  if (first !== undefined && 'level' in first) {
    const rows = (output as Extract<SeriesOutput, readonly { level: string }[]>).map((row) => [
      row.level,
      String(row.step),
      row.mase?.toFixed(3) ?? '-',
      row.smape?.toFixed(2) ?? '-',
      row.coverage95 === null ? '-' : `${(100 * row.coverage95).toFixed(1)} %`,
    ]);
    return `${textTable(text.accuracy, rows)}\n\n${text.accuracySentence}`;
  }
  const series = output as Extract<SeriesOutput, readonly { id: string }[]>;
  const rows = series.flatMap(({ id, forecast }) =>
    forecast.map(({ period, mean, quantiles }) => [
      id,
      period,
      ...[mean, quantiles['0.025'] ?? mean, quantiles['0.975'] ?? mean].map((value) => readable(value)),
    ]),
  );
  const warnings = series.flatMap(({ id, warnings }) => warnings.map(({ message }) => `${id}: ${message}`));
  const methods = [...new Set(series.map(({ method }) => method))].join(', ');
  return [textTable(text.forecast, rows), '', text.forecastSentence(series.length, methods), ...warnings].join('\n');
}

/** Four significant digits at least, no more decimals than that needs. */
function readable(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
  return value.toFixed(decimals);
}
