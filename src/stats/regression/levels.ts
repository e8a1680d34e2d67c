/** Rows sorted into levels 0 to count - 1, in the order in which they first appear. */
export interface Levels {
  readonly codes: Int32Array;
  readonly count: number;
}

/**
 * Numbers the levels of a column of arbitrary codes (cluster ids, strata); equal codes are one level.
 *
 * @param count rows that each row stands for: a cell of none opens no level and is put in the first.
 */
export function numberLevels(codes: ArrayLike<number>, count?: ArrayLike<number>): Levels {
  const numbered = new Int32Array(codes.length);
  const seen = new Map<number, number>();
  for (let i = 0; i < codes.length; i++) {
    if (count?.[i] === 0) continue;
    const code = codes[i]!;
    let level = seen.get(code);
    if (level === undefined) {
      level = seen.size;
      seen.set(code, level);
    }
    numbered[i] = level;
  }
  return { codes: numbered, count: seen.size };
}

/** Whether every level of `inner` lies within one level of `outer`. */
export function isNested(inner: Levels, outer: Levels): boolean {
  const owner = new Int32Array(inner.count).fill(-1);
  for (let i = 0; i < inner.codes.length; i++) {
    const level = inner.codes[i]!;
    if (owner[level] === -1) owner[level] = outer.codes[i]!;
    else if (owner[level] !== outer.codes[i]!) return false;
  }
  return true;
}
