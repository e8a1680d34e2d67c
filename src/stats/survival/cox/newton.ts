import { isDependent, quadraticForm, symmetricInverse } from '../symmetric-inverse.ts';
import type { Evaluation } from './evaluate.ts';

/** Where the climb ended: the last evaluation, the coefficients after its step, the first evaluation at zero. */
export interface Summit {
  readonly coef: Float64Array;
  readonly logLik: number;
  /** Inverse of the information, size x size. */
  readonly covariance: Float64Array;
  readonly start: Evaluation;
  /** Score test of all coefficients at zero. */
  readonly scoreTest: number;
  readonly iterations: number;
}

/** Why there is no summit. */
type Stranded =
  | { readonly stranded: 'dependent'; readonly column: number }
  | { readonly stranded: 'separation'; readonly column: number }
  | { readonly stranded: 'not_converged' };

const MOST_ITERATIONS = 40;
/**
 * Steps, in units of a covariate's spread. The coefficients are right to the square of the last step, but the
 * information is that of the place before it, right only to the step itself: errors of settled digits ask for a settled
 * place, or for one more look after a step that is nearly nothing.
 */
const SETTLED = 1e-12;
const NEARLY = 1e-7;
/** A climb that still strides while the likelihood gains nothing heads for infinity. */
const STRIDE = 0.05;
const NO_GAIN = 1e-9;

/**
 * Newton-Raphson from zero with halved steps when the likelihood falls.
 * @param evaluate the likelihood at scaled coefficients (an array of `size`).
 */
export function climb(size: number, evaluate: (coef: Float64Array) => Evaluation): Summit | Stranded {
  let coef: Float64Array = new Float64Array(size);
  const start = evaluate(coef);
  let here = start;
  let scoreTest = 0;
  let lastLook = false;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const covariance = symmetricInverse(here.information, size);
    if (isDependent(covariance)) {
      const stranded = iteration === 1 ? 'dependent' : 'separation';
      return { stranded, column: covariance.dependent };
    }
    if (iteration === 1) scoreTest = quadraticForm(covariance, here.score);
    const step = new Float64Array(size);
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) step[a]! += (covariance[a * size + b] as number) * (here.score[b] as number);
    }
    const longest = step.reduce((most, length) => Math.max(most, Math.abs(length)), 0);
    // A step that rounding keeps above `SETTLED` does not shrink: no second last look.
    if (longest < SETTLED || (lastLook && longest < NEARLY)) {
      return { coef: plus(coef, step, 1), logLik: here.logLik, covariance, start, scoreTest, iterations: iteration };
    }
    lastLook = longest < NEARLY;
    const next = takeStep(here, { coef, step }, evaluate);
    if (next === null) return { stranded: 'not_converged' };
    const gain = next.evaluation.logLik - here.logLik;
    if (longest > STRIDE && Math.abs(gain) < NO_GAIN * (1 + Math.abs(here.logLik))) {
      return { stranded: 'separation', column: step.findIndex((length) => Math.abs(length) === longest) };
    }
    coef = next.coef;
    here = next.evaluation;
  }
  return { stranded: 'not_converged' };
}

/** The step, halved until the likelihood does not fall (beyond rounding); null when it never does. */
function takeStep(
  here: Evaluation,
  { coef, step }: { readonly coef: Float64Array; readonly step: Float64Array },
  evaluate: (coef: Float64Array) => Evaluation,
): { coef: Float64Array; evaluation: Evaluation } | null {
  const slack = 1e-11 * (1 + Math.abs(here.logLik));
  for (let part = 1; part > 1e-6; part /= 2) {
    const tried = plus(coef, step, part);
    const evaluation = evaluate(tried);
    if (Number.isFinite(evaluation.logLik) && evaluation.logLik >= here.logLik - slack)
      return { coef: tried, evaluation };
  }
  return null;
}

function plus(coef: Float64Array, step: Float64Array, part: number): Float64Array {
  return coef.map((value, a) => value + part * (step[a] as number));
}
