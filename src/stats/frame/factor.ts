/** A column as levels: which level each row has. */
export interface Factor {
  /** In byte order; the first is the reference. */
  readonly levels: readonly string[];
  /** Place of each row's level. */
  readonly codes: Int32Array;
}

/** Order of the UTF-8 bytes, which is that of the code points (UTF-16 differs for rare characters). */
export function compareBytes(a: string, b: string): number {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done || y.done) return (x.done ? 0 : 1) - (y.done ? 0 : 1);
    const difference = (x.value.codePointAt(0) as number) - (y.value.codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
}

/** Levels of a column, as they are written in it. */
export function factorOf(column: readonly string[]): Factor {
  const seen = new Map<string, number>();
  const found = new Int32Array(column.length);
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] as string;
    let code = seen.get(value);
    if (code === undefined) {
      code = seen.size;
      seen.set(value, code);
    }
    found[i] = code;
  }
  const unordered = [...seen.keys()];
  const levels = [...unordered].sort(compareBytes);
  const place = new Map(levels.map((level, i) => [level, i]));
  const order = unordered.map((level) => place.get(level) as number);
  return { levels, codes: found.map((code) => order[code] as number) };
}

/** Rows that share their level in every one of several columns, numbered from 0 in order of appearance. */
export function crossedCodes(columns: readonly (readonly string[])[], rows: number): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from({ length: rows }, (_, i) => {
    const key = JSON.stringify(columns.map((column) => column[i]));
    const known = seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, seen.size);
    return seen.size - 1;
  });
}
