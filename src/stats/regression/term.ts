/** One column of a design under the name its coefficient carries: `age`, `edu=3`, `treat:age`. */
export interface Term {
  readonly name: string;
  /** One value per row. */
  readonly values: Float64Array;
}

/** Name of the constant, as R writes it. */
export const INTERCEPT = '(Intercept)';
