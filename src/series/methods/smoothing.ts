import { minimiseOnInterval } from '../fit/line-search.ts';
import { nelderMead } from '../fit/nelder-mead.ts';

/** A fitted exponential smoother: last level and slope, its parameters, and the in-sample one-step squared error. */
export type Smoother = {
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
  readonly level: number;
  readonly slope: number;
  readonly sse: number;
};

/**
 * One pass of l' = l + phi b + alpha e, b' = phi b + beta e with e = y - l - phi b. The errors are linear in the first
 * states, so these are not searched for but solved by least squares in the same pass (three recursions at once).
 */
function pass(y: Float64Array, p: { alpha: number; beta: number; phi: number; trend: boolean }): Smoother {
  const { alpha, beta, phi } = p;
  const n = y.length;
  // State of the recursion with the data and zero start (0), with a unit level (1) and with a unit slope (2).
  let l0 = 0;
  let b0 = 0;
  let l1 = 1;
  let b1 = 0;
  let l2 = 0;
  let b2 = 1;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s11 = 0;
  let s12 = 0;
  let s22 = 0;
  for (let t = 0; t < n; t++) {
    const p0 = l0 + phi * b0;
    const p1 = l1 + phi * b1;
    const p2 = l2 + phi * b2;
    const e0 = y[t]! - p0;
    s00 += e0 * e0;
    s01 += e0 * p1;
    s02 += e0 * p2;
    s11 += p1 * p1;
    s12 += p1 * p2;
    s22 += p2 * p2;
    l0 = p0 + alpha * e0;
    b0 = phi * b0 + beta * e0;
    l1 = p1 - alpha * p1;
    b1 = phi * b1 - beta * p1;
    l2 = p2 - alpha * p2;
    b2 = phi * b2 - beta * p2;
  }
  let level = s11 > 0 ? s01 / s11 : 0;
  let slope = 0;
  if (p.trend) {
    const determinant = s11 * s22 - s12 * s12;
    if (determinant > 1e-10 * s11 * s22) {
      level = (s01 * s22 - s02 * s12) / determinant;
      slope = (s02 * s11 - s01 * s12) / determinant;
    }
  }
  const sse = Math.max(
    0,
    s00 - 2 * (level * s01 + slope * s02) + level * level * s11 + 2 * level * slope * s12 + slope * slope * s22,
  );
  return { alpha, beta, phi, level: l0 + level * l1 + slope * l2, slope: b0 + level * b1 + slope * b2, sse };
}

/** Simple exponential smoothing, alpha in (0, 1) by least squares. Source: Brown (1959); Hyndman et al. (2008). */
export function fitSimpleSmoothing(y: Float64Array): Smoother {
  const at = (alpha: number): Smoother => pass(y, { alpha, beta: 0, phi: 0, trend: false });
  const best = minimiseOnInterval((alpha) => at(alpha).sse, { low: 1e-4, high: 0.9999, cells: 12, tolerance: 1e-4 });
  return at(best.x);
}

const squash = (x: number, low: number, high: number): number => low + (high - low) / (1 + Math.exp(-x));

/**
 * Damped additive trend: alpha in (0, 1), beta in (0, alpha), phi in (0.8, 0.98), by least squares of one-step errors.
 * With fewer than 6 values simple smoothing is fitted instead. Source: Gardner and McKenzie (1985), Management Science.
 */
export function fitDampedTrend(y: Float64Array): Smoother {
  if (y.length < 6) return fitSimpleSmoothing(y);
  const at = (x: Float64Array): Smoother => {
    const alpha = squash(x[0]!, 1e-4, 0.9999);
    return pass(y, { alpha, beta: alpha * squash(x[1]!, 1e-4, 0.9999), phi: squash(x[2]!, 0.8, 0.98), trend: true });
  };
  const options = { step: [1.5, 1.5, -1.5], maxEvaluations: 240, tolerance: 1e-7 };
  const slow = nelderMead((x) => at(x).sse, [-1, -2, 1.5], options);
  const quick = nelderMead((x) => at(x).sse, [1.5, -2, 1.5], options);
  return at(slow.value <= quick.value ? slow.x : quick.x);
}

/** Expected values of the next `horizon` periods. */
export function extrapolate(fit: Smoother, horizon: number): Float64Array {
  const out = new Float64Array(horizon);
  let sum = 0;
  let power = 1;
  for (let h = 0; h < horizon; h++) {
    power *= fit.phi;
    sum += power;
    out[h] = fit.level + sum * fit.slope;
  }
  return out;
}

/** Simple smoothing or damped trend, whichever has the lower corrected AIC. */
export function fitChosenSmoothing(y: Float64Array): Smoother {
  const n = y.length;
  const simple = fitSimpleSmoothing(y);
  if (n < 10) return simple;
  const damped = fitDampedTrend(y);
  const criterion = (sse: number, q: number): number =>
    n * Math.log(sse / n + 1e-300) + 2 * q + (2 * q * (q + 1)) / (n - q - 1);
  return criterion(simple.sse, 3) <= criterion(damped.sse, 6) ? simple : damped;
}
