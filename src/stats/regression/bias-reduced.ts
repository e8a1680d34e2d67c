import { dot, multiply, multiplyVector, transpose } from '../linear-algebra/matrix.ts';
import { functionOfSymmetric, symmetricEigen } from '../linear-algebra/symmetric-eigen.ts';
import type { ClusterMoments } from './cluster-moments.ts';

/**
 * Bias-reduced cluster-robust inference (CR2; Bell & McCaffrey 2002, Pustejovsky & Tipton 2018) without ever forming a
 * matrix as large as a cluster.
 *
 * With Z the columns of a cluster (for weighted rows twice: x and w x), the residual maker of the cluster is
 * I + Z K Z', so its inverse root is I + E F E' with E an orthonormal basis of Z: everything needed is a matrix as wide
 * as Z'Z. Where the residual maker is singular its generalised inverse is used, as `clubSandwich` and `estimatr` do.
 */
interface BiasReduced {
  /** Sum over clusters of r r', p by p, in the orthonormal basis. */
  readonly meat: Float64Array;
  /** Satterthwaite degrees of freedom of a combination c of the coefficients, c in the orthonormal basis. */
  readonly degreesOfFreedom: (combination: Float64Array) => number;
}

/** An eigenvalue of the residual maker below this counts as zero. */
const SINGULAR = 1e-10;

interface AdjustedCluster {
  /** Z'A Z and Z'A²Z. */
  readonly once: Float64Array;
  readonly twice: Float64Array;
}

/** Computes CR2 from the moments of the clusters. */
export function biasReduced(moments: ClusterMoments): BiasReduced {
  const { width, offset, size, kernel, squares, scores } = moments;
  const meat = new Float64Array(size * size);
  const adjusted: AdjustedCluster[] = [];
  for (let g = 0; g < squares.length; g++) {
    const { once, twice, score } =
      offset === 0 ? adjustPlain(squares[g]!, scores[g]!) : adjustWeighted(squares[g]!, kernel, scores[g]!);
    adjusted.push({ once, twice });
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) meat[j * size + k]! += score[offset + j]! * score[offset + k]!;
    }
  }
  const degreesOfFreedom = (combination: Float64Array): number => {
    const c = new Float64Array(width);
    c.set(combination, offset);
    return satterthwaite(adjusted, kernel, c);
  };
  return { meat, degreesOfFreedom };
}

/** Without weights K = -I: the eigenvectors of S = Z'Z serve for everything. */
function adjustPlain(s: Float64Array, score: Float64Array): AdjustedCluster & { score: Float64Array } {
  const eigen = symmetricEigen(s, score.length);
  const left = (value: number): number => (1 - value > SINGULAR ? 1 / (1 - value) : 0);
  return {
    once: functionOfSymmetric(eigen, (value) => value * Math.sqrt(left(value))),
    twice: functionOfSymmetric(eigen, (value) => value * left(value)),
    score: multiplyVector(
      functionOfSymmetric(eigen, (value) => Math.sqrt(left(value))),
      score,
    ),
  };
}

/** The cluster's adjusted moments and its adjusted score Z'A e, given S = Z'Z and Z'e. */
function adjustWeighted(
  s: Float64Array,
  kernel: Float64Array,
  score: Float64Array,
): AdjustedCluster & { score: Float64Array } {
  const width = score.length;
  const shape = { rows: width, inner: width };
  const own = symmetricEigen(s, width);
  const largest = own.values.reduce((most, value) => Math.max(most, value), 0);
  const positive = (value: number): boolean => value > largest * 1e-12;
  const root = functionOfSymmetric(own, (value) => (positive(value) ? Math.sqrt(value) : 0));
  const inverseRoot = functionOfSymmetric(own, (value) => (positive(value) ? 1 / Math.sqrt(value) : 0));
  const inner = symmetricEigen(symmetrise(multiply(multiply(root, kernel, shape), root, shape), width), width);
  const kept = (value: number): boolean => 1 + value > SINGULAR;
  const f = functionOfSymmetric(inner, (value) => (kept(value) ? 1 / Math.sqrt(1 + value) - 1 : -1));
  const f2 = functionOfSymmetric(inner, (value) => (kept(value) ? 1 / (1 + value) - 1 : -1));
  const sandwich = (middle: Float64Array): Float64Array =>
    multiply(multiply(root, middle, shape), root, shape).map((value, i) => value + s[i]!);
  const change = multiplyVector(root, multiplyVector(f, multiplyVector(inverseRoot, score)));
  return { once: sandwich(f), twice: sandwich(f2), score: score.map((value, i) => value + change[i]!) };
}

/** (sum of p_g'p_g)² over the sum of (p_g'p_h)², with p_g'p_h = [g = h] a_g'a_g + l_g'K l_h and l_g = Z_g'a_g. */
function satterthwaite(adjusted: readonly AdjustedCluster[], kernel: Float64Array, c: Float64Array): number {
  const width = c.length;
  const spread = new Float64Array(width * width);
  let trace = 0;
  let squares = 0;
  for (const { once, twice } of adjusted) {
    const l = multiplyVector(once, c);
    const length = dot(c, multiplyVector(twice, c));
    const form = dot(l, multiplyVector(kernel, l));
    trace += length + form;
    squares += length * length + 2 * length * form;
    for (let j = 0; j < width; j++) for (let k = 0; k < width; k++) spread[j * width + k]! += l[j]! * l[k]!;
  }
  const product = multiply(kernel, spread, { rows: width, inner: width });
  squares += dot(product, transpose(product, width));
  return (trace * trace) / squares;
}

function symmetrise(matrix: Float64Array, size: number): Float64Array {
  const flipped = transpose(matrix, size);
  return matrix.map((value, i) => (value + flipped[i]!) / 2);
}
