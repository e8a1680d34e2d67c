import type { Counted } from '../cells.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { logit } from '../regression/binary-regression.ts';
import type { Term } from '../regression/term.ts';
import type { Warning } from '../result.ts';

/** Who was treated (1 or 0), and what may explain it. */
interface PropensityRows extends Counted {
  readonly treatment: Float64Array;
  readonly covariates: readonly Term[];
}

/** The chance of treatment given covariates. */
interface Propensity {
  /** Per row, strictly between 0 and 1. */
  readonly score: Float64Array;
  readonly psMin: number;
  readonly psMax: number;
}

/** A weight beyond 1 / this makes the estimate hang on a few rows. */
const EXTREME = 0.01;

/**
 * Propensities by logistic regression.
 *
 * @returns `no_overlap` when the covariates tell the arms apart completely, and the other refusals of `logit`.
 */
export function propensity(rows: PropensityRows): Propensity | NotEstimable {
  const { treatment, covariates, count } = rows;
  const fit = logit({ outcome: treatment, terms: covariates, count });
  if (isNotEstimable(fit)) return fit.code === 'separation' ? notEstimable('no_overlap') : fit;
  let psMin = 1;
  let psMax = 0;
  fit.fitted.forEach((value, i) => {
    if (count?.[i] === 0) return;
    psMin = Math.min(psMin, value);
    psMax = Math.max(psMax, value);
  });
  if (!(psMin > 0 && psMax < 1)) return notEstimable('no_overlap');
  // A cell of no rows weighs nothing, whatever its chance; a half divides safely.
  const score = count === undefined ? fit.fitted : fit.fitted.map((value, i) => (count[i] === 0 ? 0.5 : value));
  return { score, psMin, psMax };
}

/** Warns where a row that is weighted by its chance has one so small that few rows carry the estimate. */
export function extremeWeights(smallestChance: number): readonly Warning[] {
  if (smallestChance >= EXTREME) return [];
  const chance = smallestChance.toExponential(1);
  return [
    {
      code: 'extreme_weights',
      sentence: {
        nl: `De kleinste kans waarmee gewogen wordt is ${chance}: enkele rijen dragen de schatting.`,
        en: `The smallest chance that rows are weighted by is ${chance}: a few rows carry the estimate.`,
      },
    },
  ];
}

/** Mean propensity of the treated and the largest of the controls: how far the arms overlap. */
export function overlap(
  score: Float64Array,
  treatment: Float64Array,
  count?: ArrayLike<number>,
): { psMeanTreated: number; psMaxControl: number } {
  let sum = 0;
  let treated = 0;
  let psMaxControl = 0;
  for (let i = 0; i < score.length; i++) {
    const times = count?.[i] ?? 1;
    if (times === 0) continue;
    if (treatment[i] === 1) {
      sum += times * score[i]!;
      treated += times;
    } else psMaxControl = Math.max(psMaxControl, score[i]!);
  }
  return { psMeanTreated: treated > 0 ? sum / treated : 0, psMaxControl };
}
