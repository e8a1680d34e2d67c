import type { NumberColumn } from '../spells.ts';

/** Covariates row by row, each centred at its mean and divided by its spread, so that no unit decides the digits. */
export interface ScaledColumns {
  /** Row i at `i * width`; a last column of zeros makes the width even. */
  readonly x: Float64Array;
  readonly width: number;
  /** Number of covariates p. */
  readonly terms: number;
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/** Rows filled at a time: a block of all columns stays in the nearest cache. */
const BLOCK = 256;

/**
 * @param order place in the columns of each row; null = their own order.
 * @returns the place of the first column without any spread instead, when there is one.
 */
export function scaledColumns(
  columns: readonly NumberColumn[],
  rows: number,
  order: Uint32Array | null,
): ScaledColumns | { readonly constant: number } {
  const terms = columns.length;
  const width = terms + (terms & 1);
  const centre = new Float64Array(terms);
  const scale = new Float64Array(terms);
  for (let a = 0; a < terms; a++) {
    const { mean, deviation } = moments(columns[a] as NumberColumn);
    if (!(deviation > 1e-12 * Math.abs(mean))) return { constant: a };
    centre[a] = mean;
    scale[a] = deviation;
  }
  const x = new Float64Array(rows * width);
  for (let from = 0; from < rows; from += BLOCK) {
    const until = Math.min(rows, from + BLOCK);
    for (let a = 0; a < terms; a++) {
      const target = {
        x,
        place: from * width + a,
        width,
        centre: centre[a] as number,
        factor: 1 / (scale[a] as number),
      };
      fill(target, columns[a] as NumberColumn, { from, until, order });
    }
  }
  return { x, width, terms, centre, scale };
}

interface Target {
  readonly x: Float64Array;
  readonly place: number;
  readonly width: number;
  readonly centre: number;
  readonly factor: number;
}

function fill(
  { x, place, width, centre, factor }: Target,
  values: NumberColumn,
  { from, until, order }: { from: number; until: number; order: Uint32Array | null },
): void {
  let to = place;
  for (let i = from; i < until; i++) {
    const row = order === null ? i : (order[i] as number);
    x[to] = ((values[row] as number) - centre) * factor;
    to += width;
  }
}

function moments(values: NumberColumn): { mean: number; deviation: number } {
  const n = values.length;
  let total = 0;
  for (let i = 0; i < n; i++) total += values[i] as number;
  const mean = total / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((values[i] as number) - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / n) };
}
