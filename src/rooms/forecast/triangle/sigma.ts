import type { Step } from './factors.ts';

/** How the variance of a step with one observation is extended from the steps before it. */
export type SigmaMethod = 'mack' | 'loglinear';

/**
 * Sigma of every step. Where one row is left nothing can be estimated, and sigma is extended: `mack` takes
 * min(s1^4 / s2^2, s1^2, s2^2) of the two steps before; `loglinear` the least-squares line of log(sigma) on the step
 * number (both as in the R package ChainLadder). With fewer than two sigmas above zero there is no line and Mack's holds.
 */
export function sigmas(steps: readonly Step[], method: SigmaMethod): readonly number[] {
  const known = steps.map((step) => (step.sigmaSquared === null ? null : Math.sqrt(step.sigmaSquared)));
  const line = method === 'loglinear' ? logLine(known) : null;
  const out: number[] = [];
  for (const [k, sigma] of known.entries()) {
    out.push(sigma ?? (line === null ? mackSigma(out[k - 1] ?? 0, out[k - 2] ?? 0) : Math.exp(line(k))));
  }
  return out;
}

function mackSigma(before: number, twoBefore: number): number {
  if (before === 0 || twoBefore === 0) return 0;
  return Math.sqrt(Math.min(before ** 4 / twoBefore ** 2, before ** 2, twoBefore ** 2));
}

function logLine(known: readonly (number | null)[]): ((k: number) => number) | null {
  const points = known.flatMap((sigma, k) => (sigma !== null && sigma > 0 ? [{ k, y: Math.log(sigma) }] : []));
  if (points.length < 2) return null;
  const meanK = points.reduce((sum, point) => sum + point.k, 0) / points.length;
  const meanY = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const slope =
    points.reduce((sum, { k, y }) => sum + (k - meanK) * (y - meanY), 0) /
    points.reduce((sum, { k }) => sum + (k - meanK) ** 2, 0);
  return (k) => meanY + slope * (k - meanK);
}
