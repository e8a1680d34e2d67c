/** A season of fewer rows is a change for good, not a late report; of short seasons at least this many periods. */
const leastSilence = 4;

/** What the number of rows per period says of the sums made from them. */
export type RowCounts = {
  /** Positions with fewer rows than the steady number before them, for less than a season: rows are still to come. */
  readonly incomplete: readonly number[];
  /** First position from which fewer rows came for a season or longer. */
  readonly endedFrom: number | undefined;
  /** The steady number of rows before each incomplete position. */
  readonly usual: ReadonlyMap<number, number>;
};

/**
 * Finds periods whose sum lacks rows. `counts[t]` = rows of period t. Only a number of rows that was the same in each of
 * the last `season` complete periods (at least 4) can tell: where rows are events, or zero cells are left out, the
 * number varies by itself and nothing is concluded.
 */
export function judgeRowCounts(counts: readonly number[], season: number): RowCounts {
  const span = Math.max(season, leastSilence);
  const complete: number[] = [];
  const incomplete: number[] = [];
  const usual = new Map<number, number>();
  let endedFrom: number | undefined;
  for (let t = 0; t < counts.length; t++) {
    const level = steady(complete.slice(-span));
    let end = t;
    while (level !== undefined && end < counts.length && counts[end]! < level) end += 1;
    if (level === undefined || end === t) {
      if (counts[t]! > 0) complete.push(counts[t]!);
      continue;
    }
    if (end - t >= span) {
      // Fewer for good: the number from here on is a new one.
      endedFrom ??= t;
      complete.length = 0;
      if (counts[t]! > 0) complete.push(counts[t]!);
      continue;
    }
    for (let u = t; u < end; u++) {
      if (counts[u] === 0) continue;
      incomplete.push(u);
      usual.set(u, level);
    }
    t = end - 1;
  }
  return { incomplete, endedFrom, usual };
}

/** The number that all these counts are, of two rows or more. */
function steady(counts: readonly number[]): number | undefined {
  const [first] = counts;
  if (first === undefined || counts.length < leastSilence || first < 2) return undefined;
  return counts.every((count) => count === first) ? first : undefined;
}
