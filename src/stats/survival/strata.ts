import type { NumberColumn, Spells } from './spells.ts';

/** The rows of each stratum as spells of their own, in the order of the labels; empty strata are left out. */
export function splitByStratum(spells: Spells): readonly Spells[] {
  const { stratum } = spells;
  if (stratum === undefined) return [spells];
  const { rows, starts } = rowsByCode(stratum);
  const result: Spells[] = [];
  for (let s = 0; s < stratum.labels.length; s++) {
    const own = rows.subarray(starts[s], starts[s + 1]);
    if (own.length > 0) result.push(takeRows(spells, own));
  }
  return result;
}

/** Rows in order of their code, each code's rows in their own order (counting sort), and where each code starts. */
export function rowsByCode({
  codes,
  labels,
}: {
  readonly codes: NumberColumn;
  readonly labels: { readonly length: number };
}): { rows: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(labels.length + 1);
  for (let i = 0; i < codes.length; i++) starts[(codes[i] as number) + 1]! += 1;
  for (let s = 0; s < labels.length; s++) starts[s + 1]! += starts[s] as number;
  const next = starts.slice();
  const rows = new Uint32Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    rows[next[code] as number] = i;
    next[code]! += 1;
  }
  return { rows, starts };
}

function takeRows(spells: Spells, rows: Uint32Array): Spells {
  const { time, cause, entry, count, group } = spells;
  return {
    time: take(time, rows),
    cause: take(cause, rows),
    entry: entry && take(entry, rows),
    count: count && take(count, rows),
    group: group && { codes: take(group.codes, rows), labels: group.labels },
  };
}

function take(column: NumberColumn, rows: Uint32Array): NumberColumn {
  const result = new (column.constructor as Float64ArrayConstructor)(rows.length);
  for (let i = 0; i < rows.length; i++) result[i] = column[rows[i] as number] as number;
  return result;
}
