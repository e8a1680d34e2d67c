import { fileInput } from '../../platform/contract.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isNotEstimable, type NotEstimable } from './not-estimable.ts';

/** A file of JSON; what stands in it is checked when it is read. */
export function jsonInput(description: string) {
  return fileInput().describe(description);
}

/** A result, or the refusal that its code declares. */
export function orRefuse<T extends object>(result: T): Exclude<T, NotEstimable<string>> {
  if (isNotEstimable(result)) {
    throw new Refusal(result.code, result.detail === null ? {} : { detail: result.detail });
  }
  return result as Exclude<T, NotEstimable<string>>;
}
