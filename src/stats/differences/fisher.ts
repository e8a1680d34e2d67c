import { bracketedRoot } from '../distributions/bracketed-root.ts';
import { logHypergeometricDensity } from '../distributions/density.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { refuseProportions, type TwoProportions } from './proportion-difference.ts';

export interface FisherResult {
  /** Conditional maximum likelihood estimate; absent where it is infinite. */
  readonly oddsRatio?: number;
  readonly ciLow: number;
  /** Absent where it is infinite. */
  readonly ciHigh?: number;
  /** Two-sided: all tables no more likely than the one seen. */
  readonly p: number;
  readonly n: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

const UNBOUNDED: Warning = {
  code: 'unbounded',
  sentence: {
    nl: 'Het waargenomen aantal is het grootst mogelijke: de kansverhouding heeft geen bovengrens.',
    en: 'The count seen is the largest possible: the odds ratio has no upper limit.',
  },
};

/** The tables with the margins seen, by the number of events in arm 1, and their log chances at an odds ratio of one. */
interface Tables {
  readonly first: number;
  readonly logChance: Float64Array;
}

function tablesWithMargins({ x1, n1, x0, n0 }: TwoProportions): Tables {
  const draws = x1 + x0;
  const first = Math.max(0, draws - n0);
  const last = Math.min(draws, n1);
  const logChance = Float64Array.from({ length: last - first + 1 }, (_, i) =>
    logHypergeometricDensity(first + i, { marked: n1, others: n0, draws }),
  );
  return { first, logChance };
}

interface Tilted {
  readonly mean: number;
  /** Chances of `x` or less and of `x` or more. */
  readonly atMost: number;
  readonly atLeast: number;
}

/** The distribution of the count at an odds ratio >= 0. */
function tilted({ first, logChance }: Tables, odds: number, x: number): Tilted {
  if (odds === 0) return { mean: first, atMost: x >= first ? 1 : 0, atLeast: x <= first ? 1 : 0 };
  const slope = Math.log(odds);
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < logChance.length; i += 1) top = Math.max(top, (logChance[i] as number) + slope * i);
  let total = 0;
  let sum = 0;
  let below = 0;
  let above = 0;
  for (let i = 0; i < logChance.length; i += 1) {
    const weight = Math.exp((logChance[i] as number) + slope * i - top);
    total += weight;
    sum += weight * i;
    if (first + i <= x) below += weight;
    if (first + i >= x) above += weight;
  }
  return { mean: first + sum / total, atMost: below / total, atLeast: above / total };
}

/** R stops its search for the odds ratio (below one; above one for its inverse) here: some five digits. */
const TOLERANCE_OF_R = Number.EPSILON ** 0.25;

/** Odds ratio at which `gap`, monotone in it, is zero. */
function solveOdds(gap: (odds: number) => number, exact: boolean): number | undefined {
  const atOne = gap(1);
  if (atOne === 0) return 1;
  const tolerance = exact ? 0 : TOLERANCE_OF_R;
  if (gap(0) * atOne < 0) return bracketedRoot(gap, [0, 1], tolerance);
  const inverse = bracketedRoot((t) => gap(1 / t), [Number.EPSILON, 1], tolerance);
  return inverse === undefined ? undefined : 1 / inverse;
}

/**
 * Fisher's exact test of two proportions with the conditional estimate of the odds ratio (arm 1 to arm 0) and its exact
 * interval, which need not agree with the p-value.
 * @param exact odds ratio and limits to the last digit; unless told they stop where R's fisher.test stops, so that they
 * print R's digits (about five are the exact ones)
 *
 * Errors: `one_arm`; `constant` when nobody or everybody has the event; `out_of_range` for counts that cannot be.
 * Source: R. A. Fisher, JRSS 98 (1935); J. Cornfield, Third Berkeley Symposium (1956).
 */
export function fisher(
  counts: TwoProportions,
  { level = 0.95, exact = false }: { level?: number; exact?: boolean } = {},
): FisherResult | NotEstimable {
  const { x1, n1, x0, n0 } = counts;
  const refusal = refuseProportions(counts);
  if (refusal !== undefined) return refusal;
  if (n1 === 0 || n0 === 0) return notEstimable('one_arm', 'treatment');
  if (x1 + x0 === 0 || x1 + x0 === n1 + n0) return notEstimable('constant', 'outcome');
  const tables = tablesWithMargins(counts);
  const seen = tables.logChance[x1 - tables.first] as number;
  let p = 0;
  // Equal chances differ in their last digits: the same slack of 1e-7 as R.
  for (const logChance of tables.logChance) if (logChance <= seen + 1e-7) p += Math.exp(logChance);
  const alpha = (1 - level) / 2;
  const atFirst = x1 === tables.first;
  const atLast = x1 === tables.first + tables.logChance.length - 1;
  const solve = (gap: (at: Tilted) => number) => solveOdds((odds) => gap(tilted(tables, odds, x1)), exact);
  const ciLow = atFirst ? 0 : solve(({ atLeast }) => atLeast - alpha);
  const ciHigh = atLast ? undefined : solve(({ atMost }) => atMost - alpha);
  const oddsRatio = atLast ? undefined : atFirst ? 0 : solve(({ mean }) => mean - x1);
  if (ciLow === undefined || (!atLast && (ciHigh === undefined || oddsRatio === undefined))) {
    return notEstimable('not_converged');
  }
  return {
    ...(oddsRatio === undefined ? {} : { oddsRatio }),
    ciLow,
    ...(ciHigh === undefined ? {} : { ciHigh }),
    p: Math.min(1, p),
    n: n1 + n0,
    method: "Fisher's exact test, conditional maximum likelihood odds ratio, exact interval",
    warnings: atLast ? [UNBOUNDED] : [],
  };
}
