import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type Design, prepareDesign } from './design.ts';
import { type FixedEffects, fixedEffects } from './fixed-effects.ts';
import type { LeastSquaresInput } from './least-squares.ts';
import { isNested, type Levels, numberLevels } from './levels.ts';
import type { StandardError } from './standard-error.ts';
import type { Term } from './term.ts';

/** The rows of a linear regression, or the cells that stand for them. */
export interface Observations {
  /** One value per row; for cells the sum of the outcome over the cell's rows. */
  readonly outcome: Float64Array;
  readonly terms: readonly Term[];
  /** Default true; fixed effects take its place. */
  readonly intercept?: boolean | undefined;
  /** Precision weights per row, finite and not negative; a row of weight zero is left out. Not with cells. */
  readonly weights?: Float64Array | undefined;
  /** Codes per row of each effect to be taken out. */
  readonly fixedEffects?: readonly ArrayLike<number>[] | undefined;
  /** Every row stands for `count` rows with the same terms; `sumOfSquares` is that of their outcomes. */
  readonly cells?: { readonly count: Float64Array; readonly sumOfSquares: Float64Array } | undefined;
}

/** A least-squares problem of which the first columns may be no concern of the reader. */
interface LinearProblem extends LeastSquaresInput {
  /** Leading columns that are dummies of fixed effects. */
  readonly nuisance?: number;
}

/** Levels beyond which dummies in the place of a swept effect would take too long in CR2. */
const MOST_DUMMIES = 150;

/** Turns observations into a least-squares problem: cells become weighted means, fixed effects are swept out. */
export function linearProblem(
  observations: Observations,
  by: { se: StandardError; clusters: Levels | undefined },
): LinearProblem | NotEstimable {
  const rows = cellMeans(observations);
  if (isNotEstimable(rows)) return rows;
  const effects = (observations.fixedEffects ?? []).map(numberLevels);
  if (effects.length === 0) {
    const intercept = observations.intercept ?? true;
    const design = prepareDesign({ ...rows, rows: rows.outcome.length, terms: observations.terms, intercept });
    return isNotEstimable(design) ? design : { ...rows, design };
  }
  if (by.se === 'CR2' && !sweptIsEnough(effects, rows.weights, by.clusters)) {
    return dummyProblem(observations, rows, effects);
  }
  return sweptProblem(observations.terms, rows, { effects, leverage: by.se === 'HC2' || by.se === 'HC3' });
}

interface Rows {
  readonly outcome: Float64Array;
  readonly weights: Float64Array | undefined;
  readonly withinSquares?: Float64Array;
}

function cellMeans(observations: Observations): Rows | NotEstimable {
  const { outcome, cells, weights } = observations;
  if (cells === undefined) return { outcome, weights };
  const { count, sumOfSquares } = cells;
  if (count.length !== outcome.length || sumOfSquares.length !== outcome.length) {
    return notEstimable('unequal_lengths', 'cells');
  }
  if (weights !== undefined) return notEstimable('bad_weight', 'cells');
  if (!count.every((value) => Number.isInteger(value) && value >= 0)) return notEstimable('bad_weight', 'count');
  const means = outcome.map((sum, i) => (count[i]! > 0 ? sum / count[i]! : 0));
  const withinSquares = sumOfSquares.map((squares, i) => Math.max(0, squares - means[i]! * outcome[i]!));
  if (withinSquares.some((value) => !Number.isFinite(value))) return notEstimable('missing_value', 'cells');
  return { outcome: means, weights: count, withinSquares };
}

function sweptProblem(
  terms: readonly Term[],
  rows: Rows,
  by: { effects: readonly Levels[]; leverage: boolean },
): LinearProblem | NotEstimable {
  const shape = { rows: rows.outcome.length, intercept: false, weights: rows.weights };
  const given = prepareDesign({ ...shape, terms });
  if (isNotEstimable(given)) return given;
  const sweeping = fixedEffects(by.effects, rows.weights);
  if (isNotEstimable(sweeping)) return sweeping;
  if (by.effects.some((effect) => effect.codes.length !== rows.outcome.length)) {
    return notEstimable('unequal_lengths', 'fixed effects');
  }
  const design = prepareDesign({ ...shape, terms: terms.map((term) => sweepTerm(term, sweeping)) });
  if (isNotEstimable(design)) return design;
  return {
    ...rows,
    // What is left of a column is judged against the column before sweeping.
    design: { ...design, norms: given.norms } satisfies Design,
    outcome: sweeping.sweep(rows.outcome),
    absorbed: { rank: sweeping.rank, leverage: by.leverage ? sweeping.leverage() : undefined },
  };
}

function sweepTerm(term: Term, sweeping: FixedEffects): Term {
  return { name: term.name, values: sweeping.sweep(term.values) };
}

/** Within clusters that hold whole levels, sweeping leaves CR2 what dummies would give; with weights it does not. */
function sweptIsEnough(effects: readonly Levels[], weights: Float64Array | undefined, clusters: Levels | undefined) {
  return clusters !== undefined && weights === undefined && effects.every((effect) => isNested(effect, clusters));
}

function dummyProblem(
  observations: Observations,
  rows: Rows,
  effects: readonly Levels[],
): LinearProblem | NotEstimable {
  const sweeping = fixedEffects(effects, rows.weights);
  if (isNotEstimable(sweeping)) return sweeping;
  if (sweeping.rank > MOST_DUMMIES) return notEstimable('too_many_levels', String(sweeping.rank));
  const dummies = sweeping.independentLevels.map(({ effect, level }, k) => ({
    name: `fixed effect ${k + 1}`,
    values: Float64Array.from(effect.codes, (code) => (code === level ? 1 : 0)),
  }));
  const shape = { rows: rows.outcome.length, intercept: true, weights: rows.weights };
  const design = prepareDesign({ ...shape, terms: [...dummies, ...observations.terms] });
  return isNotEstimable(design) ? design : { ...rows, design, nuisance: dummies.length + 1 };
}
