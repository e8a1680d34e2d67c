import { isNotEstimable, type NotEstimable, notEstimable } from '../../stats/index.ts';

/** Carries a refusal out of an estimator. */
export class Refused extends Error {
  readonly refusal: NotEstimable;
  constructor(refusal: NotEstimable) {
    super(refusal.sentence.en);
    this.refusal = refusal;
  }
}

/** A result that is none is thrown; a row of it is named by its line in the file when the rows used are told. */
export function given<T>(result: T | NotEstimable, rows?: { line(row: number): number }): T {
  if (!isNotEstimable(result)) return result;
  if (rows !== undefined && result.code === 'entry_after_exit' && result.detail !== undefined)
    throw new Refused(notEstimable(result.code, `line ${rows.line(Number(result.detail) - 1)}`));
  throw new Refused(result);
}
