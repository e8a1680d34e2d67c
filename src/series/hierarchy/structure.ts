import { refuseSeries, type SeriesRefused } from '../refusal.ts';

/** A node that is a sum: its path, its level and the positions of its bottom series. */
export type UpperNode = { readonly id: string; readonly level: string; readonly bottoms: Int32Array };

/** Upper nodes first (the whole first), bottom series after them in the order of their keys. */
export type Hierarchy = {
  readonly uppers: readonly UpperNode[];
  readonly bottoms: readonly { readonly id: string; readonly level: string }[];
};

/** The errors of the sums have a covariance of sums by sums, which is solved. */
const MOST_UPPERS = 5000;

/**
 * Builds the sums over the columns of a table. `keys[b]` = the values of bottom series b, one per column. Nested (the
 * default): root, root/first, root/first/second ...; the full path is the bottom. Crossed: every other combination of
 * columns too, a column that is summed over written `*` (`NL/*` + `/band`).
 * @returns refused: `no_hierarchy`, `unequal_series`, `ambiguous_names`, `hierarchy_too_large`.
 */
export function buildHierarchy(
  keys: readonly (readonly string[])[],
  names: { readonly root: string; readonly columns: readonly string[]; readonly crossed?: boolean },
): Hierarchy | SeriesRefused {
  const { root, columns } = names;
  if (keys.length === 0 || columns.length === 0) return refuseSeries('no_hierarchy');
  if (keys.some((key) => key.length !== columns.length)) return refuseSeries('unequal_series');
  if (names.crossed && 2 ** columns.length > MOST_UPPERS)
    return refuseSeries('hierarchy_too_large', columns.join(', '));
  const kept = names.crossed ? allSubsets(columns.length) : prefixes(columns.length);
  const uppers: UpperNode[] = [];
  for (const keep of kept) {
    const members = new Map<string, { readonly id: string; readonly list: number[] }>();
    keys.forEach((key, b) => {
      const path = pathOf(key, keep);
      const together = JSON.stringify(path);
      const member = members.get(together) ?? { id: [root, ...path].join('/'), list: [] };
      members.set(together, member);
      member.list.push(b);
    });
    const level = [root, ...pathOf(columns, keep)].join('/');
    for (const { id, list } of members.values()) uppers.push({ id, level, bottoms: Int32Array.from(list) });
    if (uppers.length > MOST_UPPERS) return refuseSeries('hierarchy_too_large', level);
  }
  const bottomLevel = [root, ...columns].join('/');
  const bottoms = keys.map((key) => ({ id: [root, ...key].join('/'), level: bottomLevel }));
  const ambiguous = firstTwice([...uppers, ...bottoms].map(({ id }) => id));
  return ambiguous === undefined ? { uppers, bottoms } : refuseSeries('ambiguous_names', ambiguous);
}

function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

/** The kept columns' values, `*` for those summed over, without the stars at the end. */
function pathOf(values: readonly string[], keep: readonly boolean[]): string[] {
  return values.slice(0, keep.lastIndexOf(true) + 1).map((value, j) => (keep[j] ? value : '*'));
}

function prefixes(count: number): boolean[][] {
  return Array.from({ length: count }, (_, kept) => Array.from({ length: count }, (_column, j) => j < kept));
}

/** All sets of columns but the full one, smaller sets first. */
function allSubsets(count: number): boolean[][] {
  const sets = Array.from({ length: 2 ** count - 1 }, (_, bits) =>
    Array.from({ length: count }, (_column, j) => ((bits >> j) & 1) === 1),
  );
  const size = (set: boolean[]): number => set.filter(Boolean).length;
  return sets.sort((a, b) => size(a) - size(b));
}
