import { solveUpper, solveUpperTransposed } from '../linear-algebra/triangular.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { choleskySkipping, type FixedEffectGram, fixedEffectGram } from './fixed-effect-gram.ts';
import type { Levels } from './levels.ts';

/**
 * Takes any number of fixed effects out of columns exactly, without iterating: the effect with most levels by its means,
 * the levels of the others by the (small) normal equations that are then left. This is the regression on dummies, done
 * in the order of the Frisch-Waugh-Lovell theorem.
 */
export interface FixedEffects {
  /** Dimensions taken out: the rank of all dummies together. */
  readonly rank: number;
  /** Dummies that with the constant span all effects: per effect which levels. */
  readonly independentLevels: readonly { readonly effect: Levels; readonly level: number }[];
  /** The column less its projection on the dummies. */
  readonly sweep: (column: Float64Array) => Float64Array;
  /** Diagonal of the (weighted) projection on the dummies. */
  readonly leverage: () => Float64Array;
}

/** More levels beside the largest effect than this make the normal equations unwieldy. */
const MOST_OTHER_LEVELS = 2500;

/** Prepares fixed effects; `weights` as in the regression they serve. */
export function fixedEffects(
  effects: readonly Levels[],
  weights: Float64Array | undefined,
): FixedEffects | NotEstimable {
  const [largest, ...others] = [...effects].sort((a, b) => b.count - a.count);
  if (largest === undefined) return notEstimable('unknown_column');
  const rows = largest.codes.length;
  if (effects.some((effect) => effect.codes.length !== rows)) return notEstimable('unequal_lengths', 'fixed effects');
  const otherLevels = others.reduce((sum, effect) => sum + effect.count, 0);
  if (otherLevels > MOST_OTHER_LEVELS) return notEstimable('too_many_levels', String(otherLevels));
  const gram = fixedEffectGram(largest, others, weights);
  const { kept, upper } = choleskySkipping(gram.matrix, gram.width);
  return {
    independentLevels: independentLevels(gram, kept),
    rank: gram.groupWeight.filter((weight) => weight > 0).length + kept.length,
    sweep: (column) => sweepTwice(column, gram, { kept, upper }),
    leverage: () => projectionDiagonal(gram, { kept, upper }),
  };
}

function independentLevels(gram: FixedEffectGram, kept: readonly number[]): { effect: Levels; level: number }[] {
  const used = [...gram.groupWeight.keys()].filter((group) => gram.groupWeight[group]! > 0);
  const ofLargest = used.slice(1).map((level) => ({ effect: gram.largest, level }));
  const ofOthers = kept.map((place) => {
    const f = gram.starts.findLastIndex((start) => start <= place);
    return { effect: gram.others[f]!, level: place - gram.starts[f]! };
  });
  return [...ofLargest, ...ofOthers];
}

interface Reduced {
  readonly kept: readonly number[];
  /** Factor of the normal equations of the kept levels. */
  readonly upper: Float64Array;
}

/** The second pass removes what rounding left of the first. */
function sweepTwice(column: Float64Array, gram: FixedEffectGram, reduced: Reduced): Float64Array {
  const swept = Float64Array.from(column);
  for (let pass = 0; pass < 2; pass++) {
    demean(swept, gram);
    if (reduced.kept.length === 0) continue;
    const sums = levelSums(swept, gram);
    const right = Float64Array.from(reduced.kept, (level) => sums[level]!);
    const effects = new Float64Array(gram.width);
    const solved = solveUpper(reduced.upper, solveUpperTransposed(reduced.upper, right));
    for (let k = 0; k < solved.length; k++) effects[reduced.kept[k]!] = solved[k]!;
    for (let f = 0; f < gram.others.length; f++) {
      const { codes } = gram.others[f]!;
      const start = gram.starts[f]!;
      for (let i = 0; i < swept.length; i++) swept[i]! -= effects[start + codes[i]!]!;
    }
    demean(swept, gram);
  }
  return swept;
}

function demean(column: Float64Array, gram: FixedEffectGram): void {
  const { codes, count } = gram.largest;
  const means = new Float64Array(count);
  for (let i = 0; i < column.length; i++) means[codes[i]!]! += column[i]! * (gram.weights?.[i] ?? 1);
  for (let g = 0; g < count; g++) means[g] = gram.groupWeight[g]! > 0 ? means[g]! / gram.groupWeight[g]! : 0;
  for (let i = 0; i < column.length; i++) column[i]! -= means[codes[i]!]!;
}

function levelSums(column: Float64Array, gram: FixedEffectGram): Float64Array {
  const sums = new Float64Array(gram.width);
  for (let f = 0; f < gram.others.length; f++) {
    const { codes } = gram.others[f]!;
    const start = gram.starts[f]!;
    for (let i = 0; i < column.length; i++) sums[start + codes[i]!]! += column[i]! * (gram.weights?.[i] ?? 1);
  }
  return sums;
}

/** w (1/W_g + z'N^-1 z) per row, with z the row's other dummies less their means in its group g. */
function projectionDiagonal(gram: FixedEffectGram, reduced: Reduced): Float64Array {
  const { largest, others, starts, weights } = gram;
  const size = reduced.kept.length;
  const place = new Int32Array(gram.width).fill(-1);
  for (let k = 0; k < size; k++) place[reduced.kept[k]!] = k;
  const diagonal = new Float64Array(largest.codes.length);
  const known = new Map<string, number>();
  for (let i = 0; i < diagonal.length; i++) {
    const group = largest.codes[i]!;
    const own = others.map((effect, f) => starts[f]! + effect.codes[i]!);
    const key = `${group}:${own.join(':')}`;
    let perWeight = known.get(key);
    if (perWeight === undefined) {
      const total = gram.groupWeight[group]!;
      const z = new Float64Array(size);
      for (const [level, weight] of gram.levelsOfGroup(group))
        if (place[level]! >= 0) z[place[level]!]! -= weight / total;
      for (const level of own) if (place[level]! >= 0) z[place[level]!]! += 1;
      const standard = solveUpperTransposed(reduced.upper, z);
      perWeight = total > 0 ? standard.reduce((sum, value) => sum + value * value, 1 / total) : 0;
      known.set(key, perWeight);
    }
    diagonal[i] = perWeight * (weights?.[i] ?? 1);
  }
  return diagonal;
}
