import type * as z from 'zod';
import { textTable } from '../../platform/text-table.ts';
import { number } from '../forecast/index.ts';
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
  const total = rows.reduce((sum, row) => sum + row.hours, 0);
  const hours = number(total, 0)[language];
  const [from, to] = [number(first.effective_fte, 0)[language], number(last.effective_fte, 0)[language]];
  const sentence = {
    nl: `Van ${from} effectieve fte in ${first.month} naar ${to} in ${last.month}, samen ${hours} planbare uren; opbouw, verloop en tempo zijn aannames van de invoer.`,
    en: `From ${from} effective fte in ${first.month} to ${to} in ${last.month}, together ${hours} plannable hours; ramp, attrition and pace are assumptions of the input.`,
  };
  return [table, sentence[language]].join('\n\n');
}

/** A funnel for a person: the arithmetic with its label, then expected starts where there are any. */
export function showFunnel(output: z.output<typeof funnel.output>, language: Language): string {
  const head = HEADERS[language];
  const whole = (value: number) => number(value, 0)[language];
  const percent = number(output.conversion * 100, 1)[language];
  const [hired, applicants] = [whole(output.hired), whole(output.applicants)];
  const [hires, needed] = [whole(output.neededHires), whole(output.neededApplicants)];
  const sums = {
    nl: `${hired} aangenomen op ${applicants} kandidaten (${percent} %); in die verhouding vragen ${hires} starts ${needed} kandidaten. ${output.label.nl}`,
    en: `${hired} hired of ${applicants} candidates (${percent} %); at that ratio ${hires} starts take ${needed} candidates. ${output.label.en}`,
  }[language];
  if (output.hiresByMonth === null) return sums;
  const rows = output.hiresByMonth.map(({ mean, low, high }, month) => [
    String(month + 1),
    ...[mean, low, high].map((value) => number(value, 1)[language]),
  ]);
  return [textTable([head.month, head.mean, head.low, head.high], rows), sums].join('\n\n');
}
