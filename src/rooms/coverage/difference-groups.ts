import type { Changed } from './difference.ts';
import { type Learned, type LearnedCode, learnedCodes } from './difference-words.ts';

/** A changed benefit with what was learned of it, the reason that it stands under first. */
export interface Explained extends Changed {
  readonly reasons: readonly [Learned, ...Learned[]];
}

export interface Group {
  readonly code: LearnedCode;
  readonly count: number;
  /** By how much its benefits moved the figure together. */
  readonly numerator: number;
  readonly denominator: number;
}

const nothingLearned: Learned = { code: 'other', onDate: null, knownOn: null, kind: null, channel: null };

/** What was done with somebody who was in the figure already; all else says who is in it. */
const isDeed = ({ code }: Learned) => /^(contact|enrolment|profile)_/.test(code);

/**
 * The benefit with its reasons. One that came into the figure or left it stands under what says so; one that stayed in it
 * under what was done: somebody who moved office and was spoken with moved the numerator by the conversation.
 */
export function explain(of: Changed, learned: readonly Learned[]): Explained {
  const stayed = of.before.denominator === of.after.denominator;
  const [first = nothingLearned, ...rest] = [
    ...learned.filter((each) => isDeed(each) === stayed),
    ...learned.filter((each) => isDeed(each) !== stayed),
  ];
  return { ...of, reasons: [first, ...rest] };
}

/** Where it stands on the list: by group, then by id; `next` of a page is the place of its last line. */
export function placeOf({ reasons: [{ code }], benefitId }: Explained): string {
  return `${String(learnedCodes.indexOf(code)).padStart(2, '0')}.${benefitId}`;
}

/** In the order of the list. */
export function orderExplained(all: readonly Explained[]): readonly Explained[] {
  return all.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

/** Per reason how many and by how much, in the order of the list; together they move the figure by what all of them do. */
export function groupByReason(all: readonly Explained[]): readonly Group[] {
  return learnedCodes.flatMap((code) => {
    const members = all.filter(({ reasons: [lead] }) => lead.code === code);
    if (members.length === 0) return [];
    const moved = (which: 'numerator' | 'denominator') =>
      members.reduce((sum, { before, after }) => sum + after[which] - before[which], 0);
    return [{ code, count: members.length, numerator: moved('numerator'), denominator: moved('denominator') }];
  });
}
