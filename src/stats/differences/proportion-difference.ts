import { refuseCount } from '../cells.ts';
import { chiSquareUpper } from '../distributions/chi-square.ts';
import { normalQuantile } from '../distributions/normal.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';

/** Events and rows per arm. */
export interface TwoProportions {
  readonly x1: number;
  readonly n1: number;
  readonly x0: number;
  readonly n0: number;
}

/** A ratio with its interval; absent from the result where a zero count leaves it without a finite value. */
export interface Ratio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface ProportionDifference extends TwoProportions {
  /** x1 / n1 - x0 / n0. */
  readonly estimate: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  /** Pooled chi-square on 1 degree of freedom, without continuity correction; absent when nobody or everybody has the event. */
  readonly chisq?: number;
  readonly p?: number;
  readonly risk?: Ratio;
  readonly odds?: Ratio;
  /** 1 / estimate: rows to treat for one event more (negative: one less); absent at a difference of zero. */
  readonly nnt?: number;
  readonly n: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

const METHODS = {
  newcombe: 'difference of proportions, Newcombe hybrid score interval; ratios with log intervals',
  wald: 'difference of proportions, Wald interval; ratios with log intervals',
};

const ZERO_COUNT: Warning = {
  code: 'zero_count',
  sentence: {
    nl: 'Een aantal is nul: een verhouding heeft dan geen eindige waarde of geen interval.',
    en: 'A count is zero: a ratio then has no finite value or no interval.',
  },
};

/** Wilson's score interval of a proportion. */
export function wilsonInterval(x: number, n: number, level = 0.95): { low: number; high: number } {
  const z = normalQuantile(0.5 + level / 2);
  const square = z * z;
  const p = x / n;
  const reach = z * Math.sqrt(square + 4 * n * p * (1 - p));
  const low = x === 0 ? 0 : (2 * x + square - reach) / (2 * (n + square));
  const high = x === n ? 1 : (2 * x + square + reach) / (2 * (n + square));
  return { low, high };
}

function logRatio(ratio: number, variance: number, z: number): Ratio {
  const reach = Math.exp(z * Math.sqrt(variance));
  return { ratio, low: ratio / reach, high: ratio * reach };
}

/** Refuses counts that are negative, broken or above their rows, and names the one. */
export function refuseProportions(counts: TwoProportions): NotEstimable | undefined {
  for (const name of ['x1', 'n1', 'x0', 'n0'] as const) {
    const count = counts[name];
    if (!Number.isSafeInteger(count) || count < 0) return notEstimable('out_of_range', `${name} = ${count}`);
  }
  const { x1, n1, x0, n0 } = counts;
  if (x1 > n1) return notEstimable('out_of_range', `x1 = ${x1} of n1 = ${n1}`);
  return x0 > n0 ? notEstimable('out_of_range', `x0 = ${x0} of n0 = ${n0}`) : undefined;
}

/**
 * Difference of two proportions with its interval, the pooled chi-square test, risk ratio, odds ratio and number needed to
 * treat, from four counts.
 *
 * Errors: `one_arm` for an arm without rows; `out_of_range` for counts that are negative, broken or above their rows.
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10; E. B. Wilson, JASA 22 (1927).
 */
export function proportionDifference(
  { x1, n1, x0, n0 }: TwoProportions,
  { interval = 'newcombe', level = 0.95 }: { interval?: 'newcombe' | 'wald'; level?: number } = {},
): ProportionDifference | NotEstimable {
  const refusal = refuseProportions({ x1, n1, x0, n0 });
  if (refusal !== undefined) return refusal;
  if (n1 === 0 || n0 === 0) return notEstimable('one_arm', 'treatment');
  const p1 = x1 / n1;
  const p0 = x0 / n0;
  const estimate = p1 - p0;
  const z = normalQuantile(0.5 + level / 2);
  let below = z * Math.sqrt((p1 * (1 - p1)) / n1 + (p0 * (1 - p0)) / n0);
  let above = below;
  if (interval === 'newcombe') {
    const w1 = wilsonInterval(x1, n1, level);
    const w0 = wilsonInterval(x0, n0, level);
    below = Math.hypot(p1 - w1.low, w0.high - p0);
    above = Math.hypot(w1.high - p1, p0 - w0.low);
  }
  const n = n1 + n0;
  const events = x1 + x0;
  const cross = x1 * (n0 - x0) - x0 * (n1 - x1);
  const chisq = (n * cross * cross) / (n1 * n0 * events * (n - events));
  const hasTest = events > 0 && events < n;
  const hasRisk = x1 > 0 && x0 > 0;
  const hasOdds = hasRisk && x1 < n1 && x0 < n0;
  return {
    estimate,
    ciLow: estimate - below,
    ciHigh: estimate + above,
    ...(hasTest ? { chisq, p: chiSquareUpper(chisq, 1) } : {}),
    x1,
    n1,
    x0,
    n0,
    ...(hasRisk ? { risk: logRatio(p1 / p0, 1 / x1 - 1 / n1 + 1 / x0 - 1 / n0, z) } : {}),
    ...(hasOdds
      ? {
          odds: logRatio((x1 * (n0 - x0)) / (x0 * (n1 - x1)), 1 / x1 + 1 / (n1 - x1) + 1 / x0 + 1 / (n0 - x0), z),
        }
      : {}),
    ...(estimate === 0 ? {} : { nnt: 1 / estimate }),
    n,
    method: METHODS[interval],
    warnings: hasOdds ? [] : [ZERO_COUNT],
  };
}

/** Counts of a 0/1 outcome by arm; `count`, where given, tells how many rows each stands for. */
export function countProportions(
  outcome: ArrayLike<number>,
  treatment: ArrayLike<number>,
  count?: ArrayLike<number>,
): TwoProportions | NotEstimable {
  if (outcome.length !== treatment.length) return notEstimable('unequal_lengths');
  const refusal = refuseCount({ count }, outcome.length);
  if (refusal !== undefined) return refusal;
  const counts = { x1: 0, n1: 0, x0: 0, n0: 0 };
  for (let i = 0; i < outcome.length; i += 1) {
    const y = outcome[i] as number;
    const arm = treatment[i] as number;
    if (Number.isNaN(y)) return notEstimable('missing_value', 'outcome');
    if (Number.isNaN(arm)) return notEstimable('missing_value', 'treatment');
    if (y !== 0 && y !== 1) return notEstimable('not_binary', 'outcome');
    if (arm !== 0 && arm !== 1) return notEstimable('not_binary', 'treatment');
    const times = count?.[i] ?? 1;
    if (arm === 1) {
      counts.n1 += times;
      counts.x1 += times * y;
    } else {
      counts.n0 += times;
      counts.x0 += times * y;
    }
  }
  return counts;
}
