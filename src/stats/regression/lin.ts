import { countColumn, type Summed } from '../cells.ts';
import { armSizes, refuseArms } from '../differences/arms.ts';
import { isNotEstimable, type NotEstimable } from '../not-estimable.ts';
import type { Estimate } from '../result.ts';
import { columnMoments } from './design.ts';
import { ols } from './ols.ts';
import { inferenceOf } from './regression-table.ts';
import type { StandardError } from './standard-error.ts';
import type { Term } from './term.ts';

/** Rows of a trial with covariates measured before it. */
export interface AdjustedRows extends Summed {
  /** With `sumOfSquares` the sum over each cell's rows. */
  readonly outcome: Float64Array;
  /** 1 or 0 per row. */
  readonly treatment: Float64Array;
  readonly covariates: readonly Term[];
  readonly weights?: Float64Array | undefined;
  readonly clusters?: ArrayLike<number> | undefined;
  readonly level?: number | undefined;
}

/**
 * The average effect of a randomised treatment, adjusted by a regression with covariates centred at their (weighted)
 * means and let free in each arm: never less precise than the plain difference in large samples (Lin 2013; R's
 * `estimatr::lm_lin`). Without covariates it is the plain difference, with HC2 that of Welch's error.
 *
 * @param se default HC2, or CR2 with clusters.
 * @returns the refusals of `ols`, and `not_binary`, `one_arm`.
 */
export function lin(rows: AdjustedRows, se?: StandardError): Estimate | NotEstimable {
  const { outcome, treatment, covariates, weights, count, sumOfSquares } = rows;
  const refusal = refuseArms(rows);
  if (refusal !== undefined) return refusal;
  const counts = countColumn(rows);
  const mass =
    weights === undefined || counts === undefined ? (weights ?? counts) : weights.map((w, i) => w * counts[i]!);
  const totalMass = mass?.reduce((sum, value) => sum + value, 0) ?? outcome.length;
  const centred = covariates.map(({ name, values }) => {
    const { mean } = columnMoments(values, mass, totalMass);
    return { name, values: values.map((value) => value - mean) };
  });
  const products = centred.map(({ name, values }) => ({
    name: `treatment:${name}`,
    values: values.map((value, i) => value * treatment[i]!),
  }));
  const kind = se ?? (rows.clusters === undefined ? 'HC2' : 'CR2');
  const terms = [{ name: 'treatment', values: treatment }, ...centred, ...products];
  const table = ols({
    outcome,
    terms,
    weights,
    count,
    sumOfSquares,
    clusters: rows.clusters,
    se: kind,
    level: rows.level,
  });
  if (isNotEstimable(table)) return table;
  const inference = inferenceOf(table, 'treatment')!;
  const { n1, n0 } = armSizes(rows);
  const method = `Lin (2013): covariates centred and interacted with treatment; ${table.method}`;
  return { ...inference, n: table.n, n1, n0, method, warnings: table.warnings };
}
