import { cellMeans, type Summed } from '../cells.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import { type Design, prepareDesign } from './design.ts';
import { type FixedEffects, fixedEffects } from './fixed-effects.ts';
import type { LeastSquaresCells, LeastSquaresInput } from './least-squares.ts';
import { isNested, type Levels, numberLevels } from './levels.ts';
import type { StandardError } from './standard-error.ts';
import type { Term } from './term.ts';

/** The rows of a linear regression, or the cells that stand for them. */
export interface Observations extends Summed {
  /** One value per row; with `sumOfSquares` the sum over each cell's rows. */
  readonly outcome: Float64Array;
  readonly terms: readonly Term[];
  /** Default true; fixed effects take its place. */
  readonly intercept?: boolean | undefined;
  /** Precision weights per row, finite and not negative; a row of weight zero is left out. Of a cell: of each of its rows. */
  readonly weights?: Float64Array | undefined;
  /** Codes per row of each effect to be taken out. */
  readonly fixedEffects?: readonly ArrayLike<number>[] | undefined;
}

/** A least-squares problem of which the first columns may be no concern of the reader. */
interface LinearProblem extends LeastSquaresInput {
  /** Leading columns that are dummies of fixed effects. */
  readonly nuisance?: number;
}

/** Levels beyond which dummies in the place of a swept effect would take too long in CR2. */
const MOST_DUMMIES = 150;

/** Turns observations into a least-squares problem: cells become means weighted by their rows, fixed effects are swept out. */
export function linearProblem(
  observations: Observations,
  by: { errors: readonly StandardError[]; clusters: Levels | undefined },
): LinearProblem | NotEstimable {
  const rows = weightedRows(observations);
  if (isNotEstimable(rows)) return rows;
  const effects = (observations.fixedEffects ?? []).map((codes) => numberLevels(codes, rows.cells?.count));
  if (effects.length === 0) {
    const intercept = observations.intercept ?? true;
    const design = prepareDesign({ ...rows, rows: rows.outcome.length, terms: observations.terms, intercept });
    return isNotEstimable(design) ? design : { ...rows, design };
  }
  if (by.errors.includes('CR2') && !sweptIsEnough(effects, observations.weights, by.clusters)) {
    return dummyProblem(observations, rows, effects);
  }
  return sweptProblem(observations.terms, rows, {
    effects,
    leverage: by.errors.some((se) => se === 'HC2' || se === 'HC3'),
  });
}

/** Outcomes of rows or means of cells, with what they weigh in the fit. */
interface WeightedRows {
  readonly outcome: Float64Array;
  /** Of a cell its rows together. */
  readonly weights: Float64Array | undefined;
  readonly cells: LeastSquaresCells | undefined;
}

/** Rows or cells as a fit weighs them. Errors: those of `cellMeans`; `bad_weight`, `unequal_lengths` of weights. */
export function weightedRows(
  rows: Summed & { readonly outcome: Float64Array; readonly weights?: Float64Array | undefined },
): WeightedRows | NotEstimable {
  const { weights } = rows;
  const cells = cellMeans(rows);
  if (isNotEstimable(cells)) return cells;
  const { outcome, count, within } = cells;
  if (count === undefined) return { outcome, weights, cells: undefined };
  if (weights === undefined) return { outcome, weights: count, cells: { count, within, precision: undefined } };
  if (weights.length !== count.length) return notEstimable('unequal_lengths', 'weights');
  if (!weights.every((weight) => weight >= 0)) return notEstimable('bad_weight');
  return {
    outcome,
    weights: count.map((n, i) => (n === 0 ? 0 : n * weights[i]!)),
    cells: { count, within, precision: weights },
  };
}

function sweptProblem(
  terms: readonly Term[],
  rows: WeightedRows,
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
  rows: WeightedRows,
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
