import { congruence, multiply } from '../linear-algebra/matrix.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { biasReduced } from './bias-reduced.ts';
import { clusterCovariance } from './cluster-covariance.ts';
import { clusterMoments } from './cluster-moments.ts';
import { type LeastSquaresFit, uncentring } from './least-squares.ts';
import type { Levels } from './levels.ts';
import { classicalCovariance, robustCovariance } from './robust-covariance.ts';
import { isClustered, type StandardError } from './standard-error.ts';

/** The covariance of the coefficients as given (intercept included) and the degrees of freedom of each. */
export interface Covariance {
  /** p by p, row-major. */
  readonly matrix: Float64Array;
  readonly df: Float64Array;
}

/**
 * The covariance of a fit's coefficients by the standard error asked for.
 *
 * @param clusters needed for CR0, CR1 and CR2; `one_cluster` when there are fewer than two.
 */
export function covarianceOf(fit: LeastSquaresFit, se: StandardError, clusters?: Levels): Covariance | NotEstimable {
  const size = fit.design.columns.length;
  const toGiven = uncentring(fit.design);
  if (!isClustered(se)) {
    const centred = se === 'classical' ? classicalCovariance(fit) : robustCovariance(fit, se as 'HC0');
    if (isNotEstimable(centred)) return centred;
    return { matrix: congruence(toGiven, centred, size), df: new Float64Array(size).fill(fit.residualDf) };
  }
  if (clusters === undefined || clusters.count < 2) return notEstimable('one_cluster');
  if (clusters.codes.length !== fit.scores.length) return notEstimable('unequal_lengths', 'clusters');
  if (se === 'CR2') {
    const { meat, degreesOfFreedom } = biasReduced(clusterMoments(fit, clusters));
    // Row j of L T is the combination of the orthonormal basis that gives coefficient j.
    const combinations = multiply(toGiven, fit.inverse, { rows: size, inner: size });
    const df = new Float64Array(size);
    for (let j = 0; j < size; j++) df[j] = degreesOfFreedom(combinations.slice(j * size, (j + 1) * size));
    return { matrix: congruence(combinations, meat, size), df };
  }
  const centred = clusterCovariance(fit, clusters, se === 'CR1' ? 'CR1' : 'CR0');
  return { matrix: congruence(toGiven, centred, size), df: new Float64Array(size).fill(clusters.count - 1) };
}
