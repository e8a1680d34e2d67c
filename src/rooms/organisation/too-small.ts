import { type Equation, listDerivable } from './derivable.ts';

/** A count over the nation, with the part of it that the reader sees as the own offices. */
export interface NationalCount {
  readonly nation: number;
  readonly own: number;
  /** How much readers need it: of what may be hidden to guard another the least needed goes first. */
  readonly need?: number;
}

/** A count and counts that are parts of it and share nobody. What the parts leave over counts too, and is shown nowhere. */
export interface SumOf {
  readonly total: string;
  readonly parts: readonly string[];
}

/** Counts of 1-9 are too small to show. Source: the disclosure rules of the product. */
const shownFrom = 10;
const isSmall = (count: number) => count > 0 && count < shownFrom;

/**
 * Which national counts may not be shown to a reader whose reach is not the nation: those of 1-9 people, those that leave
 * 1-9 people after the own offices are taken off, and as many others as keep these from being derived. In no sum is then
 * one count alone unknown, nor do the unknown ones hold fewer than ten people together.
 * Zero is never hidden. Of what may be chosen the least needed goes first, then the smallest, a total last.
 */
export function computeTooSmall(
  counts: ReadonlyMap<string, NationalCount>,
  sums: readonly SumOf[],
): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const [id, { nation, own }] of counts) if (isSmall(nation) || isSmall(nation - own)) hidden.add(id);
  const known = sums.map((sum, index) => readSum(counts, { ...sum, index })).filter((sum) => sum.isTrue);
  for (;;) {
    hideInEachSum(known, hidden);
    const found = listDerivable(known.map((sum) => equationOf(sum, hidden)));
    const exposed = found.some((id) => hidden.has(id) || known.some((sum) => sum.isRestSmall && restOf(sum) === id));
    // sums may give away together what none of them does alone
    const next = exposed ? findSmallestShown(known, hidden) : undefined;
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}

function hideInEachSum(sums: readonly ReadSum[], hidden: Set<string>): void {
  for (let settled = false; !settled; ) {
    settled = true;
    for (const sum of sums) {
      while (isExposed(sum, hidden)) {
        const next = sum.members.find((member) => !hidden.has(member.id));
        if (next === undefined) break;
        hidden.add(next.id);
        settled = false;
      }
    }
  }
}

const restOf = (sum: ReadSum) => `rest of ${sum.index}`;

function equationOf(sum: ReadSum, hidden: ReadonlySet<string>): Equation {
  const unknown = sum.members.filter(({ id }) => hidden.has(id));
  const equation = new Map(unknown.map(({ id }) => [id, id === sum.total ? 1 : -1]));
  return sum.rest > 0 ? equation.set(restOf(sum), -1) : equation;
}

/** The least needed count that is shown in a sum with one that is not. */
function findSmallestShown(sums: readonly ReadSum[], hidden: ReadonlySet<string>): string | undefined {
  const candidates = sums
    .filter(({ members }) => members.some(({ id }) => hidden.has(id)))
    .flatMap(({ members }) => members.filter(({ id }) => !hidden.has(id)));
  return candidates.toSorted(compareNeed)[0]?.id;
}

interface Member {
  readonly id: string;
  readonly outside: number;
  readonly need: number;
}

interface ReadSum {
  readonly index: number;
  readonly total: string;
  /** What could be hidden, in the order in which it is: with people outside the own offices. */
  readonly members: readonly Member[];
  /** Outside the own offices: what the parts leave over. */
  readonly rest: number;
  readonly isRestSmall: boolean;
  /** False where the parts are more than the total: then it is no sum, and nothing can be derived from it. */
  readonly isTrue: boolean;
}

function readSum(
  counts: ReadonlyMap<string, NationalCount>,
  { total, parts, index }: SumOf & { readonly index: number },
): ReadSum {
  const of = (id: string) => counts.get(id) ?? { nation: 0, own: 0 };
  const outside = (id: string) => of(id).nation - of(id).own;
  const leftOver = (which: 'nation' | 'own') => parts.reduce((left, id) => left - of(id)[which], of(total)[which]);
  const [nation, own] = [leftOver('nation'), leftOver('own')];
  const member = (id: string): Member => ({ id, outside: outside(id), need: counts.get(id)?.need ?? 0 });
  const [whole, pieces] = [member(total), parts.map(member).toSorted(compareNeed)];
  // a total that nobody is shown is the first to go, another the last
  const ordered = whole.need < 0 ? [whole, ...pieces] : [...pieces, whole];
  return {
    index,
    total,
    members: ordered.filter((each) => each.outside > 0),
    rest: nation - own,
    isRestSmall: isSmall(nation) || isSmall(nation - own),
    isTrue: own >= 0 && nation >= own,
  };
}

const compareNeed = (a: Member, b: Member) => a.need - b.need || a.outside - b.outside;

/** Whether a reader who knows every count that is shown could tell too much of those that are not. */
function isExposed(sum: ReadSum, hidden: ReadonlySet<string>): boolean {
  const unknown = sum.members.filter((member) => hidden.has(member.id));
  if (unknown.length === 0 && !sum.isRestSmall) return false;
  const values = [...unknown.map((member) => member.outside), ...(sum.rest > 0 ? [sum.rest] : [])];
  if (values.length < 2) return values.length === 1;
  if (hidden.has(sum.total)) return false;
  const together = values.reduce((all, value) => all + value, 0);
  // with one person in each the values would be known
  return together < shownFrom || together === values.length;
}
