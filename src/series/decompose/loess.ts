/** Where and how wide a local regression is: window `length` (odd), degree 0 or 1, evaluated every `jump` points. */
export type LoessSpan = { readonly length: number; readonly degree: 0 | 1; readonly jump: number };

/** Smoothing arguments shared by one series: values, their count, and robustness weights (undefined = all one). */
type Smoothed = { readonly y: Float64Array; readonly n: number; readonly robustness: Float64Array | undefined };

/**
 * Local regression at position `x` (1-based, may lie outside 1..n) over the points left..right; undefined when every
 * weight is zero. Tricube weights; beyond n points the window widens by half the excess.
 * Source: Cleveland, Cleveland, McRae and Terpenning (1990), Journal of Official Statistics 6, appendix.
 */
export function loessAt(
  data: Smoothed,
  span: LoessSpan,
  at: { readonly x: number; readonly left: number; readonly right: number },
): number | undefined {
  const { y, n, robustness } = data;
  let h = Math.max(at.x - at.left, at.right - at.x);
  if (span.length > n) h += Math.floor((span.length - n) / 2);
  const far = 0.999 * h;
  const near = 0.001 * h;
  let total = 0;
  let sumX = 0;
  let sumXX = 0;
  let sumY = 0;
  let sumXY = 0;
  for (let j = at.left; j <= at.right; j++) {
    const r = Math.abs(j - at.x);
    if (r > far) continue;
    let w = 1;
    if (r > near) {
      const q = r / h;
      const tri = 1 - q * q * q;
      w = tri * tri * tri;
    }
    if (robustness) w *= robustness[j - 1]!;
    const dx = j - at.x;
    total += w;
    sumX += w * dx;
    sumXX += w * dx * dx;
    sumY += w * y[j - 1]!;
    sumXY += w * dx * y[j - 1]!;
  }
  if (total <= 0) return undefined;
  const meanY = sumY / total;
  if (h <= 0 || span.degree === 0) return meanY;
  const meanX = sumX / total;
  const varianceX = sumXX / total - meanX * meanX;
  if (!(Math.sqrt(Math.max(0, varianceX)) > 0.001 * (n - 1))) return meanY;
  return meanY - (meanX * (sumXY / total - meanX * meanY)) / varianceX;
}

/** Local regression at all of 1..n into `out`, every `jump`-th point exactly and linearly in between. */
export function loessSmooth(data: Smoothed, span: LoessSpan, out: Float64Array): void {
  const { y, n } = data;
  if (n < 2) {
    out[0] = y[0]!;
    return;
  }
  const jump = Math.min(span.jump, n - 1);
  const half = Math.floor((span.length + 1) / 2);
  let left = 1;
  let right = Math.min(span.length, n);
  const set = (i: number): void => {
    out[i - 1] = loessAt(data, span, { x: i, left, right }) ?? y[i - 1]!;
  };
  for (let i = 1; i <= n; i += jump) {
    if (span.length < n) {
      if (i < half) left = 1;
      else if (i >= n - half + 1) left = n - span.length + 1;
      else left = i - half + 1;
      right = left + span.length - 1;
    }
    set(i);
  }
  if (jump === 1) return;
  const join = (from: number, to: number): void => {
    const delta = (out[to - 1]! - out[from - 1]!) / (to - from);
    for (let j = from + 1; j < to; j++) out[j - 1] = out[from - 1]! + delta * (j - from);
  };
  for (let i = 1; i + jump <= n; i += jump) join(i, i + jump);
  const last = Math.floor((n - 1) / jump) * jump + 1;
  if (last === n) return;
  set(n);
  if (last !== n - 1) join(last, n);
}
