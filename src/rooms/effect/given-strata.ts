import { isNotEstimable, type NotEstimable } from '../../stats/index.ts';
import { given } from './refused.ts';
import type { UsedRows } from './used-rows.ts';

/** Refusals that are about a stratum where their detail is a number; of others it may be a column that is called so. */
const OF_A_STRATUM: readonly NotEstimable['code'][] = ['empty_stratum', 'too_few'];

/** A result that is none is thrown; the estimator numbers strata, the reader knows them by name. */
export function givenStrata<T>(result: T | NotEstimable, used: UsedRows, strata: readonly string[]): T {
  if (!isNotEstimable(result) || !OF_A_STRATUM.includes(result.code) || !/^\d+$/.test(result.detail ?? ''))
    return given(result);
  const at = used.codes(strata).indexOf(Number(result.detail) - 1);
  const detail = strata.map((each) => `${each}=${used.text(each)[at]}`).join(', ');
  return given<T>({ ...result, detail });
}
