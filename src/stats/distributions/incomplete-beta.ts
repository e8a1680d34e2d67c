import { binomialDensity } from './density.ts';

/** x and y = 1 - x: both are given, so that neither end loses digits. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Continued fraction of the incomplete beta function, for x below about a / (a + b). Written in y and the distance of x
 * to the mean, so that nothing cancels when x is near one.
 * Source: A. R. DiDonato, A. H. Morris, "Algorithm 708", ACM TOMS 18 (1992), function BFRAC.
 */
function fraction(a: number, b: number, { x, y }: Place): number {
  const lambda = (a + b) * y - b;
  const c = 1 + lambda;
  const c1 = 1 + 1 / a;
  let top = 1;
  let bottom = c / c1;
  let topBefore = 0;
  let bottomBefore = 1;
  let ratio = c1 / c;
  for (let n = 1; ; n += 1) {
    const w = n * (b - n) * x;
    const s = a + 2 * n - 1;
    const e = a / s;
    const previous = 1 + (n - 1) / a;
    const alpha = previous * (previous + b / a) * e * e * w * x;
    const beta = n + w / s + ((1 + n / a) / (c1 + (2 * n) / a)) * (c + n * (1 + y));
    const nextTop = alpha * topBefore + beta * top;
    const nextBottom = alpha * bottomBefore + beta * bottom;
    const next = nextTop / nextBottom;
    if (Math.abs(next - ratio) <= 1e-16 * next) return next;
    ratio = next;
    topBefore = top / nextBottom;
    bottomBefore = bottom / nextBottom;
    top = next;
    bottom = 1;
  }
}

/** Power series for a below b: all terms positive, about sqrt(144 a) of them at most. */
function series(a: number, b: number, { x }: Place): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 0; term > sum * 1e-17; n += 1) {
    term *= (x * (a + b + n)) / (a + 1 + n);
    sum += term;
  }
  return sum;
}

function smallTail(a: number, b: number, place: Place): number {
  // x^a y^b / B(a, b), written as a binomial density so that large a and b keep their digits.
  const front = (binomialDensity(a, b, { p: place.x, q: place.y }) * a * b) / (a + b);
  return front * (a < b ? series(a, b, place) : fraction(a, b, place));
}

/**
 * Regularised incomplete beta function I_x(a, b) and 1 - I_x(a, b) for a, b > 0. Both x and y = 1 - x are given, so that
 * neither end loses digits; the smaller tail keeps its relative accuracy (1e-12).
 */
export function incompleteBeta(a: number, b: number, { x, y }: Place): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  if (x * (a + b + 2) < a + 1) {
    const lower = smallTail(a, b, { x, y });
    return { lower, upper: 1 - lower };
  }
  const upper = smallTail(b, a, { x: y, y: x });
  return { lower: 1 - upper, upper };
}
