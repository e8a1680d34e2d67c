import type * as z from 'zod';
import { number, textTable } from '../forecast/index.ts';
import type { funnel, ProjectedMonth } from './contract.ts';

type Language = 'nl' | 'en';

const HEADERS = {
  nl: {
    month: 'maand',
    base: 'basis fte',
    fresh: 'nieuwe mensen',
    effective: 'effectieve fte',
    hours: 'planbare uren',
    mean: 'starts',
    low: 'laag',
    high: 'hoog',
  },
  en: {
    month: 'month',
    base: 'base fte',
    fresh: 'new people',
    effective: 'effective fte',
    hours: 'plannable hours',
    mean: 'starts',
    low: 'low',
    high: 'high',
  },
} as const;

/** A projection for a person: months, then what it comes to. */
export function showProjection(rows: readonly ProjectedMonth[], language: Language): string {
  const head = HEADERS[language];
  const table = textTable(
    [head.month, head.base, head.fresh, head.effective, head.hours],
    rows.map((row) => [
      row.month,
      number(row.base_fte, 1)[language],
      number(row.new_headcount, 1)[language],
      number(row.effective_fte, 1)[language],
      number(row.hours, 0)[language],
    ]),
  );
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return table;
  const hours = number(
    rows.reduce((sum, row) => sum + row.hours, 0),
    0,
  );
  const [from, to] = [number(first.effective_fte, 0), number(last.effective_fte, 0)];
  return [
    table,
    `Van ${from.nl} effectieve fte in ${first.month} naar ${to.nl} in ${last.month}, samen ${hours.nl} planbare uren; opbouw, verloop en tempo zijn aannames van de invoer.`,
    `From ${from.en} effective fte in ${first.month} to ${to.en} in ${last.month}, together ${hours.en} plannable hours; ramp, attrition and pace are assumptions of the input.`,
  ].join('\n\n');
}

/** A funnel for a person: the arithmetic with its label, then expected starts where there are any. */
export function showFunnel(output: z.output<typeof funnel.output>, language: Language): string {
  const head = HEADERS[language];
  const percent = number(output.conversion * 100, 1);
  const [needed, hires] = [number(output.neededApplicants, 0), number(output.neededHires, 0)];
  const sums = [
    `${number(output.hired, 0).nl} aangenomen op ${number(output.applicants, 0).nl} kandidaten (${percent.nl} %); in die verhouding vragen ${hires.nl} starts ${needed.nl} kandidaten. ${output.label.nl}`,
    `${number(output.hired, 0).en} hired of ${number(output.applicants, 0).en} candidates (${percent.en} %); at that ratio ${hires.en} starts take ${needed.en} candidates. ${output.label.en}`,
  ].join('\n');
  if (output.hiresByMonth === null) return sums;
  const rows = output.hiresByMonth.map(({ mean, low, high }, month) => [
    String(month + 1),
    ...[mean, low, high].map((value) => number(value, 1)[language]),
  ]);
  return [textTable([head.month, head.mean, head.low, head.high], rows), sums].join('\n\n');
}
