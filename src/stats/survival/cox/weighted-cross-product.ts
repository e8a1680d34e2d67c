import { forEachBlock, type ScaledColumns } from './scaled-columns.ts';

/**
 * X' diag(w) X of scaled rows: tiles of two by two columns, the sums of a tile in registers.
 * @param w one weight per row.
 * @returns width x width, symmetric, row-major.
 */
export function weightedCrossProduct(source: ScaledColumns, w: Float64Array): Float64Array {
  const { width } = source;
  const result = new Float64Array(width * width);
  forEachBlock(source, (x, from, until) => {
    for (let a = 0; a < width; a += 2) {
      for (let b = 0; b <= a; b += 2) addTile(result, x, { w, from, until, a, b, width });
    }
  });
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) result[b * width + a] = result[a * width + b] as number;
  return result;
}

interface Tile {
  readonly w: Float64Array;
  readonly from: number;
  readonly until: number;
  readonly a: number;
  readonly b: number;
  readonly width: number;
}

function addTile(result: Float64Array, x: Float64Array, { w, from, until, a, b, width }: Tile): void {
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let pa = a;
  let pb = b;
  for (let i = from; i < until; i++) {
    const weight = w[i] as number;
    const a0 = (x[pa] as number) * weight;
    const a1 = (x[pa + 1] as number) * weight;
    const b0 = x[pb] as number;
    const b1 = x[pb + 1] as number;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s10 += a1 * b0;
    s11 += a1 * b1;
    pa += width;
    pb += width;
  }
  result[a * width + b]! += s00;
  result[a * width + b + 1]! += s01;
  result[(a + 1) * width + b]! += s10;
  result[(a + 1) * width + b + 1]! += s11;
}
