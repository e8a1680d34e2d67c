import type * as z from 'zod';
import { textTable } from '../../platform/text-table.ts';
import { monthNames } from '../../time/month-names.ts';
import type { bridge, cohort, triangle } from './contract.ts';
import { number } from './sentence.ts';

type Language = 'nl' | 'en';

const HEADERS = {
  nl: {
    month: 'maand',
    hours: 'uren',
    entry: 'uren in het jaar per klant die dan instroomt',
    reading: 'lezing',
    value: 'waarde',
    range: 'door afronding',
    verdict: 'oordeel',
    row: 'cohort',
    latest: 'tot nu',
    ultimate: 'eindstand',
    ibnr: 'nog te komen',
    error: 'standaardfout',
    total: 'totaal',
  },
  en: {
    month: 'month',
    hours: 'hours',
    entry: 'hours in the year per client who enters then',
    reading: 'reading',
    value: 'value',
    range: 'by rounding',
    verdict: 'verdict',
    row: 'cohort',
    latest: 'so far',
    ultimate: 'ultimate',
    ibnr: 'to come',
    error: 'standard error',
    total: 'total',
  },
} as const;

const VERDICTS = {
  nl: { explains: 'kan', explains_only_if: 'alleen als', rejected: 'kan niet' },
  en: { explains: 'can', explains_only_if: 'only if', rejected: 'cannot' },
} as const;

/** A valued cohort case for a person: hours by month, the figures with their definitions, warnings. */
export function showCohort(output: z.output<typeof cohort.output>, language: Language): string {
  const head = HEADERS[language];
  const rows = output.hoursByMonth.map((hours, m) => [
    monthNames[language][m] ?? '',
    number(hours, 0)[language],
    number(output.inYearHoursByEntryMonth[m] ?? 0, 2)[language],
  ]);
  rows.push([head.total, number(output.totalHours, 0)[language], '']);
  const sentences = [...output.figures, ...output.warnings, { sentence: output.reading }];
  return [
    textTable([head.month, head.hours, head.entry], rows),
    ...sentences.map(({ sentence }) => sentence[language]),
  ].join('\n\n');
}

/** A bridge for a person: the sum as a sentence, then every reading with its verdict. */
export function showBridge(output: z.output<typeof bridge.output>, language: Language): string {
  const head = HEADERS[language];
  const rows = output.readings.map(({ id, name, value, range, verdict }) => [
    `${id} ${name[language]}`,
    value === null ? '' : number(value, 2)[language],
    range === null ? '' : range.map((limit) => number(limit, 2)[language]).join(' - '),
    VERDICTS[language][verdict],
  ]);
  return [
    output.sentence[language],
    textTable([head.reading, head.value, head.range, head.verdict], rows),
    output.readings.map(({ id, sentence }) => `${id} ${sentence[language]}`).join('\n'),
    output.assumptions.sentence[language],
    output.reading[language],
  ].join('\n\n');
}

/** A completed triangle for a person. */
export function showTriangle(output: z.output<typeof triangle.output>, language: Language): string {
  const head = HEADERS[language];
  const cells = (values: readonly number[]) => values.map((value) => number(value, 0)[language]);
  const rows = output.latest.map((latest, i) => [
    String(i + 1),
    ...cells([latest, output.ultimate[i] ?? 0, output.ibnr[i] ?? 0, output.mackSe[i] ?? 0]),
  ]);
  const { total } = output;
  rows.push([head.total, ...cells([total.latest, total.ultimate, total.ibnr, total.mackSe])]);
  const [ibnr, error] = [number(total.ibnr, 0)[language], number(total.mackSe, 0)[language]];
  const sentence = {
    nl: `Nog te komen ${ibnr}, standaardfout ${error} (chain ladder, Mack 1993).`,
    en: `Still to come ${ibnr}, standard error ${error} (chain ladder, Mack 1993).`,
  };
  return [textTable([head.row, head.latest, head.ultimate, head.ibnr, head.error], rows), sentence[language]].join(
    '\n\n',
  );
}
