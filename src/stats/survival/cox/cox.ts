import { isNotEstimable, type NotEstimable, notEstimable } from '../../not-estimable.ts';
import type { Warning } from '../../result.ts';
import { BASELINE_OUT_OF_REACH, ratioOutOfReach } from '../warnings.ts';
import { type Baseline, baselineHazards } from './baseline.ts';
import { type CoxCoefficients, coefficientTable } from './coefficient-table.ts';
import { concordance } from './concordance.ts';
import { type CoxRows, checkCoxRows } from './cox-rows.ts';
import { fitCox } from './fit.ts';
import { eventTimeScale } from './km-transform.ts';
import { type ProportionalityTest, testProportionality } from './proportionality.ts';
import { robustCovariance } from './robust-covariance.ts';
import { TIES, type Ties } from './tie-rule.ts';

export interface CoxOptions {
  /** `efron` unless told. */
  readonly ties?: Ties | undefined;
  /** Confidence level of the limits, 0.95 unless told. */
  readonly level?: number | undefined;
  /** Times at which the baseline hazard (covariates 0) is wanted. */
  readonly baselineAt?: readonly number[] | undefined;
  readonly testProportional?: boolean | undefined;
  /** Costs a sort of all rows; true unless told. */
  readonly concordance?: boolean | undefined;
}

export interface Cox extends CoxCoefficients {
  readonly logLik: number;
  /** At all coefficients zero. */
  readonly logLikNull: number;
  /** Chi-squares of all coefficients together with `df` degrees of freedom; Wald's by the robust errors where asked. */
  readonly scoreTest: number;
  readonly waldTest: number;
  readonly lrTest: number;
  readonly df: number;
  /** Harrell's C; absent when not asked for or when no pair can be compared. */
  readonly concordance?: number;
  /** One curve, or one per stratum. */
  readonly baseline?: Baseline | Readonly<Record<string, Baseline>>;
  /** By term, and GLOBAL for all together. */
  readonly proportional?: Readonly<Record<string, ProportionalityTest>>;
  readonly n: number;
  readonly events: number;
  readonly clusters?: number;
  readonly iterations: number;
  readonly method: string;
  readonly warnings: readonly Warning[];
}

/**
 * Proportional hazards regression: by what factor does each covariate raise or lower the pace of leaving, whatever the
 * course of that pace. Strata, late entry and covariates that change over time (one row per stretch), robust errors by
 * cluster.
 * @param rows see `CoxRows`. @param options ties, baseline, test of proportionality.
 * @returns coefficients are log hazard ratios per unit. Refusals: `no_events`, `collinearity` and `constant` with the
 * term, `separation` when a coefficient runs to infinity, `out_of_range` for exact ties that would take hours.
 * Source: Cox (1972); Efron (1977); Andersen & Gill (1982); Lin & Wei (1989).
 */
export function cox(rows: CoxRows, options: CoxOptions = {}): Cox | NotEstimable {
  const { ties = 'efron', level = 0.95, baselineAt } = options;
  const refusal = checkCoxRows(rows);
  if (refusal !== null) return refusal;
  if (!TIES.includes(ties)) return notEstimable('out_of_range', `ties ${ties}`);
  if (!(level > 0 && level < 1)) return notEstimable('out_of_range', `level ${level}`);
  if (baselineAt?.every((t) => Number.isFinite(t)) === false) return notEstimable('out_of_range', 'baseline times');
  const fit = fitCox(rows, ties);
  if (isNotEstimable(fit)) return fit;
  const { fitted, summit } = fit;
  const robust = rows.cluster === undefined ? undefined : robustCovariance(fitted, fit.rows);
  if (robust !== undefined && robust.clusters < 2) return notEstimable('one_cluster');
  const terms = rows.covariates.map(({ term }) => term);
  const table = coefficientTable(fitted, { terms, level, robust: robust?.covariance });
  if (isNotEstimable(table)) return table;
  const c = options.concordance === false ? null : concordance(fitted).value;
  const { sets } = fitted;
  const curves = baselineAt === undefined ? [] : baselineHazards(fitted, baselineAt);
  const reached = curves.every(({ cumhaz }) => cumhaz.every(Number.isFinite));
  const unwritable = terms.filter((term) => table.hrHigh[term] === Number.MAX_VALUE);
  const warnings: Warning[] = unwritable.length > 0 ? [ratioOutOfReach(unwritable)] : [];
  if (!reached) warnings.push(BASELINE_OUT_OF_REACH);
  return {
    ...table,
    logLik: summit.logLik,
    logLikNull: summit.start.logLik,
    scoreTest: summit.scoreTest,
    lrTest: Math.max(0, 2 * (summit.logLik - summit.start.logLik)),
    df: terms.length,
    ...(c === null ? {} : { concordance: c }),
    ...(baselineAt === undefined || !reached ? {} : { baseline: namedBaseline(rows, curves) }),
    ...(options.testProportional === true
      ? { proportional: namedTests(terms, testProportionality(fitted, eventTimeScale(fit.rows, sets.slotTime))) }
      : {}),
    n: sets.size,
    events: sets.events,
    ...(robust === undefined ? {} : { clusters: robust.clusters }),
    iterations: summit.iterations,
    method: methodOf(rows, ties),
    warnings,
  };
}

function namedBaseline({ stratum }: CoxRows, curves: readonly Baseline[]): Baseline | Record<string, Baseline> {
  if (stratum === undefined) return curves[0] as Baseline;
  return Object.fromEntries(stratum.labels.map((label, s) => [label, curves[s] as Baseline]));
}

function namedTests(
  terms: readonly string[],
  tests: ReturnType<typeof testProportionality>,
): Record<string, ProportionalityTest> {
  const named = [...terms.map((term, a) => [term, tests.terms[a]] as const), ['GLOBAL', tests.all] as const];
  return Object.fromEntries(
    named.filter((pair): pair is [string, ProportionalityTest] => pair[1] !== null && pair[1] !== undefined),
  );
}

function methodOf({ stratum, start, cluster }: CoxRows, ties: Ties): string {
  const parts = [`Cox, ${ties} ties`];
  if (start !== undefined) parts.push('counting process');
  if (stratum !== undefined) parts.push('stratified');
  if (cluster !== undefined) parts.push(cluster === 'row' ? 'robust errors by row' : 'robust errors by cluster');
  return parts.join(', ');
}
