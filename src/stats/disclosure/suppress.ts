import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type Cell, hiddenCells } from './protect.ts';

/** Stands in the place of a count that is too small to show, or that would give one away; never a zero. */
export const TOO_SMALL = 'too_small';

/** A count that may be published, or the value that says it may not. */
export type ShownCount = number | typeof TOO_SMALL;

export interface ShownTable {
  /** Rows of cells, as given. */
  readonly cells: readonly (readonly ShownCount[])[];
  /** Sums of the rows; absent for a table of one column, where they are the cells. */
  readonly rowTotals?: readonly ShownCount[];
  readonly columnTotals: readonly ShownCount[];
  /** Sum of all; absent for a table of one column. */
  readonly total?: ShownCount;
  /** Numbers hidden because they are small, and to keep those from being derived; totals count too. */
  readonly hiddenSmall: number;
  readonly hiddenOther: number;
}

/** Counts of one to nine are not shown. */
const SHOWN_FROM = 10;

/**
 * Makes a table of counts fit to publish with its totals: no count of 1-9 is shown, nor any from which one could be
 * derived. Zeros are shown.
 * @param counts rows of equal length; a single column is a list with one total
 *
 * Errors: `too_few` without cells; `out_of_range` for what is no count; `unequal_lengths`.
 */
export function suppressSmallCounts(counts: readonly (readonly number[])[]): ShownTable | NotEstimable {
  if (counts.length === 0 || counts[0]?.length === 0) return notEstimable('too_few');
  const width = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== width)) return notEstimable('unequal_lengths');
  const odd = counts.flat().find((count) => !(Number.isSafeInteger(count) && count >= 0));
  if (odd !== undefined) return notEstimable('out_of_range', `count = ${odd}`);
  const columns = (counts[0] as readonly number[]).length;
  const list = columns === 1;
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rowTotals = counts.map(sum);
  const columnTotals = Array.from({ length: columns }, (_, c) => sum(counts.map((row) => row[c] as number)));
  // Nodes: the columns, the line of column totals, the column of row totals, then the rows (one node in a list, whose
  // rows have no total of their own).
  const totalsLine = columns;
  const rowNode = (r: number) => (list ? totalsLine : columns + 2 + r);
  const cells: Cell[] = [];
  counts.forEach((row, r) => {
    row.forEach((value, c) => {
      cells.push({ from: rowNode(r), to: c, value });
    });
  });
  columnTotals.forEach((value, c) => {
    cells.push({ from: c, to: totalsLine, value });
  });
  if (!list) {
    rowTotals.forEach((value, r) => {
      cells.push({ from: columns + 1, to: rowNode(r), value });
    });
    cells.push({ from: totalsLine, to: columns + 1, value: sum(rowTotals) });
  }
  const hidden = hiddenCells(cells, SHOWN_FROM);
  const shown = cells.map(({ value }, i): ShownCount => (hidden.has(i) ? TOO_SMALL : value));
  const small = cells.filter(({ value }) => value > 0 && value < SHOWN_FROM).length;
  const inner = counts.length * columns;
  return {
    cells: counts.map((_, r) => shown.slice(r * columns, (r + 1) * columns)),
    ...(list
      ? {}
      : {
          rowTotals: shown.slice(inner + columns, inner + columns + counts.length),
          total: shown.at(-1) as ShownCount,
        }),
    columnTotals: shown.slice(inner, inner + columns),
    hiddenSmall: small,
    hiddenOther: hidden.size - small,
  };
}
