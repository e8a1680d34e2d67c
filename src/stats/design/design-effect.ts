import { type NotEstimable, notEstimable } from '../not-estimable.ts';

/**
 * Factor by which clusters raise the variance of a difference, and so the rows needed: 1 + ((1 + cv^2) m - 1) icc.
 * @param clusterSize mean rows per cluster, m
 * @param icc correlation of two rows of one cluster
 * @param clusterCv standard deviation of the cluster sizes over their mean; 0 unless told
 *
 * Errors: `out_of_range`.
 * Source: S. M. Eldridge, D. Ashby, S. Kerry, Int. J. Epidemiology 35 (2006).
 */
export function designEffect({
  clusterSize,
  icc,
  clusterCv = 0,
}: {
  clusterSize: number;
  icc: number;
  clusterCv?: number;
}): { designEffect: number } | NotEstimable {
  if (!(clusterSize >= 1)) return notEstimable('out_of_range', `cluster size = ${clusterSize}`);
  if (!(icc >= -1 && icc <= 1)) return notEstimable('out_of_range', `icc = ${icc}`);
  if (!(clusterCv >= 0)) return notEstimable('out_of_range', `cluster cv = ${clusterCv}`);
  return { designEffect: 1 + ((1 + clusterCv * clusterCv) * clusterSize - 1) * icc };
}
