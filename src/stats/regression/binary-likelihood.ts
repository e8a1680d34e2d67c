import { addGram, symmetricFromPadded } from '../linear-algebra/gram.ts';
import { BLOCK_ROWS, createBlock, forEachBlock, loadBlock } from '../linear-algebra/row-block.ts';
import { combineColumns, scaleRows } from '../linear-algebra/whiten.ts';
import type { BinaryLink } from './binary-link.ts';
import type { Design } from './design.ts';

/** A binary outcome (or successes out of trials) on a design. */
export interface BinaryProblem {
  readonly design: Design;
  readonly successes: Float64Array;
  /** Trials per cell; absent = 1 per row. */
  readonly trials: Float64Array | undefined;
  readonly link: BinaryLink;
}

/** The likelihood at one set of centred coefficients. */
export interface LikelihoodAt {
  readonly coefficients: Float64Array;
  /** Minus twice the log-likelihood. */
  readonly deviance: number;
  readonly gradient: Float64Array;
  /** Expected information, p by p. */
  readonly information: Float64Array;
  /** Largest change of a row's predictor since the evaluation before. */
  readonly largestChange: number;
}

/**
 * One pass over the rows: deviance, gradient and information at the given centred coefficients.
 *
 * @param eta the predictors of the evaluation before, overwritten with the new ones.
 */
export function evaluateLikelihood(
  problem: BinaryProblem,
  coefficients: Float64Array,
  eta: Float64Array,
): LikelihoodAt {
  const { design, link } = problem;
  const size = design.columns.length;
  const source = { columns: design.columns, shift: design.shift };
  const block = createBlock(size);
  const squares = new Float64Array(block.width * block.width);
  const gradient = new Float64Array(size);
  const predictor = new Float64Array(BLOCK_ROWS);
  const score = new Float64Array(BLOCK_ROWS);
  const information = new Float64Array(BLOCK_ROWS);
  let deviance = 0;
  let largestChange = 0;
  forEachBlock(eta.length, (from, to) => {
    loadBlock(block, source, { from, to });
    combineColumns(block, coefficients, predictor);
    const rows = to - from;
    for (let i = 0; i < rows; i++) {
      const change = Math.abs(predictor[i]! - eta[from + i]!);
      if (change > largestChange) largestChange = change;
      eta[from + i] = predictor[i]!;
    }
    deviance += link.evaluate({
      rows,
      eta: predictor,
      successes: problem.successes.subarray(from, to),
      trials: problem.trials?.subarray(from, to),
      score,
      information,
    });
    addProducts(block.values, score, { rows, into: gradient });
    for (let i = 0; i < rows; i++) information[i] = Math.sqrt(information[i]!);
    scaleRows(block, size, information);
    addGram(block, squares);
  });
  return {
    coefficients,
    deviance,
    gradient,
    information: symmetricFromPadded(squares, block.width, size),
    largestChange,
  };
}

/** Sum of squared scores times x x', the middle of the HC0 sandwich. */
export function squaredScores(problem: BinaryProblem, eta: Float64Array): Float64Array {
  const { design, link, successes, trials } = problem;
  const scale = eta.map((value, i) => Math.sqrt(link.squaredScore(value, successes[i]!, trials?.[i] ?? 1)));
  const size = design.columns.length;
  const block = createBlock(size);
  const squares = new Float64Array(block.width * block.width);
  forEachBlock(eta.length, (from, to) => {
    loadBlock(block, { columns: design.columns, shift: design.shift, scale }, { from, to });
    addGram(block, squares);
  });
  return symmetricFromPadded(squares, block.width, size);
}

function addProducts(values: Float64Array, score: Float64Array, to: { rows: number; into: Float64Array }): void {
  for (let j = 0; j < to.into.length; j++) {
    const start = j * BLOCK_ROWS;
    let sum = 0;
    for (let i = 0; i < to.rows; i++) sum += values[start + i]! * score[i]!;
    to.into[j]! += sum;
  }
}
