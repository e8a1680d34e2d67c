import type { Sentence } from './sentence.ts';

/** Something the reader of a figure should know; the estimate itself stands. */
export interface Warning {
  /** snake_case, stable. */
  readonly code: string;
  readonly sentence: Sentence;
}

/**
 * One estimated effect. Every number is finite; what does not apply is left out (`df` of a normal approximation, arms of
 * a model without arms), so a consumer never meets NaN.
 */
export interface Estimate {
  /** In units of the outcome; a difference is arm 1 minus arm 0. */
  readonly estimate: number;
  readonly se: number;
  /** Limits of the two-sided 95 % interval (or the level asked for). */
  readonly ciLow: number;
  readonly ciHigh: number;
  /** estimate / se, compared with t(df), or with the normal when `df` is absent. */
  readonly statistic: number;
  readonly df?: number;
  /** Two-sided. */
  readonly p: number;
  /** Rows used. */
  readonly n: number;
  /** Rows used with treatment 1 and 0. */
  readonly n1?: number;
  readonly n0?: number;
  /** The method with its conventions, in English: "Welch", "OLS, CR2 with Satterthwaite degrees of freedom". */
  readonly method: string;
  readonly warnings: readonly Warning[];
}
