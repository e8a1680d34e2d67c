/** Rows per block: width x 256 doubles stay in the nearest cache while all pairs of columns pass over them. */
const BLOCK = 256;

/**
 * X' diag(w) X for rows of even width: tiles of two by two columns, the sums of a tile in registers.
 * @param x rows x width, row-major. @param w one weight per row.
 * @returns width x width, symmetric, row-major.
 */
export function weightedCrossProduct(x: Float64Array, w: Float64Array, width: number): Float64Array {
  const rows = w.length;
  const result = new Float64Array(width * width);
  for (let from = 0; from < rows; from += BLOCK) {
    const until = Math.min(rows, from + BLOCK);
    for (let a = 0; a < width; a += 2) {
      for (let b = 0; b <= a; b += 2) {
        let s00 = 0;
        let s01 = 0;
        let s10 = 0;
        let s11 = 0;
        let pa = from * width + a;
        let pb = from * width + b;
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
    }
  }
  for (let a = 0; a < width; a++) for (let b = 0; b < a; b++) result[b * width + a] = result[a * width + b] as number;
  return result;
}
