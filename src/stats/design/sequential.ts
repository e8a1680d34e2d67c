import { bracketedRoot } from '../distributions/bracketed-root.ts';
import { normalQuantile, normalUpper } from '../distributions/normal.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { crossingChances, exitChance, type PathDensity, pathsBelow } from './sequential-paths.ts';
import { type SpendingType, spentAlpha } from './spending.ts';

/** OF and P: classical bounds of O'Brien-Fleming and Pocock; as...: alpha spending functions. */
export type BoundType = 'OF' | 'P' | SpendingType;

export interface SequentialDesign {
  readonly type: BoundType;
  /** Share of the final information at each look, rising to 1. */
  readonly information: readonly number[];
  /** One-sided; 0.025 unless told. */
  readonly alpha?: number;
  /** Exponent of asKD; 2 unless told. */
  readonly gamma?: number | undefined;
  /** For the inflation; 0.8 unless told. */
  readonly power?: number;
}

export interface SequentialBounds {
  readonly information: readonly number[];
  /** Stop for effect when the statistic is at or above. */
  readonly z: readonly number[];
  /** Chance to have stopped by each look when there is no effect. */
  readonly alphaSpent: readonly number[];
  /** One-sided p-value that equals each bound. */
  readonly stageP: readonly number[];
  /** Largest information over that of a trial with one look and the same power. */
  readonly inflation: number;
  readonly method: string;
}

/** No path gets here: stands for a look at which nothing can be spent. */
const OUT_OF_REACH = 37;

/** Lowest bound looked for. */
const REACH_DOWN = 8;

const METHODS: Record<BoundType, string> = {
  OF: "O'Brien-Fleming bounds, one-sided",
  P: 'Pocock bounds, one-sided',
  asOF: "alpha spending of O'Brien-Fleming type (Lan-DeMets), one-sided",
  asP: 'alpha spending of Pocock type (Lan-DeMets), one-sided',
  asKD: 'alpha spending by a power of the information (Kim-DeMets), one-sided',
};

/** Bounds that spend alpha as the information says: each look in turn. */
function spendingBounds(information: readonly number[], spent: readonly number[]): number[] | undefined {
  let density: PathDensity | undefined;
  const bounds: number[] = [];
  for (const [k, t] of information.entries()) {
    const share = (spent[k] as number) - (k === 0 ? 0 : (spent[k - 1] as number));
    const gap = (bound: number) => Math.log(exitChance(density, { information: t, bound, drift: 0 })) - Math.log(share);
    const within = share > 1e-290 ? bracketedRoot(gap, [-REACH_DOWN, OUT_OF_REACH]) : OUT_OF_REACH;
    if (within === undefined) return undefined;
    bounds.push(within);
    const next = information[k + 1];
    if (next !== undefined) density = pathsBelow(density, { information: t, bound: within, drift: 0, next });
  }
  return bounds;
}

/** Bounds of one shape, scaled until they spend alpha in all. */
function shapedBounds(
  information: readonly number[],
  alpha: number,
  shape: (t: number) => number,
): number[] | undefined {
  const bounds = (scale: number) => information.map((t) => scale * shape(t));
  const gap = (scale: number) => (crossingChances(information, bounds(scale), 0).at(-1) as number) - alpha;
  const single = normalQuantile(1 - alpha);
  const scale = bracketedRoot(gap, [Math.max(single - 1e-9, 1e-6), single + 6], 1e-13);
  return scale === undefined ? undefined : bounds(scale);
}

/**
 * Efficacy bounds of a trial that is looked at while it runs, at any information times.
 *
 * Errors: `out_of_range` for information that does not rise to 1, alpha outside 0-0.5, gamma or power that cannot be;
 * `not_converged`.
 * Source: P. C. O'Brien, T. R. Fleming, Biometrics 35 (1979); S. J. Pocock, Biometrika 64 (1977); K. K. G. Lan,
 * D. L. DeMets, Biometrika 70 (1983); K. Kim, D. L. DeMets, Biometrika 74 (1987).
 */
export function sequentialBounds(design: SequentialDesign): SequentialBounds | NotEstimable {
  const { type, information, alpha = 0.025, gamma = 2, power = 0.8 } = design;
  const rises = information.every((t, k) => t > (k === 0 ? 0 : (information[k - 1] as number)) + 1e-6);
  const last = information.at(-1);
  if (!rises || last === undefined || Math.abs(last - 1) > 1e-9)
    return notEstimable('out_of_range', `information = ${information.join(', ')}`);
  if (!(alpha > 0 && alpha < 0.5)) return notEstimable('out_of_range', `alpha = ${alpha}`);
  if (!(power > alpha && power < 1)) return notEstimable('out_of_range', `power = ${power}`);
  if (!(gamma > 0)) return notEstimable('out_of_range', `gamma = ${gamma}`);
  let z: number[] | undefined;
  if (type === 'OF') z = shapedBounds(information, alpha, (t) => 1 / Math.sqrt(t));
  else if (type === 'P') z = shapedBounds(information, alpha, () => 1);
  else z = spendingBounds(information, spentAlpha(type, information, { alpha, gamma }));
  if (!z) return notEstimable('not_converged');
  const bounds = z;
  const fixed = normalQuantile(1 - alpha) + normalQuantile(power);
  const gap = (drift: number) => (crossingChances(information, bounds, drift).at(-1) as number) - power;
  const drift = bracketedRoot(gap, [0, fixed * 2 + 2], 1e-12);
  if (drift === undefined) return notEstimable('not_converged');
  return {
    information: [...information],
    z: bounds,
    alphaSpent: crossingChances(information, bounds, 0),
    stageP: bounds.map((bound) => normalUpper(bound)),
    // One look is the fixed design itself: what the root finder leaves is no saving.
    inflation: Math.max(1, (drift / fixed) ** 2),
    method: METHODS[type],
  };
}

/** Information shares of equally spaced looks. */
export function equalLooks(looks: number): number[] {
  return Array.from({ length: looks }, (_, k) => (k + 1) / looks);
}
