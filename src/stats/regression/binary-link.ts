/** Rows of one block as seen by a link: all arrays are read and written from 0 to `rows`. */
interface LinkBlock {
  readonly rows: number;
  readonly eta: Float64Array;
  /** Successes and trials of the rows; trials absent = 1 each. */
  readonly successes: Float64Array;
  readonly trials: Float64Array | undefined;
  /** Out: derivative of the log-likelihood to eta. */
  readonly score: Float64Array;
  /** Out: expected information about eta. */
  readonly information: Float64Array;
}

/** How a probability follows from a linear predictor eta. */
export interface BinaryLink {
  readonly name: 'logit' | 'cloglog';
  readonly probability: (eta: number) => number;
  /** Derivative of the probability to eta. */
  readonly slope: (eta: number) => number;
  /** The predictor of a probability. */
  readonly predictor: (probability: number) => number;
  /** Fills score and information of a block and returns minus twice its log-likelihood. */
  readonly evaluate: (block: LinkBlock) => number;
  /** Sum of squared scores of the single trials of a row (or cell). */
  readonly squaredScore: (eta: number, successes: number, trials: number) => number;
}

function inverseLogit(eta: number): number {
  const e = Math.exp(-Math.abs(eta));
  return eta >= 0 ? 1 / (1 + e) : e / (1 + e);
}

/** Probability 1 / (1 + exp(-eta)); all through exp(-|eta|), so nothing overflows. */
export const LOGIT: BinaryLink = {
  name: 'logit',
  probability: inverseLogit,
  slope: (eta) => {
    const e = Math.exp(-Math.abs(eta));
    return e / (1 + e) ** 2;
  },
  predictor: (probability) => Math.log(probability / (1 - probability)),
  evaluate: ({ rows, eta, successes, trials, score, information }) => {
    let logLikelihood = 0;
    // A block's factors 1 + exp(-|eta|) lie in (1, 2], so their product is in range and one logarithm serves them all.
    let product = 1;
    for (let i = 0; i < rows; i++) {
      const value = eta[i]!;
      const count = trials === undefined ? 1 : trials[i]!;
      const e = Math.exp(-Math.abs(value));
      const shrink = 1 / (1 + e);
      const probability = value >= 0 ? shrink : e * shrink;
      score[i] = successes[i]! - count * probability;
      information[i] = count * e * shrink * shrink;
      logLikelihood += successes[i]! * value - (value > 0 ? count * value : 0);
      if (trials === undefined) product *= 1 + e;
      else logLikelihood -= count * Math.log1p(e);
    }
    return -2 * (logLikelihood - Math.log(product));
  },
  squaredScore: (eta, successes, trials) => {
    const p = inverseLogit(eta);
    return successes * (1 - p) ** 2 + (trials - successes) * p ** 2;
  },
};

/** Beyond these predictors a cloglog probability is 0 or 1 to the last digit. */
const LOWEST = -700;
const HIGHEST = 50;

function cumulativeHazard(eta: number): number {
  return Math.exp(Math.min(Math.max(eta, LOWEST), HIGHEST));
}

/** Probability 1 - exp(-exp(eta)): the chance of an event in a period whose hazard is proportional. */
export const CLOGLOG: BinaryLink = {
  name: 'cloglog',
  probability: (eta) => -Math.expm1(-cumulativeHazard(eta)),
  slope: (eta) => {
    const hazard = cumulativeHazard(eta);
    return hazard * Math.exp(-hazard);
  },
  predictor: (probability) => Math.log(-Math.log1p(-probability)),
  evaluate: ({ rows, eta, successes, trials, score, information }) => {
    let logLikelihood = 0;
    for (let i = 0; i < rows; i++) {
      const hazard = cumulativeHazard(eta[i]!);
      const count = trials === undefined ? 1 : trials[i]!;
      const survival = Math.exp(-hazard);
      const probability = -Math.expm1(-hazard);
      const ratio = (hazard / probability) * survival;
      const yes = successes[i]!;
      score[i] = yes * ratio - (count - yes) * hazard;
      information[i] = count * hazard * ratio;
      logLikelihood += (yes > 0 ? yes * Math.log(probability) : 0) - (count - yes) * hazard;
    }
    return -2 * logLikelihood;
  },
  squaredScore: (eta, successes, trials) => {
    const hazard = cumulativeHazard(eta);
    const ratio = (hazard / -Math.expm1(-hazard)) * Math.exp(-hazard);
    return successes * ratio ** 2 + (trials - successes) * hazard ** 2;
  },
};
