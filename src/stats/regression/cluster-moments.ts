import { multiply, transpose } from '../linear-algebra/matrix.ts';
import type { LeastSquaresFit } from './least-squares.ts';
import type { Levels } from './levels.ts';

/**
 * What CR2 needs of each cluster, in the orthonormal basis. Without precision weights Z is the columns themselves
 * (width = p, offset 0); with them Z is x beside w x (width = 2p, offset p, the second half being the scores' side).
 */
export interface ClusterMoments {
  /** Number of coefficients p. */
  readonly size: number;
  readonly width: number;
  readonly offset: number;
  /** K in (I - H)(I - H)' = I + Z K Z'. */
  readonly kernel: Float64Array;
  /** Z'Z per cluster, width by width. */
  readonly squares: readonly Float64Array[];
  /** Z'e per cluster. */
  readonly scores: readonly Float64Array[];
}

/** Sums the moments of the clusters of a fit; one pass over the rows. */
export function clusterMoments(fit: LeastSquaresFit, clusters: Levels): ClusterMoments {
  return fit.precision === undefined ? plainMoments(fit, clusters) : weightedMoments(fit, clusters);
}

function plainMoments(fit: LeastSquaresFit, clusters: Levels): ClusterMoments {
  const size = fit.design.columns.length;
  const kernel = new Float64Array(size * size);
  for (let j = 0; j < size; j++) kernel[j * size + j] = -1;
  const sums = sumByCluster(fit, clusters, { weightPower: 1, scorePower: 1 });
  return { size, width: size, offset: 0, kernel, ...sums };
}

function weightedMoments(fit: LeastSquaresFit, clusters: Levels): ClusterMoments {
  const size = fit.design.columns.length;
  const width = 2 * size;
  const none = sumByCluster(fit, clusters, { weightPower: 0, scorePower: 0 });
  const once = sumByCluster(fit, clusters, { weightPower: 1, scorePower: 1 });
  const twice = sumByCluster(fit, clusters, { weightPower: 2, scorePower: 1 });
  const kernel = new Float64Array(width * width);
  const squares: Float64Array[] = [];
  const scores: Float64Array[] = [];
  for (let g = 0; g < clusters.count; g++) {
    const square = new Float64Array(width * width);
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) {
        const at = j * size + k;
        square[j * width + k] = none.squares[g]![at]!;
        square[j * width + size + k] = once.squares[g]![at]!;
        square[(size + j) * width + k] = once.squares[g]![at]!;
        square[(size + j) * width + size + k] = twice.squares[g]![at]!;
        kernel[j * width + k]! += twice.squares[g]![at]!;
      }
    }
    squares.push(square);
    scores.push(Float64Array.of(...none.scores[g]!, ...once.scores[g]!));
  }
  for (let j = 0; j < size; j++) {
    kernel[j * width + size + j] = -1;
    kernel[(size + j) * width + j] = -1;
  }
  return { size, width, offset: size, kernel, squares, scores };
}

/** Per cluster the sums over rows of w^a x x' and w^b e x, taken to the orthonormal basis; w is the weight of one row. */
function sumByCluster(
  fit: LeastSquaresFit,
  clusters: Levels,
  powers: { weightPower: 0 | 1 | 2; scorePower: 0 | 1 },
): { squares: Float64Array[]; scores: Float64Array[] } {
  const { columns, shift, weights, rootWeights } = fit.design;
  const size = columns.length;
  const squares = Array.from({ length: clusters.count }, () => new Float64Array(size * size));
  const scores = Array.from({ length: clusters.count }, () => new Float64Array(size));
  const x = new Float64Array(size);
  for (let i = 0; i < fit.scores.length; i++) {
    const weight = weights?.[i] ?? 1;
    if (weight === 0) continue;
    const precision = fit.precision?.[i] ?? 1;
    // `weight` is that of all rows of a cell, so one power of it counts them.
    const factor =
      powers.weightPower === 0 ? weight / precision : powers.weightPower === 1 ? weight : weight * precision;
    const weighted = fit.scores[i]! * (rootWeights?.[i] ?? 1);
    const score = powers.scorePower === 1 ? weighted : weighted / precision;
    const square = squares[clusters.codes[i]!]!;
    const sum = scores[clusters.codes[i]!]!;
    for (let j = 0; j < size; j++) {
      x[j] = columns[j]![i]! - shift[j]!;
      sum[j]! += score * x[j]!;
      const scaled = factor * x[j]!;
      for (let k = 0; k <= j; k++) square[j * size + k]! += scaled * x[k]!;
    }
  }
  const inner = { rows: size, inner: size };
  const left = transpose(fit.inverse, size);
  return {
    squares: squares.map((square) => {
      for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) square[k * size + j] = square[j * size + k]!;
      return multiply(multiply(left, square, inner), fit.inverse, inner);
    }),
    scores: scores.map((sum) => multiply(sum, fit.inverse, { rows: 1, inner: size })),
  };
}
