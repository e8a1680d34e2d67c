import { textTable } from '../../../platform/text-table.ts';
import { number } from '../sentence.ts';
import type { SeriesOutput } from './series-shape.ts';

type Language = 'nl' | 'en';

type Forecasts = Extract<SeriesOutput, readonly { id: string }[]>;
type Accuracy = Extract<SeriesOutput, readonly { level: string }[]>;

/** Codes of warnings under which a band does not rest on past errors that can be trusted. */
const UNPROVEN: readonly string[] = ['constant', 'band_from_few', 'spike'];

const words = {
  nl: {
    forecast: ['reeks', 'periode', 'verwacht', '95 % van', 'tot'],
    accuracy: ['niveau', 'stap', 'MASE', 'sMAPE', 'binnen 95 %', 'oorsprongen', 'uitkomsten'],
    series: (count: number) => (count === 1 ? '1 reeks' : `${count} reeksen`),
    done: 'verwacht',
    more: (count: number) => ` en nog ${count}`,
    bands: 'Naar de fouten van het verleden valt 95 op de 100 uitkomsten binnen de grenzen',
    but: (count: number) =>
      `niet bij ${count === 1 ? 'de reeks' : `de ${count} reeksen`} waarvan een waarschuwing dat zegt`,
    none: 'De grenzen rusten niet op genoeg fouten uit het verleden: zie de waarschuwingen.',
    accuracySentence: (origins: number) =>
      `Getoetst vanaf ${origins === 1 ? '1 eerdere oorsprong' : `${origins} eerdere oorsprongen`}. MASE onder 1 is beter dan hetzelfde seizoen van vorig jaar in de reeks zelf.`,
  },
  en: {
    forecast: ['series', 'period', 'expected', '95 % from', 'to'],
    accuracy: ['level', 'step', 'MASE', 'sMAPE', 'within 95 %', 'origins', 'outcomes'],
    series: (count: number) => `${count} series`,
    done: 'forecast',
    more: (count: number) => ` and ${count} more`,
    bands: 'Going by past errors 95 outcomes in 100 fall within the limits',
    but: (count: number) => `not for the ${count === 1 ? 'one' : count} of which a warning says so`,
    none: 'The limits do not rest on enough past errors: see the warnings.',
    accuracySentence: (origins: number) =>
      `Tested from ${origins === 1 ? '1 earlier origin' : `${origins} earlier origins`}. A MASE below 1 beats the same season of last year within the series itself.`,
  },
} as const;

/** A readable table and one sentence; then each method with its conventions, and every warning once. */
export function showSeries(output: SeriesOutput, language: Language): string {
  const first = output[0];
  return first !== undefined && 'level' in first
    ? showAccuracy(output as Accuracy, language)
    : showForecasts(output as Forecasts, language);
}

function showAccuracy(lines: Accuracy, language: Language): string {
  const text = words[language];
  const rows = lines.map((row) => [
    row.level,
    String(row.step),
    row.mase === null ? '-' : number(row.mase, 3)[language],
    row.smape === null ? '-' : number(row.smape, 2)[language],
    row.coverage95 === null ? '-' : `${number(100 * row.coverage95, 1)[language]} %`,
    String(row.origins),
    String(row.outcomes),
  ]);
  const origins = lines.reduce((most, row) => Math.max(most, row.origins), 0);
  return `${textTable(text.accuracy, rows)}\n\n${text.accuracySentence(origins)}`;
}

function showForecasts(series: Forecasts, language: Language): string {
  const text = words[language];
  const rows = series.flatMap(({ id, forecast }) =>
    forecast.map(({ period, mean, quantiles }) => [
      id,
      period,
      ...[mean, quantiles['0.025'] ?? mean, quantiles['0.975'] ?? mean].map((value) => readable(value, language)),
    ]),
  );
  const methods = [...new Set(series.map(({ method }) => method))];
  return [
    textTable(text.forecast, rows),
    '',
    `${text.series(series.length)} ${text.done}. ${bandSentence(series, language)}`,
    ...methods,
    ...sayWarnings(series, language),
  ].join('\n');
}

const mostNamed = 5;

/** Each warning once: without a name where it holds for every series, else with those that it is about. */
function sayWarnings(series: Forecasts, language: Language): readonly string[] {
  const about = new Map<string, string[]>();
  for (const { id, warnings } of series) {
    for (const { message } of warnings) about.set(message, [...(about.get(message) ?? []), id]);
  }
  return [...about].map(([message, ids]) => {
    if (ids.length === series.length && ids.length > 1) return message;
    const rest = ids.length - mostNamed;
    const more = rest <= 0 ? '' : words[language].more(rest);
    return `${ids.slice(0, mostNamed).join(', ')}${more}: ${message}`;
  });
}

/** Whether the limits hold what they promise follows from the warnings beside them. */
function bandSentence(series: Forecasts, language: Language): string {
  const text = words[language];
  const unproven = series.filter(({ warnings }) => warnings.some(({ code }) => UNPROVEN.includes(code))).length;
  if (unproven === series.length) return text.none;
  return unproven === 0 ? `${text.bands}.` : `${text.bands}, ${text.but(unproven)}.`;
}

/** Four significant digits at least, no more decimals than that needs. */
function readable(value: number, language: Language): string {
  const size = Math.abs(value);
  const decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
  return number(value, decimals)[language];
}
