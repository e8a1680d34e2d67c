import {
  binaryColumn,
  type CompleteRows,
  columnsOfCovariates,
  completeRows,
  crossedCodes,
  type Frame,
  factorOf,
  numberColumn,
  type Term,
  termsOf,
  textColumn,
} from '../../stats/index.ts';
import { given } from './refused.ts';

/** A table as it was read, with the line of the file on which each row began. */
export interface Table extends Frame {
  readonly lines?: readonly number[];
}

/** What a command names of a table. */
interface Used {
  readonly columns: readonly (string | undefined)[];
  /** The column of `--count`. */
  readonly count: string | undefined;
  readonly covariates?: readonly string[] | undefined;
}

/** Columns of the rows that are complete in everything a command uses. */
export interface UsedRows {
  readonly rows: number;
  /** Rows left out for a missing value, each as often as it counts. */
  readonly missing: number;
  /** Places in the table of the rows kept. */
  readonly kept: Int32Array;
  /** How many rows each stands for; absent = 1 each. */
  readonly count: Float64Array | undefined;
  /** Line of the file on which a row kept began; below a header of one line where no file was read. */
  line(row: number): number;
  numbers(name: string): Float64Array;
  /** Only 0 and 1. */
  binary(name: string): Float64Array;
  /** The column where one is named. */
  optional(name: string | undefined): Float64Array | undefined;
  text(name: string): readonly string[];
  /** Levels of one column, in byte order. */
  grouping(name: string): { codes: Int32Array; labels: readonly string[] };
  /** Combinations of columns, numbered. */
  codes(names: readonly string[]): Int32Array;
  terms(covariates: readonly string[] | undefined): Term[];
}

function pickRows(table: Frame, places: Int32Array): Frame {
  if (places.length === table.rows) return table;
  const pick = (values: readonly string[]) => Array.from(places, (i) => values[i] as string);
  return {
    rows: places.length,
    columns: new Map([...table.columns].map(([name, values]) => [name, pick(values)])),
  };
}

function total(counts: Float64Array): number {
  return counts.reduce((sum, value) => sum + value, 0);
}

/** Leaves out cells of no rows, then rows with a missing used value, and reads what is left. */
export function usedRows(table: Table, { columns, count, covariates = [] }: Used): UsedRows {
  const named = [...columns, count].filter((name): name is string => name !== undefined);
  const counts = count === undefined ? undefined : given(numberColumn(table, count));
  const filled = Int32Array.from({ length: table.rows }, (_, i) => i).filter((i) => counts?.[i] !== 0);
  const complete: CompleteRows = given(
    completeRows(pickRows(table, filled), [...named, ...columnsOfCovariates(covariates)]),
  );
  const { frame } = complete;
  const kept = complete.kept.map((i) => filled[i] as number);
  const keptCounts = counts && Float64Array.from(kept, (i) => counts[i] as number);
  return {
    rows: frame.rows,
    missing: counts && keptCounts ? total(counts) - total(keptCounts) : complete.missing,
    kept,
    count: keptCounts,
    line: (row) => table.lines?.[kept[row] as number] ?? (kept[row] as number) + 2,
    optional: (name) => (name === undefined ? undefined : given(numberColumn(frame, name))),
    numbers: (name) => given(numberColumn(frame, name)),
    binary: (name) => given(binaryColumn(frame, name)),
    text: (name) => given(textColumn(frame, name)),
    grouping: (name) => {
      const { codes, levels } = factorOf(given(textColumn(frame, name)));
      return { codes, labels: levels };
    },
    codes: (names) =>
      crossedCodes(
        names.map((name) => given(textColumn(frame, name))),
        frame.rows,
      ),
    terms: (asked) => given(termsOf(frame, asked ?? [])),
  };
}
