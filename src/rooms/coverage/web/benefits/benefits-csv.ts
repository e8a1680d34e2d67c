import { schemeWord, stateText } from './benefits-table.tsx';
import type { FigureBenefit } from './take-in.ts';
import type { BenefitWords } from './words.ts';

/** What is on the screen, as rows of text; dates as they are stored. */
export function csvOf(rows: readonly FigureBenefit[], words: BenefitWords, withNames: boolean) {
  const { say } = words;
  const heads = [
    ...(withNames ? [say('client')] : []),
    say('clientId'),
    say('benefit'),
    say('scheme'),
    say('since'),
    say('state'),
    say('due'),
    say('last'),
    say('office'),
  ];
  return [
    heads,
    ...rows.map((of) => [
      ...(withNames ? [of.name ?? ''] : []),
      of.clientId,
      of.benefitId,
      schemeWord(of.scheme, say),
      of.startDate,
      stateText(of.state, words),
      of.dueDate ?? '',
      of.lastDate ?? '',
      of.office.name,
    ]),
  ];
}
