import type { NumberColumn } from '../spells.ts';

/**
 * Covariates as the caller holds them, read in blocks of rows that are centred at their mean and divided by their spread,
 * so that no unit decides the digits and no copy of all rows is made.
 */
export interface ScaledColumns {
  readonly columns: readonly NumberColumn[];
  readonly rows: number;
  /** Number of covariates p, and the even number of places that a row of a block takes (the last may be zero). */
  readonly terms: number;
  readonly width: number;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/** Rows per block: a block of some ten columns stays in the nearest cache. */
const BLOCK = 256;

/** Prepares columns; tells the place of the first one without any spread instead, when there is one. */
export function scaledColumns(
  columns: readonly NumberColumn[],
  rows: number,
): ScaledColumns | { readonly constant: number } {
  const terms = columns.length;
  const centre = new Float64Array(terms);
  const scale = new Float64Array(terms);
  for (let a = 0; a < terms; a++) {
    const { mean, deviation } = moments(columns[a] as NumberColumn);
    if (!(deviation > 1e-12 * Math.abs(mean))) return { constant: a };
    centre[a] = mean;
    scale[a] = deviation;
  }
  return { columns, rows, terms, width: terms + (terms & 1), centre, scale };
}

/**
 * Visits the rows in order, `from` .. `until` - 1 at a time; row i of the block stands at (i - from) x width of `x`, which
 * is overwritten by the next block.
 */
export function forEachBlock(
  source: ScaledColumns,
  visit: (x: Float64Array, from: number, until: number) => void,
): void {
  const { columns, rows, width, centre, scale } = source;
  const x = new Float64Array(BLOCK * width);
  for (let from = 0; from < rows; from += BLOCK) {
    const until = Math.min(rows, from + BLOCK);
    for (let a = 0; a < columns.length; a++) {
      const target = { x, place: a, width, centre: centre[a] as number, factor: 1 / (scale[a] as number) };
      load(target, columns[a] as NumberColumn, { from, until });
    }
    visit(x, from, until);
  }
}

/** All rows at once, for methods that return to them; row-major. */
export function allRows(source: ScaledColumns): Float64Array {
  const all = new Float64Array(source.rows * source.width);
  forEachBlock(source, (x, from, until) => all.set(x.subarray(0, (until - from) * source.width), from * source.width));
  return all;
}

interface Target {
  readonly x: Float64Array;
  readonly place: number;
  readonly width: number;
  readonly centre: number;
  readonly factor: number;
}

function load(
  { x, place, width, centre, factor }: Target,
  values: NumberColumn,
  { from, until }: { readonly from: number; readonly until: number },
): void {
  let to = place;
  for (let i = from; i < until; i++) {
    x[to] = ((values[i] as number) - centre) * factor;
    to += width;
  }
}

/** In one pass, around the first value so that a column such as a calendar year keeps its digits. */
function moments(values: NumberColumn): { mean: number; deviation: number } {
  const n = values.length;
  const origin = n === 0 ? 0 : (values[0] as number);
  let total = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const value = (values[i] as number) - origin;
    total += value;
    squares += value * value;
  }
  const mean = total / n;
  return { mean: origin + mean, deviation: Math.sqrt(Math.max(0, squares / n - mean * mean)) };
}
