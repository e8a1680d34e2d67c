import { congruence, multiply, transpose } from '../linear-algebra/matrix.ts';
import type { LeastSquaresFit } from './least-squares.ts';
import type { Levels } from './levels.ts';

/**
 * Cluster-robust covariance of the centred coefficients (Liang & Zeger 1986): T (sum over clusters of r r') T', with r the
 * sum of a cluster's scores in the orthonormal basis. CR1 multiplies by G/(G - 1) x (n - 1)/(n - k), where k counts
 * everything estimated, fixed effects too (Stata; `estimatr`'s `stata`).
 *
 * @returns p by p, row-major.
 */
export function clusterCovariance(fit: LeastSquaresFit, clusters: Levels, kind: 'CR0' | 'CR1'): Float64Array {
  const size = fit.design.columns.length;
  const sums = multiply(clusterScores(fit, clusters), fit.inverse, { rows: clusters.count, inner: size });
  const meat = multiply(transpose(sums, clusters.count), sums, { rows: size, inner: clusters.count });
  const covariance = congruence(fit.inverse, meat, size);
  if (kind === 'CR0') return covariance;
  const correction = ((clusters.count / (clusters.count - 1)) * (fit.n - 1)) / fit.residualDf;
  return covariance.map((value) => value * correction);
}

/** Per cluster the sum of its rows' scores, G by p, in the centred columns. */
function clusterScores(fit: LeastSquaresFit, clusters: Levels): Float64Array {
  const { columns, shift, rootWeights } = fit.design;
  const size = columns.length;
  const sums = new Float64Array(clusters.count * size);
  const weighted = rootWeights === undefined ? fit.scores : fit.scores.map((score, i) => score * rootWeights[i]!);
  for (let j = 0; j < size; j++) {
    const column = columns[j]!;
    const offset = shift[j]!;
    for (let i = 0; i < weighted.length; i++) {
      sums[clusters.codes[i]! * size + j]! += weighted[i]! * (column[i]! - offset);
    }
  }
  return sums;
}
