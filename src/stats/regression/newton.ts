import { cholesky } from '../linear-algebra/cholesky.ts';
import { factorColumns } from '../linear-algebra/factor.ts';
import { dot } from '../linear-algebra/matrix.ts';
import { solveUpper, solveUpperTransposed } from '../linear-algebra/triangular.ts';
import { type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type BinaryProblem, evaluateLikelihood, type LikelihoodAt } from './binary-likelihood.ts';

/** The maximum of the likelihood. */
export interface Maximum {
  /** Centred coefficients. */
  readonly coefficients: Float64Array;
  /** R of the expected information, p by p. */
  readonly upper: Float64Array;
  readonly deviance: number;
  /** Predictor per row. */
  readonly eta: Float64Array;
  readonly iterations: number;
}

/** A logit takes some six; scoring of a cloglog that fits badly nears its maximum by a tenth a time. */
const MOST_ITERATIONS = 300;
/** Square of the remaining step in standard errors at which the last step is taken. */
const SETTLED = 1e-20;
/** A step that hardly matters to the likelihood but moves a predictor this far runs off to infinity. */
const SEPARATED_STEP = 1e-6;
const SEPARATED_CHANGE = 0.1;

/**
 * Fisher scoring with step halving. Separation shows as predictors that keep moving while the likelihood has settled;
 * the term that moves most is named.
 *
 * @param start centred coefficients to begin from.
 */
export function maximise(problem: BinaryProblem, start: Float64Array): Maximum | NotEstimable {
  const { columns, names, norms } = problem.design;
  const size = columns.length;
  const eta = new Float64Array(problem.successes.length);
  let at = evaluateLikelihood(problem, start, eta);
  let moving = '';
  let taken = Number.POSITIVE_INFINITY;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const factor = cholesky(at.information, size);
    if (iteration === 1 && !(factor !== undefined && clearlyIndependent(at, factor.smallestPivot, norms))) {
      const dependent = dependentTerm(problem);
      if (dependent !== undefined) return notEstimable('collinearity', dependent);
    }
    if (factor === undefined || factor.smallestPivot < 1e-13) return notEstimable('separation', moving || undefined);
    const standard = solveUpperTransposed(factor.upper, at.gradient);
    const step = solveUpper(factor.upper, standard);
    const decrement = dot(standard, standard);
    if (!Number.isFinite(decrement)) return notEstimable('not_converged');
    // The step that moved the predictors is judged by its own gain: a good first step may well be the last.
    if (taken < SEPARATED_STEP && at.largestChange > SEPARATED_CHANGE) return notEstimable('separation', moving);
    if (decrement < SETTLED) {
      const coefficients = at.coefficients.map((value, j) => value + step[j]!);
      return { coefficients, upper: factor.upper, deviance: at.deviance, eta, iterations: iteration };
    }
    moving = names[largestMove(step, norms)] ?? '';
    const next = stepDown(problem, { at, step, eta });
    if (next === undefined) return notEstimable('not_converged');
    at = next;
    taken = decrement;
  }
  return notEstimable('not_converged');
}

/** Whether no second look is needed: every column varies and keeps a fair part of its information beside the others. */
function clearlyIndependent(at: LikelihoodAt, smallestPivot: number, norms: Float64Array): boolean {
  const varies = (norm: number, j: number): boolean => at.information[j * (norms.length + 1)]! > 1e-10 * norm * norm;
  return smallestPivot > 1e-4 && norms.every(varies);
}

/** The first term that those before it explain, if any. */
function dependentTerm({ design }: BinaryProblem): string | undefined {
  const source = { columns: design.columns, shift: design.shift, scale: design.rootWeights };
  const factor = factorColumns(source, design.columns.length, design.norms);
  return 'dependent' in factor ? design.names[factor.dependent] : undefined;
}

/** Takes the step, halved until the deviance does not rise. */
function stepDown(
  problem: BinaryProblem,
  from: { at: LikelihoodAt; step: Float64Array; eta: Float64Array },
): LikelihoodAt | undefined {
  const { at, step, eta } = from;
  for (let share = 1; share > 1e-6; share /= 2) {
    const coefficients = at.coefficients.map((value, j) => value + share * step[j]!);
    const next = evaluateLikelihood(problem, coefficients, eta);
    if (next.deviance <= at.deviance + 1e-9 * (1 + Math.abs(at.deviance))) return next;
  }
  return undefined;
}

function largestMove(step: Float64Array, norms: Float64Array): number {
  let place = 0;
  step.forEach((value, j) => {
    if (Math.abs(value) * norms[j]! > Math.abs(step[place]!) * norms[place]!) place = j;
  });
  return place;
}
