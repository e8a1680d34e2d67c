/**
 * Root of a continuous function between two points where its signs differ, by Brent's method; undefined when they do not
 * differ. With the tolerance 0 it goes to the last digits of x.
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), zeroin; step for step that of R's uniroot,
 * so that with R's tolerance it stops at R's digits.
 * @param tolerance of x, absolute
 */
export function bracketedRoot(
  f: (x: number) => number,
  [low, high]: readonly [number, number],
  tolerance = 0,
): number | undefined {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return undefined;
  let c = a;
  let fc = fa;
  for (let i = 0; i < 1000; i += 1) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const allowed = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= allowed || fb === 0) return b;
    if (Math.abs(previous) >= allowed && Math.abs(fa) > Math.abs(fb)) {
      const { p, q } = interpolate({ a, b, c, fa, fb, fc });
      if (p < 0.75 * (c - b) * q - Math.abs(allowed * q) / 2 && p < Math.abs((previous * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < allowed) step = step > 0 ? allowed : -allowed;
    a = b;
    fa = fb;
    b += step;
    fb = f(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) {
      c = a;
      fc = fa;
    }
  }
  return b;
}

interface Bracket {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly fa: number;
  readonly fb: number;
  readonly fc: number;
}

/** Step p / q from b, p >= 0: linear through two points, inverse quadratic through three. */
function interpolate({ a, b, c, fa, fb, fc }: Bracket): { p: number; q: number } {
  let p: number;
  let q: number;
  if (a === c) {
    const ratio = fb / fa;
    p = (c - b) * ratio;
    q = 1 - ratio;
  } else {
    const s = fa / fc;
    const t = fb / fc;
    const u = fb / fa;
    p = u * ((c - b) * s * (s - t) - (b - a) * (t - 1));
    q = (s - 1) * (t - 1) * (u - 1);
  }
  return p > 0 ? { p, q: -q } : { p: -p, q };
}
