import { chiSquareUpper } from '../../distributions/chi-square.ts';
import { isDependent, quadraticForm, submatrix, symmetricInverse } from '../symmetric-inverse.ts';
import { type Evaluation, evaluateLikelihood } from './evaluate.ts';
import type { Fitted } from './fitted.ts';

export interface ProportionalityTest {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Does the effect of a covariate change with time? Score test of adding covariate x g(t) to the fitted model, per
 * covariate and for all together.
 * @param weight g at each slot: 1 - S(t-) of all rows together is R's `km` transform.
 * @returns one test per covariate and the joint one; null where the time pattern cannot be told from the model.
 * Source: Grambsch & Therneau (1994), as the score test of `survival::cox.zph` (3.0 and later).
 */
export function testProportionality(
  fitted: Fitted,
  weight: Float64Array,
): { readonly terms: readonly (ProportionalityTest | null)[]; readonly all: ProportionalityTest | null } {
  const { terms } = fitted.sets;
  const risk = new Float64Array(fitted.sets.rows);
  const at = (g: Float64Array | null): Evaluation =>
    evaluateLikelihood(fitted.sets, fitted.coef, { ties: fitted.hazardTies, weight: g, risk });
  const plain = at(null).information;
  const { information: crossed, score } = at(weight);
  const { information: squared } = at(weight.map((g) => g * g));
  const inverse = symmetricInverse(plain, terms);
  if (isDependent(inverse)) return { terms: Array.from({ length: terms }, () => null), all: null };
  const spread = new Float64Array(terms * terms);
  for (let i = 0; i < terms; i++) {
    for (let j = 0; j < terms; j++) {
      let known = 0;
      for (let a = 0; a < terms; a++) {
        for (let b = 0; b < terms; b++) {
          known +=
            (crossed[a * terms + i] as number) *
            (inverse[a * terms + b] as number) *
            (crossed[b * terms + j] as number);
        }
      }
      spread[i * terms + j] = (squared[i * terms + j] as number) - known;
    }
  }
  const test = (places: readonly number[]): ProportionalityTest | null => {
    const own = symmetricInverse(submatrix(spread, terms, places), places.length);
    if (isDependent(own)) return null;
    const chisq = quadraticForm(
      own,
      Float64Array.from(places, (a) => score[a] as number),
    );
    return { chisq, df: places.length, p: chiSquareUpper(chisq, places.length) };
  };
  const places = Array.from({ length: terms }, (_, a) => a);
  return { terms: places.map((a) => test([a])), all: test(places) };
}
