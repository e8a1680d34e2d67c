import type { Levels } from './levels.ts';

/** The normal equations of the dummies of all effects but the largest, after the largest is taken out. */
export interface FixedEffectGram {
  readonly largest: Levels;
  readonly others: readonly Levels[];
  readonly weights: Float64Array | undefined;
  /** Where each other effect's levels begin among all `width` of them. */
  readonly starts: readonly number[];
  readonly width: number;
  /** Total weight of each level of the largest effect. */
  readonly groupWeight: Float64Array;
  /** D'W(I - P)D, width by width. */
  readonly matrix: Float64Array;
  /** The other levels that occur in a group, with their weight in it. */
  readonly levelsOfGroup: (group: number) => readonly (readonly [level: number, weight: number])[];
}

/** Sums the weights of the cells of the effects; one pass over the rows per pair of effects. */
export function fixedEffectGram(
  largest: Levels,
  others: readonly Levels[],
  weights: Float64Array | undefined,
): FixedEffectGram {
  const starts: number[] = [];
  let width = 0;
  for (const effect of others) {
    starts.push(width);
    width += effect.count;
  }
  const rows = largest.codes.length;
  const groupWeight = new Float64Array(largest.count);
  const matrix = new Float64Array(width * width);
  const cells = Array.from({ length: largest.count }, () => new Map<number, number>());
  for (let i = 0; i < rows; i++) {
    const weight = weights?.[i] ?? 1;
    groupWeight[largest.codes[i]!]! += weight;
    const cell = cells[largest.codes[i]!]!;
    for (let f = 0; f < others.length; f++) {
      const level = starts[f]! + others[f]!.codes[i]!;
      cell.set(level, (cell.get(level) ?? 0) + weight);
      for (let h = 0; h < others.length; h++) matrix[level * width + starts[h]! + others[h]!.codes[i]!]! += weight;
    }
  }
  const levels = cells.map((cell) => [...cell]);
  for (let g = 0; g < largest.count; g++) {
    if (!(groupWeight[g]! > 0)) continue;
    for (const [a, weightA] of levels[g]!) {
      for (const [b, weightB] of levels[g]!) matrix[a * width + b]! -= (weightA * weightB) / groupWeight[g]!;
    }
  }
  return { largest, others, weights, starts, width, groupWeight, matrix, levelsOfGroup: (group) => levels[group]! };
}

/** A level of which less than this part is left is fixed by the levels before it. */
const DEPENDENT_LEVEL = 1e-10;

/** Cholesky factor of the independent columns of a positive semi-definite matrix, and which those are. */
export function choleskySkipping(matrix: Float64Array, size: number): { kept: number[]; upper: Float64Array } {
  const kept: number[] = [];
  // Row r of `rows` is row r of the factor over all columns.
  const rows: Float64Array[] = [];
  const scale = matrix.reduce((most, _, at) => (at % (size + 1) === 0 ? Math.max(most, matrix[at]!) : most), 0);
  for (let j = 0; j < size; j++) {
    const left = matrix.slice(j * size, (j + 1) * size);
    for (const row of rows) {
      const factor = row[j]!;
      if (factor !== 0) for (let k = j; k < size; k++) left[k]! -= factor * row[k]!;
    }
    if (!(left[j]! > DEPENDENT_LEVEL * scale)) continue;
    const root = Math.sqrt(left[j]!);
    for (let k = j; k < size; k++) left[k] = left[k]! / root;
    kept.push(j);
    rows.push(left);
  }
  const upper = new Float64Array(kept.length * kept.length);
  rows.forEach((row, r) => {
    for (let c = r; c < kept.length; c++) upper[r * kept.length + c] = row[kept[c]!]!;
  });
  return { kept, upper };
}
