import type { Words } from '../../platform/contract.ts';
import { methodInDutch } from './show/method-words.ts';
import type { Row } from './show/records.ts';
import type { Language } from './show/table-words.ts';
import { TOP, tables } from './show/tables.ts';

const LABELS = {
  nl: {
    warning: 'Let op',
    missing: (n: number) =>
      `${n} ${n === 1 ? 'rij met een ontbrekende waarde is' : 'rijen met een ontbrekende waarde zijn'} weggelaten`,
    method: 'Methode',
  },
  en: {
    warning: 'Note',
    missing: (n: number) =>
      `${n} ${n === 1 ? 'row with a missing value was' : 'rows with a missing value were'} left out`,
    method: 'Method',
  },
} as const;

/** A result for a person: tables, then in one sentence what it says, then what to know about it. */
export function showOutcome(output: object, language: Language): string {
  const { method, warnings, missing, sentence, ...rest } = output as Row & {
    method: string;
    warnings: readonly { sentence: Words }[];
    missing?: number;
    sentence: Words;
  };
  // With a ratio no arm has the mean of their sizes.
  const { nPerArm: _mean, ...unequal } = rest as Row & { nPerArm?: unknown };
  const figures = 'nPerArm' in rest && rest.n1 !== rest.n0 ? unequal : rest;
  const label = LABELS[language];
  const notes = warnings.map((warning) => `${label.warning}: ${warning.sentence[language]}`);
  if (missing !== undefined && missing > 0) notes.push(`${label.warning}: ${label.missing(missing)}.`);
  const how = language === 'nl' ? methodInDutch(method) : method;
  return [...tables(figures, TOP, language), sentence[language], [...notes, `${label.method}: ${how}`].join('\n')].join(
    '\n\n',
  );
}

/** The list of commands, each with its question. */
export function showEstimators(
  estimators: readonly { readonly name: string; readonly question: Words; readonly example: string }[],
  language: Language,
): string {
  const rows = estimators.map(({ name, question }) => `${name.padEnd(24)}${question[language]}`);
  const more = {
    nl: 'Hulp en een voorbeeld: sluitend stats <naam> --help',
    en: 'Help and an example: sluitend stats <name> --help',
  };
  return [...rows, '', more[language]].join('\n');
}
