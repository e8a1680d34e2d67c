import { isNotEstimable } from '../not-estimable.ts';
import type { BinaryProblem } from './binary-likelihood.ts';
import { type Design, prepareDesign } from './design.ts';
import { maximise } from './newton.ts';
import { INTERCEPT } from './term.ts';

/** From this many rows on, the iterations begin at the estimate of every so-manieth row. */
const MANY_ROWS = 200_000;
const ROWS_OF_SAMPLE = 40_000;

/**
 * Centred coefficients to begin from: the estimate on a fixed, evenly spaced part of the rows when there are many (it
 * saves half of the passes over all of them), else the overall chance and no effects.
 */
export function startingPoint(problem: BinaryProblem): Float64Array {
  return fromSample(problem) ?? noEffects(problem);
}

function noEffects(problem: BinaryProblem): Float64Array {
  const { design, successes, trials, link } = problem;
  const start = new Float64Array(design.columns.length);
  if (!design.intercept) return start;
  let ones = 0;
  let total = 0;
  for (let i = 0; i < successes.length; i++) {
    ones += successes[i]!;
    total += trials?.[i] ?? 1;
  }
  start[0] = link.predictor(ones / total);
  return start;
}

function fromSample(problem: BinaryProblem): Float64Array | undefined {
  const rows = problem.successes.length;
  if (rows < MANY_ROWS) return undefined;
  const stride = Math.floor(rows / ROWS_OF_SAMPLE);
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: Math.ceil(rows / stride) }, (_, i) => column[i * stride]!);
  const { design } = problem;
  const terms = design.columns.flatMap((column, j) =>
    design.intercept && j === 0 ? [] : [{ name: design.names[j] ?? INTERCEPT, values: take(column) }],
  );
  const successes = take(problem.successes);
  const trials = problem.trials && take(problem.trials);
  const sampled = prepareDesign({ rows: successes.length, terms, intercept: design.intercept, weights: trials });
  if (isNotEstimable(sampled)) return undefined;
  const sample = { ...problem, design: sampled, successes, trials };
  const maximum = maximise(sample, noEffects(sample));
  return isNotEstimable(maximum) ? undefined : recentre(maximum.coefficients, sampled, design);
}

/** The same predictor around the means of all rows instead of those of the sample. */
function recentre(coefficients: Float64Array, from: Design, to: Design): Float64Array {
  const moved = Float64Array.from(coefficients);
  if (!to.intercept) return moved;
  for (let j = 1; j < moved.length; j++) moved[0]! += moved[j]! * (to.shift[j]! - from.shift[j]!);
  return moved;
}
