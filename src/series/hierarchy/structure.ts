import { refuseSeries, type SeriesRefused } from '../refusal.ts';

/** A node that is a sum: its path, its level and the positions of its bottom series. */
export type UpperNode = { readonly id: string; readonly level: string; readonly bottoms: Int32Array };

/** Upper nodes first (the whole first), bottom series after them in the order of their keys. */
export type Hierarchy = {
  readonly uppers: readonly UpperNode[];
  readonly bottoms: readonly { readonly id: string; readonly level: string }[];
};

/**
 * Builds the sums over the columns of a table. `keys[b]` = the values of bottom series b, one per column. Nested (the
 * default): root, root/first, root/first/second ...; the full path is the bottom. Crossed: every other combination of
 * columns too, a column that is summed over written `*` (`NL/*` + `/band`).
 * @returns refused: `no_hierarchy`, `unequal_series`.
 */
export function buildHierarchy(
  keys: readonly (readonly string[])[],
  names: { readonly root: string; readonly columns: readonly string[]; readonly crossed?: boolean },
): Hierarchy | SeriesRefused {
  const { root, columns } = names;
  if (keys.length === 0 || columns.length === 0) return refuseSeries('no_hierarchy');
  if (keys.some((key) => key.length !== columns.length)) return refuseSeries('unequal_series');
  const kept = names.crossed ? allSubsets(columns.length) : prefixes(columns.length);
  const uppers: UpperNode[] = [];
  for (const keep of kept) {
    const members = new Map<string, number[]>();
    keys.forEach((key, b) => {
      const id = [root, ...pathOf(key, keep)].join('/');
      const list = members.get(id);
      if (list === undefined) members.set(id, [b]);
      else list.push(b);
    });
    const level = [root, ...pathOf(columns, keep)].join('/');
    for (const [id, list] of members) uppers.push({ id, level, bottoms: Int32Array.from(list) });
  }
  const bottomLevel = [root, ...columns].join('/');
  return { uppers, bottoms: keys.map((key) => ({ id: [root, ...key].join('/'), level: bottomLevel })) };
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
