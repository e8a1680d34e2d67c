import * as z from 'zod';
import { type ShownCount, TOO_SMALL } from '../../stats/index.ts';

export { type ShownCount, TOO_SMALL } from '../../stats/index.ts';

/** A count, or the word that says that it is too small to show to this reader; never a zero in its place. */
export const shownCount = z.union([z.number(), z.literal(TOO_SMALL)]);

export function isTooSmall(value: unknown): value is typeof TOO_SMALL {
  return value === TOO_SMALL;
}

/** A sum of shown counts; not to be shown when one of them is not. */
export function addShown(counts: readonly ShownCount[]): ShownCount {
  let total = 0;
  for (const count of counts) {
    if (isTooSmall(count)) return TOO_SMALL;
    total += count;
  }
  return total;
}

/** What is left of a count; not to be shown when one of the two is not. */
export function subtractShown(from: ShownCount, count: ShownCount): ShownCount {
  return isTooSmall(from) || isTooSmall(count) ? TOO_SMALL : from - count;
}

type Tree = number | string | null | readonly Tree[] | { readonly [key: string]: Tree };

/** A tree of figures in which the counts at the hidden places are `too_small`; places are keys joined by `|`. */
export function hidePlaces(tree: unknown, hidden: ReadonlySet<string>, place = ''): unknown {
  return hideIn(tree as Tree, hidden, place);
}

function hideIn(tree: Tree, hidden: ReadonlySet<string>, place: string): Tree {
  if (tree === null || typeof tree !== 'object') return hidden.has(place) ? TOO_SMALL : tree;
  const below = (key: string) => (place === '' ? key : `${place}|${key}`);
  if (Array.isArray(tree)) return tree.map((value: Tree, i) => hideIn(value, hidden, below(String(i))));
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, hideIn(value, hidden, below(key))]));
}
