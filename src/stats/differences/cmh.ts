import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { refuseProportions, type TwoProportions } from './proportion-difference.ts';

export interface CmhResult {
  readonly chisq: number;
  readonly p: number;
  /** Mantel and Haenszel's common odds ratio, arm 1 to arm 0; absent where a zero leaves it without a finite value. */
  readonly commonOddsRatio?: number;
  readonly ciLow?: number;
  readonly ciHigh?: number;
  readonly n: number;
  /** Strata with both arms and both outcomes: the others say nothing. */
  readonly strataUsed: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

function withoutContrast(count: number): Warning {
  return {
    code: 'strata_without_contrast',
    sentence: {
      nl: `${count === 1 ? '1 stratum' : `${count} strata`} met één groep of één uitkomst ${count === 1 ? 'draagt' : 'dragen'} niets bij.`,
      en: `${count === 1 ? '1 stratum' : `${count} strata`} with one arm or one outcome ${count === 1 ? 'contributes' : 'contribute'} nothing.`,
    },
  };
}

/** Why no stratum says anything: all rows in one arm, all of one outcome, or parted by the strata. */
function refuseWithoutContrast(strata: readonly TwoProportions[]): NotEstimable {
  const sum = (of: (stratum: TwoProportions) => number) => strata.reduce((total, each) => total + of(each), 0);
  const [n1, n0, events] = [sum(({ n1 }) => n1), sum(({ n0 }) => n0), sum(({ x1, x0 }) => x1 + x0)];
  if (n1 + n0 === 0) return notEstimable('too_few', 'n = 0');
  if (n1 === 0 || n0 === 0) return notEstimable('one_arm', 'treatment');
  if (events === 0 || events === n1 + n0) return notEstimable('constant', 'outcome');
  return notEstimable('no_contrast', 'stratum');
}

/**
 * Cochran-Mantel-Haenszel test over strata, without continuity correction, and the common odds ratio with the interval of
 * Robins, Breslow and Greenland.
 *
 * Errors: `out_of_range` for counts that cannot be; `one_arm`, `constant` where all rows are alike; `no_contrast` when no
 * stratum has both arms and both outcomes.
 * Source: N. Mantel, W. Haenszel, JNCI 22 (1959); J. Robins, N. Breslow, S. Greenland, Biometrics 42 (1986).
 */
export function cochranMantelHaenszel(strata: readonly TwoProportions[], level = 0.95): CmhResult | NotEstimable {
  let difference = 0;
  let variance = 0;
  let r = 0;
  let s = 0;
  let pr = 0;
  let psqr = 0;
  let qs = 0;
  let total = 0;
  let used = 0;
  for (const { x1, n1, x0, n0 } of strata) {
    const refusal = refuseProportions({ x1, n1, x0, n0 });
    if (refusal !== undefined) return refusal;
    const n = n1 + n0;
    const events = x1 + x0;
    total += n;
    if (n1 === 0 || n0 === 0 || events === 0 || events === n) continue;
    used += 1;
    difference += x1 - (n1 * events) / n;
    variance += ((n1 * n0) / n) * (events / n) * ((n - events) / (n - 1));
    const ri = (x1 * (n0 - x0)) / n;
    const si = (x0 * (n1 - x1)) / n;
    const pi = (x1 + n0 - x0) / n;
    r += ri;
    s += si;
    pr += pi * ri;
    psqr += pi * si + (1 - pi) * ri;
    qs += (1 - pi) * si;
  }
  if (used === 0) return refuseWithoutContrast(strata);
  const chisq = (difference * difference) / variance;
  const z = normalQuantile(0.5 + level / 2);
  const spread = Math.exp(z * Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s)));
  return {
    chisq,
    p: chiSquareUpper(chisq, 1),
    ...(r > 0 && s > 0 ? { commonOddsRatio: r / s, ciLow: r / s / spread, ciHigh: (r / s) * spread } : {}),
    n: total,
    strataUsed: used,
    method:
      'Cochran-Mantel-Haenszel, no continuity correction; Mantel-Haenszel odds ratio, Robins-Breslow-Greenland interval',
    warnings: used < strata.length ? [withoutContrast(strata.length - used)] : [],
  };
}
