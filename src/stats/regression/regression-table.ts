import { type Inference, infer } from '../inference.ts';
import { isNotEstimable, type NotEstimable, notEstimable } from '../not-estimable.ts';
import type { Warning } from '../result.ts';
import { type WaldTest, waldTest } from './wald-test.ts';

/** One coefficient of a model. */
export interface Coefficient extends Inference {
  readonly term: string;
}

/** The coefficients of a model with their covariance; every number is finite. */
export interface RegressionTable {
  readonly coefficients: readonly Coefficient[];
  /** Of the coefficients in their order, row-major. */
  readonly covariance: Float64Array;
  /** Rows used. */
  readonly n: number;
  /** Joint Wald test of the terms asked for. */
  readonly joint?: WaldTest;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

/** What a table is made of. */
interface TableInput {
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
  /** Per coefficient; absent for the normal approximation. */
  readonly df?: Float64Array | undefined;
  readonly n: number;
  readonly joint?: readonly string[] | undefined;
  readonly level?: number | undefined;
  readonly method: string;
  readonly warnings?: readonly Warning[] | undefined;
}

/** Puts interval and test beside each coefficient. */
export function regressionTable(input: TableInput): RegressionTable | NotEstimable {
  const { names, covariance } = input;
  const size = names.length;
  const coefficients: Coefficient[] = [];
  for (let j = 0; j < size; j++) {
    const inference = inferChecked({
      estimate: input.coefficients[j]!,
      se: Math.sqrt(covariance[j * size + j]!),
      df: input.df?.[j],
      level: input.level,
      name: names[j]!,
    });
    if (isNotEstimable(inference)) return inference;
    coefficients.push({ term: names[j]!, ...inference });
  }
  const table = { coefficients, covariance, n: input.n, method: input.method, warnings: input.warnings ?? [] };
  if (input.joint === undefined) return table;
  const places = placesOf(input.joint, names);
  if (isNotEstimable(places)) return places;
  const joint = waldTest(input.coefficients, covariance, places);
  return isNotEstimable(joint) ? joint : { ...table, joint };
}

/**
 * Interval and test of one estimate; `constant` where the error is zero (nothing varies), `too_few` where no degrees of
 * freedom are left.
 */
export function inferChecked(of: {
  estimate: number;
  se: number;
  df?: number | undefined;
  level?: number | undefined;
  /** Named in the refusal. */
  name: string;
}): Inference | NotEstimable {
  const { estimate, se, df } = of;
  if (!(se > 0) || !Number.isFinite(se) || !Number.isFinite(estimate)) return notEstimable('constant', of.name);
  // Satterthwaite degrees of freedom are at least one; less is the rounding of an error that is zero.
  if (df !== undefined && !(df > 1 - 1e-6 && Number.isFinite(df))) return notEstimable('too_few', of.name);
  return infer(estimate, se, { ...(df === undefined ? {} : { df }), level: of.level ?? 0.95 });
}

/** A name stands for the term itself or, as a column, for all its levels (`edu` for `edu=2`, `edu=3`). */
function placesOf(asked: readonly string[], names: readonly string[]): number[] | NotEstimable {
  const places: number[] = [];
  for (const name of asked) {
    const found = names.flatMap((term, j) => (term === name || term.startsWith(`${name}=`) ? [j] : []));
    if (found.length === 0) return notEstimable('unknown_column', name);
    for (const place of found) if (!places.includes(place)) places.push(place);
  }
  return places;
}

/** What is said of one term, without its name. */
export function inferenceOf(table: RegressionTable, name: string): Inference | undefined {
  const row = coefficientOf(table, name);
  if (row === undefined) return undefined;
  const { term: _term, ...inference } = row;
  return inference;
}

/** The row of one term. */
export function coefficientOf(table: RegressionTable, term: string): Coefficient | undefined {
  return table.coefficients.find((coefficient) => coefficient.term === term);
}
